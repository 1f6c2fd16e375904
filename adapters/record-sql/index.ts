export { type CannotOpenRecord, isCannotOpenRecord } from './cannot-open-record.ts';
export type { ChainFault, ChainReport } from './check-chains.ts';
export { type OpenSqlRecord, openSqlRecord, type SqlRecord } from './open-sql-record.ts';
export type { KeptCommand, KeptEvent } from './read-whole.ts';
export { type DatabaseTroubleCode, RecordFailure, type RecordFailureCode } from './record-failure.ts';
export type { Health, PoolFigures, RecordFigures } from './record-standing.ts';
export { type CarriedRecord, type Restored, restoreRecord } from './restore-record.ts';
