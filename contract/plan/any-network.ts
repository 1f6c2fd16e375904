import type { PlanProblem } from '@muster/plan/problem';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import fc from 'fast-check';

const days = [
  { fromOn: '2025-06-01', toOn: '2025-06-16' },
  { fromOn: '2025-06-16', toOn: '2025-07-01' },
  { fromOn: '2025-06-01', toOn: '2025-07-01' },
] as const;
const places = ['north-land', 'south-land', 'isle-land'] as const;
const lenders = ['north', 'south', 'isle'] as const;
const kinds = ['militia', 'marine'] as const;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const some = (few: readonly string[]) => fc.subarray([...few], { minLength: 1 });

const pools = fc.array(
  fc.record({
    lender: fc.constantFrom(...lenders),
    people: fc.integer({ min: 0, max: 12 }),
    skillId: fc.constantFrom('porter', 'healer'),
    kinds: some(kinds),
    readyDays: fc.integer({ min: 0, max: 9 }),
    personDayCents: fc.constantFrom(50, 100, 250, 400),
    positionId: maybe(fc.constant('chief')),
    tourDays: maybe(fc.constant(20)),
    available: maybe(fc.constantFrom(...days)),
  }),
  { minLength: 1, maxLength: 8 },
);
const lines = fc.array(
  fc.record({
    people: fc.integer({ min: 1, max: 15 }),
    skillId: fc.constantFrom('porter', 'healer'),
    taskId: fc.constantFrom('carry', 'heal'),
    placeId: fc.constantFrom(...places),
    period: fc.constantFrom(...days),
    priority: fc.integer({ min: 1, max: 5 }),
    positionId: maybe(fc.constant('chief')),
  }),
  { minLength: 1, maxLength: 6 },
);
const select = fc.record(
  {
    lenderIds: some(lenders),
    kinds: some(kinds),
    taskIds: fc.constantFrom(['carry'], ['heal']),
    placeIds: some(places),
    period: fc.constantFrom(days[0], days[1]),
  },
  { requiredKeys: [] },
);

/** Small problems that are pure networks, with all that such a one may have: bars, wishes, pins, kinds, positions, people on the way. */
export const anyNetwork: fc.Arbitrary<PlanProblem> = fc
  .record({
    pools,
    lines,
    bars: fc.array(select, { maxLength: 3 }),
    wishes: fc.array(fc.record({ select, want: fc.constantFrom('prefer', 'avoid') }), { maxLength: 2 }),
    pins: fc.array(fc.record({ pool: fc.nat(7), line: fc.nat(5), people: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 1,
    }),
    onTheWay: fc.array(fc.record({ pool: fc.nat(7), line: fc.nat(5) }), { maxLength: 2 }),
    reserve: fc.integer({ min: 0, max: 8 }),
    objectives: fc.constantFrom(
      ['fill', 'arrival', 'cost'],
      ['fill', 'wishes', 'travel'],
      ['fill', 'cost', 'wishes', 'arrival'],
    ),
  })
  .map(({ pools, lines, bars, wishes, pins, onTheWay, reserve, objectives }) => {
    const ways = onTheWay.map(({ pool, line }) => [`pool-${pool % pools.length}`, `line-${line % lines.length}`]);
    return toyProblem({
      lenders: lenders.map((l) => toyLender(l, { reserve })),
      pools: pools.map(({ lender, ...pool }, i) => toyPool(`pool-${i}`, lender, pool)),
      lines: lines.map((line, i) => toyLine(`line-${i}`, line)),
      bars: bars.map((select, i) => ({ barId: `bar-${i}`, barrier: 'consent', select, words: `no ${i}` })),
      wishes: wishes.map((wish) => ({ ...wish, words: 'if it can be' })),
      // Of a pool that serves under one kind alone: who chooses between two is no network.
      pins: pins.flatMap(({ pool, line, people }) => {
        const [p, l] = [pool % pools.length, line % lines.length];
        if (pools[p]?.kinds.length !== 1 || people > (lines[l]?.people ?? 0)) return [];
        return [{ poolId: `pool-${p}`, lineId: `line-${l}`, people }];
      }),
      onTheWay: ways.map(([poolId, lineId]) => ({ poolId, lineId, arriveOn: '2025-06-10' })),
      objectives,
    } as never);
  });
