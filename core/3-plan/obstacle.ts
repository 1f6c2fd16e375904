import type { ConsentGround } from '@muster/decision/events';
import type { Barrier } from './events.ts';

/** One thing that stands between a pool and a line. */
export interface Obstacle {
  readonly barrier: Barrier;
  readonly ground?: ConsentGround;
  readonly words: string;
}
