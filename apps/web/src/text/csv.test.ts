import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv, csvCell } from './csv.ts';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1', '\n@x'])('%j is never computed', (text) => {
  expect(readRow(csv([[text]]))).toEqual([`'${text}`]);
});

it('a number stays a number, a quote is doubled, a comma is quoted', () => {
  expect(csvCell(-5)).toBe('-5');
  expect(csvCell('says "yes", then no')).toBe('"says ""yes"", then no"');
  expect(
    csv([
      ['a', 1],
      ['b\nc', 2],
    ]),
  ).toBe('a,1\r\n"b\nc",2\r\n');
});

it('whatever the words, they are read back as they were, or with one apostrophe in front', () => {
  const words = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ' ', '\t', '\r', '\n', '"', ',', 'a', 'é') });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (cells) => {
      const read = readRow(csv([cells]));
      expect(read.map((cell) => cell.replace(/^'/, ''))).toEqual(cells);
      expect(read.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    }),
  );
});

/** One row, read by the letter of RFC 4180. */
function readRow(text: string): string[] {
  const cells: string[] = [];
  let rest = `${text.slice(0, -2)},`;
  while (rest !== '') {
    const [whole = '', quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(rest) ?? [rest];
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    rest = rest.slice(whole.length);
  }
  return cells;
}
