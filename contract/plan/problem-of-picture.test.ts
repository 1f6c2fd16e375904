import { makePlan, type Plan, type PlanningPicture, type SolverPort } from '@muster/plan';
import {
  checkSolved,
  compileProblem,
  planProblemSchema,
  problemFaults,
  problemOf,
  type SolvedProblem,
  solveProblem,
} from '@muster/plan/problem';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { historyOf, pictureOf, toyLaw, toyTravel, type World, worldArbitrary } from './toy-world.ts';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});

/** The plan that `makePlan` makes of a picture, and the one made of the problem that the picture comes to. */
async function bothOf(
  picture: PlanningPicture,
  travel = toyTravel,
): Promise<{ readonly plan: Plan; readonly solved: SolvedProblem }> {
  const former = picture.plan;
  const terms = { ...travel, planId: 'pln_a' as never, ...(former && { former }) };
  const made = await makePlan(picture, toyLaw, solver, terms);
  if ('unsolved' in made) throw new Error(JSON.stringify(made.unsolved));
  const problem = planProblemSchema.parse(problemOf(picture, toyLaw, travel));
  expect(problemFaults(problem)).toEqual([]);
  const answer = await solveProblem(problem, solver);
  if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
  const { solved, certificates } = answer;
  expect(checkSolved(compileProblem(problem), solved, { certificates })).toMatchObject({ holds: true, gap: 0 });
  return { plan: made.plan, solved };
}

const valuesOf = ({ levels }: Plan | SolvedProblem) => levels.map((l) => l.value);

/** A plan stands, and some of the north's people have been promised to another request since. */
const laterArbitrary = fc.record({
  people: fc.integer({ min: 1, max: 12 }),
  fromOn: fc.constantFrom('2025-05-01', '2025-06-10'),
  toOn: fc.constantFrom('2025-06-20', '2025-08-01'),
  isCommitted: fc.boolean(),
  orderOn: fc.constantFrom('2025-05-26', '2025-06-05'),
});

async function laterOf(
  world: World,
  plan: Plan,
  later: typeof laterArbitrary extends fc.Arbitrary<infer T> ? T : never,
) {
  const { people, fromOn, toOn, isCommitted } = later;
  const use = { poolId: 'pol_north', period: { fromOn, toOn }, people };
  return {
    ...(await pictureOf(historyOf(world))),
    plan,
    committed: isCommitted ? plan : undefined,
    committedElsewhere: new Map([['north', [use]]]),
  } as never as PlanningPicture;
}

describe('the planning problem that a record comes to', () => {
  it('has the plans that the record has: at every level no better and no worse', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const { plan, solved } = await bothOf(await pictureOf(historyOf(world)));
        expect(solved.levels.map((l) => l.level)).toEqual(['lean', 'fill', 'travel', 'cost']);
        expect(valuesOf(solved)).toEqual(valuesOf(plan));
      }),
      { numRuns: 60 },
    );
  });

  it('counts changes against the plan that stands alike, and people promised to another request', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, worldArbitrary, laterArbitrary, async (world, changed, later) => {
        const { plan: former } = await bothOf(await pictureOf(historyOf(world)));
        const answers = { ...world, lenders: changed.lenders, hosts: changed.hosts };
        const { plan, solved } = await bothOf(await laterOf(answers, former, later), {
          ...toyTravel,
          orderOn: later.orderOn as never,
        });
        expect(solved.levels.map((l) => l.level)).toEqual(['lean', 'changes', 'fill', 'travel', 'cost']);
        expect(valuesOf(solved)).toEqual(valuesOf(plan));
      }),
      { numRuns: 60 },
    );
  });
});
