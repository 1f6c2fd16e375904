import { expect, it } from 'vitest';
import { greatestFirst, groupBy, sumOf } from './group.ts';

it('groups keep the order in which their keys are met', () => {
  expect(groupBy(['b1', 'a1', 'b2'], (row) => row.charAt(0))).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});

it('sums, and counts greatest first without the empty ones', () => {
  expect(sumOf([1, 2, 3], (n) => n)).toBe(6);
  expect(greatestFirst({ skill: 1, consent: 5, reserve: 0 })).toEqual([
    ['consent', 5],
    ['skill', 1],
  ]);
});
