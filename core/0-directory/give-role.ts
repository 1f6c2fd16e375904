import {
  type Act,
  dayOf,
  daySchema,
  type PartyId,
  partyIdSchema,
  personIdSchema,
  type ReadStream,
  type Refusal,
  type Role,
  refuse,
  roleSchema,
  rolesStream,
} from '@muster/terms';
import { z } from 'zod';
import type { RoleGiven } from './events.ts';
import { gatherKeeper } from './keeper.ts';
import { notAdministered } from './may-administer.ts';
import {
  gatherLine,
  gatherOrganisation,
  type Organisation,
  openOrganisation,
  type PartiesOfLaw,
} from './organisation.ts';
import { countsUnder, type GivenRole, gatherRoles, isSameRole, overlaps } from './roles-held.ts';

const data = z.strictObject({
  personId: personIdSchema.refine((id) => id !== 'per_flow', 'must be a person, not Muster itself'),
  partyId: partyIdSchema,
  role: roleSchema.exclude(['flow']),
  /** The first day on which it is held; today when absent. */
  fromOn: daySchema.exactOptional(),
  /** The first day after it; until ended when absent. */
  toOn: daySchema.exactOptional(),
});
type Data = z.infer<typeof data>;

interface State {
  readonly keeperId: PartyId | undefined;
  readonly keeper: Organisation | undefined;
  readonly line: readonly Organisation[];
  readonly roles: readonly GivenRole[];
}

async function gather(read: ReadStream, { partyId, personId }: Data, tools: PartiesOfLaw): Promise<State> {
  const keeperId = await gatherKeeper(read);
  return {
    keeperId,
    keeper: keeperId && (await gatherOrganisation(read, keeperId, tools)),
    line: await gatherLine(read, partyId, tools),
    roles: await gatherRoles(read, personId),
  };
}

/**
 * Gives a person a role at an organisation. Nobody gives themselves one; an administrator holds no other; and in an
 * organisation of another sovereign only its administrators are named, who give all other roles there.
 */
export const giveRole: Act<'GiveRole', Data, State, RoleGiven, PartiesOfLaw> = {
  name: 'GiveRole',
  doc: 'Give a person a role at an organisation, from a day on and until another, or until it is ended.',
  who: ['administrator'],
  data,
  writes: (d) => rolesStream(d.personId),
  gather,
  decide: (state, { by, at, data: given }) => {
    const { keeperId, line, roles } = state;
    const asked = `To give ${given.personId} the role ${given.role} at ${given.partyId}.`;
    const own = openOrganisation(line, given.partyId, asked);
    if ('refused' in own) return own;
    const barred = notAdministered(by, keeperId, line, asked);
    if (barred) return barred;
    if (given.personId === by.personId) {
      return refuse('DIRECTORY_SAME_PERSON', {
        asked,
        why: 'Nobody gives themselves a role.',
        allowed: 'Another administrator may give it.',
      });
    }
    const foreign = otherSovereign(state, own, by.partyId, given.role, asked);
    if (foreign) return foreign;
    const fromOn = given.fromOn ?? dayOf(at);
    const { toOn } = given;
    if (toOn !== undefined && (toOn <= fromOn || toOn <= dayOf(at))) {
      return refuse('DIRECTORY_PERIOD_OVER', {
        asked,
        why: `${toOn} is to be the first day after it, which is not after ${toOn <= fromOn ? `its first day ${fromOn}` : 'today'}.`,
        allowed: 'Name a later day, or none: then it is held until it is ended.',
      });
    }
    const { personId, partyId, role } = given;
    const data = { personId, partyId, role, fromOn, ...(toOn ? { toOn } : {}), ...(keeperId ? { keeperId } : {}) };
    return clashing(data, roles, keeperId, asked) ?? [{ type: 'RoleGiven', version: 1, data }];
  },
};

/** Each sovereign's roles are given by administrators of its own; the keeper, or whoever is above, names those alone. */
function otherSovereign(
  { keeperId, keeper, line }: State,
  own: Organisation,
  giverId: PartyId,
  role: Role,
  asked: string,
): Refusal | undefined {
  if (keeperId === undefined || role === 'administrator') return undefined;
  const giver = line.find((o) => o.partyId === giverId) ?? keeper;
  if (giver?.sovereignId === own.sovereignId) return undefined;
  return refuse('DIRECTORY_OTHER_SOVEREIGN', {
    asked,
    why: `${own.partyId} is of the sovereign ${own.sovereignId}, and ${giverId} is not: it may name an administrator there, who gives all other roles.`,
    allowed: `Give the role administrator at ${own.sovereignId}, and let that person give this one.`,
  });
}

function clashing(
  given: RoleGiven['data'],
  roles: readonly GivenRole[],
  keeperId: PartyId | undefined,
  asked: string,
): Refusal | undefined {
  const others = roles.filter((r) => countsUnder(r, keeperId) && overlaps(r, given));
  const same = others.find((r) => isSameRole(r, given));
  if (same) {
    return refuse('DIRECTORY_ROLE_ALREADY_GIVEN', {
      asked,
      why: `It was given already, ${daysWords(same)}.`,
      allowed: 'End that one first, or name days that do not meet it.',
    });
  }
  const isAdministrator = given.role === 'administrator';
  const other = others.find((r) => (r.role === 'administrator') !== isAdministrator);
  if (!other) return undefined;
  return refuse('DIRECTORY_ADMINISTRATOR_DECIDES_NOTHING', {
    asked,
    why: `${given.personId} holds ${other.role} at ${other.partyId}, ${daysWords(other)}, and an administrator has no say in decisions.`,
    allowed: 'Give it to somebody else, or have the other role ended first.',
  });
}

const daysWords = ({ fromOn, toOn }: Pick<GivenRole, 'fromOn' | 'toOn'>): string =>
  toOn === undefined ? `from ${fromOn} until it is ended` : `from ${fromOn} until before ${toOn}`;
