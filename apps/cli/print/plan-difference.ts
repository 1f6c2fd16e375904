import type { PlanDifference } from '@muster/plan/problem';
import { columns, count } from './text.ts';

/** The most rows of a table shown; the rest are counted, and --json has them all. */
const mostRows = 15;

/** The difference of two plans: first in sentences, then in tables. */
export function printDifference(difference: PlanDifference): string {
  const { figures, lines, lenders, assignments, putOn, takenOff } = difference;
  return [
    sentence(difference),
    ...(assignments.length > 0
      ? [
          `${count(putOn)} people are put on and ${count(takenOff)} taken off, over ${count(assignments.length)} ${assignments.length === 1 ? 'assignment' : 'assignments'}.`,
        ]
      : ['Nobody is put on or taken off.']),
    '',
    columns([
      ['figure', 'before', 'after', 'change', 'counted in'],
      ...figures.map((f) => [f.figure, f.before, f.after, signed(f.after - f.before), f.unit]),
    ]),
    ...table(
      lines.map((l) => [
        l.lineId,
        l.asked.after,
        l.filled.before,
        l.filled.after,
        signed(l.filled.after - l.filled.before),
      ]),
      ['line', 'asked', 'filled before', 'after', 'change'],
      'lines',
    ),
    ...table(
      lenders.map((l) => [l.lenderId, l.before, l.after, signed(l.after - l.before)]),
      ['lender', 'most away before', 'after', 'change'],
      'lenders',
    ),
    ...table(
      [...assignments]
        .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
        .map((a) => [a.poolId, a.lineId, a.kind, `${a.period.fromOn} to ${a.period.toOn}`, a.before, a.after]),
      ['pool', 'line', 'kind', 'when', 'before', 'after'],
      'assignments',
    ),
  ].join('\n');
}

function sentence({ figures }: PlanDifference): string {
  const of = (name: string) => figures.find((f) => f.figure === name) ?? { before: 0, after: 0 };
  const [asked, filled] = [of('asked'), of('filled')];
  const change = filled.after - filled.before;
  const words =
    change === 0 ? 'as many as before' : `${count(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than before`;
  const more = asked.after - asked.before;
  const asking = more === 0 ? '' : ` (${count(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than before)`;
  return `Of ${count(asked.after)} people asked${asking}, ${count(filled.after)} are filled: ${words}.`;
}

const signed = (n: number): string => (n > 0 ? `+${count(n)}` : count(n));

function table(rows: readonly (readonly (string | number)[])[], head: readonly string[], what: string): string[] {
  if (rows.length === 0) return [];
  const more = rows.length > mostRows ? [`and ${count(rows.length - mostRows)} more ${what}.`] : [];
  return ['', columns([head, ...rows.slice(0, mostRows)]), ...more];
}
