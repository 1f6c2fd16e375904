import type { SolverPort } from '@muster/plan';
import { checkSolved, compileProblem, type PlanProblem, solveProblem } from '@muster/plan/problem';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyProblem } from './any-problem.ts';

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
        expect(mine?.bound).toBeGreaterThanOrEqual(first?.bound ?? Number.NaN);
      }),
      { numRuns: 40 },
    );
  });

  it('fills as much as the best of all plans there are', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const small = { ...problem, objectives: ['fill'] as const, lines: problem.lines.slice(0, 2) };
        const answer = await solveProblem(small as never, solver);
        if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
        expect(answer.solved.levels[0]?.value).toBe(leastLacking(small as never));
      }),
      { numRuns: 60 },
    );
  });
});

/** Tries every way to put whole teams on whole stretches: no model, no solver. */
function leastLacking(problem: PlanProblem): number {
  const [first = '', middle = '', end = ''] = ['2025-06-01', '2025-06-16', '2025-07-01'];
  const cuts = new Set(problem.lines.flatMap((l) => [l.period.fromOn as string, l.period.toOn as string]));
  const edges = [first, middle, end].filter((d) => cuts.has(d)).sort();
  const slots = problem.lines.flatMap((l) =>
    edges.slice(1).flatMap((toOn, i) => {
      const fromOn = edges[i] ?? '';
      return l.period.fromOn <= fromOn && toOn <= l.period.toOn ? [{ l, fromOn, toOn, stretch: i }] : [];
    }),
  );
  const daysIn = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000;
  const travel: Record<string, number> = {
    'north north': 0,
    'south south': 0,
    'north south': 2,
    'south north': 2,
    'isle north': 21,
    'isle south': 21,
  };
  const uses = problem.pools.flatMap((p) =>
    problem.lines.flatMap((l) => {
      const mine = slots.filter((s) => s.l === l);
      const reach = l.throughout ? [mine] : mine.map((s) => [s]);
      const [from, to] = [p.placeId.split('-')[0], l.placeId.split('-')[0]];
      const days = p.readyDays + (travel[`${from} ${to}`] ?? 99);
      return reach.flatMap((r) => {
        const start = r[0]?.fromOn ?? '';
        const there = new Date(Date.parse('2025-05-26') + days * 86_400_000).toISOString().slice(0, 10);
        return p.skillId === l.skillId && there <= start ? [{ p, l, slots: r }] : [];
      });
    }),
  );
  const chosen: { readonly use: (typeof uses)[number]; readonly people: number }[] = [];
  let best = Number.POSITIVE_INFINITY;
  const sums = (of: (u: (typeof uses)[number]) => number) => chosen.reduce((n, x) => n + of(x.use) * x.people, 0);
  const keeps = () =>
    edges.slice(1).every((toOn, stretch) => {
      const fromOn = edges[stretch] ?? '';
      const on = (u: (typeof uses)[number]) => (u.slots.some((s) => s.stretch === stretch) ? 1 : 0);
      const dwelling = (u: (typeof uses)[number]) => {
        const last = u.slots.at(-1)?.toOn ?? '';
        const free = new Date(Date.parse(last) + (u.p.dwellDays ?? 0) * 86_400_000).toISOString().slice(0, 10);
        return u.l.throughout && last <= fromOn && fromOn < free ? 1 : 0;
      };
      return (
        problem.pools.every((p) => sums((u) => (u.p === p ? on(u) + dwelling(u) : 0)) <= p.people) &&
        problem.lenders.every((lender) => {
          const all = problem.pools.filter((p) => p.lenderId === lender.lenderId).reduce((n, p) => n + p.people, 0);
          return sums((u) => (u.p.lenderId === lender.lenderId ? on(u) : 0)) <= Math.max(0, all - lender.reserve);
        }) &&
        problem.limits.every(({ selects, mostPeople }) => {
          const picks = (u: (typeof uses)[number]) =>
            selects.some(
              (select) =>
                (select.lenderIds?.includes(u.p.lenderId) ?? true) && (select.taskIds?.includes(u.l.taskId) ?? true),
            );
          return sums((u) => (picks(u) ? on(u) : 0)) <= mostPeople;
        }) &&
        slots
          .filter((s) => s.fromOn === fromOn && s.toOn === toOn)
          .every((s) => sums((u) => (u.slots.includes(s) ? 1 : 0)) <= s.l.people)
      );
    }) &&
    problem.pools.every(
      (p) =>
        p.mostPersonDays === undefined ||
        sums((u) => (u.p === p ? u.slots.reduce((n, s) => n + daysIn(s.fromOn, s.toOn), 0) : 0)) <= p.mostPersonDays,
    );
  const value = () =>
    slots.reduce((total, s) => {
      const there = sums((u) => (u.slots.includes(s) ? 1 : 0));
      if (there > 0 && there < (s.l.minimum ?? 0)) return Number.POSITIVE_INFINITY;
      return total + 2 ** (5 - s.l.priority) * daysIn(s.fromOn, s.toOn) * (s.l.people - there);
    }, 0);
  const tryFrom = (i: number) => {
    if (!keeps()) return;
    const use = uses[i];
    if (!use) {
      best = Math.min(best, value());
      return;
    }
    const team = use.p.teamSize ?? 1;
    for (let people = 0; people <= Math.min(use.p.people, use.l.people); people += team) {
      chosen.push({ use, people });
      tryFrom(i + 1);
      chosen.pop();
    }
  };
  tryFrom(0);
  return best;
}
