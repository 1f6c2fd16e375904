import { kindKey } from '@muster/decision';
import { openSolver } from '@muster/house/solver';
import { checkPlan, makePlan, type Plan, type PlanningPicture, type ProblemSolver, weighArc } from '@muster/plan';
import {
  checkSolved,
  compileProblem,
  openUses,
  type PlanProblem,
  planProblemSchema,
  problemFaults,
  problemOf,
  problemPoolId,
} from '@muster/plan/problem';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { historyOf, pictureOf, toyLaw, toyTravel, type World, worldArbitrary } from './toy-world.ts';

let solver: ProblemSolver;
beforeAll(async () => {
  solver = await openSolver();
});

/** A plan stands, perhaps committed, and some of the north's people have been promised to another request since. */
const laterArbitrary = fc.record({
  people: fc.integer({ min: 1, max: 12 }),
  fromOn: fc.constantFrom('2025-05-01', '2025-06-10'),
  toOn: fc.constantFrom('2025-06-20', '2025-08-01'),
  isCommitted: fc.boolean(),
  orderOn: fc.constantFrom('2025-05-26', '2025-06-05'),
});
type Later = typeof laterArbitrary extends fc.Arbitrary<infer T> ? T : never;

async function laterOf(world: World, plan: Plan, { people, fromOn, toOn, isCommitted }: Later) {
  const use = { poolId: 'pol_north', period: { fromOn, toOn }, people };
  return {
    ...(await pictureOf(historyOf(world))),
    plan,
    committed: isCommitted ? plan : undefined,
    committedElsewhere: new Map([['north', [use]]]),
  } as never as PlanningPicture;
}

const travelOn = (orderOn: string) => ({ ...toyTravel, orderOn: orderOn as never });

async function planOf(picture: PlanningPicture, travel = toyTravel): Promise<Plan> {
  const made = await makePlan(picture, toyLaw, solver, { ...travel, planId: 'pln_a' as never });
  if ('unsolved' in made) throw new Error(JSON.stringify(made.unsolved));
  return made.plan;
}

function problemIn(picture: PlanningPicture, travel: typeof toyTravel): PlanProblem {
  const problem = planProblemSchema.parse(problemOf(picture, toyLaw, travel));
  expect(problemFaults(problem)).toEqual([]);
  return problem;
}

/** Every use that nothing stands in the way of, and the conditions that limit people in it; as the problem has it. */
function openInProblem(problem: PlanProblem): string[] {
  const c = compileProblem(problem);
  const uses = openUses(c);
  return Array.from({ length: uses.count }, (_, use) => {
    const pool = c.pools[uses.pool[use] ?? 0];
    const line = c.lines[uses.line[use] ?? 0];
    const kind = c.kinds[uses.kind[use] ?? 0] ?? '';
    const period = c.slots[uses.slot[use] ?? 0]?.period;
    const limits = problem.limits.filter(({ barrier, selects }) =>
      selects.some(
        (s) =>
          (barrier === 'consent' || barrier === 'review') &&
          s.lenderIds?.includes(pool?.lenderId ?? '') &&
          s.kinds?.includes(kind) &&
          s.lineIds?.includes(line?.lineId ?? '') &&
          (!s.period || (period && s.period.fromOn <= period.fromOn && period.toOn <= s.period.toOn)),
      ),
    );
    return told(
      pool?.poolId,
      line?.lineId,
      kind,
      period?.fromOn,
      c.arriveOn(uses.pool[use] ?? 0, uses.line[use] ?? 0),
      limits.map((l) => `${l.limitId} ${l.mostPeople}`),
    );
  });
}

/** The same, each use weighed by itself against the record. */
function openInRecord(picture: PlanningPicture, problem: PlanProblem, travel: typeof toyTravel): string[] {
  const { slots, lines } = compileProblem(problem);
  return picture.offers.flatMap(({ lenderId, pools }) =>
    pools.flatMap((pool) =>
      slots.flatMap(({ line: l, period }) =>
        pool.kinds.flatMap((kind) => {
          const line = picture.request?.lines.find((one) => one.lineId === lines[l]?.lineId);
          if (!line) return [];
          const { obstacles, policies, arriveOn } = weighArc(picture, toyLaw, travel, {
            pool,
            lenderId,
            line,
            kind,
            period,
          });
          if (obstacles.length > 0) return [];
          const limits = policies.flatMap((p) => (p.mostPeople === undefined ? [] : [`${p.policyId} ${p.mostPeople}`]));
          return told(
            problemPoolId(lenderId, pool.poolId),
            line.lineId,
            kindKey(kind),
            period.fromOn,
            arriveOn,
            limits,
          );
        }),
      ),
    ),
  );
}

const told = (...parts: readonly unknown[]): string =>
  JSON.stringify(parts.map((part) => (Array.isArray(part) ? [...part].sort() : part)));

describe('the planning problem that a record comes to', () => {
  it('leaves open the very uses that the record permits, each under the conditions that limit it', async () => {
    let open = 0;
    await fc.assert(
      fc.asyncProperty(worldArbitrary, worldArbitrary, laterArbitrary, async (world, changed, later) => {
        const first = await pictureOf(historyOf(world));
        const answers = { ...world, lenders: changed.lenders, hosts: changed.hosts };
        const second = await laterOf(answers, await planOf(first), later);
        for (const [picture, travel] of [
          [first, toyTravel],
          [second, travelOn(later.orderOn)],
        ] as const) {
          const problem = problemIn(picture, travel);
          const uses = openInProblem(problem);
          expect(uses).toEqual(openInRecord(picture, problem, travel));
          open += uses.length;
        }
      }),
      { numRuns: 60 },
    );
    expect(open).toBeGreaterThan(0);
  });

  it('has the plan that is made of the record, proved two ways: by its duals and by its multipliers', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, worldArbitrary, laterArbitrary, async (world, changed, later) => {
        const former = await planOf(await pictureOf(historyOf(world)));
        const answers = { ...world, lenders: changed.lenders, hosts: changed.hosts };
        const picture = await laterOf(answers, former, later);
        const travel = travelOn(later.orderOn);
        const plan = await planOf(picture, travel);
        const problem = problemIn(picture, travel);
        const answer = await solver.solve(problem);
        if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
        const { solved, certificates } = answer;
        expect(checkSolved(compileProblem(problem), solved, { certificates })).toMatchObject({ holds: true, gap: 0 });
        const figures = (levels: Plan['levels']) => levels.map(({ value, bound }) => ({ value, bound }));
        expect(figures(plan.levels)).toEqual(figures(solved.levels));
        expect(checkPlan(picture, toyLaw, plan, 'To plan.')).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });
});
