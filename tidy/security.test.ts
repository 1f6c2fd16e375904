import { expect, it } from 'vitest';
import { exists, read } from './repository.ts';

const page = read('docs/reference/security.md');

/** How many requirements of level 1 and 2 each section of ASVS 5.0.0 has, V17 left out; in each they are the first ones. */
const sections: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7, '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
};
const rows = [...page.matchAll(/^\| V(\d+\.\d+\.\d+) \| (.+?) \| (.+) \|$/gm)].map(([, id, how, words]) => ({
  id: id as string,
  how: how as string,
  words: words as string,
}));

it('each of the 246 requirements stands in the page once, in order, with what is done about it', () => {
  const wanted = Object.entries(sections).flatMap(([section, most]) =>
    Array.from({ length: most }, (_, i) => `${section}.${i + 1}`),
  );
  expect(wanted).toHaveLength(246);
  expect(rows.map((r) => r.id)).toEqual(wanted);
});

it('the page counts right', () => {
  const told = [
    ...page.matchAll(/^\| (tested|built so|where it is put up|does not apply|\*\*open\*\*) \| .+ \| (\d+) \|$/gm),
  ];
  expect(told).toHaveLength(5);
  for (const [, how, count] of told)
    expect(
      rows.filter((r) => r.how === how),
      how,
    ).toHaveLength(Number(count));
  expect(told.reduce((n, [, , count]) => n + Number(count), 0)).toBe(rows.length);
});

it('every test that the page names exists, and is named wherever something is said to be tested', () => {
  const missing: string[] = [];
  for (const { id, how, words } of rows) {
    const named = /^`([^`]+\.test\.ts)`: "(.+)"$/.exec(words);
    if ((how === 'tested') !== (named !== null)) missing.push(`V${id} names ${named ? 'a' : 'no'} test`);
    if (!named) continue;
    const [, file = '', title = ''] = named;
    const text = exists(file) ? read(file) : '';
    if (![`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => text.includes(quoted))) {
      missing.push(`V${id}: ${file} has no test "${title}"`);
    }
  }
  expect(missing).toEqual([]);
});
