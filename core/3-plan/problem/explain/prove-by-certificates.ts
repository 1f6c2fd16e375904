import type { ProblemModel } from '../problem-model.ts';
import { boundOf, costOfLacking, costOfUse, provenTotal, readProof } from '../prove-bound.ts';
import type { LevelCertificate } from '../solved-problem.ts';
import { leanOnRules } from './lean-on-rules.ts';
import type { LevelProver } from './level-prover.ts';

/** A prover for each level, in order, as far as certificates go. */
export function proveByCertificates(
  model: ProblemModel,
  certificates: readonly LevelCertificate[],
  values: readonly number[],
): LevelProver[] {
  const provers: LevelProver[] = [];
  for (const { level } of model.levels) {
    const certificate = certificates.find((one) => one.level === level && one.heavierThan === undefined);
    const read = certificate && readProof(model, certificate, values);
    const proof = read && leanOnRules(model, read);
    if (!proof) break;
    const total = provenTotal(model, proof, values);
    provers.push({
      bound: boundOf(model, proof, total),
      boundWith: (more) => boundOf(model, proof, total + more),
      costOfUse: (uses, use) => BigInt(costOfUse({ ...model, uses }, proof, use)),
      costOfLacking: (slot) => BigInt(costOfLacking(model, proof, slot)),
      priceOfRow: (row) => BigInt(Math.max(0, -(proof.rows[row] ?? 0))),
    });
  }
  return provers;
}
