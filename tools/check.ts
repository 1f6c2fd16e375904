/** What `npm run check` runs: every check that is not a test. All run, even when one fails. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from './cruise.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Finding {
  readonly ok: boolean;
  /** What to read when it is not. */
  readonly output: string;
}

const checks: readonly (readonly [name: string, run: () => Promise<Finding>])[] = [
  ['format and lint', () => runTool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.')],
  ['types', () => checkTypes('tsconfig.json', 'types')],
  ['types of core, alone', () => checkTypes('core/tsconfig.json', 'types-of-core')],
  ['types of log, alone', () => checkTypes('log/tsconfig.json', 'types-of-log')],
  ['imports', checkImports],
  ['unused code and packages', () => runTool('knip/bin/knip.js', '--no-progress', '--no-config-hints')],
];

let failed = 0;
for (const [name, run] of checks) {
  const began = performance.now();
  const { ok, output } = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)\n${ok ? '' : `\n${output.trimEnd()}\n\n`}`);
  if (!ok) failed += 1;
}
process.stdout.write(`\n${checks.length - failed} checks ok, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** dependency-cruiser is content when it finds nothing to read, so what it saw is part of the check. */
async function checkImports(): Promise<Finding> {
  const { modules, badImports } = await cruise();
  const unseen = ['core', 'log', 'adapters', 'apps', 'api', 'contract', 'scenarios', 'tidy', 'tools'].filter(
    (folder) => !modules.some((module) => module.startsWith(`${folder}/`)),
  );
  const lines = badImports.map(({ rule, from, to, remedy }) => `${from} imports ${to}\n  ${rule}: ${remedy}`);
  if (modules.length <= 20) lines.push(`Only ${modules.length} files were read: the check itself is broken.`);
  if (unseen.length > 0) lines.push(`No file was read in ${unseen.join(', ')}: the check itself is broken.`);
  return { ok: lines.length === 0, output: lines.join('\n') };
}

/** What has not changed since the last check is not checked again: what was found then lies beside the packages. */
function checkTypes(project: string, memory: string): Promise<Finding> {
  const file = join('node_modules', '.cache', `${memory}.tsbuildinfo`);
  return runTool('typescript/bin/tsc', '-p', project, '--incremental', '--tsBuildInfoFile', file);
}

/** Runs a tool of node_modules with Node; its exit code says whether all is well. */
function runTool(program: string, ...args: readonly string[]): Promise<Finding> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}
