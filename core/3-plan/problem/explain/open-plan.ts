import { peopleInUses } from '../check-solved.ts';
import type { CompiledProblem } from '../compile-problem.ts';
import { type Evaluation, evaluate, firstBroken, type PeopleInUses } from '../evaluate.ts';
import { type ProblemModel, problemModel } from '../problem-model.ts';
import type { Proof, SolvedProblem } from '../solved-problem.ts';
import type { LevelProver } from './level-prover.ts';
import { proveByCertificates } from './prove-by-certificates.ts';
import { proveByPrices } from './prove-by-prices.ts';

/** A plan opened to be asked about: opened once, each answer takes milliseconds. */
export interface OpenPlan {
  readonly model: ProblemModel;
  readonly people: PeopleInUses;
  readonly evaluation: Evaluation;
  /** In the order of levels; what nothing proves ends the list. */
  readonly provers: readonly LevelProver[];
}

/** Opens a plan; one that is not lawful, possible or within the rules is told in words instead. */
export function openPlan(
  c: CompiledProblem,
  solved: Pick<SolvedProblem, 'assignments'>,
  { certificates, prices }: Proof,
): OpenPlan | string {
  const model = problemModel(c);
  const people = peopleInUses(model, solved.assignments);
  if (typeof people === 'string') return people;
  const evaluation = evaluate(model, people);
  const broken = firstBroken(model, evaluation);
  if (broken !== undefined) return broken;
  const { values } = evaluation;
  const provers = prices ? proveByPrices(model, prices, values) : proveByCertificates(model, certificates, values);
  return { model, people, evaluation, provers };
}
