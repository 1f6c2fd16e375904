import { malformed, type Reading, reading } from './outcome.ts';

/** The longest entry that a C2SP bundle can hold, in bytes: its length stands before it in two bytes. */
export const longestEntry = 0xffff;

/** Entries one behind the other, each with its length before it (C2SP tlog-tiles). Throws on one longer than {@link longestEntry}. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const long = entries.find((entry) => entry.length > longestEntry);
  if (long) {
    throw new RangeError(`An entry of ${long.length} bytes is longer than the ${longestEntry} a bundle can hold.`);
  }
  return written(entries, 2);
}

/** The same with the length in four bytes: our own, where an entry is too long for the other. */
export const longEntryBundle = (entries: readonly Uint8Array[]): Uint8Array => written(entries, 4);

/** The entries of a bundle, which must be `width` and nothing behind them. */
export const readEntryBundle = (bundle: Uint8Array, width: number): Reading<readonly Uint8Array[]> =>
  reading(() => entriesIn(bundle, width, 2));

/** The entries of a {@link longEntryBundle}, which must be `width` and nothing behind them. */
export const readLongEntryBundle = (bundle: Uint8Array, width: number): Reading<readonly Uint8Array[]> =>
  reading(() => entriesIn(bundle, width, 4));

function written(entries: readonly Uint8Array[], lengthBytes: 2 | 4): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((length, entry) => length + lengthBytes + entry.length, 0));
  const view = new DataView(bundle.buffer);
  let at = 0;
  for (const entry of entries) {
    if (lengthBytes === 2) view.setUint16(at, entry.length);
    else view.setUint32(at, entry.length);
    bundle.set(entry, at + lengthBytes);
    at += lengthBytes + entry.length;
  }
  return bundle;
}

function entriesIn(bundle: Uint8Array, width: number, lengthBytes: 2 | 4): Uint8Array[] {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    const from = at + lengthBytes;
    const isWhole = from <= bundle.length;
    const end = isWhole
      ? from + (lengthBytes === 2 ? view.getUint16(at) : view.getUint32(at))
      : Number.POSITIVE_INFINITY;
    if (end > bundle.length) malformed(`The bundle breaks off in entry ${entries.length}.`);
    entries.push(bundle.subarray(from, end));
    at = end;
  }
  if (entries.length !== width) malformed(`The bundle holds ${entries.length} entries instead of ${width}.`);
  return entries;
}
