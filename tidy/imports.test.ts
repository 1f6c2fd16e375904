import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cruise, ruleNames } from '../tools/cruise.ts';

/** For every rule of .dependency-cruiser.cjs, an import it must catch: [rule, file, what the file imports]. */
const planted: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['no-cycles', 'core/0-terms/egg.ts', './hen.ts'],
  ['no-unknown-imports', 'core/0-terms/lost.ts', './nowhere.ts'],
  ['terms-know-nothing', 'core/0-terms/knows-people.ts', '../0-directory/index.ts'],
  ['directory-knows-terms-only', 'core/0-directory/reaches-behind.ts', '../0-terms/hen.ts'],
  ['stage-1-knows-earlier-facts-only', 'core/1-request/reaches-behind.ts', '../0-terms/hen.ts'],
  ['stage-2-knows-earlier-facts-only', 'core/2-decision/acts-on-request.ts', '@muster/request'],
  ['stage-3-knows-earlier-facts-only', 'core/3-plan/acts-on-request.ts', '../1-request/index.ts'],
  ['stage-4-knows-earlier-facts-only', 'core/4-deployment/acts-on-request.ts', '../1-request/index.ts'],
  ['stage-5-knows-earlier-facts-only', 'core/5-account/acts-on-request.ts', '../1-request/index.ts'],
  ['imports-point-down-from-0', 'core/0-terms/looks-up.test.ts', '../1-request/events.ts'],
  ['imports-point-down-from-1', 'core/1-request/looks-up.test.ts', '../2-decision/events.ts'],
  ['imports-point-down-from-2', 'core/2-decision/looks-up.test.ts', '../6-flow/index.ts'],
  ['imports-point-down-from-3', 'core/3-plan/looks-up.test.ts', '../6-flow/index.ts'],
  ['imports-point-down-from-4', 'core/4-deployment/looks-up.test.ts', '../6-flow/index.ts'],
  ['imports-point-down-from-5', 'core/5-account/looks-up.test.ts', '../6-flow/index.ts'],
  ['imports-point-down-from-6', 'core/6-flow/looks-up.test.ts', '../7-audit/index.ts'],
  ['flow-uses-faces', 'core/6-flow/reaches-behind.ts', '../1-request/reaches-behind.ts'],
  ['audit-uses-faces', 'core/7-audit/acts-on-request.ts', '../1-request/index.ts'],
  ['core-by-its-faces', 'adapters/record-sql/reaches-behind.ts', '../../core/1-request/reaches-behind.ts'],
  ['core-knows-no-adapter', 'core/6-flow/opens-record.ts', '../../adapters/record-sql/index.ts'],
  ['core-has-no-machine', 'core/1-request/reads-file.ts', 'node:fs'],
  ['log-stands-alone', 'log/knows-stages.ts', '@muster/terms'],
  ['log-has-no-machine', 'log/reads-file.ts', 'node:fs'],
  ['adapters-stand-alone', 'adapters/record-sql/opens-other.ts', '../record-memory/index.ts'],
  ['libraries-know-no-app', 'adapters/record-sql/serves.ts', '../../apps/server/index.ts'],
  ['web-speaks-only-api', 'apps/web/decides.ts', '@muster/request/events'],
  ['web-plans-in-one-folder', 'apps/web/src/planning/opens-record.ts', '../../../../adapters/record-sql/index.ts'],
  ['web-has-no-machine', 'apps/web/reads-file.ts', 'node:fs'],
  ['no-tests-in-the-product', 'apps/server/fakes.ts', '../../core/1-request/testing.ts'],
  ['packages-are-declared', 'apps/server/borrows.ts', 'undeclared'],
];

/** Imports that every rule must let pass. */
const allowed: readonly (readonly [file: string, imports: string])[] = [
  ['core/0-directory/index.ts', '@muster/terms'],
  ['core/1-request/index.ts', '@muster/terms'],
  ['core/2-decision/events.ts', '@muster/request/events'],
  ['core/6-flow/index.ts', '@muster/request'],
  ['core/7-audit/index.ts', '../6-flow/index.ts'],
  ['core/1-request/index.test.ts', 'node:fs'],
  ['log/sha256/node.ts', 'node:crypto'],
  ['adapters/record-sql/index.ts', '@muster/terms'],
  ['adapters/record-memory/index.ts', 'node:fs'],
  ['apps/server/index.ts', '../../adapters/record-sql/index.ts'],
  ['apps/web/index.ts', '../../api/index.ts'],
  ['apps/web/src/planning/index.ts', '@muster/terms'],
];

const house = mkdtempSync(join(tmpdir(), 'muster-imports-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

it('catches what each import rule forbids, and nothing else', async () => {
  build();
  const { badImports } = await cruise(house);
  const caught = badImports.map(({ rule, from }) => `${rule}: ${from}`);

  expect(planted.map(([rule]) => rule)).toEqual(await ruleNames());
  expect(caught.sort()).toEqual(planted.map(([rule, file]) => `${rule}: ${file}`).sort());
});

/** A house like this one, of empty files: only the imports above. */
function build(): void {
  for (const file of [
    'core/1-request/events.ts',
    'core/1-request/testing.ts',
    'core/0-terms/index.ts',
    'api/index.ts',
  ]) {
    write(file, 'export {};');
  }
  write('core/0-terms/hen.ts', "import './egg.ts';");
  for (const [file, imports] of [...planted.map(([, ...plant]) => plant), ...allowed])
    write(file, `import '${imports}';`);
  write('tsconfig.json', '{}');
  pack('core/0-terms', '@muster/terms');
  pack('core/1-request', '@muster/request');
  pack('node_modules/undeclared', 'undeclared');
  write('node_modules/undeclared/index.ts', 'export {};');
  write('package.json', '{ "name": "house" }');
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

function pack(folder: string, name: string): void {
  write(
    `${folder}/package.json`,
    JSON.stringify({ name, type: 'module', exports: { '.': './index.ts', './events': './events.ts' } }),
  );
  const link = join(house, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  if (!folder.startsWith('node_modules')) symlinkSync(join(house, folder), link);
}
