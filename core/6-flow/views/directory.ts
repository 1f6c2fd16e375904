import {
  countsUnder,
  type GivenRole,
  isHeldOn,
  type Organisation,
  type OrganisationFact,
  organisationFrom,
  type RoleFact,
  rolesIn,
} from '@muster/directory';
import type { Day, Party, PartyId, StreamName } from '@muster/terms';
import type { AnyFact } from '../facts.ts';
import type { ViewContribution, ViewPart } from '../record-port.ts';

/** The views that answer: who holds which role where, and which organisations are there? */
export const rolesView = 'roles';
export const organisationsView = 'organisations';

/** What a stream, as it now stands, contributes to the directory; nothing for streams that are none of it. */
export function directoryContribution(stream: StreamName, facts: readonly AnyFact[]): ViewContribution[] {
  const [kind, key] = stream.split('/');
  if (!key) return [];
  if (kind === 'roles') return [{ view: rolesView, key, part: rolesIn(facts as readonly RoleFact[]) }];
  if (kind === 'organisation') return [{ view: organisationsView, key, part: facts }];
  return [];
}

/** A role as somebody holds it, or is to hold it from a later day. */
export interface HeldRole extends Omit<GivenRole, 'keeperId'> {
  /** Held on the day asked about; if not, it is to begin later or is over. */
  readonly held: boolean;
}

export function readRoles(parts: readonly ViewPart[], keeperId: PartyId | undefined, on: Day): HeldRole[] {
  return parts
    .flatMap(({ part }) => part as readonly GivenRole[])
    .filter((role) => countsUnder(role, keeperId))
    .map(({ keeperId: _, ...role }) => ({ ...role, held: isHeldOn(role, on) }));
}

/** Every organisation: those the law pack names, and those noted beside them, by id. */
export function readOrganisations(
  parts: readonly ViewPart[],
  parties: ReadonlyMap<PartyId, Party>,
): readonly Organisation[] {
  const noted = new Map(parts.map(({ key, part }) => [key as PartyId, part as readonly OrganisationFact[]]));
  const ids = [...new Set([...parties.keys(), ...noted.keys()])].sort();
  return ids.flatMap((id) => organisationFrom(noted.get(id) ?? [], parties.get(id)) ?? []);
}
