import { peopleInUses } from '../check-solved.ts';
import type { CompiledProblem } from '../compile-problem.ts';
import { type Evaluation, evaluate, firstBroken, type PeopleInUses } from '../evaluate.ts';
import { type ProblemModel, problemModel } from '../problem-model.ts';
import { boundOf, type Proof, provenTotal, readProof } from '../prove-bound.ts';
import type { LevelCertificate, SolvedProblem } from '../solved-problem.ts';
import { leanOnRules } from './lean-on-rules.ts';

/** A certificate added up once, so that what a change does to its bound is one more sum. */
export interface ProvenSum {
  readonly proof: Proof;
  readonly total: bigint;
  readonly bound: number;
}

/** A plan opened to be asked about: opened once, each answer takes milliseconds. */
export interface OpenPlan {
  readonly model: ProblemModel;
  readonly people: PeopleInUses;
  readonly evaluation: Evaluation;
  /** In the order of levels; what no certificate proves ends the list. */
  readonly sums: readonly ProvenSum[];
}

/** Opens a plan; one that is not lawful, possible or within the rules is told in words instead. */
export function openPlan(
  c: CompiledProblem,
  solved: Pick<SolvedProblem, 'assignments'>,
  certificates: readonly LevelCertificate[],
): OpenPlan | string {
  const model = problemModel(c);
  const people = peopleInUses(model, solved.assignments);
  if (typeof people === 'string') return people;
  const evaluation = evaluate(model, people);
  const broken = firstBroken(model, evaluation);
  if (broken !== undefined) return broken;
  const sums: ProvenSum[] = [];
  for (const { level } of model.levels) {
    const certificate = certificates.find((one) => one.level === level);
    const read = certificate && readProof(model, certificate);
    const proof = read && leanOnRules(model, read);
    const total = proof && provenTotal(model, proof, evaluation.values);
    if (!proof || total === undefined) break;
    sums.push({ proof, total, bound: boundOf(model, proof, total) });
  }
  return { model, people, evaluation, sums };
}
