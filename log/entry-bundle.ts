import { malformed, type Reading, reading } from './outcome.ts';

/** The longest entry that a C2SP bundle can hold, in bytes: its length stands before it in two bytes. */
export const longestEntry = 0xffff;

/** Entries one behind the other, each with its length before it (C2SP tlog-tiles). Throws on one longer than {@link longestEntry}. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0));
  const view = new DataView(bundle.buffer);
  let at = 0;
  for (const entry of entries) {
    if (entry.length > longestEntry) {
      throw new RangeError(`An entry of ${entry.length} bytes is longer than the ${longestEntry} a bundle can hold.`);
    }
    view.setUint16(at, entry.length);
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
}

/** The entries of a bundle, which must be `width` and nothing behind them. */
export function readEntryBundle(bundle: Uint8Array, width: number): Reading<readonly Uint8Array[]> {
  return reading(() => {
    const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
    const entries: Uint8Array[] = [];
    let at = 0;
    while (at < bundle.length) {
      const end = at + 2 <= bundle.length ? at + 2 + view.getUint16(at) : Number.POSITIVE_INFINITY;
      if (end > bundle.length) malformed(`The bundle breaks off in entry ${entries.length}.`);
      entries.push(bundle.subarray(at + 2, end));
      at = end;
    }
    if (entries.length !== width) malformed(`The bundle holds ${entries.length} entries instead of ${width}.`);
    return entries;
  });
}
