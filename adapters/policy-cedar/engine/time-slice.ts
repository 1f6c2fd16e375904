import type { Day } from '@muster/terms';
import type { LawPolicy } from '../rules/law-policy.ts';

/** The law of a stretch of days on which nothing in the pack changes. */
export interface TimeSlice {
  readonly fromOn: Day;
  readonly policies: ReadonlyMap<string, LawPolicy>;
}

/** Cuts time at every day on which a policy comes into force or goes out of it, earliest first. */
export function timeSlices(policies: readonly LawPolicy[]): TimeSlice[] {
  const breaks = policies.flatMap(({ deciding: { inForceFrom, inForceTo } }) => [
    inForceFrom,
    inForceTo ?? inForceFrom,
  ]);
  return [...new Set(breaks)].sort().map((fromOn) => {
    const inForce = policies.filter((policy) => isInForce(policy, fromOn));
    return { fromOn, policies: new Map(inForce.map((policy) => [policy.deciding.policyId, policy])) };
  });
}

export const sliceOn = (slices: readonly TimeSlice[], on: Day): TimeSlice | undefined =>
  slices.findLast((slice) => slice.fromOn <= on);

const isInForce = ({ deciding }: LawPolicy, on: Day): boolean =>
  deciding.inForceFrom <= on && (deciding.inForceTo === undefined || on < deciding.inForceTo);
