import { type Command, dayOf, organisationStream, type ReadStream, type Refusal, refuse } from '@muster/terms';
import type { OrganisationFact } from './events.ts';
import { gatherKeeper } from './keeper.ts';
import { countsUnder, gatherRoles, isHeldOn, isSameRole } from './roles-held.ts';

/** Muster itself, when it carries one stage to the next. */
const flowPerson = 'per_flow';

/**
 * Why this person may not give the command, by the directory; undefined where they hold that role at that party on that
 * day. It reads the person's own stream, so that a role ended meanwhile leaves nothing recorded. While the directory is
 * not kept everybody is believed; that it is not kept is read too.
 */
export async function notHolding(
  read: ReadStream,
  { by, at, name }: Pick<Command, 'by' | 'at' | 'name'>,
): Promise<Refusal | undefined> {
  const asked = `To carry out ${name} as ${by.role} of ${by.partyId}.`;
  if (by.role === 'flow' && by.personId === flowPerson) return undefined;
  const keeperId = await gatherKeeper(read);
  if (keeperId === undefined) return undefined;
  const [roles, organisation] = await Promise.all([
    gatherRoles(read, by.personId),
    read(organisationStream(by.partyId)),
  ]);
  const held = roles.filter((r) => countsUnder(r, keeperId) && isHeldOn(r, dayOf(at)));
  if (!held.some((r) => isSameRole(r, by))) {
    const all = held.map((r) => `${r.role} of ${r.partyId}`).join(', ') || 'nobody';
    return refuse('DIRECTORY_ROLE_NOT_HELD', {
      asked,
      why: `By the directory ${by.personId} does not hold that role there on ${dayOf(at)}.`,
      allowed: `${by.personId} may act as: ${all}.`,
    });
  }
  if ((organisation.at(-1)?.fact as OrganisationFact | undefined)?.type === 'OrganisationClosed') {
    return refuse('DIRECTORY_ORGANISATION_CLOSED', {
      asked,
      why: `${by.partyId} is closed.`,
      allowed: 'Nobody acts for it any more; act for another organisation at which you hold a role.',
    });
  }
  return undefined;
}
