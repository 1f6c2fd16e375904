import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { LinearModel, Objective, SolverPort } from '@muster/plan';
import type { Figure } from './figures.ts';

const folder = new URL('../../shared/data/gap/', import.meta.url);

/** Public instances of the generalised assignment problem with known optima (OR-Library, Yagiura): each proved, and how long it takes. */
export async function benchGap(solver: SolverPort): Promise<Figure[]> {
  if (!existsSync(folder)) {
    return [{ name: 'no public instances beside this repository', value: Number.NaN, unit: '' }];
  }
  const optima = new Map(
    readFileSync(new URL('bounds.txt', folder), 'utf8')
      .split('\n')
      .map((row) => row.trim().split(/\s+/))
      .map(([name, optimum]) => [name ?? '', Number(optimum)]),
  );
  const figures: Figure[] = [];
  for (const name of readdirSync(folder)
    .filter((n) => /^[abc]\d/.test(n))
    .sort()) {
    // The small c instances are posed by their authors as the most that can be gained.
    const most = name.includes('_');
    const { model, objective } = gapModel(readFileSync(new URL(name, folder), 'utf8'), most);
    const began = performance.now();
    const solution = await solver.solveInOrder(model, [objective]);
    const took = performance.now() - began;
    const [level] = solution.outcome === 'solved' ? solution.levels : [];
    const known = optima.get(`${name}_${most ? 'Max' : 'Min'}`) ?? Number.NaN;
    const found = most ? -(level?.value ?? Number.NaN) : (level?.value ?? Number.NaN);
    const proved = level !== undefined && level.value === level.bound && found === known;
    figures.push({
      name: `gap ${name}: ${proved ? `proved ${found}` : `NOT proved: ${found}, known ${known}`}`,
      value: took,
      unit: 'ms',
    });
  }
  return figures;
}

/** Agents with capacities, jobs that each go to one agent; what each costs and takes. */
function gapModel(text: string, most: boolean): { model: LinearModel; objective: Objective } {
  const numbers = text.trim().split(/\s+/).map(Number);
  let at = 0;
  const next = () => numbers[at++] ?? 0;
  const [agents, jobs] = [next(), next()];
  const table = () => Array.from({ length: agents * jobs }, next);
  const [costs, takes] = [table(), table()];
  const capacities = Array.from({ length: agents }, next);
  const columns = costs.map((_, i) => ({ id: `x${i}`, low: 0, high: 1 }));
  const rows = [
    ...Array.from({ length: jobs }, (_, j) => ({
      id: `job ${j}`,
      low: 1,
      high: 1,
      terms: capacities.map((_c, a) => [a * jobs + j, 1] as const),
    })),
    ...capacities.map((capacity, a) => ({
      id: `agent ${a}`,
      low: 0,
      high: capacity,
      terms: Array.from({ length: jobs }, (_, j) => [a * jobs + j, takes[a * jobs + j] ?? 0] as const),
    })),
  ];
  const terms = costs.map((cost, i) => [i, most ? -cost : cost] as const);
  return { model: { columns, rows }, objective: { level: 'cost', meaning: 'cost of all jobs', terms } };
}
