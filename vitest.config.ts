import { randomInt } from 'node:crypto';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Everything drawn by chance in tests is drawn from this seed; `tools/test.ts` prints it. */
process.env.MUSTER_SEED ??= String(randomInt(1, 2 ** 31));

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
      project('unit', ['core', 'adapters', 'apps', 'api', 'scenarios', 'tools']),
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
