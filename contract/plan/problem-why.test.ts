import type { SolverPort } from '@muster/plan';
import {
  compileProblem,
  exactCost,
  openPlan,
  type PlanProblem,
  type ProblemOptions,
  prices,
  solveProblem,
  why,
} from '@muster/plan/problem';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import { flowSolver as flow } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import type { Day } from '@muster/terms';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyProblem } from './any-problem.ts';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});

/** More than the line needs, so that nobody is scarce. */
const spare = toyPool('south-porters', 'south', { people: 12 });

async function opened(problem: PlanProblem, options: ProblemOptions = {}) {
  const answer = await solveProblem(problem, solver, options);
  if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
  const plan = openPlan(compileProblem(problem), answer.solved, answer);
  if (typeof plan === 'string') throw new Error(plan);
  return plan;
}
/** The values of the best plan for a problem; undefined when it has none. */
async function valuesOf(problem: PlanProblem) {
  const answer = await solveProblem(problem, solver);
  return answer.outcome === 'solved' ? answer.solved.levels.map((level) => level.value) : undefined;
}

describe('why a pool is on a line', () => {
  it('says who would be there instead, and how much worse that is', async () => {
    const plan = await opened(toyProblem({ pools: [toyPool('north-porters', 'north'), spare] }));
    const [use] = why(plan, 'south-porters', 'carry-south');
    expect(use).toMatchObject({ people: 10, kind: 'militia', hindrances: [] });
    // Two days on the road, thirty days served.
    expect(use?.instead).toEqual([
      { poolId: 'north-porters', kind: 'militia', worse: expect.objectContaining({ level: 'arrival', by: 60 }) },
      { worse: expect.objectContaining({ level: 'fill', by: 480 }) },
    ]);
    expect(use?.rules.map((rule) => rule.rule)).toContain('line-count');
  });

  it('says exactly what it would cost, solving again', async () => {
    const plan = await opened(toyProblem());
    const [there] = why(plan, 'south-porters', 'carry-south');
    const fewer = await exactCost(plan, there?.use ?? -1, 'fewer', solver);
    expect(fewer).toMatchObject({ outcome: 'solved', moves: [{ level: 'arrival', by: 60 }] });
    const [away] = why(plan, 'north-porters', 'carry-south');
    const more = await exactCost(plan, away?.use ?? -1, 'more', solver);
    expect(more).toMatchObject({ outcome: 'solved', moves: [{ level: 'arrival', by: 60 }] });
    const pins = [{ poolId: 'south-porters', lineId: 'carry-south', people: 10 }];
    const pinned = await opened(toyProblem({ pins }));
    expect(await exactCost(pinned, away?.use ?? -1, 'more', solver)).toEqual({ outcome: 'impossible' });
  });
});

describe('why a pool is not on a line', () => {
  it('names everything that stands in the way', async () => {
    const pools = [
      toyPool('isle-healers', 'isle', { skillId: 'healer', people: 3, tourDays: 10, readyDays: 3 }),
      toyPool('south-porters', 'south'),
    ];
    const lines = [toyLine('carry-south', { throughout: true, positionId: 'chief' })];
    const bars = (['authority', 'consent', 'review', 'planner'] as const).map((barrier) => ({
      barId: `bar-${barrier}`,
      barrier,
      select: { lenderIds: ['isle'] },
      words: `no, says ${barrier}`,
    }));
    const [use] = why(await opened(toyProblem({ pools, lines, bars })), 'isle-healers', 'carry-south');
    expect(use?.hindrances.map((h) => h.barrier)).toEqual([
      'skill',
      'position',
      'tour',
      'distance',
      'authority',
      'consent',
      'review',
      'planner',
    ]);
    expect(use).toMatchObject({ people: 0, rules: [], instead: [] });
  });

  it('says what a better use would lose', async () => {
    const plan = await opened(toyProblem({ pools: [toyPool('north-porters', 'north'), spare] }));
    const [use] = why(plan, 'north-porters', 'carry-south');
    expect(use).toMatchObject({ people: 0, hindrances: [], oneMore: { level: 'arrival', by: 60 } });
  });

  it('names the rule that keeps them, with what one more allowed would be worth', async () => {
    const limits = [
      { limitId: 'north-consent', barrier: 'consent', selects: [{ lenderIds: ['north'] }], mostPeople: 4, words: 'so' },
    ] as never;
    const lenders = [toyLender('north'), toyLender('south', { reserve: 8 })];
    const plan = await opened(toyProblem({ limits, lenders }));
    const [use] = why(plan, 'north-porters', 'carry-south');
    expect(use?.people).toBe(4);
    expect(use?.rules).toContainEqual(
      expect.objectContaining({
        rule: 'limit',
        allowed: 4,
        oneMore: expect.objectContaining({ level: 'fill', by: 480 }),
      }),
    );
    expect(prices(plan).map(({ of, id, worth }) => [of, id, worth.level, worth.by])).toEqual(
      expect.arrayContaining([
        ['limit', 'north-consent', 'fill', 480],
        ['reserve', 'south', 'fill', 480],
      ]),
    );
  });

  it('looks at one day where it is told one', async () => {
    const plan = await opened(toyProblem({ turningDays: ['2025-06-10' as Day] }));
    expect(why(plan, 'north-porters', 'carry-south')).toHaveLength(2);
    expect(why(plan, 'north-porters', 'carry-south', '2025-06-10' as Day)).toMatchObject([
      { period: { fromOn: '2025-06-10' } },
    ]);
    expect(why(plan, 'north-porters', 'carry-south', '2025-07-01' as Day)).toEqual([]);
  });

  it('refuses to explain a plan that breaks a rule', async () => {
    const c = compileProblem(toyProblem());
    const answer = await solveProblem(toyProblem(), solver);
    if (answer.outcome !== 'solved') throw new Error();
    const assignments = answer.solved.assignments.map((a) => ({ ...a, people: 11 }));
    expect(openPlan(c, { assignments }, answer)).toMatch(/people/);
  });
});

