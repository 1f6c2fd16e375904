import type { ServiceKind } from '@muster/decision';
import type { DelegationId, PartyId, PlaceId, StatusId, TaskId } from '@muster/terms';
import { didYouMean } from '../pack/did-you-mean.ts';
import type { MatrixCode } from '../terms/matrix-codes.ts';
import type { LawBook } from './law-book.ts';

/** What is read in when words are to be understood. */
export type WordBook = Pick<LawBook, 'law' | 'terms' | 'codes'>;

/** A word that can't be used, and what was probably meant. */
export interface WordFault<Option extends string> {
  readonly option: Option;
  readonly problem: string;
  readonly maybe?: string;
  /** All words that would do, where they are few. */
  readonly known?: readonly string[];
}

/** What is wrong with a word, what was probably meant, and what would do. */
export function wordFaultText({ problem, maybe, known }: WordFault<string>): string {
  const meant = maybe === undefined ? '' : ` Did you mean "${maybe}"?`;
  return `${problem}${meant}${known === undefined ? '' : ` It knows: ${known.join(', ')}.`}`;
}

interface Lexicon<T> {
  readonly meanings: ReadonlyMap<string, T>;
  /** Every way of saying it, for guessing what was meant. */
  readonly all: readonly string[];
  /** One way each, to be shown. */
  readonly shown: readonly string[];
}

interface Lexicons {
  readonly status: Lexicon<MatrixCode | StatusId>;
  readonly delegations: Lexicon<DelegationId>;
  readonly task: Lexicon<TaskId>;
  readonly place: Lexicon<PlaceId>;
  readonly party: Lexicon<PartyId>;
}

/** All words of a pack: codes of the matrix, the pack's own names, labels, and the offices that one party holds. */
export function lexiconsOf({ terms, codes }: WordBook): Lexicons {
  const offices = [...terms.capacities.values()].flatMap((rule) =>
    rule.resolves === 'party' ? [[rule.partyId, rule.label] as const] : [],
  );
  return {
    status: lexicon<MatrixCode | StatusId>([
      ...codes.map((code) => [code, code.code] as const),
      ...[...terms.statuses].map(([id, { label }]) => [id, id, label] as const),
    ]),
    delegations: lexicon([...terms.delegations].map(([id, { label }]) => [id, id, label] as const)),
    task: lexicon([...terms.tasks].map(([id, { label, code }]) => [id, id, label, code] as const)),
    place: lexicon([...terms.places].map(([id, { name }]) => [id, id, name, lastPart(id)] as const)),
    party: lexicon<PartyId>([
      ...[...terms.parties].map(([id, { name, label }]) => [id, id, name, label, lastPart(id)] as const),
      ...offices,
    ]),
  };
}

/** Looks a word up, or says that the pack does not know it. */
export type FindWord<Option extends string> = <T>(
  option: Option,
  noun: string,
  word: string,
  known: Lexicon<T>,
) => T | undefined;

/** Every word that means nothing becomes a fault, with what was probably meant. */
export const findWords =
  <Option extends string>({ law }: WordBook, faults: WordFault<Option>[]): FindWord<Option> =>
  (option, noun, word, known) => {
    const found = known.meanings.get(plain(word));
    if (found !== undefined) return found;
    const few = known.shown.length <= 30 ? { known: known.shown } : {};
    const problem = `The pack ${law.pack} does not know the ${noun} "${word}".`;
    faults.push({ option, problem, ...didYouMean(word, known.all), ...few });
    return undefined;
  };

/** A kind of service as it is written: `T32_HOME`, `title32`, or "Federal officer with DHS delegation". */
export function readKind<Option extends string>(
  book: WordBook,
  find: FindWord<Option>,
  options: { readonly status: Option; readonly delegations: Option },
  words: string,
  delegations: readonly string[] = [],
): { readonly code?: MatrixCode; readonly kind?: ServiceKind } {
  const lexicons = lexiconsOf(book);
  const [statusWord = '', withWords] = words.split(/ with (.+)/i);
  const status = find(options.status, 'status', statusWord, lexicons.status);
  const held = [...(withWords?.split(/ and /i) ?? []), ...delegations].flatMap(
    (word) => find(options.delegations, 'delegation', word, lexicons.delegations) ?? [],
  );
  if (status === undefined) return {};
  if (typeof status !== 'object') return { kind: { statusId: status, delegationIds: [...new Set(held)] } };
  const delegationIds = [...new Set([...status.delegationIds, ...held])];
  return { code: status, kind: { statusId: status.statusId, delegationIds } };
}

/** What each way of saying a thing means. Where two things share one, the first keeps it. */
function lexicon<T>(entries: readonly (readonly [meaning: T, ...ways: string[]])[]): Lexicon<T> {
  const meanings = new Map<string, T>();
  for (const [meaning, ...ways] of entries)
    for (const way of ways) if (!meanings.has(plain(way))) meanings.set(plain(way), meaning);
  return {
    meanings,
    all: entries.flatMap(([, ...ways]) => ways),
    shown: entries.map(([, way = '']) => way),
  };
}

/** Capitals, spaces and stops don't matter: "Title 10", "title10" and "TITLE-10" are one word. */
const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** `TX` of `us-tx`, `OH` of `us.oh`. */
const lastPart = (id: string): string => (id.split(/[.-]/).at(-1) ?? id).toUpperCase();
