import type { SolverPort } from '@muster/plan';
import {
  applyChanges,
  type Change,
  compileProblem,
  fillLine,
  type LineFill,
  openPlan,
  type PlanProblem,
  partOfSkill,
  solveProblem,
} from '@muster/plan/problem';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyProblem } from './any-problem.ts';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});

async function opened(problem: PlanProblem) {
  const answer = await solveProblem(problem, solver);
  if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
  const plan = openPlan(compileProblem(problem), answer.solved, answer);
  if (typeof plan === 'string') throw new Error(plan);
  return { plan, solved: answer.solved };
}
async function fill(problem: PlanProblem, lineId = 'carry-south'): Promise<LineFill> {
  const found = await fillLine((await opened(problem)).plan, lineId, solver);
  if (typeof found === 'string') throw new Error(found);
  return found;
}
const told = ({ sets }: LineFill) =>
  sets.map((set) => [set.fills, set.left, ...set.changes.map(({ of, id, by }) => `${of} ${id} ${by}`)]);

const limit = (limitId: string, mostPeople: number, over: object = {}) => ({
  limitId,
  barrier: 'consent',
  selects: [{ lenderIds: [limitId] }],
  mostPeople,
  words: `${limitId} consents to ${mostPeople}`,
  ...over,
});

describe('what would fill a short line', () => {
  it('a limit raised, a reserve lowered, or more people', async () => {
    const limits = [limit('north', 3), limit('south', 10)] as never;
    const lenders = [toyLender('north'), toyLender('south', { reserve: 8 }), toyLender('isle')];
    const found = await fill(toyProblem({ limits, lenders }));
    expect(found.short).toBe(5);
    expect(told(found)).toEqual([
      [5, 0, 'limit north 5'],
      [5, 0, 'reserve south 5'],
      [5, 0, 'pool south-porters 5'],
    ]);
    expect(found.sets.every((set) => set.proved)).toBe(true);
  });

  it('a bar lifted, with how many come by it; no law is lifted', async () => {
    const bars = [
      { barId: 'north-refuses', barrier: 'consent', select: { lenderIds: ['north'] }, words: 'No.' },
      { barId: 'no-south', barrier: 'authority', select: { lenderIds: ['south'] }, words: 'Forbidden.' },
      { barId: 'also-north', barrier: 'planner', select: { poolIds: ['none'] }, words: 'No.' },
    ] as never;
    const found = await fill(toyProblem({ bars, lines: [toyLine('carry-south', { people: 7 })] }));
    expect(told(found)).toEqual([[7, 0, 'bar north-refuses 7']]);
    expect(found.sets[0]?.changes[0]).toMatchObject({ kind: 'consent', words: 'No.' });
  });

  it('several kinds together, where none alone does', async () => {
    const bars = [
      { barId: 'north-refuses', barrier: 'consent', select: { lenderIds: ['north'] }, words: 'No.' },
    ] as never;
    const lenders = [toyLender('north', { reserve: 10 }), toyLender('south'), toyLender('isle')];
    const pools = [toyPool('north-porters', 'north'), toyPool('south-porters', 'south', { people: 4 })];
    const found = await fill(toyProblem({ bars, lenders, pools }));
    expect(told(found)).toEqual([
      [6, 0, 'pool south-porters 6'],
      [6, 0, 'bar north-refuses 6', 'reserve north 6'],
    ]);
    expect(found.sets[1]?.kinds).toEqual(['consent', 'reserve']);
  });

  it('longer tours, and more days of a pool', async () => {
    const lines = [toyLine('carry-south', { people: 4, throughout: true })];
    const short = await fill(toyProblem({ lines, pools: [toyPool('south-porters', 'south', { tourDays: 20 })] }));
    expect(told(short)).toEqual([
      [4, 0, 'start carry-south 10'],
      [4, 0, 'tour south-porters 10'],
    ]);
    const few = await fill(toyProblem({ lines, pools: [toyPool('south-porters', 'south', { mostPersonDays: 60 })] }));
    expect(told(few)).toContainEqual([2, 0, 'pool-days south-porters 60']);
  });

  it('a later start, the earliest by which all are there', async () => {
    const pools = [
      toyPool('south-porters', 'south', { people: 4, readyDays: 8 }),
      toyPool('north-porters', 'north', { people: 8, readyDays: 8 }),
    ];
    const found = await fill(toyProblem({ pools }));
    // South is there on 3 June, north two days later; the line begins on 1 June.
    expect(told(found)[0]).toEqual([10, 0, 'start carry-south 4']);
  });

  it('a later start, where the days that a pool has left are enough from then on', async () => {
    const pools = [toyPool('south-porters', 'south', { mostPersonDays: 160 })];
    const found = await fill(toyProblem({ pools }));
    // Ten people for the last sixteen of thirty days.
    expect(told(found)).toContainEqual([5, 0, 'start carry-south 14']);
  });

  it('counts a reserve that is greater than all there are', async () => {
    const lenders = [toyLender('south', { reserve: 13 })];
    const pools = [toyPool('south-porters', 'south')];
    expect(told(await fill(toyProblem({ lenders, pools, lines: [toyLine('carry-south', { people: 2 })] })))).toEqual([
      [2, 0, 'reserve south 5'],
    ]);
  });

  it('the cheapest first, of sets that fill it as well', async () => {
    const limits = [limit('north', 3)] as never;
    const lenders = [toyLender('north'), toyLender('south', { reserve: 8 }), toyLender('isle')];
    const pools = [toyPool('north-porters', 'north', { personDayCents: 70 }), toyPool('south-porters', 'south')];
    const found = await fill(toyProblem({ limits, lenders, pools }));
    expect(found.sets.map(({ kinds, costCents }) => [kinds[0], costCents])).toEqual([
      ['consent', 5 * 30 * 70],
      ['reserve', 5 * 30 * 100],
      ['strength', 5 * 30 * 100],
    ]);
  });

  it('moves nobody else to make it cheaper', async () => {
    // The dearer porters are on the other line since they are nearer; they stay there.
    const lines = [toyLine('carry-south', { people: 12 }), toyLine('carry-north', { placeId: 'north-land' })];
    const pools = [
      toyPool('south-porters', 'south', { personDayCents: 50 }),
      toyPool('north-porters', 'north', { people: 15, personDayCents: 200 }),
    ];
    const limits = [limit('north', 11)] as never;
    const found = await fill(toyProblem({ lines, pools, limits }));
    expect(found.sets.map(({ kinds, costCents }) => [kinds[0], costCents])).toEqual([
      ['strength', 50 * 30],
      ['consent', 200 * 30],
    ]);
  });

  it('of a great problem it looks at the part that the skill has to do with, the rest staying where it is', async () => {
    const limits = [limit('all', 12, { selects: [{}] })] as never;
    const lines = [
      toyLine('carry-south', { people: 12, priority: 5 }),
      toyLine('heal-south', { skillId: 'healer', people: 4, priority: 1 }),
    ];
    const pools = [
      toyPool('south-porters', 'south', { people: 12 }),
      toyPool('south-healers', 'south', { skillId: 'healer' }),
    ];
    const { plan } = await opened(toyProblem({ limits, lines, pools }));
    const part = partOfSkill(plan, 'porter');
    expect(part.problem.lines.map((line) => line.lineId)).toEqual(['carry-south']);
    const healing = plan.model.c.problem.lines[1]?.people;
    expect(part.elsewhere('limit', 0, '2025-06-03' as never)).toBe(healing);
    expect(part.elsewhere('reserve-floor', 1, '2025-06-03' as never)).toBe(healing);
    expect(part.elsewhere('limit', 0, '2025-07-03' as never)).toBe(0);
  });

  it('takes nobody from another line', async () => {
    const lines = [toyLine('carry-south', { people: 12, priority: 1 }), toyLine('other', { people: 12, priority: 5 })];
    const limits = [limit('all', 15, { selects: [{}] })] as never;
    const found = await fill(toyProblem({ lines, limits }), 'other');
    expect(told(found)[0]).toEqual([5, 4, 'limit all 5']);
  });

  it('nothing, where nobody lacks', async () => {
    expect(await fill(toyProblem())).toEqual({ lineId: 'carry-south', short: 0, sets: [] });
  });
});

