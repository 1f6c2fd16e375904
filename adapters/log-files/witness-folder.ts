import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  readSigningKey,
  readVerifierKey,
  type SigningKey,
  sameKey,
  signingKey,
  signingKeyText,
  type VerifierKey,
  verifierKeyText,
} from '@muster/log';
import { createDurably, replaceDurably } from './durable-file.ts';

/** A log that a witness looks after, as its folder has it. */
export interface WitnessedLog {
  readonly origin: string;
  readonly keys: readonly VerifierKey[];
  /** The newest checkpoint that was cosigned, with the witness's signature. */
  readonly newest: string | undefined;
}

/** Everything a witness has: its key, the logs it looks after, and how far it has cosigned each. */
export interface WitnessFolder {
  readonly outcome: 'opened';
  readonly path: string;
  readonly key: SigningKey;
  logs(): Promise<readonly WitnessedLog[]>;
  log(origin: string): Promise<WitnessedLog | undefined>;
  /** Takes a key for the log's whose name it bears; further keys of one log come beside the first. */
  addKey(key: VerifierKey): Promise<void>;
  /** Keeps a cosigned checkpoint as the newest. On disk once it settles; only one process at a time may. */
  keep(origin: string, note: string): Promise<void>;
  /** Keeps what a log sent in contradiction to what it had signed: the first of each log, for ever. */
  keepContradiction(origin: string, body: string): Promise<void>;
}

export interface NoWitnessFolder {
  readonly outcome: 'refused';
  readonly code: 'WITNESS_UNKNOWN' | 'WITNESS_EXISTS' | 'WITNESS_KEY_EXPOSED' | 'WITNESS_DAMAGED';
  readonly why: string;
}

/** Makes a witness of that name in a folder that has none. */
export async function makeWitnessFolder(path: string, name: string): Promise<WitnessFolder | NoWitnessFolder> {
  await mkdir(join(path, 'logs'), { recursive: true, mode: 0o700 });
  const key = signingKey(name, 'cosignature', new Uint8Array(randomBytes(32)));
  if (!(await createDurably(keyFile(path), `${signingKeyText(key)}\n`))) {
    return refused('WITNESS_EXISTS', `The folder ${path} holds a witness already: a witness keeps its key for ever.`);
  }
  return openWitnessFolder(path);
}

export async function openWitnessFolder(path: string): Promise<WitnessFolder | NoWitnessFolder> {
  const key = await openKey(path);
  if ('outcome' in key) return key;
  const file = (origin: string, end: string) => join(path, 'logs', `${nameOf(origin)}.${end}`);
  const log = async (origin: string): Promise<WitnessedLog | undefined> => {
    const keys = await textIn(file(origin, 'keys'));
    if (keys === undefined) return undefined;
    return { origin, keys: keysIn(keys), newest: await textIn(file(origin, 'checkpoint')) };
  };
  return {
    outcome: 'opened',
    path,
    key,
    log,
    logs: async () => {
      const names = (await readdir(join(path, 'logs'))).filter((name) => name.endsWith('.keys')).sort();
      const found = names.map(async (name) => {
        const [first] = keysIn((await textIn(join(path, 'logs', name))) ?? '');
        return first && log(first.name);
      });
      return (await Promise.all(found)).filter((one): one is WitnessedLog => one !== undefined);
    },
    addKey: async (added) => {
      const keys = (await log(added.name))?.keys ?? [];
      if (keys.some((one) => sameKey(one, added))) return;
      await replaceDurably(file(added.name, 'keys'), `${[...keys, added].map(verifierKeyText).join('\n')}\n`);
    },
    keep: (origin, note) => replaceDurably(file(origin, 'checkpoint'), note),
    keepContradiction: async (origin, body) => {
      await createDurably(file(origin, 'contradiction'), body);
    },
  };
}

async function openKey(path: string): Promise<SigningKey | NoWitnessFolder> {
  const text = await textIn(keyFile(path));
  if (text === undefined) {
    return refused('WITNESS_UNKNOWN', `The folder ${path} holds no witness: make one with "muster witness init".`);
  }
  if ((await stat(keyFile(path))).mode & 0o077) {
    const why = `The witness's key, ${keyFile(path)}, can be read or changed by other accounts: whoever read it can cosign in its name. Begin a new witness, or, if nobody did, run "chmod 600 ${keyFile(path)}".`;
    return refused('WITNESS_KEY_EXPOSED', why);
  }
  const read = readSigningKey(text.trim());
  if (read.outcome === 'read' && read.value.type === 'cosignature') return read.value;
  const why = read.outcome === 'read' ? 'it is the key of a log, not of a witness.' : read.why;
  return refused('WITNESS_DAMAGED', `The witness's key, ${keyFile(path)}, cannot be used: ${why}`);
}

const refused = (code: NoWitnessFolder['code'], why: string): NoWitnessFolder => ({ outcome: 'refused', code, why });
const keyFile = (path: string) => join(path, 'witness-key');

/** An origin may hold what no file name may. */
const nameOf = (origin: string) => createHash('sha256').update(origin).digest('hex').slice(0, 32);

const keysIn = (text: string): VerifierKey[] =>
  text
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const read = readVerifierKey(line);
      return read.outcome === 'read' ? [read.value] : [];
    });

const textIn = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
