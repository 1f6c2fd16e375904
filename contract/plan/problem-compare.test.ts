import type { SolverPort } from '@muster/plan';
import {
  checkSolved,
  comparePlans,
  compileProblem,
  type PlanProblem,
  type Supposition,
  solveProblem,
  suppose,
} from '@muster/plan/problem';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import { flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyProblem } from './any-problem.ts';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});

async function planned(problem: PlanProblem) {
  const answer = await solveProblem(problem, solver);
  if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
  expect(checkSolved(compileProblem(problem), answer.solved, answer)).toMatchObject({ holds: true });
  return { problem, plan: answer.solved };
}
const nothing: Supposition = { refuse: [], more: [], without: [], limits: [], pins: [], forbid: [], stable: false };

async function whatIf(problem: PlanProblem, over: Partial<Supposition>) {
  const before = await planned(problem);
  const supposed = suppose(problem, before.plan, { ...nothing, ...over });
  if (!('lines' in supposed)) throw new Error(JSON.stringify(supposed));
  const after = await planned(supposed);
  const difference = comparePlans(before, after);
  if (typeof difference === 'string') throw new Error(difference);
  const figures = Object.fromEntries(difference.figures.map((f) => [f.figure, [f.before, f.after]]));
  return { before, after, difference, figures };
}

describe('what if', () => {
  it('a lender refuses: others come, later', async () => {
    const { difference, figures } = await whatIf(toyProblem(), { refuse: ['south'] });
    expect(figures).toMatchObject({ filled: [10, 10], fill: [0, 0], arrival: [0, 600], cost: [30_000, 30_000] });
    expect(figures.burden).toEqual([100, 100]);
    expect(difference.lenders).toEqual([
      { lenderId: 'north', before: 0, after: 10 },
      { lenderId: 'south', before: 10, after: 0 },
    ]);
    expect(difference.assignments).toMatchObject([
      { poolId: 'south-porters', before: 10, after: 0, period: { fromOn: '2025-06-01', toOn: '2025-07-01' } },
      { poolId: 'north-porters', before: 0, after: 10 },
    ]);
    expect(difference).toMatchObject({ putOn: 10, takenOff: 10 });
  });

  it('more are asked for, or fewer', async () => {
    const more = await whatIf(toyProblem(), { more: [{ lineId: 'carry-south', people: 15 }] });
    expect(more.figures).toMatchObject({ asked: [10, 25], filled: [10, 20], short: [0, 5] });
    expect(more.difference.lines).toEqual([
      { lineId: 'carry-south', asked: { before: 10, after: 25 }, filled: { before: 10, after: 20 } },
    ]);
    const fewer = await whatIf(toyProblem(), { more: [{ lineId: 'carry-south', people: -9 }] });
    expect(fewer.figures).toMatchObject({ asked: [10, 1], filled: [10, 1] });
    const { plan } = await planned(toyProblem());
    expect(suppose(toyProblem(), plan, { ...nothing, more: [{ lineId: 'carry-south', people: -10 }] })).toEqual([
      { field: 'more', problem: 'leaves 0 people on "carry-south", and a line asks for one at least' },
    ]);
  });

  it('a kind of service, a pool on a line, a limit and a pin are otherwise', async () => {
    const limits = [
      { limitId: 'north-consent', barrier: 'consent', selects: [{ lenderIds: ['north'] }], mostPeople: 9, words: 'so' },
    ] as never;
    const problem = toyProblem({ limits, lines: [toyLine('carry-south', { people: 20 })] });
    expect((await whatIf(problem, { without: ['militia'] })).figures.filled).toEqual([19, 0]);
    const forbid = [{ poolId: 'north-porters', lineId: 'carry-south' }];
    expect((await whatIf(problem, { forbid })).figures.filled).toEqual([19, 10]);
    const raised = [{ limitId: 'north-consent', mostPeople: 10 }];
    expect((await whatIf(problem, { limits: raised })).figures.filled).toEqual([19, 20]);
    const pins = [{ poolId: 'north-porters', lineId: 'carry-south', people: 4 }];
    expect((await whatIf(toyProblem(), { pins })).figures.arrival).toEqual([0, 240]);
  });

  it('may be supposed of what was supposed', async () => {
    const first = await whatIf(toyProblem(), { refuse: ['south'] });
    const second = await whatIf(first.after.problem, { refuse: ['north'] });
    expect(second.after.problem.bars.map((bar) => bar.barId)).toEqual(['supposed.1', 'supposed.2']);
    expect(second.figures.filled).toEqual([10, 0]);
  });

  it('keeps the plan where it is to be stable, and otherwise only where nothing suffers', async () => {
    // North was there for want of south; then south offers.
    const lenders = [toyLender('north'), toyLender('south', { reserve: 10 }), toyLender('isle')];
    const { plan } = await planned(toyProblem({ lenders }));
    const freed = toyProblem();
    const again = async (stable: boolean) => {
      const supposed = suppose(freed, plan, { ...nothing, stable });
      return (await planned(supposed as PlanProblem)).plan.assignments.map((a) => [a.poolId, a.people]);
    };
    expect(await again(true)).toEqual([['north-porters', 10]]);
    expect(await again(false)).toEqual([['south-porters', 10]]);
  });

  it('a tour that is kept is no change', async () => {
    const pools = [toyPool('south-porters', 'south', { people: 6 }), toyPool('north-porters', 'north')];
    const lines = [toyLine('carry', { people: 3, relief: { tourDays: 15, overlapDays: 2 } }), toyLine('other')];
    const { after } = await whatIf(toyProblem({ pools, lines }), {
      forbid: [{ poolId: 'north-porters', lineId: 'carry' }],
      stable: true,
    });
    const { difference } = await whatIf(toyProblem({ pools, lines }), { limits: [], stable: true });
    expect(difference.assignments).toEqual([]);
    expect(after.plan.levels.find((l) => l.level === 'changes')).toMatchObject({ gap: 0 });
  });
});

