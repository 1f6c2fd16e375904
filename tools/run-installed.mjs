/**
 * Runs one of Muster's TypeScript programs on a fresh clone too: node tools/run-installed.mjs <script.ts> [args].
 * Needs only Node and npm; installs first when node_modules is not what package-lock.json says.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, say } from './install.mjs';
import { runChild } from './run-child.mjs';

process.exitCode = await runInstalled(process.argv.slice(2));

async function runInstalled([script, ...args]) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    say(`This is Node ${process.versions.node}; Muster needs Node 20.19 or newer.`);
    return 1;
  }
  if (!script || !existsSync(join(root, script))) {
    say(`There is no program ${script ?? '(none named)'}. Usage: node tools/run-installed.mjs <script.ts> [args]`);
    return 2;
  }
  const failed = await ensureInstalled();
  if (failed) return failed;
  const tsx = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
  return runChild(process.execPath, ['--import', tsx, join(root, script), ...args], { stdio: 'inherit' });
}
