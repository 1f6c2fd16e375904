import type { SolveOptions, SolverPort } from '../../solver-port.ts';
import { evaluate, type PeopleInUses } from '../evaluate.ts';
import type { ProblemModel } from '../problem-model.ts';
import type { UseCosts } from '../prove-bound.ts';
import type { LevelCertificate } from '../solved-problem.ts';
import { condense } from './condense.ts';
import { costsOfWays } from './costs-of-ways.ts';
import { firstWays } from './first-ways.ts';
import { LinearPlan, type Unsolved } from './linear-plan.ts';
import { makeWhole } from './make-whole.ts';
import { proveLevels, settle } from './prove-levels.ts';
import { spreadPeople } from './spread-people.ts';
import { weightsOf } from './weights.ts';
import { wholePeopleCuts } from './whole-people-cuts.ts';

/** Rows that only whole people keep are looked for so often. */
const mostCuts = 4;

export type CondensedAnswer =
  | {
      readonly people: PeopleInUses;
      readonly certificates: readonly LevelCertificate[];
      readonly costs: UseCosts;
      readonly solver: string;
    }
  | { readonly unsolved: Unsolved };

/**
 * Solves a problem with its alike slots taken together: in parts of people first, which proves how good any plan can be,
 * then pool by pool in whole people near these. Undefined where slots cannot be taken together or the solver cannot go
 * step by step.
 */
export async function solveCondensed(
  model: ProblemModel,
  solver: SolverPort,
  options: SolveOptions,
): Promise<CondensedAnswer | undefined> {
  const condensed = solver.beginLinear && condense(model);
  if (!condensed || !solver.beginLinear) return undefined;
  const work = await solver.beginLinear(options);
  try {
    const weights = weightsOf(condensed);
    const plan = new LinearPlan(work, condensed, weights);
    const stopped =
      (await plan.begin(firstWays(condensed, weights))) ?? (await settle(plan, true)) ?? (await cut(plan));
    if (stopped) return { unsolved: stopped };
    const whole = await makeWhole(plan);
    if ('outcome' in whole) return { unsolved: whole };
    const people = spreadPeople(condensed, whole);
    const { values } = evaluate(model, people);
    const proved = (await plan.lift()) ?? (await proveLevels(plan, values));
    if ('outcome' in proved) return { unsolved: proved };
    const { certificates } = proved;
    return { people, certificates, costs: costsOfWays(condensed), solver: plan.solver };
  } finally {
    work.close();
  }
}

/** Adds what whole people keep and parts of people do not. */
async function cut(plan: LinearPlan): Promise<Unsolved | undefined> {
  for (let i = 0; i < mostCuts; i++) {
    const rows = wholePeopleCuts(plan.condensed, plan.peopleAtTimes());
    if (rows.length === 0) return undefined;
    const stopped = (await plan.add(rows)) ?? (await settle(plan, true));
    if (stopped) return stopped;
  }
  return undefined;
}
