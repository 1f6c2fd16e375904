import { expect, it } from 'vitest';
import { exists, foldersIn, read } from './repository.ts';

/**
 * README.md's map of the house: the code block whose first line is `muster/`. A line is a place or several, each level
 * four columns in, and then words; `{a,b}` stands for both and `<…>` for any.
 */
function pathsOf(block: string): string[] {
  const above: string[] = [];
  return block.split('\n').flatMap((line) => {
    const [, branch = '', text = ''] = /^([│├└─\s]*)(.*)$/.exec(line) ?? [];
    const depth = branch.length / 4;
    const places = /^(?:[\w.{},/<>-]+(?:\/|\.\w+)(?:\s+|$)|LICENSE\s*)+/.exec(text)?.[0].trim().split(/\s+/) ?? [];
    above.splice(depth - 1, Number.POSITIVE_INFINITY, places[0] ?? '');
    const parent = above.slice(0, depth - 1).join('');
    return places.flatMap((place) => spread(parent + place));
  });
}

function spread(path: string): string[] {
  const [whole, choices] = /\{([^}]*)\}/.exec(path) ?? [];
  if (!whole || choices === undefined) return [path];
  return choices.split(',').flatMap((choice) => spread(path.replace(whole, choice)));
}

it('reads a map', () => {
  const block =
    '├── README.md  LICENSE (Apache-2.0)\n├── core/          pure\n│   ├── 0-terms/   words\n└── apps/{cli,web}/';
  expect(pathsOf(block)).toEqual(['README.md', 'LICENSE', 'core/', 'core/0-terms/', 'apps/cli/', 'apps/web/']);
});

it('the map in README.md shows what is there, and all of it', () => {
  expect(exists('README.md'), 'README.md is missing').toBe(true);
  const block = /```\w*\nmuster\/\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '';
  const shown = pathsOf(block).filter((path) => !path.includes('<'));

  expect(shown.filter((path) => !exists(path))).toEqual([]);
  const there = [...foldersIn('.').map((name) => `${name}/`), ...foldersIn('core').map((name) => `core/${name}/`)];
  expect(there.filter((folder) => !shown.some((path) => path.startsWith(folder)))).toEqual([]);
});
