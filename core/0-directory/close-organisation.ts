import { type Act, organisationStream, type PartyId, partyIdSchema, refuse } from '@muster/terms';
import { z } from 'zod';
import type { OrganisationClosed } from './events.ts';
import { gatherKeeper } from './keeper.ts';
import { notAdministered, notKept } from './may-administer.ts';
import { gatherLine, type Organisation, openOrganisation, type PartiesOfLaw } from './organisation.ts';

const data = z.strictObject({ partyId: partyIdSchema, reason: z.string().min(3).max(1000) });
type Data = z.infer<typeof data>;

interface State {
  readonly keeperId: PartyId | undefined;
  readonly line: readonly Organisation[];
}

/** Closes an organisation: from now on nobody acts for it, whatever role they hold there. */
export const closeOrganisation: Act<'CloseOrganisation', Data, State, OrganisationClosed, PartiesOfLaw> = {
  name: 'CloseOrganisation',
  doc: 'Close an organisation: from now on nobody acts for it.',
  who: ['administrator'],
  data,
  writes: (d) => organisationStream(d.partyId),
  gather: async (read, { partyId }, tools) => ({
    keeperId: await gatherKeeper(read),
    line: await gatherLine(read, partyId, tools),
  }),
  decide: ({ keeperId, line }, { by, data: closed }) => {
    const { partyId } = closed;
    const asked = `To close the organisation ${partyId}.`;
    if (keeperId === undefined) return notKept(asked);
    const barred = notAdministered(by, keeperId, line, asked);
    if (barred) return barred;
    const own = openOrganisation(line, partyId, asked);
    if ('refused' in own) return own;
    if (partyId === keeperId) {
      return refuse('DIRECTORY_KEEPER_STAYS', {
        asked,
        why: `${partyId} keeps the directory: closed, nobody could open anything again.`,
        allowed: 'Close any other organisation.',
      });
    }
    return [{ type: 'OrganisationClosed', version: 1, data: closed }];
  },
};
