import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHighsSolver } from '@muster/solver-highs';
import { type GapProblem, gapProblems, haveGapInstances, lackGapWords } from '../contract/solver/gap-instances.ts';
import { type Figure, machine, printFigures } from './figures.ts';
import { linearRivals } from './rivals/linear-rivals.ts';
import { canTime, runTimed } from './rivals/run-timed.ts';
import { writeMps } from './rivals/write-mps.ts';

const beside = linearRivals.filter(({ name }) => name.startsWith('HiGHS'));
const seconds = 120;

/**
 * Public instances of the generalised assignment problem with known optima, each proved through the solver port that
 * plans are made by; beside HiGHS by itself on the same file, right after it.
 */
export async function benchGap(): Promise<Figure[]> {
  if (!haveGapInstances) {
    process.stdout.write(`${lackGapWords}\n`);
    return [];
  }
  const solver = await openHighsSolver();
  const folder = mkdtempSync(join(tmpdir(), 'muster-gap-'));
  const problems = gapProblems();
  const proved: GapProblem[] = [];
  const figures: Figure[] = [];
  const sums = new Map<string, number>();
  const add = (name: string, took: number) => sums.set(name, (sums.get(name) ?? 0) + took);
  try {
    for (const problem of problems) {
      const { name, model, objective, known } = problem;
      const began = performance.now();
      const solution = await solver.solveInOrder(model, [objective]);
      const took = (performance.now() - began) / 1000;
      add('Muster', took);
      const [level] = solution.outcome === 'solved' ? solution.levels : [];
      if (level?.value === known && level.bound === known) proved.push(problem);
      else process.stdout.write(`gap ${name}: NOT proved, ${JSON.stringify(level ?? solution)}; known ${known}\n`);
      const others = canTime() ? beside.flatMap((rival) => runRival(rival.name, problem, folder, add)) : [];
      const words = others.map(([rival, wall]) => `${rival} ${wall}`).join(', ');
      figures.push({ name: `gap ${name} (${known}): ${words}`, value: took, unit: 's' });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    ...figures,
    { name: `proved, of ${problems.length}`, value: proved.length, unit: '' },
    ...[...sums].map(([name, sum]) => ({ name: `all, ${name}`, value: sum, unit: 's' })),
  ];
}

function runRival(
  name: string,
  { model, objective, known }: GapProblem,
  folder: string,
  add: (name: string, took: number) => void,
): [name: string, wall: string][] {
  const rival = linearRivals.find((one) => one.name === name);
  const [file, answer] = [join(folder, 'gap.mps'), join(folder, 'answer')];
  const command = rival?.command(file, answer, { gap: 0, seconds, whole: true });
  if (!rival || !command) return [[name, 'MISSING']];
  const unit = writeMps(file, model, objective, [], true);
  const run = runTimed(folder, command, 2 * seconds);
  add(name, run.wallS);
  const found = run.trouble === undefined ? rival.read(run, answer, new Map()) : undefined;
  if (!found?.proved) return [[name, run.trouble ?? 'not proved']];
  return [[name, Math.round(found.value * unit) === known ? `${run.wallS.toFixed(2)} s` : `finds ${found.value}`]];
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${machine()}\n`);
  printFigures('public assignment instances (once each)', await benchGap());
}
