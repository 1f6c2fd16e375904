import { evaluate, type PeopleInUses } from './evaluate.ts';
import { type ProblemModel, teamOf, type WrittenModel } from './problem-model.ts';

/**
 * What every column of a written model comes to when these people are in their uses: whoever is lacking is counted, and
 * what levels and rules count for themselves is as small as their rows let it be.
 */
export function columnValues(model: ProblemModel, { chosen }: WrittenModel, people: PeopleInUses): number[] {
  const { families, offsets } = model;
  const { activity, lacking } = evaluate(model, people);
  const values = [...chosen].map((use) => (people.get(use) ?? 0) / teamOf(model, use));
  values.push(...lacking);
  for (const [f, family] of families.entries()) {
    for (const { low, terms } of family.own ?? []) {
      let least = low;
      for (const [row, coefficient] of terms) {
        const there = activity[(offsets[f] ?? 0) + row] ?? 0;
        const wanting = coefficient > 0 ? family.low(row) - there : there - family.high(row);
        if (wanting > 0) least = Math.max(least, Math.ceil(wanting / Math.abs(coefficient)));
      }
      values.push(least);
    }
  }
  return values;
}
