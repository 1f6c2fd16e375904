import type { CompiledProblem } from '../compile-problem.ts';
import { reserveFloor } from '../rows/reserve-floor.ts';
import { type LevelOf, nothing } from './level.ts';

/** In how many parts a lender's strength is counted: a burden of 25 is 25 of a thousand. */
export const parts = 1000;

/** The most whole people that a lender gives at a time, by the number of the row of its reserve, within a share of its strength. */
export const mostWithin = ({ problem, stretches }: CompiledProblem, share: number, row: number): number =>
  Math.floor((share * (problem.lenders[Math.floor(row / stretches.length)]?.strength ?? 0)) / parts);

/** The heaviest share of its strength that any lender gives at any time, as light as can be. */
export const burden: LevelOf = (c) => {
  // Touched by the same uses as the reserve, lender by lender and time by time.
  const shared = reserveFloor(c);
  const stretches = c.stretches.length;
  const strength = (row: number) => c.problem.lenders[Math.floor(row / stretches)]?.strength ?? 1;
  return {
    level: 'burden',
    unit: 'thousandths of strength',
    meaning: 'the largest share of its strength that any lender gives, in thousandths',
    perPerson: nothing,
    perLacking: nothing,
    family: {
      ...shared,
      id: 'burden',
      sentence: 'No lender gives a larger share of its strength than the largest share counted.',
      low: () => Number.NEGATIVE_INFINITY,
      high: () => 0,
      touch: (uses, use, visit) => shared.touch(uses, use, (row) => visit(row, parts)),
      keeps: (row, people) => people <= parts * strength(row),
      least: (people) => people.reduce((most, sum, row) => Math.max(most, Math.ceil(sum / strength(row))), 0),
      own: [
        {
          id: 'largest share',
          low: 0,
          high: parts,
          terms: Array.from({ length: shared.count }, (_, row) => [row, -strength(row)] as const),
          weight: 1,
        },
      ],
    },
    constant: 0,
  };
};
