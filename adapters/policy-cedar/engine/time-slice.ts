import type { Day } from '@muster/terms';
import type { LawPolicy } from '../rules/law-policy.ts';
import { litigationBy } from '../rules/litigation.ts';

/** The law of a stretch of days on which nothing in the pack changes. */
export interface TimeSlice {
  readonly fromOn: Day;
  /** In the order of their ids, each with the litigation known by then. */
  readonly policies: readonly LawPolicy[];
}

/** Cuts time at every day on which a policy comes into force or goes out of it, or a court acts; earliest first. */
export const timeSlices = (policies: readonly LawPolicy[]): TimeSlice[] =>
  turningDays(policies).map((fromOn) => ({
    fromOn,
    policies: policies.filter((policy) => isInForce(policy, fromOn)).map((policy) => asKnownOn(policy, fromOn)),
  }));

/** The days on which what the pack says, or shows, can change. */
export const turningDays = (policies: readonly LawPolicy[]): Day[] =>
  inOrder([...forceDays(policies), ...policies.flatMap(({ litigation }) => litigation.flatMap(({ on }) => on ?? []))]);

/** The days on which what the pack says can change: a court's act is shown, but changes no verdict by itself. */
export const forceDays = (policies: readonly LawPolicy[]): Day[] =>
  inOrder(
    policies.flatMap(({ deciding: { inForceFrom, inForceTo } }) =>
      inForceTo === undefined ? [inForceFrom] : [inForceFrom, inForceTo],
    ),
  );

const inOrder = (days: readonly Day[]): Day[] => [...new Set(days)].sort();

export const sliceOn = <Slice extends Pick<TimeSlice, 'fromOn'>>(
  slices: readonly Slice[],
  on: Day,
): Slice | undefined => slices.findLast((slice) => slice.fromOn <= on);

function asKnownOn(policy: LawPolicy, on: Day): LawPolicy {
  const litigation = litigationBy(policy.litigation, on);
  return litigation === undefined ? policy : { ...policy, deciding: { ...policy.deciding, litigation } };
}

export const isInForce = ({ deciding }: LawPolicy, on: Day): boolean =>
  deciding.inForceFrom <= on && (deciding.inForceTo === undefined || on < deciding.inForceTo);
