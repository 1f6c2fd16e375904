/** The tests that `tools/mutate-verifier.ts` holds against one part of what outsiders rely on. */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { aliasesInto, packagesIn } from './mutation-aliases.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// One seed for all, so that a mutant's fate can be repeated.
process.env.MUSTER_SEED ??= '20260601';

// The third-party vectors stand beside the repository itself, where the copy's node_modules leads.
process.env.MUSTER_VECTORS ??= join(dirname(realpathSync(join(root, 'node_modules'))), '../shared/vectors');

export default defineConfig({
  root,
  resolve: { alias: aliasesInto(root, [...packagesIn(root, ['core', 'adapters']), 'log']) },
  test: {
    include: (process.env.MUSTER_MUTANTS_TESTS ?? 'none').split(' '),
    setupFiles: ['tools/seed-chance.ts'],
    testTimeout: 60_000,
  },
});
