import type { Price } from '@muster/plan/problem';
import { moveWords } from './move.ts';

const what: Readonly<Record<Price['of'], (id: string) => string>> = {
  limit: (id) => `One more person allowed by ${id}`,
  reserve: (id) => `One fewer kept in reserve by ${id}`,
  pool: (id) => `One more person in ${id}`,
  'pool-days': (id) => `One more person-day of ${id}`,
};

export const priceWords = ({ of, id, worth, words }: Price): string =>
  `${what[of](id)} would be worth up to ${moveWords(worth)}${words ? `: ${words}` : ''}.`;
