import { expect, it } from 'vitest';
import { codeOf, files, findIn, isTest, read } from './repository.ts';

const left = /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:only|skip|todo)\b/;

it('no test is left out or runs alone: mend it, or take it away', () => {
  expect(findIn('example', `it.${'only'}('runs')`, left)).not.toEqual([]);
  const tests = files.filter((file) => isTest(file) || /^contract\/.*\.ts$/.test(file));
  expect(tests.flatMap((file) => findIn(file, codeOf(read(file), { strings: false }), left))).toEqual([]);
});
