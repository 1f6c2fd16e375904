import { createHash } from 'node:crypto';
import { preparsePolicySet } from '@cedar-policy/cedar-wasm/nodejs';
import type { Day } from '@muster/terms';
import type { LawPolicy } from '../rules/law-policy.ts';

/** The law of a stretch of days on which nothing in the pack changes. */
export interface TimeSlice {
  readonly fromOn: Day;
  /** The name under which Cedar keeps these policies, parsed. */
  readonly policySetId: string;
  readonly policies: ReadonlyMap<string, LawPolicy>;
}

/** Cuts time at every day on which a policy comes into force or goes out of it, earliest first. */
export function timeSlices(policies: readonly LawPolicy[]): TimeSlice[] {
  const breaks = policies.flatMap(({ deciding: { inForceFrom, inForceTo } }) => [
    inForceFrom,
    inForceTo ?? inForceFrom,
  ]);
  return [...new Set(breaks)].sort().map((fromOn) =>
    prepare(
      fromOn,
      policies.filter((policy) => isInForce(policy, fromOn)),
    ),
  );
}

export const sliceOn = (slices: readonly TimeSlice[], on: Day): TimeSlice | undefined =>
  slices.findLast((slice) => slice.fromOn <= on);

const isInForce = ({ deciding }: LawPolicy, on: Day): boolean =>
  deciding.inForceFrom <= on && (deciding.inForceTo === undefined || on < deciding.inForceTo);

function prepare(fromOn: Day, inForce: readonly LawPolicy[]): TimeSlice {
  const policies = new Map(inForce.map((policy) => [policy.deciding.policyId, policy]));
  const staticPolicies = Object.fromEntries([...policies].map(([id, { text }]) => [id, text]));
  const policySetId = contentId(JSON.stringify(staticPolicies));
  const answer = preparsePolicySet(policySetId, { staticPolicies });
  if (answer.type === 'failure')
    throw new Error(`Cedar can't take the policies of ${fromOn}: ${answer.errors[0]?.message}`);
  return { fromOn, policySetId, policies };
}

/** Cedar keeps what it parsed under a name for the whole thread; named by content, equal packs share it and others can't clash. */
export const contentId = (text: string): string => createHash('sha256').update(text).digest('hex');
