import type { Outcome } from '@muster/flow';
import { columns, count, dollars, reason } from './text.ts';
import { whatBroke } from './what-broke.ts';

type Plan = Outcome['plans'][number];

/** Who goes, who is missing, and why; the difference to the plan before. */
export function printPlan(outcome: Outcome, plan: Plan, lineId?: string): string {
  const titles = new Map(outcome.lines.map((l) => [l.lineId, l.title]));
  const shown = plan.lines.filter((l) => !lineId || l.lineId === lineId);
  const table = columns([
    ['line', 'asked', 'filled', 'short', 'why'],
    ...shown.map((l) => [
      titles.get(l.lineId) ?? l.lineId,
      l.asked,
      l.filled,
      l.short,
      l.reasons.map((r) => `${count(r.people)} ${reason(r.barrier)}`).join(', '),
    ]),
  ]);
  const head = `${plan.planId}: ${count(plan.planned)} planned, ${count(plan.short)} short, ${dollars(plan.costCents)}, by ${plan.solver}`;
  const proof = plan.levels.map(
    (l) => `  ${l.level}: ${count(l.value)} (no plan below ${count(l.bound)}); ${l.meaning}`,
  );
  const detail = lineId ? shown.flatMap(lineDetail) : [];
  const frozen = [`It is ${committedWords(plan)}`];
  return [
    head,
    ...frozen,
    ...brokenWords(outcome, plan),
    'Objectives, in order:',
    ...proof,
    '',
    table,
    ...detail,
    ...differenceWords(plan, titles),
  ].join('\n');
}

/** `committed on 2025-09-14, frozen: 7,692 people at the fullest, by law pack us 2026.3.` */
export function committedWords({ committed }: Plan): string {
  if (!committed) return 'not committed yet.';
  const { at, people, pack, endedAt } = committed;
  const until = endedAt ? `; until ${endedAt.slice(0, 10)}` : '';
  return `committed on ${at.slice(0, 10)}, frozen${until}: ${count(people)} people at the fullest, by law pack ${pack}.`;
}

const brokenWords = (outcome: Outcome, plan: Plan): string[] =>
  outcome.broken
    .filter((b) => b.planId === plan.planId)
    .map((b) => `It lost ${count(b.lostPeople)} people on ${b.at.slice(0, 10)}: ${whatBroke(b)}.`);

const lineDetail = (line: Plan['lines'][number]): string[] => [
  '',
  ...line.from.map((f) => `  ${count(f.people)} of ${f.party.name}, ${f.kind}`),
  ...line.byPeriod.map((p) => `  ${count(p.filled)} from ${p.period.fromOn} until before ${p.period.toOn}`),
  ...line.reasons.map((r) => `  short ${count(r.people)}: ${r.words}`),
];

function differenceWords(plan: Plan, titles: ReadonlyMap<string, string>): string[] {
  if (!plan.replacesPlanId) return [];
  const rows = plan.changes.map((c) => [
    c.party.name,
    titles.get(c.lineId) ?? c.lineId,
    c.before,
    c.after,
    signed(c.after - c.before),
  ]);
  return [
    '',
    `Difference to ${plan.replacesPlanId}:`,
    columns([['lender', 'line', 'before', 'after', 'change'], ...rows]),
  ];
}

const signed = (n: number): string => (n > 0 ? `+${count(n)}` : count(n));
