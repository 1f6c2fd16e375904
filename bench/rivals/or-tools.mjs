// Solves the first pack of the network in a file by OR-Tools' min-cost flow (wasm): or-tools.mjs FOLDER FILE.
// FOLDER holds the node_modules with or-tools-wasm: 325 MB, so it is no package of this repository.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder = '', file = ''] = process.argv.slice(2);
const found = createRequire(join(folder, 'any.js')).resolve('or-tools-wasm/network-flow');
if (file === '') process.exit(0);
const { SimpleMinCostFlow, initNetworkFlow } = await import(found);
const { buffer, byteOffset } = readFileSync(file);
const bytes = buffer.slice(byteOffset);
const [nodes = 0, arcs = 0] = new Int32Array(bytes, 0, 2);
let at = 12;
const next = (count) => {
  const list = new Int32Array(bytes, at, count);
  at += 4 * count;
  return list;
};
const supply = next(nodes);
const [tail, head, upper] = [next(arcs), next(arcs), next(arcs)];
const costs = new BigInt64Array(bytes.slice(at, at + 8 * arcs));
await initNetworkFlow();
const flow = new SimpleMinCostFlow();
flow.add_arcs_with_capacity_and_unit_cost(tail, head, upper, Array.from(costs, Number));
flow.set_nodes_supplies(
  Array.from({ length: nodes }, (_, node) => node),
  supply,
);
const status = await flow.solve();
if (status !== SimpleMinCostFlow.OPTIMAL) throw new Error(`OR-Tools answers status ${status}.`);
process.stdout.write(JSON.stringify({ packs: [String(flow.optimal_cost())] }));