describe('of any problem', () => {
  it('a set fills what it says when it is applied, and none with less of it does', async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(anyProblem.map(atOneTime), async (problem) => {
        const { plan, solved } = await opened(problem);
        const [line] = solved.lines.filter((one) => one.short > 0);
        if (!line) return;
        const found = await fillLine(plan, line.lineId, solver);
        if (typeof found === 'string') throw new Error(found);
        /** Whether all lines can have what they have, and this one so many more. */
        const does = async (changes: readonly Change[], fills: number) => {
          const changed = applyChanges(problem, changes);
          const lines = changed.lines.flatMap((one) => {
            const filled = solved.lines.find((l) => l.lineId === one.lineId)?.filled ?? 0;
            const people = one.lineId === line.lineId ? filled + fills : filled;
            return people > 0 ? [{ ...one, people, minimum: Math.min(one.minimum ?? 0, people) }] : [];
          });
          const answer = await solveProblem({ ...changed, lines, objectives: ['fill'] }, solver);
          return answer.outcome === 'solved' && answer.solved.short === 0;
        };
        for (const { changes, fills, kinds } of found.sets) {
          expect(await does(changes, fills)).toBe(true);
          for (const i of changes.keys()) {
            expect(
              await does(
                changes.filter((_, j) => j !== i),
                fills,
              ),
            ).toBe(false);
            const [change] = changes;
            if (changes.length > 1 || !change || change.of === 'bar' || change.by < 2) continue;
            expect(await does([{ ...change, by: change.by - 1 }], fills)).toBe(false);
          }
          if (changes.length === 2 && kinds[0] === 'consent') {
            for (const { limitId: id } of problem.limits)
              expect(await does([{ kind: 'consent', of: 'limit', id, by: 1000 }], fills)).toBe(false);
          }
          looked += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(looked).toBeGreaterThan(0);
  });
});

/**
 * All lines over the same days, so that a line has one number; and nobody in teams, since a line that may keep no more than
 * it has cannot take a team that brings it more.
 */
const atOneTime = (problem: PlanProblem): PlanProblem => ({
  ...problem,
  pools: problem.pools.map(({ teamSize: _, ...pool }) => pool),
  lines: problem.lines.map((line) => ({ ...line, period: { fromOn: '2025-06-01', toOn: '2025-07-01' } as never })),
});
