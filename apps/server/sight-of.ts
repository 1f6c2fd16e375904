import { type HeldRole, type Sight, seesAll, seesPublished } from '@muster/flow';
import type { House } from '@muster/house';
import { dayOf, type Instant, type PartyId } from '@muster/terms';
import type { Access } from './server-settings.ts';
import type { Caller } from './who-calls.ts';

/** What a caller holds and sees at one moment, as the directory has it. */
export interface Standing {
  /** `anonymous`, `onlooker` (in an exercise, without the token), `exercise` (with it), `member`. */
  readonly kind: string;
  readonly roles: readonly HeldRole[];
  readonly keeperId: PartyId | undefined;
  readonly sight: Sight;
}

/** In an exercise everybody on the machine sees all; else a member what their parties are party to; nobody more than is published. */
export async function standingOf(house: House, caller: Caller, access: Access, at: Instant): Promise<Standing> {
  if (caller.kind === 'exercise') return { kind: 'exercise', roles: [], keeperId: undefined, sight: seesAll };
  if (caller.kind === 'anonymous') {
    return access === 'exercise'
      ? { kind: 'onlooker', roles: [], keeperId: undefined, sight: seesAll }
      : { kind: 'anonymous', roles: [], keeperId: undefined, sight: seesPublished };
  }
  const on = dayOf(at);
  const [given, keeperId, standsIn] = await Promise.all([
    house.directory.roles(on, caller.personId),
    house.directory.keeper(),
    house.sight.standsInFor(caller.personId, on),
  ]);
  const roles = given.filter((role) => role.held);
  // As in the record: while nobody keeps the directory, and in an exercise alone, whoever has no role is believed.
  if (access === 'exercise' && keeperId === undefined && roles.length === 0) {
    return { kind: 'exercise', roles, keeperId, sight: seesAll };
  }
  // An administrator keeps the directory and sees no request.
  const parties = new Set(roles.filter((r) => r.role !== 'administrator').map((r) => r.partyId));
  return { kind: 'member', roles, keeperId, sight: { sees: 'theirs', parties, standsIn } };
}
