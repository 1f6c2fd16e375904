import type { Outcome } from '@muster/flow';
import { columns, count, dollars, reasons } from './text.ts';
import { whatBroke } from './what-broke.ts';

/** The whole of a request in one screen. */
export function printOutcome(outcome: Outcome): string {
  const { figures, requester, addressee, title, requestVersion, status } = outcome;
  const rows: (readonly (string | number)[])[] = [
    ['asked', figures.asked, `by ${requester.name}, of ${addressee.name}, on ${count(outcome.lines.length)} lines`],
    ['permitted', figures.permitted, permittedWords(figures.permittedByKind)],
    ['consented', figures.consented, lenderWords(figures.lenders)],
    ['planned', figures.planned, `there throughout, for ${dollars(figures.costCents)}; ${proofWords(figures.gap)}`],
    ['short', figures.short, reasons(figures.shortByReason)],
  ];
  const head = `${title}\n${outcome.requestId}, version ${requestVersion}, ${status}`;
  const turns = [
    ...firstWords(outcome),
    ...outcome.refusals.map((r) => `Refused on the way: ${r.why} (${r.code})`),
    ...planWords(outcome),
  ];
  return [head, '', columns(rows), '', ...turns].join('\n');
}

function firstWords({ authority, requestId }: Outcome): string[] {
  const first = authority.seen.filter((s) => s.firstOfItsKind).length;
  if (first === 0) return [];
  const of = `${count(first)} of ${count(authority.seen.length)} classes of status, task and place`;
  return [`First of their kind, as far as the record goes: ${of} (muster decision why ${requestId}).`];
}

const permittedWords = (byKind: Readonly<Record<string, number>>): string =>
  Object.entries(byKind)
    .map(([kind, people]) => `${kind} ${count(people)}`)
    .join(', ');

const lenderNames: Record<string, string> = {
  granted: 'in full',
  grantedInPart: 'in part or with conditions',
  refused: 'no',
  lapsed: 'silent',
  withdrawn: 'withdrawn',
  asked: 'not answered yet',
};

const lenderWords = (lenders: Readonly<Record<string, number>>): string =>
  `lenders: ${Object.entries(lenders)
    .map(([status, n]) => `${n} ${lenderNames[status] ?? status}`)
    .join(', ')}`;

const proofWords = (gap: number | undefined): string =>
  gap === undefined
    ? 'no plan yet'
    : gap === 0
      ? 'proved: no better plan exists'
      : `proved to within ${(gap * 100).toFixed(3)} %`;

function planWords(outcome: Outcome): string[] {
  const broken = outcome.broken.map((b) => ({
    at: b.at,
    words: `${b.at.slice(0, 10)}  ${whatBroke(b)}: the plan loses ${count(b.lostPeople)} people, ${dollars(b.lostCostCents)}.`,
  }));
  const plans = outcome.plans.map((p) => ({
    at: p.at,
    words: `${p.at.slice(0, 10)}  ${p.planId}: ${count(p.planned)} planned, ${count(p.short)} short (${reasons(p.shortByReason)})${p.replacesPlanId ? `, ${count(p.changes.length)} changes` : ''}.`,
  }));
  const committed = outcome.plans.flatMap(({ planId, committed: c }) =>
    c
      ? [
          {
            at: c.at,
            words: `${c.at.slice(0, 10)}  ${planId} is committed and frozen: ${count(c.people)} people at the fullest.`,
          },
        ]
      : [],
  );
  return [...plans, ...broken, ...committed].sort((a, b) => (a.at < b.at ? -1 : 1)).map((x) => x.words);
}
