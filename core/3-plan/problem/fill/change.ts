import { addDays } from '@muster/terms';
import type { PlanProblem } from '../plan-problem.ts';

/** Whose change it is: a sovereign's that consents, counsel's, the planner's, a lender's, or of the people or the request. */
export const changeKinds = ['consent', 'review', 'planner', 'reserve', 'tour', 'strength', 'start'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One thing to be changed so that a line is filled. */
export interface Change {
  readonly kind: ChangeKind;
  readonly of: 'limit' | 'bar' | 'reserve' | 'pool-days' | 'tour' | 'pool' | 'start';
  /** The limit, bar, lender, pool or line. */
  readonly id: string;
  /**
   * By how many: people more allowed by a limit, fewer kept in reserve, more in a pool, or who come once a bar is lifted;
   * people-days more of a pool; days longer in a tour, or later that the line begins.
   */
  readonly by: number;
  /** The words of the limit or bar. */
  readonly words?: string;
}

/** The problem with changes made. */
export const applyChanges = (problem: PlanProblem, changes: readonly Change[]): PlanProblem =>
  changes.reduce(applyChange, problem);

function applyChange(problem: PlanProblem, { of, id, by }: Change): PlanProblem {
  const pools = (more: (pool: PlanProblem['pools'][number]) => object) =>
    problem.pools.map((pool) => (pool.poolId === id ? { ...pool, ...more(pool) } : pool));
  switch (of) {
    case 'limit':
      return {
        ...problem,
        limits: problem.limits.map((l) => (l.limitId === id ? { ...l, mostPeople: l.mostPeople + by } : l)),
      };
    case 'bar':
      return { ...problem, bars: problem.bars.filter((bar) => bar.barId !== id) };
    case 'reserve':
      return {
        ...problem,
        lenders: problem.lenders.map((l) => (l.lenderId === id ? { ...l, reserve: l.reserve - by } : l)),
      };
    case 'pool-days':
      return { ...problem, pools: pools(({ mostPersonDays = 0 }) => ({ mostPersonDays: mostPersonDays + by })) };
    case 'tour':
      return { ...problem, pools: pools(({ tourDays = 0 }) => ({ tourDays: tourDays + by })) };
    case 'pool':
      return { ...problem, pools: pools(({ people }) => ({ people: people + by })) };
    case 'start':
      return {
        ...problem,
        lines: problem.lines.map((line) =>
          line.lineId === id ? { ...line, period: { ...line.period, fromOn: addDays(line.period.fromOn, by) } } : line,
        ),
      };
  }
}
