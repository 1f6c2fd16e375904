import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdLock } from './hold-lock.mjs';
import { runChild } from './run-child.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockfile = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules', '.muster-stamp');

/** Makes node_modules what package-lock.json says, unless it already is. Gives npm's exit code; says all on stderr. */
export async function ensureInstalled() {
  if (isInstalled()) return 0;
  return holdLock(
    join(root, '.stamp', 'install.lock'),
    async () => (isInstalled() ? 0 : install()),
    (holder) => say(`Another Muster (process ${holder}) is installing; waiting for it.`),
  );
}

export function say(words) {
  process.stderr.write(`muster: ${words}\n`);
}

async function install() {
  say('Installing what package-lock.json names. This happens once and may take a minute or two.');
  const began = Date.now();
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  // Development packages always: tsx, which runs Muster, is one. npm's own words go to stderr with ours.
  const code = await runChild(command, [...first, 'ci', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (code === 0) {
    writeFileSync(stamp, lockDigest());
    say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  } else {
    say('Installing failed; npm says why above. Maybe the network or the package registry cannot be reached.');
  }
  return code;
}

function isInstalled() {
  const digest = lockDigest();
  if (readOr(stamp, '') === digest) return true;
  if (!isWhatNpmInstalled()) return false;
  writeFileSync(stamp, digest);
  return true;
}

/** Whether an `npm install` by hand made node_modules from this very package-lock.json: npm keeps its own list there. */
function isWhatNpmInstalled() {
  const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  const present = JSON.parse(readOr(join(root, 'node_modules', '.package-lock.json'), '{"packages":{}}')).packages;
  const same = (path) =>
    present[path]?.version === wanted[path]?.version &&
    present[path]?.integrity === wanted[path]?.integrity &&
    present[path]?.link === wanted[path]?.link;
  const missing = Object.keys(wanted).filter((path) => path !== '' && !present[path] && !wanted[path].optional);
  return missing.length === 0 && Object.keys(present).length > 0 && Object.keys(present).every(same);
}

const lockDigest = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex');

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
