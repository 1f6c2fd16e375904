import type { Day } from '@muster/terms';
import type { OpenPlan } from '../explain/open-plan.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { touchedBy } from '../problem-model.ts';

/** Rules that people on lines left out take part in too. */
export type SharedRule = 'limit' | 'reserve-floor';

/** A problem, or part of one, in which whoever is on the lines left out stays where he is. */
export interface PartOfProblem {
  readonly problem: PlanProblem;
  /** Whether no line is left out. */
  readonly whole: boolean;
  /** People on lines left out who count under a limit, or as away from a lender, on a day; by its number. */
  elsewhere(rule: SharedRule, thing: number, day: Day): number;
}

/** The problem with its rules alone: neither the levels nor what has changed are asked. */
export function bareProblem({ model }: OpenPlan): PlanProblem {
  const { former: _, mostChanges: __, ceilings: ___, ...rules } = model.c.problem;
  return { ...rules, objectives: ['fill'] };
}

export const wholeProblem = (plan: OpenPlan): PartOfProblem => ({
  problem: bareProblem(plan),
  whole: true,
  elsewhere: () => 0,
});

/** The lines that the people of one skill can serve. The others share only limits and reserves with them. */
export function partOfSkill(plan: OpenPlan, skillId: string): PartOfProblem {
  const { model, people } = plan;
  const { c, families, offsets } = model;
  const firstRow = (rule: SharedRule) => offsets[families.findIndex((family) => family.id === rule)] ?? 0;
  const taken = new Float64Array(offsets.at(-1) ?? 0);
  for (const [use, n] of people) {
    if (c.lines[model.uses.line[use] ?? 0]?.skillId === skillId) continue;
    touchedBy(model, use, (row, perPerson) => {
      taken[row] = (taken[row] ?? 0) + perPerson * n;
    });
  }
  const whole = bareProblem(plan);
  return {
    problem: {
      ...whole,
      lines: whole.lines.filter((line) => line.skillId === skillId),
      turningDays: [...whole.turningDays, ...c.stretches.flatMap(({ fromOn, toOn }) => [fromOn, toOn])],
    },
    whole: false,
    elsewhere: (rule, thing, day) => {
      const stretch = c.stretches.findIndex(({ fromOn, toOn }) => fromOn <= day && day < toOn);
      return stretch < 0 ? 0 : (taken[firstRow(rule) + thing * c.stretches.length + stretch] ?? 0);
    },
  };
}
