import { compileProblem, type PlanProblem, type Price, type SolvedProblem, unservedLines } from '@muster/plan/problem';
import { priceWords } from './plan-prices.ts';
import { columns, count } from './text.ts';

/** The shortest lines shown; the rest are counted. */
const mostLines = 15;
/** The dearest things shown; `plan prices` shows all. */
const mostPrices = 3;

/** What came of a problem: what is filled, what each level reached and how far it is proved, and where people lack. */
export function printSolved(problem: PlanProblem, solved: SolvedProblem, prices: readonly Price[]): string {
  const short = solved.lines.filter((l) => l.short > 0).sort((a, b) => b.short - a.short);
  const shown = short.slice(0, mostLines);
  const none = new Set(shown.filter((l) => l.filled === 0).map((l) => l.lineId));
  const unserved = none.size > 0 ? unservedLines(compileProblem(problem), none) : [];
  const lenders = new Set(solved.assignments.map((a) => a.lenderId)).size;
  const levels = solved.levels.map((l) => [l.level, l.value, l.bound, percent(l.gap), l.unit]);
  return [
    problem.title,
    `Asked ${count(solved.asked)} on ${count(solved.lines.length)} lines, filled ${count(solved.filled)}, short ${count(solved.short)}; from ${count(lenders)} lenders, by ${solved.solver}.`,
    '',
    columns([['level', 'value', 'at least', 'gap', 'counted in'], ...levels]),
    ...(short.length > 0
      ? [
          '',
          columns([['line', 'asked', 'filled', 'short'], ...shown.map((l) => [l.lineId, l.asked, l.filled, l.short])]),
        ]
      : []),
    ...(short.length > mostLines ? [`and ${count(short.length - mostLines)} more lines are short.`] : []),
    ...unserved.map((l) => `Nobody can serve ${l.lineId} (${l.barrier}): ${l.words}.`),
    ...(short.length > 0 ? ['What would fill them: `plan solve … --json`, then `plan fill FILE`.'] : []),
    ...(prices.length > 0 ? ['', 'What binds most:', ...prices.slice(0, mostPrices).map(priceWords)] : []),
  ].join('\n');
}

const percent = (gap: number): string => (gap === 0 ? 'proved' : `${(100 * gap).toFixed(3)} %`);
