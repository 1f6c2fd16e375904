import type { Hypothesis, ServiceKind } from '@muster/decision';
import { findWords, lexiconsOf, readKind, type WordBook, type WordFault } from './lexicon.ts';

/** What is supposed, in a person's words: codes of the matrix, the pack's own names, or labels. */
export interface HypothesisWords {
  /** Parties, or offices that one party holds. */
  readonly refuse?: readonly string[] | undefined;
  readonly bar?: readonly string[] | undefined;
  /** The kind of service that comes in ... */
  readonly instead?: string | undefined;
  /** ... and the status it comes in for; every kind when left out. */
  readonly for?: string | undefined;
  readonly only?: readonly string[] | undefined;
}

type HypothesisRead =
  | { readonly hypothesis: Hypothesis }
  | { readonly faults: readonly WordFault<keyof HypothesisWords>[] };

/** Finds what each word means in the pack; every word that means nothing is told of, not only the first. */
export function readHypothesis(book: WordBook, words: HypothesisWords): HypothesisRead {
  const faults: WordFault<keyof HypothesisWords>[] = [];
  const find = findWords(book, faults);
  const { party, task } = lexiconsOf(book);
  const kindOf = (option: 'instead' | 'for' | 'only', word: string): ServiceKind[] => {
    const { kind } = readKind(book, find, { status: option, delegations: option }, word);
    return kind ? [kind] : [];
  };
  const refuses = (words.refuse ?? []).flatMap((word) => find('refuse', 'party', word, party) ?? []);
  const barred = (words.bar ?? []).flatMap((word) => find('bar', 'task', word, task) ?? []);
  const onlyKinds = words.only?.length ? words.only.flatMap((word) => kindOf('only', word)) : undefined;
  const [to] = words.instead === undefined ? [] : kindOf('instead', words.instead);
  const [from] = words.for === undefined ? [] : kindOf('for', words.for);
  if (words.for !== undefined && words.instead === undefined) {
    const problem = `"${words.for}" says what is replaced, and nothing comes in its place; say what does with "instead".`;
    faults.push({ option: 'for', problem });
  }
  if (faults.length > 0) return { faults };
  return {
    hypothesis: {
      ...(refuses.length > 0 && { refuses: [...new Set(refuses)] }),
      ...(barred.length > 0 && { barred: [...new Set(barred)] }),
      ...(to && { instead: { ...(from && { from: from.statusId }), to } }),
      ...(onlyKinds && { onlyKinds }),
    },
  };
}