/** Proved by multipliers of rows, and by the prices of a network's nodes where the problem is one. */
const proofs: readonly (readonly [string, fc.Arbitrary<PlanProblem>, ProblemOptions])[] = [
  ['any problem', anyProblem, {}],
  ['any network', anyProblem.map(untied), { mostWritten: 0, flow }],
];

describe.each(proofs)('what is said of %s', (_, problems, options) => {
  it('no plan with one more there is less bad than said, by the exact answer', async () => {
    let proved = 0;
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const plan = await opened(problem, options);
        const place = (level = '') => plan.model.levels.findIndex((one) => one.level === level);
        const pairs = problem.pools.flatMap((pool) => problem.lines.map((line) => [pool.poolId, line.lineId] as const));
        for (const { use, oneMore: said } of pairs.flatMap(([poolId, lineId]) => why(plan, poolId, lineId))) {
          if (use === undefined) continue;
          const exact = await exactCost(plan, use, 'more', solver);
          if (exact.outcome !== 'solved') continue;
          const [worse] = exact.moves;
          if (worse) expect(worse.by).toBeGreaterThan(0);
          if (!said) continue;
          expect(worse && place(worse.level)).toBeLessThanOrEqual(place(said.level));
          if (worse?.level === said.level) expect(worse.by).toBeGreaterThanOrEqual(said.by);
          proved += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(proved).toBeGreaterThan(0);
  });

  it('nothing is worth more than its price, and what has none is worth nothing', async () => {
    await fc.assert(
      fc.asyncProperty(problems, fc.nat(), async (problem, pick) => {
        const plan = await opened(problem, options);
        const now = plan.evaluation.values;
        const all = prices(plan);
        const changes = oneMoreOfEach(problem);
        const [of, id, changed] = changes[pick % changes.length] ?? ['limit', '', problem];
        const then = await valuesOf(changed);
        const price = all.find((one) => one.of === of && one.id === id);
        const k = price ? plan.model.levels.findIndex((level) => level.level === price.worth.level) : now.length;
        // Up to the level of its price nothing can be better; there it can by no more than the price and the gap.
        const better = now.map((value, j) => value - (then?.[j] ?? 0));
        const first = better.findIndex((n) => n !== 0);
        if (first < 0 || (better[first] ?? 0) < 0) return;
        const gap = (plan.evaluation.values[first] ?? 0) - (plan.provers[first]?.bound ?? 0);
        expect(better[first]).toBeLessThanOrEqual(
          (first < k ? 0 : first === k ? (price?.worth.by ?? 0) : Number.POSITIVE_INFINITY) + gap,
        );
      }),
      { numRuns: 80 },
    );
  });
});

function oneMoreOfEach(problem: PlanProblem): (readonly [string, string, PlanProblem])[] {
  const changed = <K extends 'limits' | 'lenders' | 'pools'>(key: K, i: number, by: object): PlanProblem => ({
    ...problem,
    [key]: problem[key].map((one, j) => (i === j ? { ...one, ...by } : one)),
  });
  return [
    ...problem.limits.map(
      (l, i) => ['limit', l.limitId, changed('limits', i, { mostPeople: l.mostPeople + 1 })] as const,
    ),
    ...problem.lenders.flatMap((l, i) =>
      l.reserve > 0 ? [['reserve', l.lenderId, changed('lenders', i, { reserve: l.reserve - 1 })] as const] : [],
    ),
    ...problem.pools.flatMap((p, i) =>
      p.people > 0 ? [['pool', p.poolId, changed('pools', i, { people: p.people + 1 })] as const] : [],
    ),
    ...problem.pools.flatMap((p, i) =>
      p.mostPersonDays === undefined
        ? []
        : [['pool-days', p.poolId, changed('pools', i, { mostPersonDays: p.mostPersonDays + 1 })] as const],
    ),
  ];
}

/** Without all that ties uses together in another way than a network does. */
function untied(problem: PlanProblem): PlanProblem {
  return {
    ...problem,
    limits: [],
    pools: problem.pools.map(({ teamSize: _, mostPersonDays: __, ...pool }) => pool),
    lines: problem.lines.map(({ minimum: _, throughout: __, ...line }) => line),
    objectives: ['fill', 'arrival', 'cost'],
  };
}
