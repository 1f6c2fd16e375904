import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readVerifierKey, type VerifierKey, verifierKeyText } from '@muster/log';
import { replaceDurably } from './durable-file.ts';

/** A witness that this log asks for its cosignature. */
export interface WitnessPlace {
  readonly url: string;
  readonly key: VerifierKey;
}

export type WitnessList =
  | { readonly outcome: 'read'; readonly witnesses: readonly WitnessPlace[] }
  | { readonly outcome: 'refused'; readonly code: 'WITNESSES_INVALID'; readonly why: string };

/** The witnesses that `witnesses.json` of the data folder names; none where there is no such file. */
export async function readWitnessList(folder: string): Promise<WitnessList> {
  const path = join(folder, 'witnesses.json');
  const text = await textIn(path);
  if (text === undefined) return { outcome: 'read', witnesses: [] };
  const refused = (what: string): WitnessList => ({
    outcome: 'refused',
    code: 'WITNESSES_INVALID',
    why: `${path} ${what}: write [{"url": "https://…", "key": "name+id+key"}], or use "muster log add-witness".`,
  });
  const listed = jsonIn(text);
  if (!Array.isArray(listed)) return refused('holds no list');
  const witnesses: WitnessPlace[] = [];
  for (const [i, one] of listed.entries()) {
    const { url, key } = (one ?? {}) as { url?: unknown; key?: unknown };
    const place = witnessPlace(String(url), String(key));
    if ('why' in place) return refused(`names a ${i + 1}. witness that cannot be used (${place.why})`);
    if (witnesses.some((w) => w.key.name === place.key.name)) return refused(`names ${place.key.name} twice`);
    witnesses.push(place);
  }
  return { outcome: 'read', witnesses };
}

/** A witness as people name it, or why there is none like that. */
export function witnessPlace(url: string, key: string): WitnessPlace | { readonly why: string } {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return { why: `"${url}" is no address of the web, such as https://witness.example/` };
  }
  const read = readVerifierKey(key);
  if (read.outcome === 'malformed') return { why: read.why };
  if (read.value.type !== 'cosignature')
    return { why: `the key of ${read.value.name} is that of a log, not of a witness` };
  return { url, key: read.value };
}

/** Asks this witness too from now on, in the place of one of the same name. */
export async function addWitness(folder: string, added: WitnessPlace): Promise<WitnessList> {
  const list = await readWitnessList(folder);
  if (list.outcome === 'refused') return list;
  const witnesses = [...list.witnesses.filter(({ key }) => key.name !== added.key.name), added];
  const lines = witnesses.map(({ url, key }) => ({ url, key: verifierKeyText(key) }));
  await replaceDurably(join(folder, 'witnesses.json'), `${JSON.stringify(lines, null, 2)}\n`);
  return { outcome: 'read', witnesses };
}

/** What is remembered of each witness, as JSON in the file `log-witnessed` of the data folder. */
export const witnessedFile = (folder: string) => ({
  load: async (): Promise<unknown> => jsonIn((await textIn(join(folder, 'log-witnessed'))) ?? ''),
  save: (remembered: unknown) => replaceDurably(join(folder, 'log-witnessed'), `${JSON.stringify(remembered)}\n`),
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const textIn = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
