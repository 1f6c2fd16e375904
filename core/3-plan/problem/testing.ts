import type { PlanProblem } from './plan-problem.ts';

/** A small problem for tests: porters and healers of three lenders, two lines, one time; parts are put in its place. */
export const toyProblem = (over: Partial<PlanProblem> = {}): PlanProblem =>
  ({
    problemId: 'toy',
    title: 'A small problem',
    source: 'made for tests',
    orderOn: '2025-05-26',
    travelKmPerDay: 500,
    turningDays: [],
    places: [
      { placeId: 'north-land', latitude: 45, longitude: 0 },
      { placeId: 'south-land', latitude: 40, longitude: 0 },
      { placeId: 'isle-land', latitude: 0, longitude: 90 },
    ],
    lenders: [toyLender('north'), toyLender('south'), toyLender('isle')],
    pools: [toyPool('north-porters', 'north'), toyPool('south-porters', 'south')],
    lines: [toyLine('carry-south')],
    bars: [],
    limits: [],
    pins: [],
    wishes: [],
    objectives: ['fill', 'arrival', 'cost'],
    ...over,
  }) as PlanProblem;

export const toyLender = (lenderId: string, over: object = {}) =>
  ({ lenderId, strength: 100, reserve: 0, ...over }) as never;

export const toyPool = (poolId: string, lenderId: string, over: object = {}) =>
  ({
    poolId,
    lenderId,
    skillId: 'porter',
    placeId: `${lenderId}-land`,
    people: 10,
    kinds: ['militia'],
    readyDays: 0,
    personDayCents: 100,
    ...over,
  }) as never;

export const toyLine = (lineId: string, over: object = {}) =>
  ({
    lineId,
    taskId: 'carry',
    skillId: 'porter',
    placeId: 'south-land',
    period: { fromOn: '2025-06-01', toOn: '2025-07-01' },
    people: 10,
    priority: 1,
    ...over,
  }) as never;
