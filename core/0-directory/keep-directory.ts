import {
  type Act,
  dayOf,
  directoryStream,
  type PartyId,
  partyIdSchema,
  personIdSchema,
  refuse,
  rolesStream,
} from '@muster/terms';
import { z } from 'zod';
import type { DirectoryKept, RoleGiven } from './events.ts';
import { gatherKeeper } from './keeper.ts';
import { gatherLine, type Organisation, openOrganisation, type PartiesOfLaw } from './organisation.ts';
import { countsUnder, type GivenRole, gatherRoles, isHeldOn } from './roles-held.ts';

const data = z.strictObject({ keeperId: partyIdSchema, administratorId: personIdSchema });
type Data = z.infer<typeof data>;

interface State {
  readonly keeperId: PartyId | undefined;
  readonly line: readonly Organisation[];
  readonly roles: readonly GivenRole[];
}

/**
 * Begins the directory: from now on nobody is believed. It names the first administrator, since somebody must be able to
 * name the others; given again it names another one, for a keeper that has lost all of them. Only whoever runs the machine
 * can give it, and it stands in the record for everybody to see.
 */
export const keepDirectory: Act<'KeepDirectory', Data, State, RoleGiven, PartiesOfLaw> = {
  name: 'KeepDirectory',
  doc: 'Keep the directory from now on, so that nobody is believed any more, and name an administrator of its keeper; given by whoever runs this Muster.',
  who: ['flow'],
  data,
  writes: (d) => rolesStream(d.administratorId),
  gather: async (read, { keeperId, administratorId }, tools) => ({
    keeperId: await gatherKeeper(read),
    line: await gatherLine(read, keeperId, tools),
    roles: await gatherRoles(read, administratorId),
  }),
  decide: ({ keeperId, line, roles }, { data: given, at }) => {
    const asked = `To keep the directory for ${given.keeperId}, with ${given.administratorId} as its administrator.`;
    if (keeperId !== undefined && keeperId !== given.keeperId) {
      return refuse('DIRECTORY_KEPT_BY_OTHER', {
        asked,
        why: `${keeperId} keeps the directory.`,
        allowed: `Name another administrator of ${keeperId}.`,
      });
    }
    const organisation = openOrganisation(line, given.keeperId, asked);
    if ('refused' in organisation) return organisation;
    const held = roles.filter((r) => countsUnder(r, given.keeperId) && (r.toOn === undefined || dayOf(at) < r.toOn));
    if (held.some((r) => r.partyId === given.keeperId && r.role === 'administrator' && isHeldOn(r, dayOf(at)))) {
      return refuse('DIRECTORY_ROLE_ALREADY_GIVEN', {
        asked,
        why: `${given.administratorId} is an administrator of ${given.keeperId}.`,
        allowed: 'Nothing need be done.',
      });
    }
    const other = held.find((r) => r.role !== 'administrator' && r.keeperId !== undefined);
    if (other) {
      return refuse('DIRECTORY_ADMINISTRATOR_DECIDES_NOTHING', {
        asked,
        why: `${given.administratorId} holds ${other.role} at ${other.partyId}, and an administrator has no say in decisions.`,
        allowed: 'Name somebody who holds no other role.',
      });
    }
    const { keeperId: partyId, administratorId: personId } = given;
    const fromOn = dayOf(at);
    return [
      {
        type: 'RoleGiven',
        version: 1,
        data: { personId, partyId, role: 'administrator', fromOn, keeperId: partyId },
      },
    ];
  },
  alongside: (_, facts) => facts.map(({ data }) => ({ stream: directoryStream, facts: [kept(data)] })),
};

const kept = ({ partyId: keeperId, personId: administratorId }: RoleGiven['data']): DirectoryKept => ({
  type: 'DirectoryKept',
  version: 1,
  data: { keeperId, administratorId },
});
