import { expect, it } from 'vitest';
import { codeOf, files, filesUnder, read } from './repository.ts';

/**
 * Muster holds no record of any person to be found, arrested, detained or removed (docs: "What is always true", 8).
 * So no field, type, column or key may be named for one. Tasks and results are named as work and as counts.
 */
const persons = ['detainee', 'arrestee', 'suspect', 'alien', 'deportee', 'fugitive', 'offender', 'inmate', 'prisoner'];
const pairs = ['subject name', 'subject id', 'target person', 'target name', 'wanted person', 'person sought'];

/** Whether a name, in camelCase, kebab-case or snake_case, is that of a person acted upon. */
function namesPersonActedUpon(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/s$/, ''));
  return (
    persons.some((person) => words.includes(person)) ||
    pairs.some((pair) => ` ${words.join(' ')} `.includes(` ${pair} `))
  );
}

/** The names a file gives: in code all but strings and comments, and keys; in JSON, YAML and CSV, keys and headings. */
function namesIn(file: string, text: string): string[] {
  const keys = [...text.matchAll(/(?:^|[{,\s])["']?([\w-]+)["']?\??\s*:/gm)].map(([, key = '']) => key);
  if (/\.(tsx?|sql)$/.test(file)) return [...keys, ...(codeOf(text, { strings: false }).match(/[\w$]+/g) ?? [])];
  if (file.endsWith('.csv')) return (text.split('\n')[0] ?? '').split(',');
  return keys;
}

it('no name in the data model is that of a person acted upon', () => {
  expect(
    namesIn('a.ts', "z.strictObject({ detaineeName: z.string() }) // alien\n'suspect'").filter(namesPersonActedUpon),
  ).toEqual(['detaineeName', 'detaineeName']);
  expect(namesIn('a.json', '{ "targetPersonId": "inalienable" }').filter(namesPersonActedUpon)).toEqual([
    'targetPersonId',
  ]);

  const model = [
    ...filesUnder('core', 'adapters', 'apps', 'api', 'scenarios', 'rates').filter((file) =>
      /\.(tsx?|sql|json|ya?ml|csv)$/.test(file),
    ),
    ...files.filter((file) => file.endsWith('.cedarschema')),
  ];
  const faults = model.flatMap((file) =>
    [...new Set(namesIn(file, read(file)))].filter(namesPersonActedUpon).map((name) => `${file}: ${name}`),
  );
  expect(faults).toEqual([]);
});
