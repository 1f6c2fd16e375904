export { type MemoryRecord, type OpenMemoryRecord, openMemoryRecord } from './memory-record.ts';
