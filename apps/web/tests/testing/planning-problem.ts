import type { PlanningProblem } from '@muster/api';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';

const period = { fromOn: '2025-06-01', toOn: '2025-07-01' };

/** A small problem in the place of the fixture request's: three of its lenders, two of its lines, and the plan that stands. */
export const planningProblem = toyProblem({
  problemId: 'req_2025-05-guard',
  lenders: ['us.al', 'us.az', 'us.wy'].map((id) => toyLender(id, { strength: 40 })),
  pools: [
    toyPool('us.al.porters', 'us.al', { placeId: 'south-land', people: 12 }),
    toyPool('us.az.porters', 'us.az', { placeId: 'north-land', people: 20, personDayCents: 200 }),
    toyPool('us.wy.porters', 'us.wy', { placeId: 'north-land', people: 4, readyDays: 2 }),
  ],
  lines: [toyLine('lin_administration-tx', { people: 10 }), toyLine('lin_medical-tx', { people: 6, priority: 2 })],
  objectives: ['lean', 'changes', 'fill', 'travel', 'cost'],
  former: [
    { poolId: 'us.al.porters', lineId: 'lin_administration-tx', kind: 'militia', period, people: 10 },
    { poolId: 'us.al.porters', lineId: 'lin_medical-tx', kind: 'militia', period, people: 2 },
    { poolId: 'us.wy.porters', lineId: 'lin_medical-tx', kind: 'militia', period, people: 4 },
  ],
} as never) as unknown as PlanningProblem;
