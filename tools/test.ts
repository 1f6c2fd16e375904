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

const first = await runTests(process.argv.slice(2));
let { code, passed, failed, skipped } = first;
if (first.unfinished.length > 0) {
  // Node itself has ended in a run of twelve minutes. Those files decide, run whole once more; a second end is a failure.
  for (const file of first.unfinished) process.stdout.write(`\nIts process ended, so it is run again: ${file}\n`);
  const again = await runTests(first.unfinished);
  passed += again.passed;
  failed += again.failed + again.ended;
  skipped += again.skipped;
  code = again.code;
} else failed += first.ended;
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed > 0 ? 1 : code;

async function runTests(words: readonly string[]): Promise<TestCounts & { code: number }> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', `--reporter=${join(root, 'tools/count-tests.ts')}`];
  const code = await runChild(process.execPath, [vitest, 'run', ...reporters, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUSTER_TEST_COUNTS: countsFile },
  });
  const counts = readCounts();
  rmSync(countsFile, { force: true });
  return { code, ...counts };
}

/** Without counts the run itself broke down, which is a failure too. */
function readCounts(): TestCounts {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, ended: 0, unfinished: [] };
  }
}
