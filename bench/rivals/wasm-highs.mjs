// Solves an MPS file by HiGHS (wasm) as its package offers it, and prints what it found: wasm-highs.mjs FILE GAP SECONDS.
import { readFileSync } from 'node:fs';
import loadHighs from 'highs';

const [file = '', gap, seconds] = process.argv.slice(2);
const highs = await loadHighs();
highs.withModel({ format: 'mps', data: readFileSync(file) }, (model) => {
  const limits = { mip_rel_gap: Number(gap), mip_abs_gap: 0.999, time_limit: Number(seconds) };
  model.options.set({ output_flag: false, random_seed: 1, ...limits });
  model.run();
  const value = Number(model.info.get('objective_function_value'));
  const isMip = Number(model.info.get('mip_node_count')) >= 0;
  const bound = isMip ? Number(model.info.get('mip_dual_bound')) : value;
  const solved = model.getModelStatus() === highs.constants.modelStatus.optimal;
  process.stdout.write(JSON.stringify({ solved, value, bound }));
});
