import { type AuthorityQuestion, type Relation, relationOf } from '@muster/decision';
import {
  type Day,
  type DelegationId,
  daySchema,
  type PartyId,
  type PlaceId,
  type StatusId,
  type TaskId,
} from '@muster/terms';
import { didYouMean } from '../pack/did-you-mean.ts';
import type { MatrixCode } from '../terms/matrix-codes.ts';
import type { LawBook } from './law-book.ts';

/** A question of law in a person's words: codes of the matrix, the pack's own names, or labels. */
export interface LawWords {
  readonly status: string;
  readonly task: string;
  readonly place: string;
  readonly on: string;
  readonly lender?: string | undefined;
  readonly requester?: string | undefined;
  readonly delegations?: readonly string[] | undefined;
  readonly hostConsent?: string | undefined;
}

/** The same in the pack's words. */
export interface ServiceAsked {
  readonly code?: string;
  readonly statusId: StatusId;
  readonly delegationIds: readonly DelegationId[];
  readonly taskId: TaskId;
  readonly placeId: PlaceId;
  readonly on: Day;
  readonly hostConsent: AuthorityQuestion['hostConsent'];
  readonly relation: Relation;
  /** How we know whether it is home or away: by the lender named, by the code, or taken to be so. */
  readonly relationBy: 'lender' | 'code' | 'assumption';
  readonly lenderId?: PartyId;
  readonly requesterId?: PartyId;
}

/** A word that can't be used, and what was probably meant. */
export interface WordFault {
  readonly option: keyof LawWords;
  readonly problem: string;
  readonly maybe?: string;
  /** All words that would do, where they are few. */
  readonly known?: readonly string[];
}

export type WordsRead = { readonly asked: ServiceAsked } | { readonly faults: readonly WordFault[] };

/** Finds what each word means in the pack; every word that means nothing is told of, not only the first. */
export function readWords(book: LawBook, words: LawWords): WordsRead {
  const faults: WordFault[] = [];
  const { terms, codes } = book;
  const lexicons = {
    status: lexicon<MatrixCode | StatusId>([
      ...codes.map((code) => [code, code.code] as const),
      ...[...terms.statuses].map(([id, { label }]) => [id, id, label] as const),
    ]),
    delegations: lexicon([...terms.delegations].map(([id, { label }]) => [id, id, label] as const)),
    task: lexicon([...terms.tasks].map(([id, { label, code }]) => [id, id, label, code] as const)),
    place: lexicon([...terms.places].map(([id, { name }]) => [id, id, name, lastPart(id)] as const)),
    party: lexicon([...terms.parties].map(([id, { name, label }]) => [id, id, name, label, lastPart(id)] as const)),
  };
  const find = <T>(option: keyof LawWords, noun: string, word: string, known: Lexicon<T>): T | undefined => {
    const found = known.meanings.get(plain(word));
    if (found !== undefined) return found;
    const few = known.shown.length <= 30 ? { known: known.shown } : {};
    const problem = `The pack ${book.law.pack} does not know the ${noun} "${word}".`;
    faults.push({ option, problem, ...didYouMean(word, known.all), ...few });
    return undefined;
  };
  const party = (option: 'lender' | 'requester') =>
    words[option] === undefined ? undefined : find(option, 'party', words[option], lexicons.party);

  // "Federal officer with DHS delegation" is how kinds of service are written elsewhere.
  const [statusWord = '', withWords] = words.status.split(/ with (.+)/i);
  const status = find('status', 'status', statusWord, lexicons.status);
  const delegationIds = [...(withWords?.split(/ and /i) ?? []), ...(words.delegations ?? [])].flatMap(
    (word) => find('delegations', 'delegation', word, lexicons.delegations) ?? [],
  );
  const taskId = find('task', 'task', words.task, lexicons.task);
  const placeId = find('place', 'place', words.place, lexicons.place);
  const lenderId = party('lender');
  const requesterId = party('requester');
  const on = daySchema.safeParse(words.on);
  if (!on.success) faults.push({ option: 'on', problem: `"${words.on}" is no day; a day is like 2026-06-01.` });
  const code = typeof status === 'object' ? status : undefined;
  const hostConsent = readConsent(words.hostConsent, code, faults);
  if (status === undefined || !taskId || !placeId || !on.success || !hostConsent || faults.length > 0)
    return { faults };

  const found = relationFor(book, code, lenderId, placeId, faults);
  if (!found) return { faults };
  return {
    asked: {
      ...(code && { code: code.code }),
      statusId: typeof status === 'object' ? status.statusId : status,
      delegationIds: [...new Set([...(code?.delegationIds ?? []), ...delegationIds])],
      taskId,
      placeId,
      on: on.data,
      hostConsent,
      ...found,
      ...(requesterId && { requesterId }),
    },
  };
}

interface Lexicon<T> {
  readonly meanings: ReadonlyMap<string, T>;
  /** Every way of saying it, for guessing what was meant. */
  readonly all: readonly string[];
  /** One way each, to be shown. */
  readonly shown: readonly string[];
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

function readConsent(
  word: string | undefined,
  code: MatrixCode | undefined,
  faults: WordFault[],
): AuthorityQuestion['hostConsent'] | undefined {
  const answers = ['given', 'refused', 'unanswered'] as const;
  if (word === undefined) return code?.hostConsent ?? 'unanswered';
  const answer = answers.find((one) => one === word.toLowerCase());
  if (!answer) {
    const problem = `"${word}" is no answer of a host.`;
    faults.push({ option: 'hostConsent', problem, ...didYouMean(word, answers), known: answers });
  } else if (code?.hostConsent !== undefined && code.hostConsent !== answer) {
    const problem = `${code.code} means that the host's consent is ${code.hostConsent}, not ${answer}.`;
    faults.push({ option: 'hostConsent', problem });
  }
  return answer;
}

function relationFor(
  { law, terms }: LawBook,
  code: MatrixCode | undefined,
  lenderId: PartyId | undefined,
  placeId: PlaceId,
  faults: WordFault[],
): Pick<ServiceAsked, 'relation' | 'relationBy' | 'lenderId'> | undefined {
  const place = terms.places.get(placeId)?.name ?? placeId;
  if (lenderId !== undefined) {
    const relation = relationOf(law, lenderId, placeId);
    if (code?.relationIsMeant && code.relation !== relation) {
      const lender = terms.parties.get(lenderId)?.name ?? lenderId;
      const problem = `${code.code} means people ${code.relation === 'home' ? 'at home' : 'away'}, but people of the ${lender} in ${place} are ${relation === 'home' ? 'at home' : 'away'}.`;
      faults.push({ option: 'lender', problem });
      return undefined;
    }
    return { relation, relationBy: 'lender', lenderId };
  }
  const relation = code?.relation ?? 'away';
  const governing = [...terms.parties.values()].find((party) => party.placeId === placeId)?.partyId;
  return {
    relation,
    relationBy: code ? 'code' : 'assumption',
    // At home the lender is the one whose place it is.
    ...(relation === 'home' && governing !== undefined && { lenderId: governing }),
  };
}
