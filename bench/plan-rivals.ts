import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LinearModel, Objective, SolverPort } from '@muster/plan';
import { type FlowPort, type PlanProblem, solveProblem } from '@muster/plan/problem';
import { makeProblem } from '@muster/scenarios/problems';
import { machine, median } from './figures.ts';
import { type FlowRival, flowRivals, packedValues, writeNetwork } from './rivals/flow-rivals.ts';
import { type LinearRival, linearRivals } from './rivals/linear-rivals.ts';
import { plainNetwork } from './rivals/plain-network.ts';
import { canTime, runTimed, type TimedRun } from './rivals/run-timed.ts';
import { printRows, type Row } from './rivals/table.ts';
import { type Held, writeMps } from './rivals/write-mps.ts';

/** What is compared on: a problem that Muster ships, and whether it is solved in whole teams, to a gap. */
interface Instance {
  readonly name: string;
  readonly title: string;
  readonly gap: number;
  /** Another solver of linear models that has not proved a level by then is asked no further. */
  readonly secondsALevel: number;
}

const instances: readonly Instance[] = [
  { name: 'article', title: 'S, pure flow', gap: 0, secondsALevel: 30 },
  {
    name: 'article-full',
    title: 'S, all side constraints and whole teams',
    gap: 0.001,
    secondsALevel: 30,
  },
  { name: 'katrina', title: 'M, pure flow', gap: 0, secondsALevel: 60 },
  {
    name: 'katrina-full',
    title: 'M, all side constraints and whole teams',
    gap: 0.001,
    secondsALevel: 60,
  },
];

const rounds = 5;
/** What takes longer than this is run once. */
const longS = 20;

/** Muster beside other solvers: the same instance, the same run, each in a process of its own, level by level in strict order. */
export async function benchRivals(only?: string): Promise<void> {
  if (!canTime()) {
    process.stdout.write('Other solvers are not measured: it takes /usr/bin/time (Debian time).\n');
    return;
  }
  for (const instance of instances) if (only === undefined || only === instance.name) await benchInstance(instance);
}

async function benchInstance(instance: Instance): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-rivals-'));
  try {
    const problem = makeProblem(instance.name) as PlanProblem;
    const { model, objectives, network } = await whatIsAsked(problem);
    const [ours, values] = runOurs(instance, folder);
    const rows: Row[] = [];
    const add = (row: Row): void => {
      rows.push(row);
      // Whoever waits sees how far it is; one that is ended in the midst has told what it had.
      process.stderr.write(
        `${row.solver}: ${row.times.at(-1)?.wallS.toFixed(2) ?? '-'} s, ${row.objective}, ${row.proved}\n`,
      );
    };
    add(ours);
    if (network && values) {
      const file = join(folder, 'network');
      await writeNetwork(file, network);
      const packs = packedValues(network, values);
      for (const rival of flowRivals) add(runFlowRival(rival, { folder, file, packs, instance }));
    }
    for (const rival of linearRivals) {
      if (rival.linearOnly && !network) continue;
      add(runLinearRival(rival, { folder, model, objectives, values, instance, whole: !network }));
    }
    const { columns, rows: modelRows } = model;
    printRows(
      `${instance.title} ("${instance.name}": ${columns.length} columns, ${modelRows.length} rows; ${objectives.map((o) => o.level).join(', ')})`,
      rows,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The whole model that a problem is, and the network where it is one: what a solver would be asked, and answered nothing. */
async function whatIsAsked(problem: PlanProblem) {
  let linear: { readonly model: LinearModel; readonly objectives: readonly Objective[] } | undefined;
  const listening: SolverPort = {
    solveInOrder: async (model, objectives) => {
      linear = { model, objectives };
      return { outcome: 'cancelled', level: 'none' };
    },
  };
  await solveProblem(problem, listening, { mostWritten: Number.POSITIVE_INFINITY });
  if (!linear) throw new Error('No model was asked for.');
  let isNetwork = false;
  const looking: FlowPort = {
    name: 'none',
    solve: () => {
      isNetwork = true;
      return { outcome: 'infeasible' };
    },
  };
  await solveProblem(problem, listening, { flow: looking, mostWritten: Number.POSITIVE_INFINITY });
  const { model, objectives } = linear;
  return { model, objectives, network: isNetwork ? plainNetwork(problem, model, objectives) : undefined };
}

interface Told {
  readonly levels: readonly { readonly value: number; readonly bound: number }[];
  readonly gap: number;
  readonly solveMs: number;
}

/** Muster's row, and what each level came to: undefined where it was not done. */
function runOurs({ name, gap, secondsALevel }: Instance, folder: string): [Row, number[] | undefined] {
  const command = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'plan.ts'), '--once', name];
  const runs: TimedRun[] = [];
  const told: Told[] = [];
  for (let round = 0; round < rounds; round++) {
    const run = runTimed(folder, command, 4 * secondsALevel);
    runs.push(run);
    if (run.trouble !== undefined)
      return [{ solver: 'Muster', times: runs, objective: '-', proved: run.trouble }, undefined];
    told.push(JSON.parse(run.stdout) as Told);
    if (run.wallS > longS) break;
  }
  const values = told[0]?.levels.map((level) => level.value) ?? [];
  const worst = Math.max(...told.map((one) => one.gap));
  const proved = worst === 0 ? 'yes' : `to ${(100 * worst).toFixed(3)} %`;
  const solving = median(told.map((one) => one.solveMs)) / 1000;
  return [
    {
      solver: `Muster (${solving.toFixed(2)} s of it solving)`,
      times: runs,
      objective: values.join(', '),
      proved: worst > gap ? `only ${proved}` : `${proved}, checked without a solver`,
    },
    values,
  ];
}

