import type { SolverPort } from '@muster/plan';
import { checkSolved, compileProblem, type PlanProblem, type ProblemAnswer, solveProblem } from '@muster/plan/problem';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import { openHighsSolver } from '@muster/solver-highs';
import { beforeAll, describe, expect, it } from 'vitest';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});

async function solve(problem: PlanProblem) {
  const answer = await solveProblem(problem, solver);
  if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
  const checked = checkSolved(compileProblem(problem), answer.solved, answer);
  expect(checked).toMatchObject({ holds: true, gap: answer.solved.gap });
  return answer.solved;
}
const who = (solved: Extract<ProblemAnswer, { outcome: 'solved' }>['solved']) =>
  Object.fromEntries(solved.assignments.map((a) => [`${a.poolId} ${a.lineId} ${a.period.fromOn}`, a.people]));

describe('a plan for a problem', () => {
  it('takes the nearest people first, and proves it', async () => {
    const solved = await solve(toyProblem());
    expect(who(solved)).toEqual({ 'south-porters carry-south 2025-06-01': 10 });
    expect(solved).toMatchObject({ asked: 10, filled: 10, short: 0, gap: 0 });
  });

  it('keeps the reserve, and says what is short', async () => {
    const lenders = [toyLender('north', { reserve: 7 }), toyLender('south', { reserve: 4 })];
    const solved = await solve(toyProblem({ lenders }));
    expect(who(solved)).toEqual({
      'north-porters carry-south 2025-06-01': 3,
      'south-porters carry-south 2025-06-01': 6,
    });
    expect(solved).toMatchObject({ filled: 9, short: 1, gap: 0 });
  });

  it('gives the urgent line what there is', async () => {
    const lines = [toyLine('later', { priority: 3, people: 15 }), toyLine('now', { priority: 1, people: 15 })];
    const solved = await solve(toyProblem({ lines }));
    expect(solved.lines.map((l) => [l.lineId, l.filled])).toEqual([
      ['later', 5],
      ['now', 15],
    ]);
  });

  it('sends whole teams only', async () => {
    const pools = [toyPool('south-teams', 'south', { teamSize: 4 }), toyPool('north-porters', 'north', { people: 1 })];
    const solved = await solve(toyProblem({ pools }));
    expect(who(solved)).toEqual({ 'south-teams carry-south 2025-06-01': 8, 'north-porters carry-south 2025-06-01': 1 });
  });

  it('gives a line none where it cannot have its minimum', async () => {
    const pools = [toyPool('south-porters', 'south', { people: 6 })];
    const lines = [toyLine('big', { minimum: 7, priority: 1 }), toyLine('small', { people: 4, priority: 5 })];
    const solved = await solve(toyProblem({ pools, lines }));
    expect(who(solved)).toEqual({ 'south-porters small 2025-06-01': 4 });
  });

  it('counts each limit over what it picks, and only there', async () => {
    const limits = [
      {
        limitId: 'north-consents',
        barrier: 'consent',
        selects: [{ lenderIds: ['north'] }],
        mostPeople: 2,
        words: 'two',
      },
      { limitId: 'heal-cap', barrier: 'review', selects: [{ taskIds: ['heal'] }], mostPeople: 1, words: 'one' },
    ] as never;
    const lines = [toyLine('carry', { people: 10 }), toyLine('heal', { taskId: 'heal', people: 10 })];
    const solved = await solve(toyProblem({ limits, lines }));
    expect(solved.lines.map((l) => l.filled).reduce((a, b) => a + b, 0)).toBe(11);
    expect(solved.lines.find((l) => l.lineId === 'heal')?.filled).toBe(1);
  });

  it('keeps people with one line for a tour, and at home for their dwell', async () => {
    const pools = [toyPool('south-porters', 'south', { tourDays: 20, dwellDays: 10, people: 6 })];
    const relieved = toyLine('carry', { people: 3, relief: { tourDays: 15, overlapDays: 2 } });
    const solved = await solve(toyProblem({ pools, lines: [relieved] }));
    // Two tours of 3, the second beginning while the first is still there: 6 people, none twice.
    expect(who(solved)).toEqual({
      'south-porters carry.tour1 2025-06-01': 3,
      'south-porters carry.tour2 2025-06-16': 3,
    });
    const fewer = await solve(
      toyProblem({ pools: [toyPool('south-porters', 'south', { tourDays: 20, people: 5 })], lines: [relieved] }),
    );
    expect(fewer).toMatchObject({ filled: 2, short: 1 });
  });

  it('spends no more people-days of a pool than it may', async () => {
    const pools = [toyPool('south-porters', 'south', { mostPersonDays: 150 })];
    const solved = await solve(toyProblem({ pools }));
    expect(solved).toMatchObject({ filled: 5 });
  });

  it('bars what is barred, and takes the position asked for', async () => {
    const bars = [
      { barId: 'no-south', barrier: 'authority', select: { lenderIds: ['south'] }, words: 'forbidden' },
    ] as never;
    expect(who(await solve(toyProblem({ bars })))).toEqual({ 'north-porters carry-south 2025-06-01': 10 });
    const pools = [toyPool('plain', 'south'), toyPool('chiefs', 'north', { positionId: 'chief', people: 2 })];
    const lines = [toyLine('lead', { positionId: 'chief', people: 5 })];
    expect(who(await solve(toyProblem({ pools, lines })))).toEqual({ 'chiefs lead 2025-06-01': 2 });
  });

  it('shares the burden where all else is equal', async () => {
    const places = [{ placeId: 'mid-land', latitude: 42.5, longitude: 0 }];
    const lenders = [toyLender('a', { strength: 100 }), toyLender('b', { strength: 300 })];
    const pools = [toyPool('pa', 'a', { placeId: 'mid-land' }), toyPool('pb', 'b', { placeId: 'mid-land' })];
    const lines = [toyLine('carry', { placeId: 'mid-land', people: 12 })];
    const solved = await solve(
      toyProblem({ places, lenders, pools, lines, objectives: ['fill', 'arrival', 'cost', 'burden'] } as never),
    );
    expect(who(solved)).toEqual({ 'pa carry 2025-06-01': 3, 'pb carry 2025-06-01': 9 });
    expect(solved.levels.at(-1)).toMatchObject({ level: 'burden', value: 30, bound: 30 });
  });

  it('changes as little as it can, and counts what changed', async () => {
    const former = [
      {
        poolId: 'north-porters',
        lineId: 'carry-south',
        kind: 'militia',
        period: { fromOn: '2025-06-01', toOn: '2025-07-01' },
        people: 6,
      },
    ];
    const solved = await solve(toyProblem({ former, objectives: ['fill', 'changes', 'arrival'] } as never));
    expect(who(solved)).toEqual({
      'north-porters carry-south 2025-06-01': 6,
      'south-porters carry-south 2025-06-01': 4,
    });
    expect(solved.levels[1]).toMatchObject({ level: 'changes', value: 4, gap: 0 });
  });

  it('splits lines between as few lenders as can be', async () => {
    const lines = [toyLine('one', { people: 8 }), toyLine('two', { people: 8 })];
    const solved = await solve(toyProblem({ lines, objectives: ['fill', 'splits'] }));
    expect(solved.levels[1]?.value).toBe(2);
  });

  it('prefers and avoids as the planner wishes, after all that matters more', async () => {
    const wishes = [{ select: { lenderIds: ['south'] }, want: 'avoid', words: 'spare them' }] as never;
    const solved = await solve(toyProblem({ wishes, objectives: ['fill', 'wishes', 'arrival'] }));
    expect(who(solved)).toEqual({ 'north-porters carry-south 2025-06-01': 10 });
  });

  it('counts a line at its leanest time where that comes first', async () => {
    const pools = [
      toyPool('late', 'south', { available: { fromOn: '2025-06-15', toOn: '2025-07-01' } }),
      toyPool('all', 'north', { people: 4 }),
    ];
    const solved = await solve(toyProblem({ pools, objectives: ['lean', 'fill', 'cost'] } as never));
    expect(solved.lines[0]).toMatchObject({ filled: 4, short: 6 });
    expect(solved.levels.map((l) => [l.level, l.gap])).toEqual([
      ['lean', 0],
      ['fill', 0],
      ['cost', 0],
    ]);
  });

  it('holds what the planner has pinned', async () => {
    const pins = [{ poolId: 'north-porters', lineId: 'carry-south', people: 3 }];
    expect(who(await solve(toyProblem({ pins })))).toEqual({
      'north-porters carry-south 2025-06-01': 3,
      'south-porters carry-south 2025-06-01': 7,
    });
  });
});

