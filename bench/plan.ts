import { execFileSync } from 'node:child_process';
import { checkSolved, compileProblem, type PlanProblem, solveProblem } from '@muster/plan/problem';
import { makeProblem } from '@muster/scenarios/problems';
import { flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import { type Figure, median } from './figures.ts';

const options = { flow: flowSolver, mostWritten: 20_000, enoughGap: 0.001 };

/** One problem: solved, with its gap, and checked without a solver. */
async function benchProblem(name: string, rounds: number): Promise<Figure[]> {
  const problem = makeProblem(name) as PlanProblem;
  const solver = await openHighsSolver();
  const times: number[] = [];
  const cpus: number[] = [];
  const checks: number[] = [];
  let gaps = '';
  for (let i = 0; i < rounds; i++) {
    const cpu = process.cpuUsage();
    const began = performance.now();
    const answer = await solveProblem(problem, solver, options);
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(cpu);
    cpus.push((user + system) / 1000);
    if (answer.outcome !== 'solved') throw new Error(`${name}: ${JSON.stringify(answer)}`);
    gaps = answer.solved.levels.map(({ level, gap }) => `${level} ${(100 * gap).toFixed(3)} %`).join(', ');
    const checking = performance.now();
    const checked = checkSolved(compileProblem(problem), answer.solved, answer);
    checks.push(performance.now() - checking);
    if (!checked.holds) throw new Error(`${name}: ${checked.fault}`);
  }
  return [
    { name: `${name}: solved`, value: median(times), unit: 'ms' },
    { name: `${name}: solved, CPU`, value: median(cpus), unit: 'ms' },
    { name: `${name}: checked without a solver`, value: median(checks), unit: 'ms' },
    { name: `${name}: most memory of the process`, value: process.resourceUsage().maxRSS / 1024, unit: 'MB' },
    { name: `${name}: gaps: ${gaps}`, value: 0, unit: '' },
  ];
}

/** The problems that Muster ships, each in a process of its own, so that its memory is its own. */
export const benchPlans = (): Figure[] =>
  ['article', 'article-full', 'katrina', 'katrina-full'].flatMap((name) => {
    const told = execFileSync(process.execPath, ['--import', 'tsx', import.meta.filename, name], { encoding: 'utf8' });
    return JSON.parse(told) as Figure[];
  });

/** One problem once: what a whole process takes for it is measured from outside. */
async function solveOnce(name: string) {
  const problem = makeProblem(name) as PlanProblem;
  const solver = await openHighsSolver();
  const began = performance.now();
  const answer = await solveProblem(problem, solver, options);
  const solveMs = performance.now() - began;
  if (answer.outcome !== 'solved') throw new Error(`${name}: ${JSON.stringify(answer)}`);
  const checked = checkSolved(compileProblem(problem), answer.solved, answer);
  if (!checked.holds) throw new Error(`${name}: ${checked.fault}`);
  const levels = checked.levels.map(({ value, bound }) => ({ value, bound }));
  return { levels, gap: checked.gap, solveMs };
}

if (process.argv[1] === import.meta.filename) {
  const [what = '', name = ''] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(what === '--once' ? await solveOnce(name) : await benchProblem(what, 5)));
}