interface FlowRun {
  readonly folder: string;
  readonly file: string;
  readonly packs: readonly string[];
  readonly instance: Instance;
}

function runFlowRival(rival: FlowRival, { folder, file, packs, instance }: FlowRun): Row {
  const command = rival.command(folder);
  if (!command) return missing(rival);
  const wanted = packs.slice(0, rival.packs);
  const runs: TimedRun[] = [];
  for (let round = 0; round < rounds; round++) {
    const run = runTimed(folder, [...command, file], instance.secondsALevel * packs.length);
    if (run.trouble !== undefined) return { solver: rival.name, times: [run], objective: '-', proved: run.trouble };
    const told = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as { readonly packs: string[] };
    if (told.packs.join() !== wanted.join())
      return { solver: rival.name, times: [run], objective: `ANOTHER: ${told.packs.join()}`, proved: '' };
    runs.push(run);
    if (run.wallS > longS) break;
  }
  const part = wanted.length < packs.length ? `equal in ${wanted.length} of ${packs.length} packs of levels` : 'equal';
  return { solver: rival.name, times: runs, objective: part, proved: 'its word' };
}

interface LinearRun {
  readonly folder: string;
  readonly model: LinearModel;
  readonly objectives: readonly Objective[];
  readonly values: readonly number[] | undefined;
  readonly instance: Instance;
  readonly whole: boolean;
}

function runLinearRival(rival: LinearRival, asked: LinearRun): Row {
  const { instance, objectives, values } = asked;
  const runs: TimedRun[] = [];
  let found: readonly number[] = [];
  for (let round = 0; round < rounds; round++) {
    const once = solveInOrder(rival, asked);
    if (once === 'missing') return missing(rival);
    runs.push(once.run);
    found = once.values;
    if (once.run.trouble !== undefined) {
      const objective = found.length > 0 ? compare(objectives, found, values) : '-';
      return { solver: rival.name, times: runs, objective, proved: once.run.trouble };
    }
    if (once.run.wallS > longS) break;
  }
  const proved = instance.gap > 0 ? `its word, to ${100 * instance.gap} % a level` : 'its word';
  return { solver: rival.name, times: runs, objective: compare(objectives, found, values), proved };
}

/** Level after level, each held at what was found for it; the times of all levels are added. */
function solveInOrder(rival: LinearRival, { folder, model, objectives, instance, whole }: LinearRun) {
  const { gap, secondsALevel: seconds } = instance;
  const held: Held[] = [];
  const values: number[] = [];
  const sum = { wallS: 0, cpuS: 0, memoryMb: 0, stdout: '' };
  for (const objective of objectives) {
    const file = join(folder, 'model.mps');
    const answer = join(folder, 'answer');
    rmSync(answer, { force: true });
    const command = rival.command(file, answer, { gap, seconds, whole });
    if (!command) return 'missing' as const;
    const unit = writeMps(file, model, objective, held, whole);
    const run = runTimed(folder, command, 2 * seconds);
    sum.wallS += run.wallS;
    sum.cpuS += run.cpuS;
    sum.memoryMb = Math.max(sum.memoryMb, run.memoryMb);
    const costs = new Map(objective.terms.map(([column, c]) => [`c${column}`, c / unit]));
    const found = run.trouble === undefined ? rival.read(run, answer, costs) : undefined;
    if (!found?.proved) {
      const best = found ? `, best ${found.value * unit}` : '';
      // Some end as failed when their time is up.
      const isLate = run.trouble === undefined || run.wallS > 0.95 * seconds;
      const trouble = `${objective.level} ${isLate ? `not proved in ${seconds} s` : run.trouble}${best}`;
      return { run: { ...sum, trouble }, values };
    }
    const value = Math.round(found.value) * unit;
    values.push(value);
    held.push({ objective, value });
  }
  return { run: sum as TimedRun, values };
}

/** Where it found something else than we did, by level. */
function compare(objectives: readonly Objective[], found: readonly number[], ours: readonly number[] = []): string {
  const differing = found.flatMap((value, k) => {
    const mine = ours[k] ?? 0;
    return value === mine ? [] : [`${objectives[k]?.level} ${value}`];
  });
  const all = found.length === objectives.length ? '' : ` in ${found.length} of ${objectives.length} levels`;
  return differing.length === 0 ? `equal${all}` : differing.join(', ');
}

const missing = ({ name, from }: { readonly name: string; readonly from: string }): Row => ({
  solver: name,
  times: [],
  objective: 'MISSING',
  proved: `not installed: ${from}`,
});

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${machine()}\n`);
  await benchRivals(process.argv[2]);
}
