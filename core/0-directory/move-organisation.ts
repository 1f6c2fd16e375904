import { type Act, organisationStream, type PartyId, partyIdSchema, refuse } from '@muster/terms';
import { z } from 'zod';
import type { OrganisationMoved } from './events.ts';
import { gatherKeeper } from './keeper.ts';
import { notAdministered, notKept } from './may-administer.ts';
import { circle } from './note-organisation.ts';
import { gatherLine, type Organisation, openOrganisation, type PartiesOfLaw } from './organisation.ts';

const data = z.strictObject({
  partyId: partyIdSchema,
  withinId: partyIdSchema,
  reason: z.string().min(3).max(1000),
});
type Data = z.infer<typeof data>;

interface State {
  readonly keeperId: PartyId | undefined;
  readonly line: readonly Organisation[];
  readonly within: readonly Organisation[];
}

/** Makes an organisation part of another. Its sovereign stays: who consents for it is not for an administrator to change. */
export const moveOrganisation: Act<'MoveOrganisation', Data, State, OrganisationMoved, PartiesOfLaw> = {
  name: 'MoveOrganisation',
  doc: 'Make an organisation part of another; whose consent counts for it stays as it is.',
  who: ['administrator'],
  data,
  writes: (d) => organisationStream(d.partyId),
  gather: async (read, { partyId, withinId }, tools) => ({
    keeperId: await gatherKeeper(read),
    line: await gatherLine(read, partyId, tools),
    within: await gatherLine(read, withinId, tools),
  }),
  decide: ({ keeperId, line, within }, { by, data: moved }) => {
    const { partyId, withinId } = moved;
    const asked = `To make ${partyId} part of ${withinId}.`;
    if (keeperId === undefined) return notKept(asked);
    // Both sides of the move: nobody takes an organisation from another, nor puts one upon it.
    const barred = notAdministered(by, keeperId, line, asked) ?? notAdministered(by, keeperId, within, asked);
    if (barred) return barred;
    const own = openOrganisation(line, partyId, asked);
    if ('refused' in own) return own;
    const above = openOrganisation(within, withinId, asked);
    if ('refused' in above) return above;
    if (within.some((o) => o.partyId === partyId)) return circle(asked, partyId, withinId);
    if (own.sovereignId !== partyId && own.sovereignId !== above.sovereignId) {
      return refuse('DIRECTORY_SOVEREIGN_WRONG', {
        asked,
        why: `The sovereign of ${partyId} is ${own.sovereignId}, and that of ${withinId} is ${above.sovereignId}.`,
        allowed: `Move it within an organisation of ${own.sovereignId}.`,
      });
    }
    return [{ type: 'OrganisationMoved', version: 1, data: moved }];
  },
};
