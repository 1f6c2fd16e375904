import { expect, it } from 'vitest';
import { files, findIn, read } from './repository.ts';

/** Joined here, so that this file holds none of what it forbids: [pattern, remedy, a line it must catch]. */
const bans: readonly (readonly [pattern: RegExp, remedy: string, example: string])[] = [
  [
    new RegExp(
      `${['', 'work', '(main|shared)'].join('/')}\\b|${['', '(home|Users)', '\\w+', ''].join('/')}|(^|[^\\w.])${['', 'root', ''].join('/')}`,
    ),
    'Paths are made from import.meta.url or from settings.',
    ['see ', 'home', 'me', 'house'].join('/'),
  ],
  [
    new RegExp(['registry\\.', '[a-z]|', 'npmjs\\.', '(org|com)'].join('')),
    'Which registry to ask is the setting of whoever installs.',
    ['https://registry', 'example.org/zod'].join('.'),
  ],
  [
    /https?:\/\/\S+\.(tgz|tar\.\w+|zip|deb|rpm|whl|exe|dmg)\b/,
    'What Muster needs comes by package-lock.json alone.',
    ['https://example.org/chrome', 'zip'].join('.'),
  ],
];

it.each(bans)('no file holds %s. %s', (pattern, _remedy, example) => {
  expect(findIn('example', example, pattern)).not.toEqual([]);
  expect(files.flatMap((file) => findIn(file, read(file), pattern))).toEqual([]);
});
