import { expect, it } from 'vitest';
import { codeOf, filesUnder, findIn, isTest, read } from '../../tidy/repository.ts';

/**
 * The core is the same for a wildfire as for a border: what a request is for, in which country, under whose law, is
 * data. Comments may name an example; what runs may not. The one exception is the example of an id that is shown to
 * whoever has typed a malformed one: words to a reader, not knowledge.
 */
const causes =
  /immigra|guard|border|hurricane|wildfire|detention|deport|\bICE\b|FEMA|\bD(?:HS|OD|OJ)\b|title ?(?:10|32)/i;
const examples = /\b(?:prefixedId|packName)\([^)]*\)/g;

it('core/ knows no cause and no country', () => {
  expect(findIn('example', codeOf("if (task === 'borderSupport') // guard"), causes)).toEqual(['example:1: border']);
  expect(findIn('example', codeOf('// guard'), causes)).toEqual([]);
  const product = filesUnder('core').filter((file) => file.endsWith('.ts') && !isTest(file));
  expect(product.length).toBeGreaterThan(40);
  expect(product.flatMap((file) => findIn(file, codeOf(read(file)).replace(examples, "''"), causes))).toEqual([]);
});
