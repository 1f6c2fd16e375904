import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { FlowNetwork } from '@muster/plan/problem';
import { packLevels } from '@muster/solver-flow';
import { succeeds } from './run-timed.ts';

/** Another solver of networks. It answers with what each pack of levels costs, the levels of a pack in one whole number. */
export interface FlowRival {
  readonly name: string;
  readonly from: string;
  /** How many packs it solves; all when absent. */
  readonly packs?: number;
  /** The command that solves a network in a file; undefined where it is not installed. */
  command(folder: string): readonly string[] | undefined;
}

export const flowRivals: readonly FlowRival[] = [
  {
    name: 'LEMON network simplex',
    from: 'Debian liblemon-dev, and g++',
    command: (folder) => builtLemon(folder, 'simplex'),
  },
  {
    name: 'LEMON cost scaling',
    from: 'Debian liblemon-dev, and g++',
    command: (folder) => builtLemon(folder, 'scaling'),
  },
  {
    name: 'OR-Tools min-cost flow (wasm)',
    from: 'npm or-tools-wasm, 325 MB; MUSTER_BENCH_PACKAGES names the folder it is installed in',
    // It gives no prices, so nothing of its answer can be held.
    packs: 1,
    command: () => {
      const folder = process.env.MUSTER_BENCH_PACKAGES;
      if (folder === undefined) return undefined;
      const command = [process.execPath, join(import.meta.dirname, 'or-tools.mjs'), folder];
      return succeeds(command) ? command : undefined;
    },
  },
];

function builtLemon(folder: string, algorithm: string): readonly string[] | undefined {
  const program = join(folder, 'lemon');
  const source = join(import.meta.dirname, 'lemon.cc');
  return succeeds(['g++', '-O2', '-o', program, source]) ? [program, algorithm] : undefined;
}

/** What the packs of a network cost, given what its levels cost: what a rival's answer is compared with. */
export function packedValues(network: FlowNetwork, values: readonly number[]): string[] {
  return packsOf(network).map(({ levels }) =>
    levels.reduce((sum, { level, scale }) => sum + BigInt(scale) * BigInt(values[level] ?? 0), 0n).toString(),
  );
}

function packsOf(network: FlowNetwork) {
  const packs = packLevels(network);
  if ('tooLarge' in packs) throw new Error(`Level ${packs.tooLarge} is too large to pack.`);
  return packs;
}

/** Writes a network as `lemon.cc` reads it; its arcs carry nothing at least. */
export async function writeNetwork(file: string, network: FlowNetwork): Promise<void> {
  const { nodes, supply, tail, head, upper, costs } = network;
  const out = createWriteStream(file);
  const write = (list: Int32Array | BigInt64Array) =>
    new Promise<void>((written) => {
      out.write(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), () => written());
    });
  const packs = packsOf(network);
  await write(Int32Array.of(nodes, tail.length, packs.length));
  for (const list of [supply, tail, head, upper]) await write(list);
  for (const { levels } of packs) {
    const packed = BigInt64Array.from(tail, (_, arc) =>
      levels.reduce((sum, { level, scale }) => sum + BigInt(scale) * BigInt(costs[level]?.[arc] ?? 0), 0n),
    );
    await write(packed);
  }
  await new Promise<void>((ended) => {
    out.end(() => ended());
  });
}
