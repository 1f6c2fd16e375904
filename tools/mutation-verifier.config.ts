/**
 * The tests that `npm run test:mutation:verifier` holds against what outsiders rely on: the log's proofs and notes, and
 * the check of a bundle. The replay is left out: every mutant would wait for its plans.
 */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { aliasesInto, packagesIn } from './mutation-aliases.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// One seed for all, so that a mutant's fate can be repeated; and few of the 1,000 flips, since every mutant waits for them.
process.env.MUSTER_SEED ??= '20260601';
process.env.MUSTER_FLIPS ??= '25';

// The third-party vectors stand beside the repository itself, where the copy's node_modules leads.
process.env.MUSTER_VECTORS ??= join(dirname(realpathSync(join(root, 'node_modules'))), '../shared/vectors');

export default defineConfig({
  root,
  resolve: { alias: aliasesInto(root, [...packagesIn(root, ['core', 'adapters']), 'log']) },
  test: {
    include: ['log/*.test.ts', 'contract/audit/bundle.test.ts'],
    setupFiles: ['tools/seed-chance.ts'],
    testTimeout: 30_000,
  },
});
