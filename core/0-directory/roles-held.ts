import {
  type Day,
  type PartyId,
  type PersonId,
  type ReadStream,
  type Role,
  rolesStream,
  unknownEvent,
} from '@muster/terms';
import type { RoleFact, RoleGiven } from './events.ts';

/** A role that was given to a person and not ended. Whether it is held on a day, its days say. */
export type GivenRole = RoleGiven['data'];

/** What a person was given and is not ended, in the order given; what is over by its days is in it still. */
export const gatherRoles = async (read: ReadStream, personId: PersonId): Promise<readonly GivenRole[]> =>
  rolesIn((await read(rolesStream(personId))).map((e) => e.fact as RoleFact));

export function rolesIn(facts: readonly RoleFact[]): readonly GivenRole[] {
  let roles: readonly GivenRole[] = [];
  for (const fact of facts) {
    switch (fact.type) {
      case 'RoleGiven':
        roles = [...roles, fact.data];
        break;
      case 'RoleEnded':
        roles = roles.filter((r) => !isSameRole(r, fact.data));
        break;
      default:
        unknownEvent(fact);
    }
  }
  return roles;
}

interface RoleAt {
  readonly partyId: PartyId;
  readonly role: Role;
}

export const isSameRole = (a: RoleAt, b: RoleAt): boolean => a.partyId === b.partyId && a.role === b.role;

/** Whether a role is held on a day by its own days. */
export const isHeldOn = ({ fromOn, toOn }: Pick<GivenRole, 'fromOn' | 'toOn'>, on: Day): boolean =>
  fromOn <= on && (toOn === undefined || on < toOn);

/** What counts under whoever keeps the directory: what was given while everybody was believed does not. */
export const countsUnder = (role: GivenRole, keeperId: PartyId | undefined): boolean =>
  keeperId === undefined || role.keeperId !== undefined;

/** Whether two givings share a day. */
export const overlaps = (a: Pick<GivenRole, 'fromOn' | 'toOn'>, b: Pick<GivenRole, 'fromOn' | 'toOn'>): boolean =>
  (b.toOn === undefined || a.fromOn < b.toOn) && (a.toOn === undefined || b.fromOn < a.toOn);
