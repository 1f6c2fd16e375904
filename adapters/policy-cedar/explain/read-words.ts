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
import { findWords, lexiconsOf, readKind, type WordFault } from './lexicon.ts';

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

export type WordsRead = { readonly asked: ServiceAsked } | { readonly faults: readonly WordFault<keyof LawWords>[] };

const asWritten = { status: 'status', delegations: 'delegations' } as const;

/** Finds what each word means in the pack; every word that means nothing is told of, not only the first. */
export function readWords(book: LawBook, words: LawWords): WordsRead {
  const faults: WordFault<keyof LawWords>[] = [];
  const lexicons = lexiconsOf(book);
  const find = findWords(book, faults);
  const party = (option: 'lender' | 'requester') =>
    words[option] === undefined ? undefined : find(option, 'party', words[option], lexicons.party);

  const { code, kind } = readKind(book, find, asWritten, words.status, words.delegations);
  const taskId = find('task', 'task', words.task, lexicons.task);
  const placeId = find('place', 'place', words.place, lexicons.place);
  const lenderId = party('lender');
  const requesterId = party('requester');
  const on = daySchema.safeParse(words.on);
  if (!on.success) faults.push({ option: 'on', problem: `"${words.on}" is no day; a day is like 2026-06-01.` });
  const hostConsent = readConsent(words.hostConsent, code, faults);
  if (!kind || !taskId || !placeId || !on.success || !hostConsent || faults.length > 0) return { faults };

  const found = relationFor(book, code, lenderId, placeId, faults);
  if (!found) return { faults };
  return {
    asked: {
      ...(code && { code: code.code }),
      ...kind,
      taskId,
      placeId,
      on: on.data,
      hostConsent,
      ...found,
      ...(requesterId && { requesterId }),
    },
  };
}

function readConsent(
  word: string | undefined,
  code: MatrixCode | undefined,
  faults: WordFault<keyof LawWords>[],
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
  faults: WordFault<keyof LawWords>[],
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
