import type { Consent, Figures, Outcome } from '../data/outcome-parts.ts';
import { greatestFirst, sumOf } from './group.ts';
import { barrierLabel } from './labels.ts';
import { count, counted, dollars, percent } from './numbers.ts';
import { begin, list, the } from './sentences.ts';

/** The ask in one sentence. A title that begins with the number of people already says what is asked for. */
export function askSentence({ requester, addressee, title, figures }: Outcome): string {
  const asked = count(figures.asked);
  const what = title.startsWith(asked) ? title : `${asked} people: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  return `${begin(the(requester.name))} asks ${the(addressee.name)} for ${what.replace(/\.$/, '')}.`;
}

export interface Figure {
  readonly key: 'asked' | 'permitted' | 'consented' | 'planned' | 'short';
  readonly label: string;
  /** Undefined while the step that makes it has not been taken. */
  readonly n: number | undefined;
  readonly sentence: string;
}

/** The five figures of a request's course, each with what it means. */
export function figureSentences(outcome: Outcome): Figure[] {
  const { figures, lines, plans, consents, authority } = outcome;
  const asked = consents.some((c) => c.side === 'lender');
  const once = (done: boolean, n: number) => (done ? n : undefined);
  return [
    { key: 'asked', label: 'Asked', n: figures.asked, sentence: askedSentence(lines.length) },
    {
      key: 'permitted',
      label: 'Permitted by law',
      n: once(authority.tasks.length > 0, figures.permitted),
      sentence: permittedSentence(outcome),
    },
    {
      key: 'consented',
      label: 'Consented',
      n: once(asked, figures.consented),
      sentence: consentedSentence(figures, consents),
    },
    {
      key: 'planned',
      label: 'Planned',
      n: once(plans.length > 0, figures.planned),
      sentence: plannedSentence(figures, plans.length),
    },
    {
      key: 'short',
      label: 'Short',
      n: once(plans.length > 0, figures.short),
      sentence: shortSentence(figures, plans.length),
    },
  ];
}

const askedSentence = (lines: number): string =>
  lines === 0
    ? 'People asked for; no line says yet for which task.'
    : `People asked for, on ${counted(lines, 'line')} that each name a task, a place and a period.`;

function permittedSentence({ figures, authority }: Outcome): string {
  if (authority.tasks.length === 0) return 'The law has not been asked yet.';
  const byKind = greatestFirst(figures.permittedByKind).map(([kind, n]) => `${kind} ${count(n)}`);
  const none = Object.entries(figures.permittedByKind)
    .filter(([, n]) => n === 0)
    .map(([kind]) => `${kind} none`);
  return `People on lines that at least one kind of service could lawfully serve, once its consents are given: ${[...byKind, ...none].join(', ')}.`;
}

function consentedSentence(figures: Figures, consents: readonly Consent[]): string {
  const lenders = sumOf(Object.values(figures.lenders), (n) => n);
  if (lenders === 0) return 'No lender has been asked yet.';
  const consenting = (figures.lenders.granted ?? 0) + (figures.lenders.grantedInPart ?? 0);
  const given = consents.filter((c) => c.side === 'lender' && c.status === 'granted');
  const known = sumOf(
    given.filter((c) => c.source?.kind === 'public'),
    (c) => c.granted,
  );
  const unknown = figures.consented - known;
  const ground = given.some((c) => c.source?.kind === 'estimate') ? 'assumptions or estimates' : 'assumptions';
  const mix =
    unknown === 0
      ? 'All rest on public answers.'
      : `${count(known)} of them rest on public answers, ${count(unknown)} on ${ground}.`;
  return `People whom ${count(consenting)} of ${counted(lenders, 'lender')} consent to send. ${mix}`;
}

const plannedSentence = (figures: Figures, plans: number): string =>
  plans === 0
    ? 'No plan has been made yet.'
    : `People there for the whole period of their line, for ${dollars(figures.costCents)}, in the plan that stands.`;

function shortSentence(figures: Figures, plans: number): string {
  if (plans === 0) return 'How many are lacking is known when there is a plan.';
  const reasons = greatestFirst(figures.shortByReason).map(([barrier, n]) => `${count(n)} ${barrierLabel(barrier)}`);
  if (figures.short === 0) return 'Nobody is lacking.';
  return reasons.length === 0 ? 'People still lacking.' : `People still lacking: ${list(reasons)}.`;
}

/** What the solver proved, in words. */
export function proofSentence(gap: number | undefined): string | undefined {
  if (gap === undefined) return undefined;
  if (gap === 0)
    return 'Proved best: gap 0 %. No other plan does better under this law, these consents and these offers.';
  return `Within ${percent(gap)} of the best plan possible.`;
}
