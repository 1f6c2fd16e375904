import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

export interface FileLine {
  /** From 1. */
  readonly number: number;
  /** Without its newline; a view that holds until the next line is asked for. */
  readonly bytes: Buffer;
  /** False for a last line that lacks its newline. */
  readonly ended: boolean;
}

/** A line longer than this is none of a bundle: a file without newlines must not fill the memory. */
const longestLine = 64 * 1024 * 1024;

export class LineTooLong extends Error {
  constructor(number: number) {
    super(`Line ${number} is longer than ${longestLine} bytes`);
  }
}

/** Batches of lines of a file, packed by gzip or not; `onBytes` is told how far the file itself has been read. */
export async function* readLines(file: string, onBytes?: (read: number) => void): AsyncGenerator<readonly FileLine[]> {
  const packed = await isPacked(file);
  const raw = createReadStream(file, { highWaterMark: 1 << 20 });
  const gunzip = packed ? createGunzip({ chunkSize: 1 << 18 }) : undefined;
  // An error of the file would otherwise leave the unpacking waiting for ever.
  if (gunzip) raw.on('error', (error) => gunzip.destroy(error));
  const source = gunzip ? raw.pipe(gunzip) : raw;
  let number = 0;
  let rest: Buffer[] = [];
  let restLength = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    onBytes?.(raw.bytesRead);
    const lines: FileLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const part = chunk.subarray(from, end);
      const bytes = rest.length > 0 ? Buffer.concat([...rest, part]) : part;
      if (rest.length > 0) [rest, restLength] = [[], 0];
      lines.push({ number: ++number, bytes, ended: true });
      from = end + 1;
    }
    if (from < chunk.length) {
      rest.push(chunk.subarray(from));
      restLength += chunk.length - from;
      if (restLength > longestLine) throw new LineTooLong(number + 1);
    }
    if (lines.length > 0) yield lines;
  }
  if (restLength > 0) yield [{ number: ++number, bytes: Buffer.concat(rest), ended: false }];
}

async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
