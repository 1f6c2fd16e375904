import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rules = join(root, '.dependency-cruiser.cjs');
const folders = [
  'core',
  'log',
  'adapters',
  'apps',
  'api',
  'contract',
  'scenarios',
  'simulation',
  'bench',
  'tidy',
  'tools',
];

export interface BadImport {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly remedy: string;
}

export interface Cruise {
  readonly modules: readonly string[];
  readonly badImports: readonly BadImport[];
}

interface Rule {
  readonly name: string;
  readonly comment: string;
}

/** Follows every import below a folder laid out like this repository, and holds each to .dependency-cruiser.cjs. */
export async function cruise(base: string = root): Promise<Cruise> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const present = folders.filter((folder) => existsSync(join(base, folder)));
  const { modules, summary } = JSON.parse(
    await outputOf([program, '--config', rules, '--output-type', 'json', ...present], base),
  );
  const remedies = new Map<string, string>(
    summary.ruleSetUsed.forbidden.map((rule: Rule) => [rule.name, rule.comment]),
  );
  return {
    modules: modules.map((module: { source: string }) => module.source),
    badImports: summary.violations.map((violation: { rule: { name: string }; from: string; to: string }) => ({
      rule: violation.rule.name,
      from: violation.from,
      to: violation.to,
      remedy: remedies.get(violation.rule.name) ?? '',
    })),
  };
}

/** The names of all rules there are. */
export async function ruleNames(): Promise<string[]> {
  const { default: config } = await import(rules);
  return config.forbidden.map((rule: Rule) => rule.name);
}

/** dependency-cruiser exits with the number of bad imports, so the code says nothing of whether it ran. */
function outputOf(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(error ?? new Error(`dependency-cruiser said nothing to read. ${stderr}`));
    });
  });
}
