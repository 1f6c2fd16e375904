import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkSolved,
  comparePlans,
  compileProblem,
  openPlan,
  openUses,
  type PlanProblem,
  type Supposition,
  solveProblem,
  suppose,
  why,
} from '@muster/plan/problem';
import { makeProblem } from '@muster/scenarios/problems';
import { type FlowNetwork, flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import { chanceFrom } from '../tools/chance-from.ts';
import { type Figure, machine, median, percentile, printFigures } from './figures.ts';
import { buildLemon, runLemon, writeForLemon } from './lemon.ts';
import { timed } from './timed.ts';

const thisFile = import.meta.filename;
const solver = await openHighsSolver();
const nothing: Supposition = { refuse: [], more: [], without: [], limits: [], pins: [], forbid: [], stable: false };

interface Measured {
  readonly solveMs: number;
  readonly checkMs: number;
  readonly openMs: number;
  readonly memoryMb: number;
  readonly values: readonly number[];
  readonly whyMs: readonly number[];
  readonly replans: readonly { readonly what: string; readonly cpuMs: number; readonly kept: number }[];
}

async function planOf(problem: PlanProblem) {
  const answer = await solveProblem(problem, solver, { flow: flowSolver });
  if (answer.outcome !== 'solved' || !answer.prices) throw new Error(`${problem.problemId}: ${answer.outcome}`);
  return answer;
}

/** The median of so many rounds' CPU. */
async function middleOf(rounds: number, act: () => unknown): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) all.push((await timed(act)).cpuMs);
  return median(all);
}

/** A pure network from the problem to its proof, its answers, and planned again: CPU, solved cold in this process. */
async function measure(name: string): Promise<Measured> {
  const problem = makeProblem(name) as PlanProblem;
  const solved = await timed(() => planOf(problem));
  const memoryMb = process.memoryUsage().rss / 2 ** 20;
  const { solved: plan, ...proof } = solved.result;
  const checkMs = await middleOf(5, () => {
    const checked = checkSolved(compileProblem(problem), plan, proof);
    if (!checked.holds || checked.gap !== 0) throw new Error(JSON.stringify(checked));
  });
  const opened = await timed(() => openPlan(compileProblem(problem), plan, proof));
  if (typeof opened.result === 'string') throw new Error(opened.result);

  const draw = chanceFrom(1);
  const whyMs: number[] = [];
  for (let i = 0; i < 200; i++) {
    const a = plan.assignments[draw(plan.assignments.length)];
    const other = problem.pools[draw(problem.pools.length)]?.poolId ?? '';
    if (!a) continue;
    // By turns why somebody is there, and why somebody else is not.
    const { result: _, cpuMs } = await timed(() =>
      why(opened.result as never, i % 2 === 0 ? a.poolId : other, a.lineId, a.period.fromOn),
    );
    whyMs.push(cpuMs);
  }

  const replans: Measured['replans'][number][] = [];
  const [lender, line] = [problem.lenders[30]?.lenderId ?? '', problem.lines[700]];
  if (!line) throw new Error('There are too few lines.');
  const whats: readonly (readonly [string, PlanProblem, Partial<Supposition>])[] = [
    [`${lender} refuses`, problem, { refuse: [lender] }],
    [`${line.lineId} asks for 20 more`, problem, { more: [{ lineId: line.lineId, people: 20 }] }],
    ['a new line like it', { ...problem, lines: [...problem.lines, { ...line, lineId: 'new' }] }, {}],
  ];
  for (const [what, changed, over] of whats)
    for (const stable of [false, true]) {
      const replan = async () => {
        const supposed = suppose(changed, plan, { ...nothing, ...over, stable }) as PlanProblem;
        const again = await planOf(supposed);
        return { again, difference: comparePlans({ problem, plan }, { problem: supposed, plan: again.solved }) };
      };
      const cpuMs = await middleOf(3, replan);
      const result = await replan();
      if (typeof result.difference === 'string') throw new Error(result.difference);
      const stays = new Map(result.again.solved.assignments.map((a) => [keyOf(a), a.people]));
      const free = plan.assignments.filter((a) => !over.refuse?.includes(a.lenderId));
      const people = free.reduce((n, a) => n + a.people, 0);
      const kept = free.reduce((n, a) => n + Math.min(a.people, stays.get(keyOf(a)) ?? 0), 0) / people;
      replans.push({ what: `${what}${stable ? ', stable' : ''}`, cpuMs, kept });
    }
  const values = plan.levels.map((level) => level.value);
  const [solveMs, openMs] = [solved.cpuMs, opened.cpuMs];
  return { solveMs, checkMs, openMs, memoryMb, values, whyMs, replans };
}

const keyOf = (a: { poolId: string; lineId: string; kind: string; period: { fromOn: string } }): string =>
  `${a.poolId} ${a.lineId} ${a.kind} ${a.period.fromOn}`;

