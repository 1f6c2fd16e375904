/**
 * The tests that `npm run test:mutation` holds against the law engine: the examples beside the engine, its rules and its
 * port. Properties, whole packs and shipped laws are left out, since every mutant would wait for them.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { aliasesInto, packagesIn } from './mutation-aliases.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// One seed for all, so that a mutant's fate can be repeated.
process.env.MUSTER_SEED ??= '20260601';

export default defineConfig({
  root,
  resolve: { alias: aliasesInto(root, packagesIn(root, ['core', 'adapters'])) },
  test: {
    include: ['adapters/policy-cedar/{engine,rules}/*.test.ts', 'core/2-decision/authority/*.test.ts'],
    exclude: ['**/engine/law-grows-safely.test.ts', '**/engine/as-if-asked.test.ts'],
    setupFiles: ['tools/seed-chance.ts'],
    testTimeout: 30_000,
  },
});
