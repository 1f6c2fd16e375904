/**
 * The tests that `npm run test:mutation` holds against the law engine: the examples beside the engine, its rules and its
 * port. Properties, whole packs and shipped laws are left out, since every mutant would wait for them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// One seed for all, so that a mutant's fate can be repeated.
process.env.MUSTER_SEED ??= '20260601';

/**
 * Stryker changes a copy of the repository whose node_modules is a link to ours, where every package of ours is a link
 * out of the copy again, to code nobody changed. So each name is led to the copy.
 */
const aliases = ['core', 'adapters'].flatMap((place) =>
  readdirSync(join(root, place), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const folder = join(root, place, name);
      const { name: called, exports = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return Object.entries(exports as Record<string, string>).map(([face, file]) => ({
        find: new RegExp(`^${called}${face.slice(1)}$`),
        replacement: join(folder, file),
      }));
    }),
);

export default defineConfig({
  root,
  resolve: { alias: aliases },
  test: {
    include: ['adapters/policy-cedar/{engine,rules}/*.test.ts', 'core/2-decision/authority/*.test.ts'],
    exclude: ['**/engine/law-grows-safely.test.ts', '**/engine/as-if-asked.test.ts'],
    setupFiles: ['tools/seed-chance.ts'],
    testTimeout: 30_000,
  },
});
