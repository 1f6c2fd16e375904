import { createHash } from 'node:crypto';
import type { OnRead, SeenPosition } from '@muster/house';

/**
 * A strong ETag that says how far each stream went that was read for an answer: `"1` and then, in base64url, 4 bytes of
 * the law and 6 of each stream's name with its position as a varint, in the order of the names' hashes. It is compared
 * whole on reads; a change is held to the positions in it. About 10 letters a stream.
 */
export class Reading {
  readonly #positions = new Map<string, number>();
  readonly #law: string;
  constructor(law: string) {
    this.#law = law;
  }

  readonly onRead: OnRead = (stream, position) => void this.#positions.set(stream, position);

  etag(): string {
    const entries = [...this.#positions].map(([stream, position]) => [shortHash(stream, nameBytes), position] as const);
    entries.sort(([a], [b]) => a.compare(b));
    const parts = entries.flatMap(([name, position]) => [name, varint(position)]);
    return `"1${Buffer.concat([shortHash(this.#law, lawBytes), ...parts]).toString('base64url')}"`;
  }
}

const lawBytes = 4;
const nameBytes = 6;

const shortHash = (text: string, bytes: number): Buffer =>
  createHash('sha256').update(text).digest().subarray(0, bytes);

function varint(n: number): Buffer {
  const bytes: number[] = [];
  for (let rest = n; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
}

/** Of bytes alone: for what has no streams of its own, such as a list. */
export const etagOfBytes = (bytes: string | Buffer): string =>
  `"h${createHash('sha256').update(bytes).digest('base64url')}"`;

/** The tags in an If-Match or If-None-Match head; undefined where it is none. */
export function tagsIn(header: string): readonly string[] | '*' | undefined {
  if (header.trim() === '*') return '*';
  const tags = header.match(/(?:W\/)?"[^"]*"/g) ?? [];
  const rest = header.replace(/(?:W\/)?"[^"]*"/g, '').replace(/[\s,]/g, '');
  return tags.length > 0 && rest === '' ? tags : undefined;
}

/** Whatever the position is, it is another. */
const never: SeenPosition = () => -1;

/** What its holder had seen; nothing stands as they saw it where the tag is weak, or none of ours. */
export function seenBy(tag: string): SeenPosition {
  const text = /^"1([\w-]*)"$/.exec(tag)?.[1];
  const bytes = Buffer.from(text ?? '', 'base64url');
  const positions = new Map<string, number>();
  let at = lawBytes;
  while (at + nameBytes < bytes.length) {
    const name = bytes.toString('hex', at, at + nameBytes);
    at += nameBytes;
    let position = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || factor > 2 ** 42) return never;
      position += (byte & 127) * factor;
      if (byte < 128) break;
    }
    positions.set(name, position);
  }
  if (text === undefined || at !== bytes.length) return never;
  return (stream) => positions.get(shortHash(stream, nameBytes).toString('hex'));
}
