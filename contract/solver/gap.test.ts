import { faultOfValues, type SolverPort } from '@muster/plan';
import { openHighsSolver } from '@muster/solver-highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { bruteForce } from './brute-force.ts';
import { gapModel, gapProblems, haveGapInstances, lackGapWords } from './gap-instances.ts';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});

describe('the generalised assignment problem', () => {
  it.each([
    ['least', false],
    ['most', true],
  ])('as the public files write it is read and solved: its %s, as trying everything finds it', async (_, most) => {
    // Two agents, four jobs; costs, then what each job takes, then capacities.
    const { model, objective } = gapModel('2 4\n 3 9 4 6\n 5 2 7 1\n 2 3 1 4\n 3 2 2 3\n 5 6\n', most);
    const best = bruteForce(model, [objective]);
    expect(best?.levels).toEqual([most ? -20 : 10]);
    const solution = await solver.solveInOrder(model, [objective]);
    expect(solution).toMatchObject({ levels: [{ value: best?.levels[0], bound: best?.levels[0] }] });
  });

  if (!haveGapInstances) {
    it('is not compared with public optima', () => {
      console.log(lackGapWords);
      expect(() => gapModel('2 4 1', false)).toThrow('Number 4 is none.');
    });
    return;
  }

  const problems = gapProblems();
  it('is here with public instances of the sets a, b and c, each with known optima', () => {
    expect(new Set(problems.map(({ name }) => name[0]))).toEqual(new Set(['a', 'b', 'c']));
  });

  // Those proved in a fraction of a second; bench/gap.ts proves them all.
  const quick = problems.filter(({ name }) => /^(a05100|a10200|c0515_1|c0530_1|c1060_1) /.test(name));
  it.each(quick)('$name: the public optimum, proved', async ({ model, objective, known }) => {
    const solution = await solver.solveInOrder(model, [objective]);
    expect(solution).toMatchObject({ outcome: 'solved', levels: [{ value: known, bound: known }] });
    if (solution.outcome === 'solved') expect(faultOfValues(model, solution.values)).toBeUndefined();
  });
});
