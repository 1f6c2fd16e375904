import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Basis, checkFlow, type FlowNetwork, solveFlow } from '@muster/solver-flow';
import loadHighs from 'highs';
import { type Figure, machine, median, printFigures } from './figures.ts';
import { makeTransport, sizes } from './flow-networks.ts';
import { buildLemon, packed, runLemon, writeForLemon } from './lemon.ts';
import { timed } from './timed.ts';

const thisFile = import.meta.filename;
const rounds = 5;
const seed = 7;
/** No level of one way through these networks comes to 2^18. */
const bits = 18n;
type SizeName = keyof typeof sizes;

interface Measured {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly value: string;
}

interface Ours extends Measured {
  readonly checkMs: number;
  readonly refusalMs: number;
  readonly newLineMs: number;
  readonly memoryMb: number;
  readonly pivots: number;
  readonly changePivots: readonly number[];
}

/** Our network simplex on a network of a size, beside LEMON's and HiGHS, each cold in a process of its own, by turns. */
export async function benchFlow(name: SizeName): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  try {
    const network = makeTransport(sizes[name], seed);
    const lemon = buildLemon(folder);
    const file = join(folder, 'network');
    if (lemon) writeForLemon(network, bits, file);
    const ours: Ours[] = [];
    const lemons: Measured[] = [];
    const highs: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(inOwnProcess('--ours', name));
      if (lemon) lemons.push(runLemon(lemon, file));
      // Beyond memory and patience on the large one.
      if (name === 'S') highs.push(inOwnProcess('--highs', name));
    }
    for (const { value } of [...lemons, ...highs])
      if (value !== ours[0]?.value) throw new Error(`Costs differ: ${value} and ${ours[0]?.value}.`);
    if (!lemon)
      process.stdout.write('LEMON is not measured: it takes g++ and lemon/network_simplex.h (Debian liblemon-dev).\n');
    const middle = <M>(all: readonly M[], of: (one: M) => number) => median(all.map(of));
    const cpu = middle(ours, (o) => o.cpuMs);
    const beside = (all: readonly Measured[], to: string): Figure[] =>
      all.length === 0
        ? []
        : [
            { name: `${to}, wall`, value: middle(all, (o) => o.wallMs), unit: 'ms' },
            { name: `${to}, CPU`, value: middle(all, (o) => o.cpuMs), unit: 'ms' },
            { name: `ours to ${to}, CPU`, value: cpu / middle(all, (o) => o.cpuMs), unit: 'x' },
          ];
    const [first] = ours;
    return [
      { name: 'nodes', value: network.nodes, unit: '' },
      { name: 'arcs', value: network.tail.length, unit: '' },
      { name: 'pivots', value: first?.pivots ?? 0, unit: '' },
      { name: 'solved, wall', value: middle(ours, (o) => o.wallMs), unit: 'ms' },
      { name: 'solved, CPU', value: cpu, unit: 'ms' },
      { name: 'proof checked', value: middle(ours, (o) => o.checkMs), unit: 'ms' },
      { name: `a pool refuses: ${first?.changePivots[0]} pivots`, value: middle(ours, (o) => o.refusalMs), unit: 'ms' },
      {
        name: `a line asks for 20 more: ${first?.changePivots[1]} pivots`,
        value: middle(ours, (o) => o.newLineMs),
        unit: 'ms',
      },
      { name: 'memory of the process', value: middle(ours, (o) => o.memoryMb), unit: 'MB' },
      ...beside(lemons, 'LEMON network simplex'),
      ...beside(highs, 'HiGHS (wasm)'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const inOwnProcess = <M>(how: '--ours' | '--highs', name: SizeName): M =>
  JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', thisFile, how, name], { encoding: 'utf8' })) as M;

async function measureOurs(name: SizeName): Promise<Ours> {
  const network = makeTransport(sizes[name], seed);
  const { result, wallMs, cpuMs } = await timed(() => solve(network));
  const checking = performance.now();
  const fault = checkFlow(network, result.flow, result.prices);
  const checkMs = performance.now() - checking;
  if (fault) throw new Error(JSON.stringify(fault));
  const memoryMb = process.memoryUsage().rss / 2 ** 20;
  const refused = await timed(() => solve(withoutBusiestPool(network, result.flow), result.basis));
  const asked = await timed(() => solve(withMorePeople(network, 20), result.basis));
  return {
    wallMs,
    cpuMs,
    value: packed(result.values, bits),
    checkMs,
    refusalMs: refused.wallMs,
    newLineMs: asked.wallMs,
    memoryMb,
    pivots: result.pivots,
    changePivots: [refused.result.pivots, asked.result.pivots],
  };
}

function solve(network: FlowNetwork, from?: Basis) {
  const answer = solveFlow(network, from);
  if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
  return answer;
}

/** The pool that gives most gives nobody: the source's arcs to pools have no weight. */
function withoutBusiestPool(network: FlowNetwork, flow: Int32Array): FlowNetwork {
  let busiest = -1;
  for (const [arc, units] of flow.entries())
    if (network.tail[arc] === 0 && network.costs[0]?.[arc] === 0 && units > (flow[busiest] ?? 0)) busiest = arc;
  return { ...network, upper: network.upper.with(busiest, 0) };
}

/** The first line asks for more in its first period. */
function withMorePeople(network: FlowNetwork, more: number): FlowNetwork {
  const supply = network.supply.slice();
  supply[0] = (supply[0] ?? 0) + more;
  supply[1] = (supply[1] ?? 0) - more;
  return { ...network, supply, upper: network.upper.with(0, (network.upper[0] ?? 0) + more) };
}

/** Level after level: each as small as can be, then held. */
async function measureHighs(name: SizeName): Promise<Measured> {
  const { nodes, supply, tail, head, lower, upper, costs } = makeTransport(sizes[name], seed);
  const highs = await loadHighs();
  const { result, wallMs, cpuMs } = await timed(() => {
    const arcs = tail.length;
    const low = Float64Array.from(lower);
    const high = Float64Array.from(upper);
    const model = {
      numCols: arcs,
      numRows: nodes,
      colCost: new Float64Array(arcs),
      colLower: low,
      colUpper: high,
      rowLower: Float64Array.from(supply),
      rowUpper: Float64Array.from(supply),
      matrix: {
        format: 'csc' as const,
        numRows: nodes,
        numCols: arcs,
        starts: Int32Array.from({ length: arcs + 1 }, (_, arc) => 2 * arc),
        indices: Int32Array.from({ length: 2 * arcs }, (_, i) => (i % 2 === 0 ? tail : head)[i >> 1] ?? 0),
        values: Float64Array.from({ length: 2 * arcs }, (_, i) => (i % 2 === 0 ? 1 : -1)),
      },
    };
    return highs.withModel(model, (native) => {
      // Without a limit of time this build of HiGHS (1.15.3) was not done with the same network after minutes.
      native.options.set({ output_flag: false, time_limit: 600 });
      return costs.map((cost) => {
        native.changeColsCost({ kind: 'range', from: 0, to: arcs - 1 }, Float64Array.from(cost));
        native.run();
        const value = Math.round(Number(native.info.get('objective_function_value')));
        // What would make this level dearer stays as it is, as in ours.
        const { colValue, colDual } = native.getSolution();
        for (let arc = 0; arc < arcs; arc++)
          if (Math.abs(colDual[arc] ?? 0) > 1e-6) {
            low[arc] = colValue[arc] ?? 0;
            high[arc] = colValue[arc] ?? 0;
          }
        native.changeColsBounds({ kind: 'range', from: 0, to: arcs - 1 }, low, high);
        return value;
      });
    });
  });
  return { wallMs, cpuMs, value: packed(result, bits) };
}

if (process.argv[1] === thisFile) {
  const [what = '', name] = process.argv.slice(2);
  if (what === '--ours') process.stdout.write(JSON.stringify(await measureOurs(name as SizeName)));
  else if (what === '--highs') process.stdout.write(JSON.stringify(await measureHighs(name as SizeName)));
  else {
    process.stdout.write(`${machine()}\n`);
    for (const size of Object.keys(sizes) as SizeName[])
      printFigures(`flow ${size} (medians of ${rounds} processes)`, await benchFlow(size));
  }
}
