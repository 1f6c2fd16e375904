import type { Outcome, PlanningProblem } from '../data/outcome-parts.ts';
import type { PlanDifference, Supposition, WhatIfAnswer } from '../planning/messages.ts';
import { change, count, counted, dollars, number, people } from './numbers.ts';
import { list, shortName, the } from './sentences.ts';

/** What lenders and lines are called; one that has no name is called by its id. */
export interface Names {
  readonly lender: (id: string) => string;
  readonly line: (id: string) => string;
}

export function namesOf({ consents, plans, lines }: Outcome): Names {
  const parties = [
    ...consents.map((c) => c.party),
    ...plans.flatMap((p) => p.lines.flatMap((l) => l.from.map((f) => f.party))),
  ];
  const lenders = new Map(parties.map((party) => [party.id, party.name]));
  const titles = new Map(lines.map((line) => [line.lineId, line.title]));
  return { lender: (id) => lenders.get(id) ?? id, line: (id) => titles.get(id) ?? id };
}

/** The lenders that send people now, by name, each with the most of its people away at any one time. */
export function lenderChoices({ pools, former = [] }: PlanningProblem, names: Names) {
  const lenderOf = new Map(pools.map((pool) => [pool.poolId, pool.lenderId]));
  const byLender = new Map<string, typeof former>();
  for (const a of former) {
    const lenderId = lenderOf.get(a.poolId);
    if (lenderId !== undefined) byLender.set(lenderId, [...(byLender.get(lenderId) ?? []), a]);
  }
  return [...byLender]
    .map(([id, mine]) => ({ id, name: names.lender(id), people: count(mostAtOnce(mine)) }))
    .sort((a, b) => shortName(a.name).localeCompare(shortName(b.name)));
}

function mostAtOnce(mine: NonNullable<PlanningProblem['former']>): number {
  const on = (day: string) =>
    mine.reduce((sum, { period, people: n }) => (period.fromOn <= day && day < period.toOn ? sum + n : sum), 0);
  return Math.max(0, ...mine.map(({ period }) => on(period.fromOn)));
}

export const lineChoices = ({ lines }: PlanningProblem, names: Names) =>
  lines.map(({ lineId }) => ({ id: lineId, name: names.line(lineId) }));

/** "the State of Ohio refuses and 500 more people are needed for “Administration, Texas”" */
export function supposedWords({ refuse, more }: Pick<Supposition, 'refuse' | 'more'>, names: Names): string {
  const refusing = refuse.map((id) => `${the(names.lender(id))} refuses`);
  const needing = more.map(
    ({ lineId, people: n }) => `${counted(n, 'more person is', 'more people are')} needed for “${names.line(lineId)}”`,
  );
  return list([...refusing, ...needing]);
}

type WorkedOut = Extract<WhatIfAnswer, { outcome: 'workedOut' }>;

export interface WhatIfFigure {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

const figureOf = ({ figures }: PlanDifference, name: string) =>
  figures.find((f) => f.figure === name) ?? { before: 0, after: 0 };

/** Days until people are there, on average over all the days they serve; undefined where nobody serves. */
function meanArrival({ difference, servedDays }: WorkedOut) {
  const { before, after } = figureOf(difference, 'arrival');
  if (servedDays.before === 0 || servedDays.after === 0) return undefined;
  return { before: tenths(before / servedDays.before), after: tenths(after / servedDays.after) };
}

const tenths = (n: number): number => Math.round(n * 10) / 10;
const signed = (n: number, words: (size: number) => string): string =>
  n === 0 ? 'as now' : `${n > 0 ? '+' : '−'}${words(Math.abs(n))}`;
const share = (thousandths: number): string => `${number(thousandths / 10)} %`;

/** People, arrival, cost and burden, before and after. */
export function whatIfFigures(answer: WorkedOut): WhatIfFigure[] {
  const { difference } = answer;
  const row = (label: string, { before, after }: { before: number; after: number }, words: (n: number) => string) => ({
    label,
    before: words(before),
    after: words(after),
    change: signed(tenths(after - before), words),
  });
  const arrival = meanArrival(answer);
  return [
    row('People asked for', figureOf(difference, 'asked'), count),
    row('People there throughout', figureOf(difference, 'filled'), count),
    row('People lacking', figureOf(difference, 'short'), count),
    ...(arrival ? [row('Days until people are there, on average', arrival, number)] : []),
    row('Cost', figureOf(difference, 'cost'), dollars),
    row('Largest share of its people that a lender gives', figureOf(difference, 'burden'), share),
  ];
}

/** What would be different, in sentences. */
export function whatIfSentences(answer: WorkedOut): string[] {
  const { difference } = answer;
  const [asked, filled, cost] = ['asked', 'filled', 'cost'].map((name) => figureOf(difference, name));
  const fewer = (filled?.before ?? 0) - (filled?.after ?? 0);
  const arrival = meanArrival(answer);
  const later = tenths((arrival?.after ?? 0) - (arrival?.before ?? 0));
  const dearer = (cost?.after ?? 0) - (cost?.before ?? 0);
  return [
    `Of ${people(asked?.after ?? 0)} asked for, ${count(filled?.after ?? 0)} would be there throughout: ${
      fewer === 0 ? 'as many as now' : `${count(Math.abs(fewer))} ${fewer > 0 ? 'fewer' : 'more'} than now`
    }.`,
    ...(arrival
      ? [
          `They would be there ${number(arrival.after)} days after the order on average, ${
            later === 0 ? 'as now' : `${number(Math.abs(later))} days ${later > 0 ? 'later' : 'sooner'} than now`
          }.`,
        ]
      : []),
    `It would cost ${dollars(cost?.after ?? 0)}, ${
      dearer === 0 ? 'as now' : `${dollars(Math.abs(dearer))} ${dearer > 0 ? 'more' : 'less'} than now`
    }.`,
    burdenSentence(figureOf(difference, 'burden')),
    movesSentence(difference),
  ];
}

function movesSentence({ putOn, takenOff, assignments }: PlanDifference): string {
  if (assignments.length === 0) return 'Nobody is put on a line or taken off.';
  const some = (n: number) => (n === 0 ? 'nobody' : people(n));
  return `Over all lines and times, ${some(putOn)} would be put on and ${some(takenOff)} taken off.`;
}

const burdenSentence = ({ before, after }: { before: number; after: number }): string =>
  `The lender that gives the largest share of its people would give ${share(after)}, ${
    before === after ? 'as now' : `${after > before ? 'up' : 'down'} from ${share(before)}`
  }.`;

export const changeOf = ({ before, after }: { readonly before: number; readonly after: number }): string =>
  change(after - before);

/** A line's name, and what it asks for where that is supposed to change. */
export const lineWords = (
  name: string,
  { before, after }: { readonly before: number; readonly after: number },
): string => (before === after ? name : `${name} (asks for ${count(after)} instead of ${count(before)})`);

/** The plan as a file that `muster plan verify` reads. */
export const planText = ({ file }: WorkedOut): string => `${JSON.stringify(file)}\n`;
