import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  entryBundle,
  longEntryBundle,
  longestEntry,
  readEntryBundle,
  readLongEntryBundle,
  type Tile,
  tileOfPath,
  tilePath,
  tilesOf,
} from './index.ts';

it('writes paths as C2SP tlog-tiles does', () => {
  expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ level: 3, index: 7, width: 5 })).toBe('tile/3/007.p/5');
  expect(tilePath({ level: 'entries', index: 1_000, width: 255 })).toBe('tile/entries/x001/000.p/255');
});

it('reads each path back, and no other way to write it', () => {
  const tile = fc.record<Tile>({
    level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
    index: fc.maxSafeNat(),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(
    fc.property(tile, (one) => {
      expect(tileOfPath(tilePath(one))).toEqual(one);
    }),
  );
  for (const path of [
    'tile/64/000',
    'tile/00/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/001/',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/01',
    'tile/0/x001',
    'tile/data/000',
    'tile/0/../000',
    '/tile/0/000',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
    'tile/0/001.p/5/6',
    'x/tile/0/001',
    'tile/0/0011',
    'tiles',
  ]) {
    expect(tileOfPath(path), path).toBeUndefined();
  }
});

it('a tree of 70,000 has the tiles that the specification counts', () => {
  const widths = tilesOf(70_000).map(({ level, width }) => `${level}:${width}`);
  const count = (name: string) => widths.filter((width) => width === name).length;
  expect([count('0:256'), count('0:112'), count('1:256'), count('1:17'), count('2:1')]).toEqual([273, 1, 1, 1, 1]);
  expect(widths).toHaveLength(277);
  expect(tilesOf(256).map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
  expect(tilesOf(0)).toEqual([]);
});

it('a bundle gives back its entries, and nothing that breaks off or lies behind them', () => {
  const none = entryBundle([new Uint8Array()]);
  expect(readEntryBundle(none, 1)).toEqual({ outcome: 'read', value: [new Uint8Array()] });
  expect(readEntryBundle(none.subarray(0, 1), 1)).toMatchObject({ why: 'The bundle breaks off in entry 0.' });
  const entries = [Uint8Array.of(1, 2, 3), new Uint8Array(), new Uint8Array(longestEntry).fill(9)];
  const bundle = entryBundle(entries);
  expect([...bundle.subarray(0, 7)]).toEqual([0, 3, 1, 2, 3, 0, 0]);
  expect(readEntryBundle(bundle, 3)).toEqual({ outcome: 'read', value: entries });
  expect(readEntryBundle(bundle, 2)).toMatchObject({ why: 'The bundle holds 3 entries instead of 2.' });
  expect(readEntryBundle(bundle.subarray(0, 4), 1)).toMatchObject({ why: 'The bundle breaks off in entry 0.' });
  expect(readEntryBundle(bundle.subarray(0, 6), 2)).toMatchObject({ why: 'The bundle breaks off in entry 1.' });
  const long = [...entries, new Uint8Array(longestEntry + 1)];
  expect(() => entryBundle(long)).toThrow('65536 bytes is longer than the 65535');
  expect(readLongEntryBundle(longEntryBundle(long), 4)).toEqual({ outcome: 'read', value: long });
  expect(readLongEntryBundle(longEntryBundle(long).subarray(0, -1), 4)).toMatchObject({ outcome: 'malformed' });
});
