import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { LinearModel, Objective } from '@muster/plan';

/** Public instances of the generalised assignment problem, where they lie beside this repository. */
const folder = new URL('../../../shared/data/gap/', import.meta.url);
export const haveGapInstances: boolean = existsSync(folder);
export const lackGapWords =
  'No ../shared/data/gap beside this repository: no public assignment instance was solved. They are the OR-Library’s.';

export interface GapProblem {
  /** The instance and what is asked of it, such as "a05100 least". */
  readonly name: string;
  readonly model: LinearModel;
  /** Always to be made small: the most that can be gained is asked for with its sign turned. */
  readonly objective: Objective;
  /** The optimum that is known, in the objective's sign. */
  readonly known: number;
}

/** Every instance of the sets a, b and c, each asked for its least and for its most, as the table of optima has both. */
export function gapProblems(): GapProblem[] {
  const optima = new Map(
    readFileSync(new URL('bounds.txt', folder), 'utf8')
      .split('\n')
      .map((row) => row.trim().split(/\s+/))
      // Below and above are the same where the optimum is known.
      .filter(([, below, above]) => below !== undefined && below === above)
      .map(([name, optimum]) => [name ?? '', Number(optimum)]),
  );
  return readdirSync(folder)
    .filter((name) => /^[abc]\d/.test(name))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      return (['least', 'most'] as const).map((asked): GapProblem => {
        const most = asked === 'most';
        const optimum = optima.get(`${file}_${most ? 'Max' : 'Min'}`);
        if (optimum === undefined) throw new Error(`bounds.txt knows no optimum of ${file} (${asked}).`);
        return { name: `${file} ${asked}`, ...gapModel(text, most), known: most ? -optimum : optimum };
      });
    });
}

/** Agents with capacities, jobs that each go to one agent; what each costs and takes. */
export function gapModel(text: string, most: boolean): { model: LinearModel; objective: Objective } {
  const numbers = text.trim().split(/\s+/).map(Number);
  let at = 0;
  const next = () => {
    const number = numbers[at++];
    if (number === undefined || !Number.isSafeInteger(number)) throw new Error(`Number ${at} is none.`);
    return number;
  };
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
