/** What `npm test` runs: builds the web pages, then every test, or those whose path matches the words given. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureWebBuilt } from './build-web.ts';
import type { TestCounts } from './count-tests.ts';
import { runChild } from './run-child.mjs';
import { seedFrom } from './seed.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const chance = seedFrom(process.env);
if ('fault' in chance) {
  process.stderr.write(`${chance.fault}\n`);
  process.exit(2);
}
process.env.MUSTER_SEED = String(chance.seed);
process.stdout.write(`Chance is drawn from MUSTER_SEED=${chance.seed}; set it to repeat this run.\n`);

await ensureWebBuilt();

const countsFile = join(root, '.stamp', `test-counts-${process.pid}.json`);
mkdirSync(dirname(countsFile), { recursive: true });
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const reporters = ['--reporter=default', `--reporter=${join(root, 'tools/count-tests.ts')}`];
const code = await runChild(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, MUSTER_TEST_COUNTS: countsFile },
});

const { passed, failed, skipped, unfinished } = readCounts();
rmSync(countsFile, { force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
for (const file of unfinished) process.stdout.write(`Not finished, since its process ended: ${file}\n`);
process.exitCode = code || (failed > 0 ? 1 : 0);

/** Without counts the run itself broke down, which is a failure too. */
function readCounts(): TestCounts {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, unfinished: [] };
  }
}
