import type { Move } from '@muster/plan/problem';
import { count } from './text.ts';

/** A movement of a level in words: "60 days of waiting x people-days (arrival)". */
export const moveWords = ({ level, unit, by }: Move): string => `${count(by)} ${unit} (${level})`;

/** Movements of several levels, such as "480 weighted people-days more (fill), 60 cents less (cost)". */
export const movesWords = (moves: readonly Move[]): string =>
  moves.length === 0
    ? 'nothing'
    : moves
        .map(({ level, unit, by }) => `${count(Math.abs(by))} ${unit} ${by > 0 ? 'more' : 'less'} (${level})`)
        .join(', ');
