import { assignedUses, peopleAmong } from '../assigned-uses.ts';
import type { CompiledProblem } from '../compile-problem.ts';
import { type Evaluation, evaluate, firstBroken, type PeopleInUses } from '../evaluate.ts';
import { disproveByPrices } from '../flow/check-prices.ts';
import { type ExactChanges, exactChanges } from '../flow/exact-changes.ts';
import { type ProblemModel, problemModel } from '../problem-model.ts';
import type { Proof, SolvedProblem } from '../solved-problem.ts';
import { useNumber } from '../use-numbers.ts';
import type { LevelProver } from './level-prover.ts';
import { proveByCertificates } from './prove-by-certificates.ts';
import { proveByPrices } from './prove-by-prices.ts';

/** A plan opened to be asked about: opened once, each answer takes milliseconds. */
export interface OpenPlan {
  /** With all open uses; where prices prove the plan, with those that have people. */
  readonly model: ProblemModel;
  /** By the place of each use in the model. */
  readonly people: PeopleInUses;
  /** People by the number of their use; `use-numbers.ts`. */
  readonly peopleIn: ReadonlyMap<number, number>;
  readonly evaluation: Evaluation;
  /** In the order of levels; what nothing proves ends the list. */
  readonly provers: readonly LevelProver[];
  /** Exact answers, where the plan is the best of a pure network. */
  readonly exact?: ExactChanges | undefined;
}

/** Opens a plan; one that is not lawful, possible or within the rules, or not proved by its prices, is told in words instead. */
export function openPlan(
  c: CompiledProblem,
  solved: Pick<SolvedProblem, 'assignments'>,
  { certificates, prices }: Proof,
): OpenPlan | string {
  const assigned = assignedUses(c, solved.assignments);
  if (typeof assigned === 'string') return assigned;
  const model = prices ? problemModel(c, assigned.uses) : problemModel(c);
  const people = prices ? assigned.people : peopleAmong(model.uses, assigned);
  const evaluation = evaluate(model, people);
  const broken = firstBroken(model, evaluation);
  if (broken !== undefined) return broken;
  const { uses } = model;
  const peopleIn = new Map(
    [...people].map(([i, n]) => [useNumber(c, uses.pool[i] ?? 0, uses.slot[i] ?? 0, uses.kind[i] ?? 0), n]),
  );
  const opened = { model, people, peopleIn, evaluation };
  if (!prices) return { ...opened, provers: proveByCertificates(model, certificates, evaluation.values) };
  const disproved = disproveByPrices(c, uses, people, prices);
  if (disproved !== undefined) return disproved;
  const provers = proveByPrices(model, prices, evaluation.values);
  return { ...opened, provers, exact: exactChanges(c, uses, people, prices) };
}
