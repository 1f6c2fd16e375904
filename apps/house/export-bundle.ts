import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type LogStore, readCheckpoint, readNote, type SigningKey, verifierKeyText } from '@muster/log';
import { NotWhatWasSigned, type WrittenBundle, writeBundle } from '@muster/record-bundle';
import type { SqlRecord } from '@muster/record-sql';
import { exitCodes, faultIn, type HouseFault } from './fault.ts';

export interface ExportBundle {
  readonly record: Pick<SqlRecord, 'whole'>;
  readonly log: LogStore;
  readonly file: string;
  /** The log's key, where it is here: it seals the bundle. */
  readonly key: SigningKey | undefined;
  readonly onProgress?: (leaves: number, of: number) => void;
}

export type ExportedBundle =
  | (WrittenBundle & {
      readonly outcome: 'exported';
      readonly file: string;
      readonly origin: string;
      readonly sealed: boolean;
    })
  | HouseFault;

/** Writes the record up to its newest checkpoint into one file, which is there whole or not at all. */
export async function exportBundle({ record, log, file, key, onProgress }: ExportBundle): Promise<ExportedBundle> {
  const path = resolve(file);
  if (existsSync(path)) {
    return {
      code: 'FILE_EXISTS',
      fault: `There is a file ${path} already: name another, or move that away.`,
      exitCode: exitCodes.badInput,
    };
  }
  const [{ checkpoint = '' }, keys] = [await log.head(), await log.keys()];
  const note = readNote(checkpoint);
  const read = note.outcome === 'read' ? readCheckpoint(note.value.text) : note;
  if (read.outcome === 'malformed') {
    const fault = 'Nothing of this record is signed yet, so there is nothing to export.';
    return { code: 'LOG_NOT_SIGNED', fault, exitCode: exitCodes.refused };
  }
  const { origin, size, root } = read.value;
  const signing = key && verifierKeyText(key) === keys.at(-1)?.verifierKey ? key : undefined;
  try {
    const written = await writeBundle({
      file: path,
      heading: { origin, size, checkpoint, keys: [...keys] },
      commands: record.whole(size),
      root,
      hashesOf: async (from, count) => {
        const tile = { level: 0, index: Math.floor(from / 256), width: count } as const;
        return (await log.tiles([tile]))[0] ?? new Uint8Array();
      },
      key: signing,
      onProgress: (leaves) => onProgress?.(leaves, size),
    });
    return { outcome: 'exported', file: path, origin, sealed: signing !== undefined, ...written };
  } catch (error) {
    return faultOfWriting(error, path);
  }
}

function faultOfWriting(error: unknown, path: string): HouseFault {
  if (error instanceof NotWhatWasSigned) {
    return {
      code: 'RECORD_NOT_AS_SIGNED',
      fault: `${error.message} Nothing was exported.`,
      exitCode: exitCodes.refused,
    };
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') {
    const fault = `${path}.part is there: another export writes it, or one was broken off. If none runs, remove it.`;
    return { code: 'FILE_EXISTS', fault, exitCode: exitCodes.inUse };
  }
  if (code === 'ENOENT') {
    return {
      code: 'FILE_UNKNOWN',
      fault: `There is no folder for ${path}: make it, or name another.`,
      exitCode: exitCodes.badInput,
    };
  }
  const { fault, ...rest } = faultIn(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const full = `There is no space for ${path}: its disk is full. Nothing was exported: free some space, or name another place.`;
    return { ...rest, fault: full };
  }
  return { ...rest, fault };
}
