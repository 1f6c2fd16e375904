import type { Recorded, StreamName } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { firstDifference } from './first-difference.ts';
import { growingRecord } from './growing-record.ts';

const stream = (name: string) => `request/${name}` as StreamName;
const event = (name: string, position: number) => ({ stream: stream(name), position }) as unknown as Recorded;

describe('given a record that grew by four commands', () => {
  const grown = () => {
    const record = growingRecord();
    record.grow([event('a', 1)]);
    record.grow([]);
    record.grow([event('b', 1), event('a', 2)]);
    record.grow([event('a', 3)]);
    return record;
  };
  const positions = async (name: string, upTo?: number) =>
    (await grown().asAfter(upTo)(stream(name))).map(({ position }) => position);

  it('when it is read as it stands, then each stream has all its events', async () => {
    expect(grown().commands).toBe(4);
    expect(await positions('a')).toEqual([1, 2, 3]);
    expect(await positions('b')).toEqual([1]);
    expect(await positions('none')).toEqual([]);
  });

  it('when it is read as it stood after some commands, then what came later is not there', async () => {
    expect(await Promise.all([0, 1, 2, 3, 4, 9].map((upTo) => positions('a', upTo)))).toEqual([
      [],
      [1],
      [1],
      [1, 2],
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(await Promise.all([2, 3].map((upTo) => positions('b', upTo)))).toEqual([[], [1]]);
  });

  it('when streams are watched, then the next command that changed one of them is named, if any did', () => {
    const next = (names: readonly string[], after: number) => grown().nextChange(names.map(stream), after);
    expect(next(['a'], 0)).toBe(1);
    expect(next(['a'], 1)).toBe(3);
    expect(next(['a', 'b'], 3)).toBe(4);
    expect(next(['b', 'a'], 0)).toBe(1);
    expect(next(['b'], 3)).toBeUndefined();
    expect(next(['a', 'b'], 4)).toBeUndefined();
    expect(next(['none'], 0)).toBeUndefined();
    expect(next([], 0)).toBeUndefined();
  });
});

describe('given two values', () => {
  it('when they are the same, then there is no difference', () => {
    for (const value of [1, 'a', null, undefined, [], {}, { a: [1, { b: null }] }]) {
      expect(firstDifference(value, structuredClone(value))).toBeUndefined();
    }
  });

  it.each([
    [1, 2, ''],
    ['1', 1, ''],
    [null, {}, ''],
    [{}, null, ''],
    [0, -0, ''],
    [[], {}, ''],
    [{}, [], ''],
    [{ a: 1 }, { a: 2 }, 'a'],
    [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, 'a.b.1'],
    [{ b: 1, a: 1 }, { b: 2, a: 2 }, 'a'],
    [{ a: 1 }, {}, 'a'],
    [{}, { a: 1 }, 'a'],
    [{ a: 1, c: 1 }, { a: 1, b: 1, c: 2 }, 'b'],
    [[1], [1, 2], '1'],
  ])('when they are %j and %j, then the first place by name is told: %s', (recorded, byRules, path) => {
    const found = firstDifference(recorded, byRules);
    expect(found?.path).toBe(path);
    const inside = (value: unknown) =>
      path === '' ? value : path.split('.').reduce((at, key) => (at as Record<string, unknown>)[key], value as unknown);
    expect(found).toEqual({ path, recorded: inside(recorded), byRules: inside(byRules) });
  });
});
