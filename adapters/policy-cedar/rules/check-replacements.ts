import type { DecidingPolicy } from '@muster/decision';
import { didYouMean } from '../pack/did-you-mean.ts';
import type { PackFault } from '../pack/pack-fault.ts';
import type { LawPolicy } from './law-policy.ts';
import type { Provision } from './provision.ts';

/** Something with days in force that may take the place of another of its kind. */
interface Successor extends Pick<DecidingPolicy, 'inForceFrom' | 'inForceTo'> {
  readonly id: string;
  readonly replaces?: string;
  readonly file: string;
  readonly line?: number;
}

/** What replaces another must begin on the very day on which the other ends: no day without law, none with both. */
export function checkReplacements(
  provisions: readonly Provision[],
  policies: readonly LawPolicy[],
  faults: PackFault[],
): void {
  checkAll('provision', provisions.map(provisionAsSuccessor), faults);
  checkAll('policy', policies.map(policyAsSuccessor), faults);
}

function checkAll(noun: string, all: readonly Successor[], faults: PackFault[]): void {
  const byId = new Map(all.map((one) => [one.id, one]));
  const takenBy = new Map<string, string>();
  for (const { id, replaces, inForceFrom, file, line } of all) {
    if (replaces === undefined) continue;
    const fault = (problem: string, maybe: { readonly maybe?: string } = {}) =>
      faults.push({ file, ...(line !== undefined && { line }), problem, ...maybe });
    const old = byId.get(replaces);
    if (!old || replaces === id) {
      fault(
        `"${id}" replaces the ${noun} "${replaces}", which is no other ${noun} of the pack.`,
        didYouMean(
          replaces,
          [...byId.keys()].filter((known) => known !== id),
        ),
      );
      continue;
    }
    const rival = takenBy.get(replaces);
    if (rival !== undefined) fault(`"${id}" and "${rival}" both replace "${replaces}": only one can.`);
    takenBy.set(replaces, id);
    if (old.inForceTo === undefined)
      fault(`"${id}" replaces "${replaces}", which has no end: both are in force from ${inForceFrom}.`);
    else if (old.inForceTo < inForceFrom)
      fault(`"${id}" replaces "${replaces}", but from ${old.inForceTo} until ${inForceFrom} neither is in force.`);
    else if (old.inForceTo > inForceFrom)
      fault(`"${id}" replaces "${replaces}", but from ${inForceFrom} until ${old.inForceTo} both are in force.`);
  }
}

function provisionAsSuccessor({ id, replaces, inForceFrom, inForceTo, file, lineOf }: Provision): Successor {
  const line = lineOf(['replaces']);
  return {
    id,
    file,
    inForceFrom,
    ...(replaces !== undefined && { replaces }),
    ...(inForceTo !== undefined && { inForceTo }),
    ...(line !== undefined && { line }),
  };
}

function policyAsSuccessor({ deciding, replaces, file, line }: LawPolicy): Successor {
  const { policyId, inForceFrom, inForceTo } = deciding;
  return {
    id: policyId,
    file,
    line,
    inForceFrom,
    ...(replaces !== undefined && { replaces }),
    ...(inForceTo !== undefined && { inForceTo }),
  };
}
