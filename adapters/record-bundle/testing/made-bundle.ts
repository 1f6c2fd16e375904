import { createHash } from 'node:crypto';
import {
  checkpointText,
  emptyTree,
  growTree,
  leafHash,
  noteText,
  rootOf,
  type SigningKey,
  signingKey,
  signNote,
  utf8,
  verifierKeyText,
} from '@muster/log';
import { ownMark, sealText } from '../bundle-lines.ts';

export const origin = 'toy.example/record';
export const keyOf = (n: number, name = origin) => signingKey(name, 'ed25519', new Uint8Array(32).fill(n));
export const [key, next, stranger] = [keyOf(7), keyOf(8), keyOf(9)];

const sha = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
export const event = (commandId: string, stream: string, position: number) =>
  JSON.stringify({ commandId, position, stream });
export const command = (id: string, ...seq: number[]) =>
  JSON.stringify({ bundle: 'command', id, body: '{}', answer: '{}', seq, recordedAt: seq.map(String) });
export const head = (stream: string, ...events: string[]) => {
  const hash = events.reduce((before, text) => sha(before, text), Buffer.alloc(0)).toString('base64');
  return JSON.stringify({ bundle: 'head', stream, position: events.length, hash });
};
/** As the check has it: the mark alone is no line of its own. */
const isOwn = (line: string) => line.startsWith(ownMark) && line !== ownMark;
const kindOf = (line: string) => (isOwn(line) ? JSON.parse(line).bundle : 'event');

export const [a1, b1, a2, c1] = [
  event('c1', 's/a', 1),
  event('c1', 's/b', 1),
  event('c2', 's/a', 2),
  event('c3', 's/c', 1),
];
/** A bundle as its writer thinks of it; what is computed over it is filled in by {@link made}. */
export const whole: readonly string[] = [
  JSON.stringify({ bundle: 'muster' }),
  command('c1', 1, 2),
  a1,
  b1,
  command('c2', 3),
  a2,
  command('c3', 4),
  c1,
  JSON.stringify({ bundle: 'leaves' }),
  command('c4'),
  head('s/a', a1, a2),
  head('s/b', b1),
  head('s/c', c1),
  JSON.stringify({ bundle: 'end', commands: 3, silent: 1, streams: 3 }),
];

export interface Terms {
  readonly by?: readonly SigningKey[];
  readonly sealedBy?: SigningKey | undefined;
  readonly size?: number;
  readonly keys?: readonly object[];
  readonly named?: string;
}

/** Fills in hashes, checkpoint and seal, so that nothing is wrong with lines but what they themselves say. */
export function made(lines: readonly string[], terms: Terms = {}): string[] {
  const { by = [key], keys = [{ verifierKey: verifierKeyText(key), fromSize: 0 }], named = origin } = terms;
  const leaves = lines.filter((line) => !isOwn(line)).map((line) => leafHash(utf8(line)));
  const size = terms.size ?? leaves.length;
  const root = rootOf(growTree(emptyTree, leaves).edge);
  const text = checkpointText({ origin: by[0]?.name ?? '', size: leaves.length, root, extensions: [] });
  const checkpoint = noteText({ text, signatures: by.map((one) => signNote(text, one, 5)) });
  let [from, part, all] = [0, '', ''];
  return lines.map((line, i) => {
    let out = line;
    const said = isOwn(line) ? JSON.parse(line) : undefined;
    if (i === 0) out = JSON.stringify({ bundle: 'muster', version: 1, origin: named, size, checkpoint, keys });
    if (said?.bundle === 'leaves') {
      const told = lines.slice(0, i).filter((one) => !isOwn(one)).length;
      const hashes = Buffer.concat(leaves.slice(from, told)).toString('base64');
      out = JSON.stringify({ bundle: 'leaves', from, hashes, lines: sha(part).toString('base64'), ...said });
      [from, part] = [told, ''];
    }
    if (said?.bundle === 'end') {
      const { commands, silent, streams, seal } = said;
      const hash = sha(all).toString('base64');
      const sealing = sealText(named, size, hash);
      const sealer = 'sealedBy' in terms ? terms.sealedBy : by[0];
      const sealed = sealer && { seal: noteText({ text: sealing, signatures: [signNote(sealing, sealer)] }) };
      out = JSON.stringify({ bundle: 'end', commands, silent, streams, hash, ...sealed, ...(seal ? { seal } : {}) });
    }
    part += `${out}\n`;
    all += `${out}\n`;
    return out;
  });
}

/** On which line of {@link whole} the nth of a kind stands, from 0. */
export const at = (kind: string, nth = 0): number =>
  whole.flatMap((line, i) => (kindOf(line) === kind ? [i] : []))[nth] as number;
