/**
 * Makes mutants of what outsiders rely on, part by part, and says how many of them the tests notice:
 * `npm run test:mutation:verifier`, or with the names of parts behind it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './run-child.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Part {
  readonly mutate: readonly string[];
  /** The tests that look at this part closely; others would only be waited for. */
  readonly tests: readonly string[];
}

const parts: Readonly<Record<string, Part>> = {
  proofs: {
    mutate: ['log/{verify-inclusion,verify-consistency,tree-hash,ed25519,outcome,bytes}.ts'],
    tests: ['log/{known-bytes,strict-proofs,third-party-vectors}.test.ts'],
  },
  notes: { mutate: ['log/{note-key,signed-note}.ts'], tests: ['log/{known-bytes,notes,strict-notes}.test.ts'] },
  checkpoints: {
    mutate: ['log/{checkpoint,proof-file,handover}.ts'],
    tests: ['log/{known-bytes,notes,strict-checkpoints,handover}.test.ts'],
  },
  tiles: { mutate: ['log/{tiles,entry-bundle,grow-tree}.ts'], tests: ['log/{known-bytes,tiles,tree}.test.ts'] },
  lines: {
    mutate: ['adapters/record-bundle/{bundle-lines,stream-chains,decided-order}.ts'],
    tests: ['adapters/record-bundle/*.test.ts'],
  },
  leaves: {
    mutate: ['adapters/record-bundle/leaf-check.ts'],
    tests: ['adapters/record-bundle/{leaf-check,check-lines}.test.ts'],
  },
  bundle: { mutate: ['adapters/record-bundle/check-bundle.ts'], tests: ['adapters/record-bundle/check-*.test.ts'] },
  replay: {
    mutate: ['core/7-audit/*.ts', '!core/7-audit/*.test.ts', '!core/7-audit/index.ts'],
    tests: ['core/7-audit/*.test.ts', 'contract/audit/{replay,replay-words}.test.ts'],
  },
};

const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
/** What is enough, in percent; for each part too, so that none hides behind another. */
const enough = 95;

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}". The parts are: ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}

// Lived anew by the first run of the tests, before anything is changed.
const story = join(root, '.stamp/mutation-story.json');
mkdirSync(dirname(story), { recursive: true });
rmSync(story, { force: true });

let [killed, all, worst] = [0, 0, 100];
for (const [name, { mutate, tests }] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const code = await runChild(process.execPath, [stryker, 'run', 'stryker.verifier.config.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      MUSTER_STORY: story,
      MUSTER_MUTANTS_NAME: name,
      MUSTER_MUTANTS_OF: mutate.join(' '),
      MUSTER_MUTANTS_TESTS: tests.join(' '),
    },
  });
  const counted = code === 0 ? countIn(name) : undefined;
  if (!counted) {
    process.stderr.write(`The mutants of "${name}" could not be tried.\n`);
    process.exit(1);
  }
  process.stdout.write(`${name}: ${counted.killed} of ${counted.all} mutants noticed\n`);
  killed += counted.killed;
  all += counted.all;
  worst = Math.min(worst, (100 * counted.killed) / counted.all);
}
process.stdout.write(`${killed} of ${all} mutants noticed, ${((100 * killed) / all).toFixed(1)} %\n`);
if (worst < enough) {
  process.stderr.write(`Each part needs ${enough} %, and one has ${worst.toFixed(1)} %.\n`);
  process.exitCode = 1;
}

/** How many mutants of a part there were, and how many made a test fail or run on without end. */
function countIn(name: string): { readonly killed: number; readonly all: number } | undefined {
  const file = join(root, `.stamp/mutation-${name}.json`);
  if (!existsSync(file)) return undefined;
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as {
    files: Record<string, { mutants: { status: string }[] }>;
  };
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const counts = (...wanted: readonly string[]) => statuses.filter((status) => wanted.includes(status)).length;
  const noticed = counts('Killed', 'Timeout');
  return { killed: noticed, all: noticed + counts('Survived', 'NoCoverage') };
}
