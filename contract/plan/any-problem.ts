import type { PlanProblem } from '@muster/plan/problem';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import fc from 'fast-check';

const lenders = ['north', 'south', 'isle'] as const;
const halves = [
  { fromOn: '2025-06-01', toOn: '2025-06-16' },
  { fromOn: '2025-06-16', toOn: '2025-07-01' },
  { fromOn: '2025-06-01', toOn: '2025-07-01' },
] as const;
const few = (most: number) => fc.integer({ min: 0, max: most });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

const pool = (lender: string) =>
  fc
    .record({
      people: few(6),
      skillId: fc.constantFrom('porter', 'healer'),
      teamSize: maybe(fc.integer({ min: 2, max: 3 })),
      mostPersonDays: maybe(few(120)),
      dwellDays: maybe(few(20)),
      personDayCents: fc.constantFrom(100, 150, 333),
      readyDays: fc.constantFrom(0, 2, 10),
    })
    .map((p) =>
      toyPool(`pool-${lender}`, lender, p.teamSize && p.teamSize > p.people ? { ...p, teamSize: undefined } : p),
    );
const line = (lineId: string) =>
  fc
    .record({
      people: fc.integer({ min: 1, max: 6 }),
      skillId: fc.constantFrom('porter', 'healer'),
      taskId: fc.constantFrom('carry', 'heal'),
      placeId: fc.constantFrom('north-land', 'south-land'),
      period: fc.constantFrom(...halves),
      priority: fc.constantFrom(1, 3),
      minimum: maybe(few(4)),
      throughout: maybe(fc.boolean()),
    })
    .map((l) => toyLine(lineId, l.minimum && l.minimum > l.people ? { ...l, minimum: undefined } : l));
const limit = (limitId: string) =>
  fc.record({
    limitId: fc.constant(limitId),
    barrier: fc.constant('consent'),
    selects: fc.array(
      fc.record(
        { lenderIds: fc.subarray([...lenders], { minLength: 1 }), taskIds: fc.constant(['heal']) },
        { requiredKeys: [] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    mostPeople: few(8),
    words: fc.constant('so many'),
  });

/** Small problems with every kind of rule, each of which can be solved by trying everything. */
export const anyProblem: fc.Arbitrary<PlanProblem> = fc
  .record({
    pools: fc.tuple(...lenders.map(pool)),
    lines: fc.tuple(line('first'), line('second'), line('third')),
    limits: fc.tuple(limit('one'), limit('two')),
    reserves: fc.tuple(few(3), few(3), few(3)),
    objectives: fc.constantFrom(
      ['fill', 'arrival', 'cost'],
      ['lean', 'fill', 'cost', 'burden'],
      ['fill', 'burden', 'splits'],
      ['fill', 'cost', 'splits'],
    ),
  })
  .map(({ reserves, ...parts }) =>
    toyProblem({
      ...parts,
      lenders: lenders.map((l, i) => toyLender(l, { strength: 20, reserve: reserves[i] })),
    } as never),
  );
