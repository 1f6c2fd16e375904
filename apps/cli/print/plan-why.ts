import type { BindingRule, Instead, WhyUse } from '@muster/plan/problem';
import { movesWords, moveWords } from './move.ts';
import { count } from './text.ts';

/** Why a pool is or is not on a line: period by period and kind by kind, those alike told once. */
export function printWhy(poolId: string, lineId: string, uses: readonly WhyUse[]): string {
  const told = new Map<string, WhyUse[]>();
  for (const use of uses) {
    const words = wordsOf(poolId, use).join('\n');
    told.set(words, [...(told.get(words) ?? []), use]);
  }
  const there = Math.max(0, ...uses.map((use) => use.people));
  const head =
    there > 0
      ? `${poolId} is on ${lineId}, with ${count(there)} people${uses.length > 1 ? ' at most' : ''}.`
      : `${poolId} is not on ${lineId}.`;
  const parts = [...told].map(([words, alike]) => [whenWords(alike), words].join('\n'));
  return [head, ...parts].join('\n\n');
}

const whenWords = (alike: readonly WhyUse[]): string => {
  const [first] = alike;
  const more = alike.length > 1 ? `, and ${alike.length - 1} more alike` : '';
  return `From ${first?.period.fromOn} to ${first?.period.toOn}, under ${first?.kind}${more}:`;
};

function wordsOf(poolId: string, use: WhyUse): string[] {
  if (use.hindrances.length > 0) return use.hindrances.map(({ barrier, words }) => `  ${barrier}: ${words}`);
  const who = use.team === 1 ? '1 more person' : `1 more team of ${use.team}`;
  const lines = [`  ${use.people > 0 ? `${count(use.people)} are there.` : notThere(use)}`];
  if (use.exactly) lines.push(...exactWords(use, who));
  else if (use.oneMore) lines.push(`  ${who} there would cost at least ${moveWords(use.oneMore)}.`);
  else if (use.people === 0) lines.push(`  The proof shows no loss by ${who}; --exact solves again to say.`);
  for (const rule of use.rules) lines.push(`  ${ruleWords(rule)}`);
  if (use.instead.length > 0 && (!use.exactly || use.instead.some((one) => one.exactly))) {
    lines.push(`  With one fewer of ${poolId}, the next best there:`, ...use.instead.map(insteadWords));
  }
  return lines;
}

const notThere = ({ oneMore, rules }: WhyUse): string => {
  const keeping = rules.find((rule) => rule.oneMore && (rule.rule === 'limit' || rule.rule === 'reserve-floor'));
  if (keeping) return `Nothing bars them; the rule "${keeping.name}" (${keeping.rule}) keeps them.`;
  return oneMore ? 'Nothing bars them; a better use takes their place.' : 'Nothing bars them; others were as good.';
};

function exactWords({ exactly, people }: WhyUse, who: string): string[] {
  const what = people > 0 ? '1 fewer there' : `${who} there`;
  if (exactly?.outcome !== 'solved') return [`  ${what}: no plan that keeps the rules has it so.`];
  const coming = exactly.instead.map((one) => `${count(one.people)} of ${one.poolId}`);
  const instead = people > 0 && coming.length > 0 ? [`  Then come instead: ${coming.join(', ')}.`] : [];
  return [`  ${what} costs exactly ${movesWords(exactly.moves)}.`, ...instead];
}

const ruleWords = ({ name, rule, allowed, unit, oneMore }: BindingRule): string =>
  rule === 'line-count'
    ? `The line is full: ${name}.`
    : `No room left: ${name}, ${count(allowed)} ${unit} (${rule})${oneMore ? `; one more would be worth up to ${moveWords(oneMore)}` : ''}.`;

const insteadWords = ({ poolId, kind, worse, exactly }: Instead): string => {
  const who = poolId ? `${poolId} under ${kind}` : 'nobody';
  if (exactly) return `    ${who}: costs exactly ${movesWords(exactly)}`;
  return `    ${who}: ${worse ? `at least ${moveWords(worse)} worse` : 'no loss is proved'}`;
};
