import type { ProvenLevel } from '@muster/plan/problem';
import { columns, count } from './text.ts';

/** The fairest plan for so much given up, or, with nothing said of that, the plan that stands. */
export interface FairerPlan {
  readonly slackPercent: number;
  readonly filled: number;
  readonly levels: readonly ProvenLevel[];
}

/** Figures of the plan in hand, by level; its largest share counted whether or not it was made small. */
export interface PlanNow {
  readonly filled: number;
  readonly values: ReadonlyMap<string, number>;
}

/** The curve: what is given up, and how light the largest share becomes for it. */
export function printBurden(now: PlanNow, points: readonly FairerPlan[]): string {
  const given = ['arrival', 'travel', 'cost'].filter((name) => points[0]?.levels.some((l) => l.level === name));
  const rows = points.map(({ slackPercent, filled, levels }) => {
    const burden = levels.find((l) => l.level === 'burden');
    const proof = burden?.gap === 0 ? 'proved' : `no plan below ${share(burden?.bound ?? 0)}`;
    const figures = given.flatMap((name) => {
      const value = levels.find((l) => l.level === name)?.value ?? 0;
      return [value, more(now.values.get(name) ?? 0, value)];
    });
    return [`${slackPercent} %`, share(burden?.value ?? 0), proof, ...figures, filled];
  });
  const present = given.flatMap((name) => [now.values.get(name) ?? 0, '']);
  return [
    'The largest share of its strength that any lender gives, for so much more of arrival and of cost, filled as well:',
    '',
    columns([
      ['given up', 'largest share', 'proof', ...given.flatMap((name) => [name, 'more']), 'filled'],
      ['(the plan)', share(now.values.get('burden') ?? 0), '', ...present, now.filled],
      ...rows,
    ]),
    '',
    `Arrival is counted in days of waiting x people-days, cost in cents. \`plan burden FILE --slack N --out NEW\` writes the plan for N %.`,
  ].join('\n');
}

/** Shares are counted in thousandths of strength. */
const share = (thousandths: number): string => `${count(thousandths / 10)} %`;

const more = (before: number, after: number): string => {
  const percent = before === 0 ? 0 : (100 * (after - before)) / before;
  return after === before ? 'as now' : `${percent > 0 ? '+' : ''}${percent.toFixed(2)} %`;
};
