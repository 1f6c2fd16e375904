import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { seedFrom } from './tools/seed.ts';

/** Everything drawn by chance in tests is drawn from this seed; `tools/test.ts` prints it. */
const chance = seedFrom(process.env);
if ('fault' in chance) throw new Error(chance.fault);
process.env.MUSTER_SEED = String(chance.seed);

const tests = (folder: string): string => `${folder}/**/*.test.{ts,tsx}`;
const browserTests = '**/*.browser.test.{ts,tsx}';
const never = ['**/node_modules/**', '**/dist/**'];

const project = (name: string, folders: readonly string[]): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, include: folders.map(tests), exclude: [...never, browserTests] },
});

export default defineConfig({
  test: {
    // Real databases and solvers on two cores: slow is not failed.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['./tools/seed-chance.ts'],
    projects: [
      project('unit', ['core', 'log', 'adapters', 'apps', 'api', 'scenarios', 'tools']),
      project('contract', ['contract']),
      project('tidy', ['tidy']),
      project('simulation', ['simulation']),
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browserTests],
          exclude: never,
          // One browser at a time, after all else.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
