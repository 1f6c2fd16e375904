import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { DataFolder } from './data-folder.ts';

const mostBytes = 8 * 1024 * 1024;

/** The file PostgreSQL writes its log to. A file and not a pipe: it must be able to write when we are gone. */
export interface ServerLog {
  readonly fd: number;
  /** What was written since it was opened. */
  since(): string;
  close(): void;
}

export function openServerLog(folder: DataFolder): ServerLog {
  const { log } = folder;
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(log, `${log}.before`);
  const fd = openSync(log, 'a', 0o600);
  const from = fstatSync(fd).size;
  return { fd, since: () => readFileSync(log).subarray(from).toString('utf8'), close: () => closeSync(fd) };
}