describe('a problem that has no plan says why, by name', () => {
  const faultsOf = async (over: Partial<PlanProblem>) => {
    const answer = await solveProblem(toyProblem(over), solver);
    return answer.outcome === 'impossible' ? answer.faults.map((f) => `${f.field} ${f.problem}`) : answer;
  };
  it.each<[string, Partial<PlanProblem>, string]>([
    ['nobody asked', { lines: [] }, 'lines are none: nobody is asked for'],
    [
      'a pool of an unknown lender',
      { pools: [toyPool('p', 'nowhere')] },
      'pools.0.lenderId names the lender "nowhere", which is not listed',
    ],
    ['a line twice', { lines: [toyLine('a'), toyLine('a')] }, 'lines.1 repeats "a"'],
    [
      'a pin of more than the line asks',
      { pins: [{ poolId: 'north-porters', lineId: 'carry-south', people: 11 }] },
      'pins.0.people puts 11 people on "carry-south", which asks for 10',
    ],
    [
      'a pin the skill forbids',
      {
        pools: [toyPool('healers', 'south', { skillId: 'healer' })],
        pins: [{ poolId: 'healers', lineId: 'carry-south', people: 1 }],
      },
      'pins.0 puts 1 people of "healers" on "carry-south", and no plan can: healers offers healer, the line needs porter',
    ],
  ])('%s', async (_what, over, words) => expect(await faultsOf(over)).toContain(words));

  it('pins that contradict each other', async () => {
    const lines = [toyLine('a', { people: 8 }), toyLine('b', { people: 8 })];
    const pins = [
      { poolId: 'north-porters', lineId: 'a', people: 6 },
      { poolId: 'north-porters', lineId: 'b', people: 6 },
    ];
    expect(await faultsOf({ lines, pins })).toEqual([
      'pins cannot all be met together: 6 of north-porters on a, 6 of north-porters on b',
    ]);
  });
});