/** Katrina and a nation's year, and Katrina beside LEMON's network simplex on the same network with every use an arc. */
export function benchNetworks(rounds = 5): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  try {
    const program = buildLemon(folder);
    const file = join(folder, 'network');
    // Dollars, not cents: so the three levels fit into 64 bits.
    if (program) writeForLemon(everyUseAnArc(makeProblem('katrina') as PlanProblem), 20n, file);
    const lemons: number[] = [];
    const told = ['katrina', 'national'].map((name) => {
      const all: Measured[] = [];
      for (let round = 0; round < rounds; round++) {
        all.push(
          JSON.parse(
            execFileSync(process.execPath, ['--import', 'tsx', thisFile, name], { encoding: 'utf8' }),
          ) as Measured,
        );
        if (name !== 'katrina' || !program) continue;
        const lemon = runLemon(program, file);
        lemons.push(lemon.cpuMs);
        const [fill = 0, arrival = 0, cents = 0] = all[0]?.values ?? [];
        const ours = (((BigInt(fill) << 20n) + BigInt(arrival)) << 20n) + BigInt(cents / 100);
        if (lemon.value !== ours.toString()) throw new Error(`LEMON's plan costs ${lemon.value}, ours ${ours}.`);
      }
      return { name, all };
    });
    return told.flatMap(({ name, all }) => figuresOf(name, all, name === 'katrina' ? lemons : []));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(name: string, all: readonly Measured[], lemons: readonly number[]): Figure[] {
  const middle = (of: (one: Measured) => number) => median(all.map(of));
  const solveMs = middle((m) => m.solveMs);
  const lemon = lemons.length > 0 ? { to: 'LEMON, CPU', value: solveMs / median(lemons) } : undefined;
  const whys = all.flatMap((m) => m.whyMs);
  return [
    { name: `${name}: planned and proved, gap 0, CPU`, value: solveMs, unit: 'ms', ...(lemon && { ratio: lemon }) },
    { name: `${name}: checked without a solver, CPU`, value: middle((m) => m.checkMs), unit: 'ms' },
    { name: `${name}: memory of the process`, value: middle((m) => m.memoryMb), unit: 'MB' },
    { name: `${name}: opened to be asked, CPU`, value: middle((m) => m.openMs), unit: 'ms' },
    { name: `${name}: why and why not, exact, CPU, median`, value: median(whys), unit: 'ms' },
    { name: `${name}: why and why not, exact, CPU, 99 %`, value: percentile(whys, 0.99), unit: 'ms' },
    ...(all[0]?.replans ?? []).map(({ what, kept }, i) => ({
      name: `${name}: ${what}; ${(100 * kept).toFixed(2)} % stay`,
      value: middle((m) => m.replans[i]?.cpuMs ?? Number.NaN),
      unit: 'ms',
    })),
  ];
}

/** The network as one writes it at first: every open use is an arc from its pool to its slot. */
function everyUseAnArc(problem: PlanProblem): FlowNetwork {
  const c = compileProblem(problem);
  const uses = openUses(c);
  const times = c.stretches.length;
  const [firstPool, firstSlot] = [
    1 + problem.lenders.length * times,
    1 + (problem.lenders.length + c.pools.length) * times,
  ];
  const supply = new Int32Array(firstSlot + c.slots.length);
  const arcs: number[][] = [];
  const inPools = problem.lenders.map(() => 0);
  for (const [p, pool] of c.pools.entries()) {
    const lender = c.lenderOf[p] ?? 0;
    inPools[lender] = (inPools[lender] ?? 0) + pool.people;
    for (let t = 0; t < times; t++)
      arcs.push([1 + lender * times + t, firstPool + p * times + t, pool.people, 0, 0, 0]);
  }
  for (const [l, lender] of problem.lenders.entries())
    for (let t = 0; t < times; t++)
      arcs.push([0, 1 + l * times + t, Math.max(0, (inPools[l] ?? 0) - lender.reserve), 0, 0, 0]);
  for (const [s, { line, days }] of c.slots.entries()) {
    const { people = 0, priority = 1 } = c.lines[line] ?? {};
    supply[0] = (supply[0] ?? 0) + people;
    supply[firstSlot + s] = -people;
    arcs.push([0, firstSlot + s, people, 2 ** (5 - priority) * days, 0, 0]);
  }
  for (let use = 0; use < uses.count; use++) {
    const [p, l, s] = [uses.pool[use] ?? 0, uses.line[use] ?? 0, uses.slot[use] ?? 0];
    const { people = 0, readyDays = 0, personDayCents = 0 } = c.pools[p] ?? {};
    const { stretch = 0, days = 0 } = c.slots[s] ?? {};
    const most = Math.min(people, c.lines[l]?.people ?? 0);
    const wait = (readyDays + c.travelDays(p, l)) * days;
    arcs.push([firstPool + p * times + stretch, firstSlot + s, most, 0, wait, (personDayCents / 100) * days]);
  }
  const list = (at: number) => Int32Array.from(arcs, (arc) => arc[at] ?? 0);
  const network = { nodes: supply.length, supply, tail: list(0), head: list(1), upper: list(2) };
  return { ...network, lower: new Int32Array(arcs.length), costs: [list(3), list(4), list(5)] };
}

if (process.argv[1] === thisFile) {
  const [name] = process.argv.slice(2);
  if (name) process.stdout.write(JSON.stringify(await measure(name)));
  else {
    process.stdout.write(`${machine()}\n`);
    printFigures('pure networks (medians of 5 processes)', benchNetworks());
  }
}
