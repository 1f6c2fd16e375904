export { type OpenMemoryRecord, openMemoryRecord } from './memory-record.ts';
