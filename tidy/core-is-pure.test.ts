import { expect, it } from 'vitest';
import { codeOf, filesUnder, findIn, isTest, read } from './repository.ts';

/** What core may not reach for: [pattern, what to do instead, a line it must catch]. */
const bans: readonly (readonly [pattern: RegExp, remedy: string, example: string])[] = [
  [/\bDate\.now\b/, 'The time arrives in the command: command.at.', 'const at = Date.now();'],
  [/\bnew Date\b/, 'Days and instants are text, reckoned in core/0-terms/period.ts.', "new Date('2025-05-09')"],
  [/\bTemporal\.Now\b/, 'The time arrives in the command: command.at.', 'Temporal.Now.instant()'],
  [/\bperformance\.now\b/, 'core measures nothing; bench/ does.', 'performance.now()'],
  [/\bMath\.random\b/, 'core knows no chance: the same command decides the same.', 'Math.random()'],
  [/\brandomUUID\b|\bgetRandomValues\b/, 'Ids arrive in the command.', 'crypto.randomUUID()'],
  [/from 'node:|import\('node:|\brequire\(/, 'Node is for adapters and apps; core states a port.', "from 'node:fs'"],
  [/\bprocess\.\w/, 'Settings arrive as values from apps.', 'process.env.SEED'],
  [/\bconsole\.\w/, 'core says nothing; it returns facts and refusals.', "console.log('here')"],
  [/\bfetch\(|\bsetTimeout\(|\bsetInterval\(/, 'core waits for nothing; an adapter does.', 'await fetch(url)'],
];

it.each(bans)('core has no %s. %s', (pattern, _remedy, example) => {
  expect(findIn('example', codeOf(example), pattern)).not.toEqual([]);
  const product = filesUnder('core').filter((file) => file.endsWith('.ts') && !isTest(file));
  expect(product.flatMap((file) => findIn(file, codeOf(read(file)), pattern))).toEqual([]);
});
