import { type Command, dayOf, type PartyId, type Refusal, refuse } from '@muster/terms';
import type { StandIn } from './state.ts';

/** Why this person may not say who stands in for the party; undefined for its own officials. A stand-in names nobody. */
export function mayName(
  standIns: readonly StandIn[],
  partyId: PartyId,
  { by, at }: Command,
  asked: string,
): Refusal | undefined {
  const why = notNamer(standIns, partyId, { by, at });
  if (!why) return undefined;
  return refuse('CONSENT_STAND_IN_NOT_YOURS', {
    asked,
    why,
    allowed: `A consenting official of ${partyId} who does not stand in for it may say who does.`,
  });
}

function notNamer(
  standIns: readonly StandIn[],
  partyId: PartyId,
  { by, at }: Pick<Command, 'by' | 'at'>,
): string | undefined {
  const standing = standIns.find(
    (s) => s.terms.personId === by.personId && !s.endedOn && dayOf(at) < s.terms.period.toOn,
  );
  if (standing) {
    return `${by.personId} stands in for ${partyId} (${standing.terms.standInId}), and whoever stands in names nobody else.`;
  }
  if (by.partyId !== partyId) return `Who stands in for ${partyId} is for ${partyId} to say, and ${by.partyId} acts.`;
  return undefined;
}
