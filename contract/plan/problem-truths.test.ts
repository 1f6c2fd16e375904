import type { SolverPort } from '@muster/plan';
import { checkSolved, compileProblem, solveProblem } from '@muster/plan/problem';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyProblem } from './any-problem.ts';
import { tryEveryPlan } from './try-every-plan.ts';

/** Of these many problems those are tried that have few enough plans; more are drawn where MUSTER_PROBLEMS says so. */
const problems = Number(process.env.MUSTER_PROBLEMS ?? 500);
const mostWays = 200_000;

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});

describe('every plan for a problem', () => {
  it('passes the checker, which trusts no solver; and one changed anywhere does not', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, fc.nat(), async (problem, pick) => {
        const answer = await solveProblem(problem, solver);
        if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
        const { solved, certificates } = answer;
        const proof = { certificates };
        const c = compileProblem(problem);
        expect(checkSolved(c, solved, proof)).toEqual({
          holds: true,
          gap: solved.gap,
          levels: solved.levels.map(({ level, value, bound, gap }) => ({ level, value, bound, gap })),
        });

        const [first] = solved.levels;
        const worse = { ...solved, levels: [{ ...first, bound: (first?.bound ?? 0) + 1 }, ...solved.levels.slice(1)] };
        expect(checkSolved(c, worse as typeof solved, proof).holds).toBe(false);
        expect(checkSolved(c, { ...solved, filled: solved.filled + 1 }, proof).holds).toBe(false);
        if (solved.assignments.length === 0) return;
        const at = pick % solved.assignments.length;
        const more = solved.assignments.map((a, i) => (i === at ? { ...a, people: a.people + 1 } : a));
        expect(checkSolved(c, { ...solved, assignments: more }, proof).holds).toBe(false);
        const elsewhere = solved.assignments.map((a, i) => (i === at ? { ...a, lineId: 'nowhere' } : a));
        expect(checkSolved(c, { ...solved, assignments: elsewhere }, proof).holds).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('is proved as far from a few uses as from all, since pricing looks at every one', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const all = await solveProblem(problem, solver);
        const few = await solveProblem(problem, solver, { mostWritten: 0 });
        if (all.outcome !== 'solved' || few.outcome !== 'solved') throw new Error(JSON.stringify([all, few]));
        expect(checkSolved(compileProblem(problem), few.solved, few).holds).toBe(true);
        const [first, mine] = [all.solved.levels[0], few.solved.levels[0]];
        expect(mine?.bound).toBeLessThanOrEqual(first?.value ?? Number.NaN);
        expect(mine?.value).toBeGreaterThanOrEqual(first?.value ?? Number.NaN);
        // Alike lines are looked at as one: together they may take a part of a team that none of them has room for.
        if (problem.pools.some((pool) => (pool.teamSize ?? 1) > 1)) return;
        expect(mine?.bound).toBeGreaterThanOrEqual(first?.bound ?? Number.NaN);
      }),
      { numRuns: 40 },
    );
  });

  it('comes to what the best of all plans comes to, level by level, as trying every plan finds it', async () => {
    let [tried, levels] = [0, 0];
    for (const problem of fc.sample(anyProblem, { numRuns: problems, seed: Number(process.env.MUSTER_SEED) })) {
      const best = tryEveryPlan(problem, mostWays);
      if (!best) continue;
      const answer = await solveProblem(problem, solver);
      if (answer.outcome !== 'solved') throw new Error(JSON.stringify([answer, problem]));
      expect(
        answer.solved.levels.map((level) => level.value),
        JSON.stringify(problem),
      ).toEqual(best);
      tried += 1;
      levels += best.length;
    }
    console.log(`${tried} of ${problems} problems held against every plan there is, ${levels} levels.`);
    expect(tried).toBeGreaterThan(0.6 * problems);
  }, 300_000);
});
