import { expect, it } from 'vitest';
import type { WitnessStanding } from '../data/log-shown.ts';
import { witnessWords } from './witness-words.ts';

const standing = (state: WitnessStanding['state'], size: number, words?: string): WitnessStanding => ({
  name: 'witness.example/w1',
  url: 'https://witness.example/',
  state,
  size,
  words,
});

it.each([
  ['cosigned', 12, undefined, 'It has seen all of it'],
  ['cosigned', 1, undefined, 'It has seen the first 1 event; the rest'],
  ['waiting', 0, undefined, 'It has not answered yet. It has cosigned nothing yet.'],
  ['unreachable', 7, undefined, 'asked again. It has cosigned the first 7.'],
  ['refused', 0, 'it does not know this log', 'It refuses to cosign: it does not know this log. It has'],
  ['ahead', 20, undefined, 'an older copy was put back, and nothing is signed'],
  ['contradicted', 3, undefined, 'another history of this log'],
] as const)('a witness that is %s at %i of 12 events is told in a sentence', (state, size, words, told) => {
  expect(witnessWords(standing(state, size, words), 12)).toContain(told);
});
