import type { Barrier } from './events.ts';

/** Why a consent does not cover a use; coded, so that readers can count. */
export type ConsentGround =
  | 'notSought'
  | 'unanswered'
  | 'refused'
  | 'lapsed'
  | 'withdrawn'
  | 'task'
  | 'place'
  | 'status'
  | 'dates';

/** One thing that stands between a pool and a line. */
export interface Obstacle {
  readonly barrier: Barrier;
  readonly ground?: ConsentGround;
  readonly words: string;
}
