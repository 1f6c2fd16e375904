import { expect, it } from 'vitest';
import { pressed, sorted } from './sort.ts';

const rows = [
  { name: 'Ohio', n: 2 },
  { name: 'Alabama', n: 10 },
  { name: 'Maine', n: 2 },
];
const values = { name: (r: (typeof rows)[number]) => r.name, n: (r: (typeof rows)[number]) => r.n };
const names = (by: 'name' | 'n', descending: boolean) => sorted(rows, { by, descending }, values).map((r) => r.name);

it('sorts words by alphabet and numbers by size, equals as they stood, and leaves the rows alone', () => {
  expect(names('name', false)).toEqual(['Alabama', 'Maine', 'Ohio']);
  expect(names('n', true)).toEqual(['Alabama', 'Ohio', 'Maine']);
  expect(names('n', false)).toEqual(['Ohio', 'Maine', 'Alabama']);
  expect(rows[0]?.name).toBe('Ohio');
});

it('a heading pressed again turns the order; numbers begin with the greatest', () => {
  const byName = { by: 'name', descending: false } as const;
  expect(pressed<'name' | 'n'>(byName, 'n', true)).toEqual({ by: 'n', descending: true });
  expect(pressed<'name' | 'n'>(byName, 'name', false)).toEqual({ by: 'name', descending: true });
});
