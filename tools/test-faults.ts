/** What `npm run test:faults` runs: the fault suites whole, for at most ten minutes, one after another so that none is in another's way. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './run-child.mjs';
import { seedFrom } from './seed.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const mostMs = 600_000;

const chance = seedFrom(process.env);
if ('fault' in chance) {
  process.stderr.write(`${chance.fault}\n`);
  process.exit(2);
}
process.env.MUSTER_SEED = String(chance.seed);
process.env.MUSTER_FAULTS = 'whole';
const tooLong = setTimeout(() => {
  process.stderr.write('The fault suites did not come to their end in ten minutes.\n');
  process.kill(process.pid, 'SIGTERM');
  process.exitCode = 1;
}, mostMs);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', 'contract/faults', '--no-file-parallelism', ...process.argv.slice(2)];
const code = await runChild(process.execPath, args, { cwd: root, stdio: 'inherit' });
clearTimeout(tooLong);
process.exitCode = process.exitCode || code;
