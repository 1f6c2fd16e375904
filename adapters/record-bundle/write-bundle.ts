import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import {
  base64Of,
  emptyTree,
  growTree,
  type Hash,
  leafHash,
  noteText,
  rootOf,
  type SigningKey,
  sameBytes,
  signNote,
} from '@muster/log';
import { type BundleHeader, type OwnLine, ownLineText, sealText } from './bundle-lines.ts';
import { streamChains } from './stream-chains.ts';

export interface BundledCommand {
  readonly commandId: string;
  readonly body: string;
  readonly answer: string;
  /** In the order of the log; none for a command that left none. */
  readonly events: readonly BundledEvent[];
}

export interface BundledEvent {
  /** The exact text that is the leaf. */
  readonly text: string;
  readonly stream: string;
  readonly position: number;
  readonly seq: number;
  readonly recordedAt: string;
}

export interface WriteBundle {
  readonly file: string;
  readonly heading: Omit<BundleHeader, 'bundle' | 'version'>;
  /** All commands that left events up to the checkpoint, in the order of the log, then those that left none. */
  readonly commands: AsyncIterable<BundledCommand>;
  /** The root that was signed: what does not hash to it is not written. */
  readonly root: Hash;
  /** The hashes the log keeps for up to 256 leaves from one on: which leaf is another than was signed is then named. */
  readonly hashesOf?: (from: number, count: number) => Promise<Uint8Array>;
  /** The key that seals it; without one it is not sealed. */
  readonly key?: SigningKey | undefined;
  readonly onProgress?: (leaves: number) => void;
}

export interface WrittenBundle {
  readonly events: number;
  readonly commands: number;
  readonly streams: number;
  readonly bytes: number;
}

/** Thrown where the record is not what was signed: a bundle of it would prove only that. */
export class NotWhatWasSigned extends Error {
  constructor(leaf?: number) {
    super(
      leaf === undefined
        ? 'The record is not what its log signed: its events do not make up the tree that was signed.'
        : `The record is not what its log signed: the event of leaf ${leaf} was changed since.`,
    );
    this.name = 'NotWhatWasSigned';
  }
}

/**
 * Writes a bundle beside its name and gives it the name when it is whole and on the disk: what fails leaves nothing. A
 * name that ends in `.gz` is packed. The same record always makes the same bytes.
 */
export async function writeBundle(given: WriteBundle): Promise<WrittenBundle> {
  const { file } = given;
  const part = `${file}.part`;
  const target = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  const gzip = file.endsWith('.gz') ? createGzip() : undefined;
  if (gzip) gzip.pipe(target);
  const out = gzip ?? target;
  const failed = new Promise<never>((_, reject) => {
    for (const stream of [out, target]) stream.on('error', reject);
  });
  failed.catch(() => {});
  try {
    const written = await Promise.race([failed, write(out, given)]);
    out.end();
    await Promise.race([failed, finished(target)]);
    await sync(part);
    await rename(part, file);
    await sync(dirname(file));
    return written;
  } catch (error) {
    out.destroy();
    target.destroy();
    // A part that was there before is another's, and not ours to remove.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(part, { force: true });
    throw error;
  }
}

async function write(
  out: NodeJS.WritableStream,
  { heading, commands, root, hashesOf, key, onProgress }: WriteBundle,
): Promise<WrittenBundle> {
  const whole = createHash('sha256');
  let lines = createHash('sha256');
  let bytes = 0;
  let pending: string[] = [];
  let pendingSize = 0;
  const flush = async () => {
    const text = Buffer.from(pending.join(''), 'utf8');
    [pending, pendingSize] = [[], 0];
    bytes += text.length;
    if (!out.write(text)) await once(out, 'drain');
  };
  const put = async (line: string) => {
    const text = `${line}\n`;
    whole.update(text);
    lines.update(text);
    pending.push(text);
    pendingSize += text.length;
    if (pendingSize > 1 << 18) await flush();
  };
  const putOwn = (line: OwnLine) => put(ownLineText(line));

  const chains = streamChains();
  let edge = emptyTree;
  let untold: Hash[] = [];
  let [events, withEvents, silent] = [0, 0, 0];
  const tellLeaves = async (least: number) => {
    while (untold.length >= least && untold.length > 0) {
      const run = untold.slice(0, 256);
      untold = untold.slice(256);
      const from = edge.size;
      if (hashesOf) compare(run, await hashesOf(from, run.length), from);
      edge = growTree(edge, run).edge;
      const hash = lines.digest('base64');
      lines = createHash('sha256');
      await putOwn({ bundle: 'leaves', from, hashes: base64Of(Buffer.concat(run)), lines: hash });
      onProgress?.(edge.size);
    }
  };

  await putOwn({ bundle: 'muster', version: 1, ...heading });
  for await (const { commandId, body, answer, events: mine } of commands) {
    if (mine.length === 0) {
      if (silent++ === 0) await tellLeaves(1);
    } else withEvents++;
    const seq = mine.map((event) => event.seq);
    const recordedAt = mine.map((event) => event.recordedAt);
    await putOwn({ bundle: 'command', id: commandId, body, answer, seq, recordedAt });
    for (const { text, stream, position } of mine) {
      const leaf = Buffer.from(text, 'utf8');
      chains.add(stream, position, leaf);
      untold.push(leafHash(leaf));
      events++;
      await put(text);
    }
    await tellLeaves(256);
  }
  await tellLeaves(1);
  if (!sameBytes(rootOf(edge), root)) throw new NotWhatWasSigned();
  const heads = [...chains.heads()].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [stream, { position, hash }] of heads) {
    await putOwn({ bundle: 'head', stream, position, hash: Buffer.from(hash, 'latin1').toString('base64') });
  }
  const hash = whole.copy().digest('base64');
  const text = sealText(heading.origin, heading.size, hash);
  const seal = key && { seal: noteText({ text, signatures: [signNote(text, key)] }) };
  await putOwn({ bundle: 'end', commands: withEvents, silent, streams: heads.length, hash, ...seal });
  await flush();
  return { events, commands: withEvents + silent, streams: heads.length, bytes };
}

function compare(run: readonly Hash[], kept: Uint8Array, from: number): void {
  const changed = run.findIndex((hash, i) => !sameBytes(hash, kept.subarray(32 * i, 32 * (i + 1))));
  if (changed >= 0) throw new NotWhatWasSigned(from + changed);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
