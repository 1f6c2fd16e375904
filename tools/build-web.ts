import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdLock } from './hold-lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const web = join(root, 'apps/web');
const dist = join(web, 'dist');
const stamp = join(dist, '.stamp');

export type WebBuild = 'nothingToBuild' | 'upToDate' | 'built';

/**
 * Builds apps/web into apps/web/dist, unless what is there was built from these very sources.
 * Says what it does on stderr; `quiet` says nothing.
 */
export async function ensureWebBuilt({ quiet = false }: { quiet?: boolean } = {}): Promise<WebBuild> {
  if (!existsSync(join(web, 'index.html'))) return 'nothingToBuild';
  if (isUpToDate()) return 'upToDate';
  const say = (words: string) => quiet || process.stderr.write(`${words}\n`);
  return holdLock(
    join(root, '.stamp', 'web.lock'),
    async () => {
      if (isUpToDate()) return 'upToDate';
      say('Building the web pages…');
      const began = performance.now();
      await build(quiet);
      say(`Built the web pages in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
      return 'built';
    },
    (holder) => say(`Process ${holder} is building the web pages; waiting for it.`),
  );
}

/** Builds beside `dist` and swaps, so that a build that fails or is killed leaves the last good one. */
async function build(quiet: boolean): Promise<void> {
  const sources = sourcesDigest();
  const fresh = join(root, '.stamp', 'web-dist');
  mkdirSync(dirname(fresh), { recursive: true });
  const vite = await import('vite');
  await vite.build({
    root: web,
    logLevel: quiet ? 'error' : 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  });
  writeFileSync(join(fresh, '.stamp'), sources);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

const isUpToDate = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesDigest();

/** What the pages are made of: themselves, the API they speak, and planning with its solvers. */
const madeOf = ['apps/web', 'api', 'core', 'adapters/solver-flow', 'adapters/solver-highs'];

/** One digest over everything the pages are made of, and the installed packages. */
function sourcesDigest(): string {
  const hash = createHash('sha256');
  const sources = madeOf.flatMap((folder) => filesIn(join(root, folder)));
  for (const file of [...sources, join(root, 'package-lock.json')]) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\/(dist|node_modules)\/|\.test\.tsx?$/.test(file.slice(folder.length)))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureWebBuilt();