describe('at most so many changes', () => {
  it('the best of what so few allow', async () => {
    const lenders = [toyLender('north'), toyLender('south', { reserve: 10 }), toyLender('isle')];
    const { plan } = await planned(toyProblem({ lenders }));
    // South is free again: each of its people put on lets one of North be taken off, two changes in all.
    const supposed = suppose(toyProblem(), plan, { ...nothing, mostChanges: 7 }) as PlanProblem;
    const again = await planned(supposed);
    expect(again.plan.assignments.map((a) => [a.poolId, a.people])).toEqual([
      ['north-porters', 7],
      ['south-porters', 3],
    ]);
  });

  it('there is a plan exactly when as many are allowed as must be; and it keeps to them', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, fc.nat(2), fc.nat(3), async (problem, which, most) => {
        const { plan } = await planned(problem);
        const more = [{ lineId: problem.lines[which]?.lineId ?? '', people: 2 }];
        const free = suppose(problem, plan, { ...nothing, more }) as PlanProblem;
        const least = await solveProblem({ ...free, objectives: ['changes'] }, solver);
        if (least.outcome !== 'solved') throw new Error(JSON.stringify(least));
        const needed = least.solved.levels[0]?.value ?? 0;
        const mostChanges = Math.max(0, needed - 1 + most);
        const answer = await solveProblem({ ...free, mostChanges }, solver);
        expect(answer.outcome).toBe(mostChanges < needed ? 'impossible' : 'solved');
        // Of very many uses a solver is shown a few: it must not find a plan impossible for want of the others.
        const ofFew = await solveProblem({ ...free, mostChanges }, solver, { mostWritten: 0 });
        expect(ofFew.outcome).toBe(answer.outcome);
        if (answer.outcome !== 'solved') return;
        const changes = answer.solved.levels.find((level) => level.level === 'changes');
        expect(changes?.value).toBeLessThanOrEqual(mostChanges);
        const unbound = await solveProblem(free, solver);
        if (unbound.outcome === 'solved' && unbound.solved.levels[0] && answer.solved.levels[0]) {
          expect(answer.solved.levels[0].value).toBeGreaterThanOrEqual(unbound.solved.levels[0].value);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('changes bound where there are too many uses to try all', () => {
  it('are said to be too few when every plan changes more, and else are not looked for', async () => {
    const lenders = [toyLender('north'), toyLender('south', { reserve: 10 }), toyLender('isle')];
    const { plan } = await planned(toyProblem({ lenders }));
    const supposed = (mostChanges: number) => suppose(toyProblem(), plan, { ...nothing, mostChanges }) as PlanProblem;
    const options = { flow: flowSolver, mostWritten: 0 };
    expect(await solveProblem(supposed(7), solver, options)).toEqual({
      outcome: 'unproved',
      why: 'No plan with at most 7 changes was looked for: with 2 uses that takes too long. The best plan changes 20 people; one that only fills as well changes 0.',
    });
    expect(await solveProblem(supposed(20), solver, options)).toMatchObject({ outcome: 'solved' });
    const pins = [{ poolId: 'south-porters', lineId: 'carry-south', people: 10 }];
    expect(await solveProblem({ ...supposed(7), pins }, solver, options)).toMatchObject({
      outcome: 'impossible',
      faults: [{ field: 'mostChanges' }],
    });
  });
});

describe('pins among so many uses that a solver is shown a few', () => {
  it('are met whenever they can be', async () => {
    const pools = Array.from({ length: 12 }, (_, i) => toyPool(`pool-${i}`, 'south', { people: 2, readyDays: i % 5 }));
    const lines = [toyLine('first', { people: 4 }), toyLine('second', { people: 4 })];
    const pins = ['pool-4', 'pool-9'].map((poolId) => ({ poolId, lineId: 'first', people: 2 }));
    const limits = [{ limitId: 'all', barrier: 'consent', selects: [{}], mostPeople: 7, words: 'seven' }] as never;
    const problem = toyProblem({ pools, lines, pins, limits });
    const [few, all] = [await solveProblem(problem, solver, { mostWritten: 0 }), await solveProblem(problem, solver)];
    if (few.outcome !== 'solved' || all.outcome !== 'solved') throw new Error(JSON.stringify([few, all]));
    expect(few.solved.levels.map((level) => level.value)).toEqual(all.solved.levels.map((level) => level.value));
  });
});

describe('the difference of two plans', () => {
  it('is told day by day, however their periods are cut', async () => {
    const whole = await planned(toyProblem());
    const halves = await planned(toyProblem({ turningDays: ['2025-06-16'] } as never));
    const difference = comparePlans(whole, halves);
    expect(difference).toMatchObject({ assignments: [], lines: [], lenders: [], putOn: 0, takenOff: 0 });
  });

  it('is not told of a plan that is none', async () => {
    const whole = await planned(toyProblem());
    const elsewhere = { ...whole, problem: toyProblem({ lines: [toyLine('other')] }) };
    expect(comparePlans(whole, elsewhere)).toMatch(/^the second: south-porters may not be on carry-south/);
  });
});
