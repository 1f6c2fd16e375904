import { gapBetween } from '../../certificate/check-certificate.ts';
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
import { proveLevels } from './prove-levels.ts';
import { settle } from './settle.ts';
import { shareBurden } from './share-burden.ts';
import { spreadPeople } from './spread-people.ts';
import { type PlanningWatch, watchPlan } from './watch-plan.ts';
import { weightsOf } from './weights.ts';
import { wholePeopleCuts } from './whole-people-cuts.ts';

/** Rows that only whole people keep are looked for so often. */
const mostCuts = 4;

/**
 * Of a gap that is allowed this much is spent on a lighter burden, the rest left to what whole people cost against parts of
 * them; where that is not enough, less is tried, in the end nothing.
 */
const sharesSpent = [0.55, 0.25, 0];

interface Whole {
  readonly people: PeopleInUses;
  readonly certificates: readonly LevelCertificate[];
  /** How far each level lies above what parts of people come to, as gaps are told; the burden in whole parts. */
  readonly gaps: readonly number[];
}

export type CondensedAnswer =
  | (Pick<Whole, 'people' | 'certificates'> & { readonly costs: UseCosts; readonly solver: string })
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
    const watch = watchPlan(model, options);
    const weights = weightsOf(condensed);
    const plan = new LinearPlan(watch.over(work), condensed, weights);
    const unsolved = (await plan.begin(firstWays(condensed, weights))) ?? (await settle(plan)) ?? (await cut(plan));
    if (unsolved) return { unsolved };
    const whole = await solveWithin(plan, options.enoughGap ?? 0, watch);
    if ('outcome' in whole) return { unsolved: whole };
    return { ...whole, costs: costsOfWays(condensed), solver: plan.solver };
  } finally {
    work.close();
  }
}

/** Whole people, with as much of the gap spent on the burden as leaves all levels within it; the nearest of all tried where none is. */
async function solveWithin(plan: LinearPlan, allowedGap: number, watch: PlanningWatch): Promise<Whole | Unsolved> {
  const worst = (whole: Whole) => Math.max(...whole.gaps);
  const spends = plan.condensed.burdenLevel > 1 && allowedGap > 0;
  let best: Whole | undefined;
  for (const share of spends ? sharesSpent : [0]) {
    const stopped = best && (await plan.weighAll(plan.usual));
    if (stopped) return stopped;
    const whole = await solveWhole(plan, share * allowedGap, watch);
    if ('outcome' in whole) return whole;
    if (!best || worst(whole) < worst(best)) best = whole;
    if (worst(best) <= allowedGap) break;
  }
  return best as Whole;
}

async function solveWhole(plan: LinearPlan, spentGap: number, watch: PlanningWatch): Promise<Whole | Unsolved> {
  const { model } = plan.condensed;
  watch.begins('parts of people');
  const stopped = await shareBurden(plan, spentGap);
  if (stopped) return stopped;
  watch.begins('whole people');
  const whole = await makeWhole(plan);
  if ('outcome' in whole) return whole;
  const people = spreadPeople(plan.condensed, whole);
  const { values } = evaluate(model, people);
  plan.capShares();
  const proved = (await plan.lift()) ?? (await proveLevels(plan, values, watch));
  if ('outcome' in proved) return proved;
  const gaps = values.map((value, k) => gapBetween(value, Math.min(value, Math.ceil((proved.least[k] ?? 0) - 1e-6))));
  return { people, certificates: proved.certificates, gaps };
}

/** Adds what whole people keep and parts of people do not. */
async function cut(plan: LinearPlan): Promise<Unsolved | undefined> {
  for (let i = 0; i < mostCuts; i++) {
    const rows = wholePeopleCuts(plan.condensed, plan.peopleAtTimes());
    if (rows.length === 0) return undefined;
    const stopped = (await plan.add(rows)) ?? (await settle(plan));
    if (stopped) return stopped;
  }
  return undefined;
}
