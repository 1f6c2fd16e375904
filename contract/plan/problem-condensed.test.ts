import type { SolveProgress, SolverPort } from '@muster/plan';
import {
  checkSolved,
  compileProblem,
  fairerProblem,
  type PlanProblem,
  type ProblemAnswer,
  solveProblem,
} from '@muster/plan/problem';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import { makeProblem } from '@muster/scenarios/problems';
import { flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyProblem } from './any-problem.ts';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});
const condensed = { mostWritten: -1 };

type Solved = Extract<ProblemAnswer, { outcome: 'solved' }>;
async function solve(problem: PlanProblem, options = {}): Promise<Solved> {
  const answer = await solveProblem(problem, solver, options);
  if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
  return answer;
}

/** Nothing that looks at single slots; several lines that no rule tells apart. */
const alikeProblem = fc
  .tuple(
    anyProblem,
    fc.constantFrom(
      ['fill', 'arrival', 'cost'],
      ['fill', 'cost', 'burden'],
      ['burden', 'fill'],
      ['lean', 'fill', 'travel', 'cost'],
      ['fill', 'lean', 'burden'],
    ),
  )
  .map(([problem, objectives]): PlanProblem => {
    const lines = problem.lines.map((line) => ({ ...line, minimum: undefined, throughout: undefined }));
    const twins = lines.map((line) => ({ ...line, lineId: `${line.lineId}-twin`, priority: 2 }));
    const pools = problem.pools.map((pool) => ({ ...pool, dwellDays: undefined }));
    return { ...problem, pools, lines: [...lines, ...twins], objectives } as never;
  });

