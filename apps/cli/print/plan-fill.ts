import type { Change, FillSet, LineFill } from '@muster/plan/problem';
import { columns, count, dollars } from './text.ts';

/** What would fill each short line, the smallest set of changes of each kind, in sentences and a table. */
export function printFills(fills: readonly LineFill[], notLookedAt: number): string {
  if (fills.length === 0) return 'No line is short.';
  const more = notLookedAt > 0 ? [`${count(notLookedAt)} more lines are short; --line or --most shows them.`] : [];
  return [...fills.map(printFill), ...more].join('\n\n');
}

function printFill({ lineId, short, sets }: LineFill): string {
  if (short === 0) return `${lineId} lacks nobody.`;
  if (sets.length === 0)
    return `${lineId} lacks ${people(short)}. Nothing that can be asked for would bring anybody: neither consents, conditions, reserves, tours nor a later start.`;
  return [
    `${lineId} lacks ${people(short)}. While no other line loses anybody:`,
    ...sets.map((set) => `  ${setWords(set)}`),
    '',
    columns([
      ['kind', 'changes', 'by', 'fills', 'left', 'costs more'],
      ...sets.map((set) => [
        set.kinds.join(' + '),
        set.changes.length,
        amount(set),
        set.fills,
        set.left,
        dollars(set.costCents),
      ]),
    ]),
  ].join('\n');
}

function setWords({ changes, fills, left, proved }: FillSet): string {
  const told = changes.map(changeWords);
  const what = told.length > 1 ? `${told.slice(0, -1).join(', ')} and ${told.at(-1)}` : (told[0] ?? '');
  const end = left === 0 ? 'would fill it' : `would bring ${people(fills)}, and ${count(left)} would still lack`;
  const sure = proved ? '' : ' (not every use was looked at: less may do)';
  return `${what[0]?.toUpperCase()}${what.slice(1)} ${end}${sure}.`;
}

function changeWords({ of, id, by, words }: Change): string {
  const because = words ? ` ("${words.replace(/\.$/, '')}")` : '';
  switch (of) {
    case 'limit':
      return `${people(by)} more allowed by ${id}${because}`;
    case 'bar':
      return `${id} lifted${because}, by which ${count(by)} come,`;
    case 'reserve':
      return `${people(by)} fewer kept in reserve by ${id}`;
    case 'pool-days':
      return `${count(by)} more people-days of ${id}`;
    case 'tour':
      return `tours of ${id} longer by ${days(by)}`;
    case 'pool':
      return `${people(by)} more in ${id}`;
    case 'start':
      return `a start ${days(by)} later`;
  }
}

/** What the changes come to in one cell; a table adds up no people and days. */
const amount = ({ changes }: FillSet): string => changes.map(({ of, by }) => quantity(of, by)).join(', ');

function quantity(of: Change['of'], by: number): string {
  if (of === 'pool-days') return `${count(by)} people-days`;
  return of === 'tour' || of === 'start' ? days(by) : people(by);
}

const days = (n: number): string => `${count(n)} ${n === 1 ? 'day' : 'days'}`;
const people = (n: number): string => `${count(n)} ${n === 1 ? 'person' : 'people'}`;
