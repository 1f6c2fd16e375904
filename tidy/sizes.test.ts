import { expect, it } from 'vitest';
import { files, isCode, read } from './repository.ts';

const mostLines = 400;

/** Files that may be longer, each with its reason. A file that has become short again must leave this list. */
const longer: readonly string[] = [];

it(`no code file is longer than ${mostLines} lines: divide it by what it is about`, () => {
  const long = files.filter((file) => isCode(file) && read(file).split('\n').length > mostLines);
  expect(long).toEqual(longer);
});