describe('a problem whose alike slots are taken together', () => {
  it('has a plan within its rules and a proof that the checker, use by use, finds as strong', async () => {
    await fc.assert(
      fc.asyncProperty(alikeProblem, async (problem) => {
        const answer = await solve(problem, condensed);
        const c = compileProblem(problem);
        expect(checkSolved(c, answer.solved, answer)).toMatchObject({ holds: true, gap: answer.solved.gap });
        for (const [k, level] of answer.solved.levels.entries()) {
          if (level.bound === level.value) continue;
          const levels = answer.solved.levels.map((l, i) => (i === k ? { ...l, bound: l.bound + 1 } : l));
          expect(checkSolved(c, { ...answer.solved, levels }, answer).holds).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is proved no better than the best there is, and planned no better either', async () => {
    await fc.assert(
      fc.asyncProperty(alikeProblem, async (problem) => {
        const [best, mine] = [await solve(problem), await solve(problem, condensed)];
        for (const [k, { value }] of best.solved.levels.entries()) {
          const level = mine.solved.levels[k];
          expect(level?.bound).toBeLessThanOrEqual(value);
          expect(level?.value).toBeGreaterThanOrEqual(value);
          // Once a level is worse, those after it may well be better.
          if (level?.value !== value) break;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same answer every time', async () => {
    await fc.assert(
      fc.asyncProperty(alikeProblem, async (problem) => {
        expect(await solve(problem, condensed)).toEqual(await solve(problem, condensed));
      }),
      { numRuns: 20 },
    );
  });

  it('has the same of two alike lines lack at every time, and counts it once', async () => {
    const period = { fromOn: '2025-06-10', toOn: '2025-06-20' } as never;
    const lines = ['a', 'b'].map((lineId) => toyLine(lineId, { people: 10, period }));
    const early = { fromOn: '2025-06-10', toOn: '2025-06-15' } as never;
    const pools = [toyPool('p', 'north', { people: 12 }), toyPool('q', 'north', { people: 3, available: early })];
    const problem = toyProblem({
      lines,
      pools,
      objectives: ['lean', 'fill', 'cost'] as never,
      turningDays: ['2025-06-15'] as never,
    });
    const [all, mine] = [await solve(problem), await solve(problem, condensed)];
    expect(mine.solved.levels).toEqual(all.solved.levels);
    expect(mine.solved).toMatchObject({ filled: 12, short: 8, gap: 0 });
    expect(checkSolved(compileProblem(problem), mine.solved, mine)).toMatchObject({ holds: true, gap: 0 });
  });

  it('serves the urgent of two alike lines first', async () => {
    const lines = [toyLine('later', { priority: 3, people: 15 }), toyLine('now', { priority: 1, people: 15 })];
    const { solved } = await solve(toyProblem({ lines }), condensed);
    expect(solved.lines.map((l) => [l.lineId, l.filled])).toEqual([
      ['later', 5],
      ['now', 15],
    ]);
    expect(solved.gap).toBe(0);
  });

  it('is proved for whole people where parts of them would prove less', async () => {
    // Seven people for 45 people-days each: in two halves of 15 and 31 days, parts of people could fill 0.3 more.
    const pools = [toyPool('porters', 'south', { people: 7, mostPersonDays: 161, personDayCents: 100 })];
    const lines = [
      toyLine('early', { people: 7, period: { fromOn: '2025-06-01', toOn: '2025-06-16' } }),
      toyLine('late', { people: 7, priority: 2, period: { fromOn: '2025-06-16', toOn: '2025-07-17' } }),
    ];
    const problem = toyProblem({ pools, lines, objectives: ['fill'] });
    const { solved } = await solve(problem, condensed);
    const best = await solve(problem);
    expect(solved.levels).toEqual(best.solved.levels.map((level) => ({ ...level, bound: level.value, gap: 0 })));
  });

  it('sends whole teams only, and counts no more of a pool than its whole teams', async () => {
    const pools = [toyPool('teams', 'south', { teamSize: 4 }), toyPool('porters', 'north', { people: 1 })];
    const { solved } = await solve(toyProblem({ pools }), condensed);
    expect(solved.assignments.map((a) => [a.poolId, a.people])).toEqual([
      ['teams', 8],
      ['porters', 1],
    ]);
    expect(solved.gap).toBe(0);
  });

  it('shares the burden where all else is equal', async () => {
    const places = [{ placeId: 'mid-land', latitude: 42.5, longitude: 0 }];
    const lenders = [toyLender('a', { strength: 100 }), toyLender('b', { strength: 300 })];
    const pools = [toyPool('pa', 'a', { placeId: 'mid-land' }), toyPool('pb', 'b', { placeId: 'mid-land' })];
    const lines = [toyLine('carry', { placeId: 'mid-land', people: 12 })];
    const objectives = ['fill', 'arrival', 'cost', 'burden'];
    const { solved } = await solve(toyProblem({ places, lenders, pools, lines, objectives } as never), condensed);
    expect(solved.levels.at(-1)).toMatchObject({ level: 'burden', value: 30, bound: 30 });
  });

  it('proves a burden by the whole people that lenders give where parts of them would share lighter', async () => {
    const lenders = [toyLender('south', { strength: 100 }), toyLender('north', { strength: 100 })];
    const pools = [toyPool('near', 'south'), toyPool('far', 'north')];
    const lines = [toyLine('carry', { people: 3 })];
    const problem = toyProblem({ lenders, pools, lines, objectives: ['fill', 'burden', 'cost'] } as never);
    const answer = await solve(problem, condensed);
    // One and a half of each would be 15 thousandths: it takes two of one.
    expect(answer.solved.levels[1]).toMatchObject({ level: 'burden', value: 20, bound: 20 });
    expect(answer.certificates.map((one) => one.heavierThan)).toEqual([undefined, undefined, 19, undefined]);
    expect(checkSolved(compileProblem(problem), answer.solved, answer)).toMatchObject({ holds: true, gap: 0 });
    // The same multipliers say nothing of a share that there is.
    const certificates = answer.certificates.map((one) =>
      one.heavierThan === undefined ? one : { ...one, heavierThan: 20 },
    );
    expect(checkSolved(compileProblem(problem), answer.solved, { certificates }).holds).toBe(false);
  });

  it('finds the fairest share of the article for a little more of arrival and cost, and proves it', async () => {
    const problem = makeProblem('article') as PlanProblem;
    const plan = await solve(problem, { flow: flowSolver });
    const fairer = fairerProblem(problem, plan.solved, 0.1);
    if ('fault' in fairer) throw new Error(fairer.fault);
    const answer = await solve(fairer, condensed);
    expect(answer.solved.levels.slice(0, 2)).toMatchObject([
      { level: 'fill', value: 0 },
      { level: 'burden', gap: 0 },
    ]);
    expect(checkSolved(compileProblem(fairer), answer.solved, answer)).toMatchObject({ holds: true });
  }, 120_000);

  it('spends a gap that is allowed on a lighter burden, and no more than that', async () => {
    const lenders = [toyLender('south', { strength: 100 }), toyLender('north', { strength: 100 })];
    const pools = [toyPool('near', 'south'), toyPool('far', 'north', { personDayCents: 101 })];
    const objectives = ['fill', 'cost', 'burden'];
    const problem = toyProblem({ lenders, pools, objectives } as never);
    const [strict, allowed] = [
      await solve(problem, condensed),
      await solve(problem, { ...condensed, enoughGap: 0.01 }),
    ];
    expect(strict.solved.levels.map((l) => l.value)).toEqual([0, 30_000, 100]);
    const [fill, cost, burden] = allowed.solved.levels;
    expect(fill?.value).toBe(0);
    expect(cost?.gap).toBeGreaterThan(0);
    expect(cost?.gap).toBeLessThanOrEqual(0.01);
    expect(burden?.value).toBeLessThan(100);
    expect(checkSolved(compileProblem(problem), allowed.solved, allowed)).toMatchObject({ holds: true });
  });

  it('plans the article with tours and consents within a thousandth of the best, level by level', async () => {
    const problem = makeProblem('article-full') as PlanProblem;
    const { solved } = await solve(problem, { ...condensed, enoughGap: 0.001 });
    for (const { level, gap } of solved.levels) expect([level, gap < 0.001]).toEqual([level, true]);
  }, 120_000);

  it('tells what is being done, then of each level what is found and below what none can be', async () => {
    await fc.assert(
      fc.asyncProperty(alikeProblem, async (problem) => {
        const told: SolveProgress[] = [];
        const { solved } = await solve(problem, { ...condensed, onProgress: (p: SolveProgress) => told.push(p) });
        expect(told[0]).toEqual({ level: problem.objectives[0] });
        expect(told[1]?.doing).toBe('parts of people, step 1');
        const proved = told.filter((p) => p.bound !== undefined);
        expect(proved.map((p) => p.level)).toEqual(problem.objectives);
        for (const [k, { incumbent, bound, gap }] of proved.entries()) {
          const level = solved.levels[k];
          expect(incumbent).toBe(level?.value);
          // The certificate proves of whole people what parts of them may not.
          expect(bound).toBeLessThanOrEqual(level?.bound ?? 0);
          expect(gap).toBeGreaterThanOrEqual(level?.gap ?? 0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(['parts of people, step 1', 'whole people, step 1', 'proof, step 1'])(
    'stops when it is told to, whatever it is at: %s',
    async (doing) => {
      await fc.assert(
        fc.asyncProperty(alikeProblem, async (problem) => {
          const cancelling = new AbortController();
          const told: (string | undefined)[] = [];
          const onProgress = (p: SolveProgress) => {
            told.push(p.doing);
            if (p.doing === doing) cancelling.abort();
          };
          const { signal } = cancelling;
          const answer = await solveProblem(problem, solver, { ...condensed, signal, onProgress });
          if (!signal.aborted) return;
          expect(answer).toMatchObject({ outcome: 'cancelled' });
          expect(told.at(-1)).toBe(doing);
        }),
        { numRuns: 10 },
      );
    },
  );

  it('is stopped by a clock in its own thread, between two steps', async () => {
    const signal = AbortSignal.timeout(1);
    const answer = await solveProblem(makeProblem('article-full') as PlanProblem, solver, { ...condensed, signal });
    expect(answer).toMatchObject({ outcome: 'cancelled' });
  });
});
