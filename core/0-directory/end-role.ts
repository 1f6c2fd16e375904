import {
  type Act,
  dayOf,
  type PartyId,
  partyIdSchema,
  personIdSchema,
  refuse,
  roleSchema,
  rolesStream,
} from '@muster/terms';
import { z } from 'zod';
import type { RoleEnded } from './events.ts';
import { gatherKeeper } from './keeper.ts';
import { notAdministered } from './may-administer.ts';
import { gatherLine, type Organisation, type PartiesOfLaw } from './organisation.ts';
import { countsUnder, type GivenRole, gatherRoles, isSameRole } from './roles-held.ts';

const data = z.strictObject({
  personId: personIdSchema,
  partyId: partyIdSchema,
  role: roleSchema.exclude(['flow']),
  reason: z.string().min(3).max(1000),
});
type Data = z.infer<typeof data>;

interface State {
  readonly keeperId: PartyId | undefined;
  readonly line: readonly Organisation[];
  readonly roles: readonly GivenRole[];
}

/** Ends a role: from the next event on, nothing more is done in it. What was done in it stands. */
export const endRole: Act<'EndRole', Data, State, RoleEnded, PartiesOfLaw> = {
  name: 'EndRole',
  doc: 'End a role that a person holds, or is to hold later; what was done in it stands.',
  who: ['administrator'],
  data,
  writes: (d) => rolesStream(d.personId),
  gather: async (read, { partyId, personId }, tools) => ({
    keeperId: await gatherKeeper(read),
    line: await gatherLine(read, partyId, tools),
    roles: await gatherRoles(read, personId),
  }),
  decide: ({ keeperId, line, roles }, { by, at, data: ended }) => {
    const { personId, partyId, role } = ended;
    const asked = `To end the role ${role} of ${personId} at ${partyId}.`;
    const barred = notAdministered(by, keeperId, line, asked);
    if (barred) return barred;
    const standing = roles.filter((r) => countsUnder(r, keeperId) && (r.toOn === undefined || dayOf(at) < r.toOn));
    if (!standing.some((r) => isSameRole(r, ended))) {
      const held = standing.map((r) => `${r.role} at ${r.partyId}`).join(', ') || 'none';
      return refuse('DIRECTORY_ROLE_NOT_GIVEN', {
        asked,
        why: `${personId} does not hold it.`,
        allowed: `The roles of ${personId} are: ${held}.`,
      });
    }
    if (personId === by.personId && partyId === keeperId) {
      return refuse('DIRECTORY_SAME_PERSON', {
        asked,
        why: `Whoever ends their own part in keeping the directory could leave ${partyId} with nobody.`,
        allowed: `Another administrator of ${partyId} may end it.`,
      });
    }
    return [{ type: 'RoleEnded', version: 1, data: ended }];
  },
};
