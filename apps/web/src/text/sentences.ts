/** "a", "a and b", "a, b and c". */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The first letter large, as a sentence begins; a ready name in front stays as it is. */
export const begin = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "the State of Ohio"; a name that goes without an article keeps none. */
export const the = (name: string): string =>
  /^(department|state|commonwealth|territory|district|bureau|u\.s\.|drug|office|government|city|republic)/i.test(name)
    ? `the ${name}`
    : name;

/** "State of Ohio" is looked for and sorted under "Ohio". */
export const shortName = (name: string): string => name.replace(/^(State|Commonwealth|Territory) of (the )?/, '');

/** ISO days become dates. */
export const withDates = (words: string, day: (on: string) => string): string =>
  words.replace(/\b\d{4}-\d\d-\d\d\b/g, day);

/** Task ids become task names, and ISO days become dates, in words that were made of ids. */
export const withNames = (words: string, names: ReadonlyMap<string, string>, day: (on: string) => string): string =>
  withDates(words, day).replace(/\b[a-z][A-Za-z]+\b/g, (word) => names.get(word)?.toLowerCase() ?? word);
