import type { IdChanges, LawDiff, ToldVerdict, VerdictChange } from '@muster/policy-cedar';
import { verdictClause, wrapped } from './law-words.ts';
import { count } from './text.ts';

/** Which verdicts change, each with the citations before and after. */
export function printLawDiff({ before, after, on, questions, verdicts, grounds, policies, limits }: LawDiff): string {
  const scope = `${count(questions)} questions to each, ${on === undefined ? 'over all days on which either changes' : `on ${on}`}.`;
  return [
    `From ${before} to ${after}: ${counted(verdicts.length, 'verdict changes', 'verdicts change')}. ${scope}`,
    ...verdicts.flatMap(changeLines),
    ...(grounds.length > 0 ? ['', 'The same verdict on other grounds:', ...grounds.flatMap(changeLines)] : []),
    '',
    `Policies: ${idWords(policies)}.`,
    `Limits in time: ${idWords(limits)}.`,
    'Our reading, not legal advice; counsel decides. Verdicts already given are not changed.',
  ].join('\n');
}

function changeLines({ code, label, act, fromOn, toOn, before, after }: VerdictChange): string[] {
  const days = toOn === undefined ? `from ${fromOn}` : `from ${fromOn} until before ${toOn}`;
  return [
    '',
    `${label} (${code}), ${act === 'hold' ? 'the status itself' : act}, ${days}:`,
    wrapped(`  before: ${toldWords(before)}`, 10),
    wrapped(`  after:  ${toldWords(after)}`, 10),
  ];
}

function toldWords(told: ToldVerdict): string {
  const needs = told.needs.filter((need) => need !== 'Counsel');
  const grounds = told.because.map(({ citation, policyId }) => `${citation} [${policyId}]`).join('; ');
  return `${verdictClause(told, needs)}. ${grounds === '' ? 'No policy speaks.' : `${grounds}.`}`;
}

const idWords = ({ added, removed, changed }: IdChanges): string =>
  added.length + removed.length + changed.length === 0
    ? 'none changes'
    : [...some('added', added), ...some('gone', removed), ...some('changed', changed)].join('; ');

const some = (word: string, ids: readonly string[]): string[] => (ids.length > 0 ? [`${word} ${ids.join(', ')}`] : []);
const counted = (n: number, one: string, more: string): string => (n === 1 ? `1 ${one}` : `${count(n)} ${more}`);
