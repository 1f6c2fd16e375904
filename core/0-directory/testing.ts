import {
  type Day,
  directoryStream,
  organisationStream,
  type Party,
  type PartyId,
  type PersonId,
  type Role,
  rolesStream,
} from '@muster/terms';
import { past } from '@muster/terms/testing';
import type { DirectoryKept, OrganisationClosed, OrganisationNoted, RoleEnded, RoleGiven } from './events.ts';
import type { PartiesOfLaw } from './organisation.ts';

const party = (partyId: string, sovereignId = partyId): [PartyId, Party] => [
  partyId as PartyId,
  { partyId: partyId as PartyId, name: `The ${partyId}`, label: partyId, sovereignId: sovereignId as PartyId },
];

/** A world of two sovereigns: the union with two departments, and the north. */
export const toyParties: PartiesOfLaw = {
  law: {
    terms: {
      parties: new Map([party('union'), party('union.aid', 'union'), party('union.asker', 'union'), party('north')]),
    },
  },
};

/** What a test states of the directory. The keeper is `union.aid` unless told. */
export const kept = (keeperId = 'union.aid', administratorId = 'per_administrator') =>
  past(directoryStream, {
    type: 'DirectoryKept',
    version: 1,
    data: { keeperId: keeperId as PartyId, administratorId: administratorId as PersonId },
  } satisfies DirectoryKept);

export const roleGiven = (
  personId: string,
  partyId: string,
  role: Role,
  over: { readonly fromOn?: string; readonly toOn?: string; readonly keeperId?: string | undefined } = {},
) => {
  const keeperId = 'keeperId' in over ? over.keeperId : 'union.aid';
  return past(rolesStream(personId as PersonId), {
    type: 'RoleGiven',
    version: 1,
    data: {
      personId: personId as PersonId,
      partyId: partyId as PartyId,
      role,
      fromOn: (over.fromOn ?? '2025-05-01') as Day,
      ...(over.toOn ? { toOn: over.toOn as Day } : {}),
      ...(keeperId ? { keeperId: keeperId as PartyId } : {}),
    },
  } satisfies RoleGiven);
};

export const roleEnded = (personId: string, partyId: string, role: Role) =>
  past(rolesStream(personId as PersonId), {
    type: 'RoleEnded',
    version: 1,
    data: { personId: personId as PersonId, partyId: partyId as PartyId, role, reason: 'moved on' },
  } satisfies RoleEnded);

export const noted = (partyId: string, withinId: string | undefined, sovereignId: string) =>
  past(organisationStream(partyId as PartyId), {
    type: 'OrganisationNoted',
    version: 1,
    data: {
      partyId: partyId as PartyId,
      name: partyId,
      ...(withinId ? { withinId: withinId as PartyId } : {}),
      sovereignId: sovereignId as PartyId,
    },
  } satisfies OrganisationNoted);

export const closed = (partyId: string) =>
  past(organisationStream(partyId as PartyId), {
    type: 'OrganisationClosed',
    version: 1,
    data: { partyId: partyId as PartyId, reason: 'no longer there' },
  } satisfies OrganisationClosed);
