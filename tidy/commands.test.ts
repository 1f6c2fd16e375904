import { expect, it } from 'vitest';
import { exists, files, read } from './repository.ts';

const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
const npmsOwn = new Set(['ci', 'install', 'version', 'ls', 'outdated', 'view']);

/** The lines of a page's code blocks, each with its number. */
function* commandLines(page: string): Generator<readonly [line: number, text: string]> {
  let inBlock = false;
  for (const [at, text] of page.split('\n').entries()) {
    if (text.trimStart().startsWith('```')) inBlock = !inBlock;
    else if (inBlock) yield [at + 1, text];
  }
}

/** What a line asks of npm that package.json does not offer. */
const unknownCommands = (text: string): string[] =>
  [...text.matchAll(/\bnpm (run )?(?:--?[\w-]+ )*([\w:-]+)/g)]
    .filter(([, run, name = '']) => !scripts[name] && (run || !npmsOwn.has(name)))
    .map(([command]) => command);

/** What a line runs by its path that does not exist. */
const missingPrograms = (text: string): string[] =>
  [...text.matchAll(/(?:^|\s)(?:(?:node|bash|npx tsx) )?(\.?\/?(?:\.ci|tools|apps|bench|scenarios)\/[\w./-]+)/g)]
    .map(([, path = '']) => path.replace(/^\.\//, ''))
    .filter((path) => !exists(path));

it('every command in a page exists', () => {
  expect(unknownCommands('npm run no-such-thing && npm start')).toEqual(['npm run no-such-thing']);
  expect(missingPrograms('node tools/no-such.ts')).toEqual(['tools/no-such.ts']);
  const faults = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...commandLines(read(file))].flatMap(([line, text]) =>
        [...unknownCommands(text), ...missingPrograms(text)].map((fault) => `${file}:${line}: ${fault}`),
      ),
    );
  expect(faults).toEqual([]);
});

it('README.md says how to start and how to test', () => {
  expect(exists('README.md'), 'README.md is missing').toBe(true);
  const lines = [...commandLines(read('README.md'))].map(([, text]) => text);
  for (const command of ['npm start', 'npm test']) expect(lines.some((text) => text.includes(command))).toBe(true);
});
