import { sameBytes } from '../bytes.ts';
import { type Checkpoint, openCheckpoint, sizeIn } from '../checkpoint.ts';
import { readVerifierKey, type VerifierKey } from '../note-key.ts';
import { rootFromTiles } from '../prove.ts';
import type { CheckpointGuard } from './checkpoint-guard.ts';
import type { LogKey, LogStore } from './log-store.ts';
import type { LogTrouble } from './log-trouble.ts';

/** A checkpoint that is known, and where it was kept. */
export interface KeptCheckpoint {
  readonly where: string;
  readonly note: string;
}

/** Every checkpoint that the stored tree has to agree with: the published one, and what the guards remember. */
export async function keptCheckpoints(
  published: string | undefined,
  guards: readonly CheckpointGuard[],
): Promise<KeptCheckpoint[]> {
  const kept = await Promise.all(guards.map(async (guard) => ({ where: guard.where, note: await guard.newest() })));
  return [{ where: 'the database', note: published }, ...kept].filter(
    (one): one is KeptCheckpoint => one.note !== undefined,
  );
}

/**
 * Why the stored tree of `size` leaves cannot be what a kept checkpoint says it was; undefined when all agree.
 * Whoever signs in spite of it gives outsiders two stories that exclude each other.
 */
export async function findContradiction(
  store: Pick<LogStore, 'tiles'>,
  size: number,
  keys: readonly LogKey[],
  kept: readonly KeptCheckpoint[],
): Promise<LogTrouble | undefined> {
  const known = keysIn(keys);
  const origin = known.at(-1)?.name;
  for (const { where, note } of kept) {
    if (origin === undefined) return noLog(where, note);
    const opened = openCheckpoint(note, origin, known);
    if (opened.outcome === 'refused') {
      const another = originIn(note);
      return another && another !== origin
        ? {
            code: 'LOG_OF_ANOTHER_ORIGIN',
            why: `The newest checkpoint in ${where} is of the log "${another}", and this database holds the log "${origin}": use the data folder that belongs to this database.`,
          }
        : {
            code: 'LOG_CHECKPOINT_DAMAGED',
            why: `The newest checkpoint in ${where} does not hold: ${opened.why} Put back that file from a copy, or a copy of the checkpoint that a witness keeps.`,
          };
    }
    const trouble = await compare(store, size, where, opened.checkpoint);
    if (trouble) return trouble;
  }
  return undefined;
}

async function compare(
  store: Pick<LogStore, 'tiles'>,
  size: number,
  where: string,
  { size: signed, root }: Checkpoint,
): Promise<LogTrouble | undefined> {
  if (signed > size) {
    return {
      code: 'LOG_OLDER_THAN_SIGNED',
      why: `This database holds the first ${size} events of the log, and ${where} holds a checkpoint that was signed over ${signed}: an older copy of the database was restored. ${wayOut}`,
    };
  }
  if (sameBytes(await rootFromTiles(signed, store.tiles), root)) return undefined;
  return {
    code: 'LOG_CONTRADICTS_SIGNED',
    why: `The first ${signed} events in this database are not those that were signed: the checkpoint in ${where} has another root. ${wayOut}`,
  };
}

const noLog = (where: string, note: string): LogTrouble => ({
  code: 'LOG_OLDER_THAN_SIGNED',
  why: `This database holds no log, and ${where} holds a checkpoint of the log "${originIn(note)}" that was signed over ${sizeIn(note) ?? 'some'} events: an older copy of the database was restored, or it is another one. ${wayOut} For a new record, use another data folder.`,
});

const wayOut =
  'Nothing is signed. Put back a newer copy of the database, import the newest bundle into a new data folder, or begin a new log that names this one with "muster log begin-anew --origin NAME".';

/** The keys that can be read, oldest first; one that signs again after others is there once, last. */
export const keysIn = (keys: readonly LogKey[]): VerifierKey[] =>
  [...new Set(keys.map(({ verifierKey }) => verifierKey).reverse())].reverse().flatMap((text) => {
    const read = readVerifierKey(text);
    return read.outcome === 'read' ? [read.value] : [];
  });

const originIn = (note: string) => note.split('\n')[0];
