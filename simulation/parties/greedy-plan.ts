import type { LawPort } from '@muster/decision';
import { carryOutOrder, type Means, type Planned, type PlanOrder } from '@muster/flow';
import { type Arc, costOf, type Plan, type PlanningPicture, weighArc } from '@muster/plan';
import type { Care } from './deed.ts';

/**
 * Carries out an order to plan as the house does, with a plan made by hand instead of by a solver: line by line it takes
 * whom it can have. The plan proves nothing and says so. What the planner is `careless` of, the decider must find.
 */
export const planGreedily = (means: Means, order: PlanOrder, careless: readonly Care[]): Promise<Planned> =>
  carryOutOrder(means, order, async (picture) => ({
    plan: greedyPlan(picture, means.law, order, new Set(careless)),
  }));

function greedyPlan(picture: PlanningPicture, law: LawPort, order: PlanOrder, careless: ReadonlySet<Care>): Plan {
  const { requestId, planId, orderOn, travelKmPerDay } = order;
  const lines = [...(picture.request?.lines ?? [])].sort((a, b) => a.priority - b.priority);
  const left = whatIsLeft(picture, careless);
  const assignments = lines.flatMap((line) =>
    picture.offers.flatMap(({ lenderId, pools }) =>
      pools.flatMap((pool) => {
        const kind = pool.kinds[0];
        if (!kind) return [];
        const arc = weighArc(picture, law, order, { pool, lenderId, line, kind, period: line.period });
        if (arc.obstacles.length > 0 && !careless.has('obstacles')) return [];
        const people = left.take(arc);
        if (people === 0) return [];
        const { poolId } = pool;
        return [{ poolId, lenderId, lineId: line.lineId, kind, period: line.period, people, arriveOn: arc.arriveOn }];
      }),
    ),
  );
  const outcomes = lines.map(({ lineId, people: asked, period }) => {
    const filled = assignments.filter((a) => a.lineId === lineId).reduce((n, a) => n + a.people, 0);
    const short = Math.max(0, asked - filled);
    const reasons = short > 0 ? [{ barrier: 'strength' as const, people: short, words: 'nobody was sought' }] : [];
    return { lineId, asked, filled, byPeriod: [{ period, filled }], short, reasons };
  });
  const value = lines.reduce((n, line, l) => n + 2 ** (5 - line.priority) * (outcomes[l]?.short ?? 0), 0);
  return {
    planId,
    requestId,
    requestVersion: picture.request?.requestVersion ?? 1,
    orderOn,
    travelKmPerDay,
    assignments,
    lines: outcomes,
    levels: [{ level: 'fill', meaning: 'people lacking', value, bound: 0, gap: value / Math.max(1, value) }],
    costCents: costOf(assignments, picture),
    solver: 'by hand',
  };
}

/** Counts people down over every limit that the planner looks at. */
function whatIsLeft(picture: PlanningPicture, careless: ReadonlySet<Care>) {
  const left = new Map<string, number>();
  const elsewhere = (lenderId: string): number =>
    [...picture.committedElsewhere].filter(([id]) => id === lenderId).reduce((n, [, uses]) => n + sumOf(uses), 0);
  const limitsOf = ({ line, pool, lenderId, policies }: Arc): (readonly [Care, string, number])[] => {
    const offer = picture.offers.find((o) => o.lenderId === lenderId);
    const gone = elsewhere(lenderId);
    return [
      ['line', `line ${line.lineId}`, line.people],
      ['pool', `pool ${lenderId} ${pool.poolId}`, pool.people - gone],
      ['reserve', `reserve ${lenderId}`, pool.people - (offer?.reserve ?? 0) - gone],
      ...policies.flatMap(({ policyId, mostPeople, boundBy }) =>
        mostPeople === undefined
          ? []
          : [[boundBy === 'consent' ? 'consent' : 'condition', policyId, mostPeople] as const],
      ),
    ];
  };
  return {
    take(arc: Arc): number {
      const limits = limitsOf(arc).filter(([care]) => !careless.has(care));
      const rests = limits.map(([, key, most]) => left.get(key) ?? Math.max(0, most));
      const people = Math.min(8, ...rests);
      for (const [i, [, key]] of limits.entries()) left.set(key, (rests[i] ?? 0) - people);
      return people;
    },
  };
}

const sumOf = (uses: readonly { readonly people: number }[]): number => uses.reduce((n, use) => n + use.people, 0);
