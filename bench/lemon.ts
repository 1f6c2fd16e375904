import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowNetwork } from '@muster/solver-flow';

/** LEMON's network simplex with a driver of ours, where there is a compiler and LEMON; undefined elsewhere. */
export function buildLemon(folder: string): string | undefined {
  const program = join(folder, 'lemon-flow');
  try {
    execFileSync('g++', ['-O2', '-o', program, join(import.meta.dirname, 'lemon-flow.cc')], { stdio: 'ignore' });
    return program;
  } catch {
    return undefined;
  }
}

/** LEMON knows one cost: the levels in one whole number of 64 bits, each so many bits above the next. */
export const packed = (levels: readonly number[], bits: bigint): string =>
  levels.reduce((sum, value) => (sum << bits) + BigInt(value), 0n).toString();

export function writeForLemon(network: FlowNetwork, bits: bigint, file: string): void {
  const { nodes, supply, tail, head, upper, costs } = network;
  const cost = new BigInt64Array(tail.length);
  for (const level of costs)
    for (let arc = 0; arc < cost.length; arc++) cost[arc] = ((cost[arc] ?? 0n) << bits) + BigInt(level[arc] ?? 0);
  const lists = [Int32Array.of(nodes, tail.length), supply, tail, head, upper, cost];
  writeFileSync(
    file,
    Buffer.concat(lists.map((list) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength))),
  );
}

export function runLemon(program: string, file: string) {
  const told = JSON.parse(execFileSync(program, [file], { encoding: 'utf8' })) as Record<
    'buildS' | 'runS' | 'cpuS',
    number
  > & { readonly cost: string };
  return { wallMs: 1000 * (told.buildS + told.runS), cpuMs: 1000 * told.cpuS, value: told.cost };
}
