import type { Step } from '../components/course-nav.tsx';
import type { Outcome } from '../data/outcome-parts.ts';
import { sumOf } from './group.ts';
import { opinionLabels, verdictOf } from './labels.ts';
import { count, counted } from './numbers.ts';

/** The six steps, each with its outcome in a line. */
export const courseSteps = (outcome: Outcome): Step[] => [
  { id: 'who-asked', title: 'Who asked for what', summary: askedSummary(outcome) },
  { id: 'law', title: 'What the law says', summary: lawSummary(outcome) },
  {
    id: 'counsel',
    title: 'What counsel says',
    summary: outcome.opinion ? `${opinionLabels[outcome.opinion.outcome]}.` : 'No opinion yet.',
  },
  { id: 'consent', title: 'Who consented', summary: consentSummary(outcome) },
  { id: 'plan', title: 'Who goes', summary: planSummary(outcome) },
  { id: 'record', title: 'The record', summary: 'Every act: when, who, what, on what ground.' },
];

function askedSummary({ lines, refusals }: Outcome): string {
  if (lines.length === 0) return 'No line yet.';
  const places = new Set(lines.map((l) => l.place.id)).size;
  const tasks = new Set(lines.map((l) => l.task.id)).size;
  const refused = refusals.length > 0 ? 'A first attempt is refused; then ' : '';
  const what = `${counted(lines.length, 'line')}, ${counted(tasks, 'task')}, ${counted(places, 'place')}.`;
  return `${refused}${what}`;
}

function lawSummary({ authority }: Outcome): string {
  const verdicts = authority.tasks.flatMap((t) => t.cells).map(verdictOf);
  if (verdicts.length === 0) return 'Not asked yet.';
  const n = (key: string) => count(verdicts.filter((v) => v === key).length);
  const permitted = n('permitted') === '0' ? '' : `${n('permitted')} permitted, `;
  return `${permitted}${n('needs')} need consent, ${n('contested')} contested, ${n('forbidden')} forbidden, ${n('noAuthority')} without authority.`;
}

function consentSummary({ figures }: Outcome): string {
  const lenders = sumOf(Object.values(figures.lenders), (n) => n);
  if (lenders === 0) return 'Nobody asked yet.';
  const yes = (figures.lenders.granted ?? 0) + (figures.lenders.grantedInPart ?? 0);
  return `${count(yes)} of ${counted(lenders, 'lender')}, for ${count(figures.consented)} people.`;
}

function planSummary({ figures, plans }: Outcome): string {
  if (plans.length === 0) return 'No plan yet.';
  const revisions = plans.length > 1 ? `, after ${counted(plans.length - 1, 'revision')}` : '';
  return `${count(figures.planned)} go, ${count(figures.short)} short${revisions}.`;
}
