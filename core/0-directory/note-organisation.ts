import { type Act, organisationStream, type PartyId, partyIdSchema, type ReadStream, refuse } from '@muster/terms';
import { z } from 'zod';
import type { OrganisationNoted } from './events.ts';
import { gatherKeeper } from './keeper.ts';
import { notAdministered, notKept } from './may-administer.ts';
import {
  gatherLine,
  gatherOrganisation,
  type Organisation,
  openOrganisation,
  type PartiesOfLaw,
} from './organisation.ts';

const data = z.strictObject({
  partyId: partyIdSchema,
  name: z.string().min(2).max(200),
  /** The organisation it is part of; none for one that is part of none. */
  withinId: partyIdSchema.exactOptional(),
  sovereignId: partyIdSchema,
});
type Data = z.infer<typeof data>;

interface State {
  readonly keeperId: PartyId | undefined;
  readonly own: Organisation | undefined;
  readonly sovereign: Organisation | undefined;
  readonly within: readonly Organisation[];
}

async function gather(read: ReadStream, { partyId, withinId, sovereignId }: Data, tools: PartiesOfLaw): Promise<State> {
  return {
    keeperId: await gatherKeeper(read),
    own: await gatherOrganisation(read, partyId, tools),
    sovereign: await gatherOrganisation(read, sovereignId, tools),
    within: withinId === undefined ? [] : await gatherLine(read, withinId, tools),
  };
}

/** Puts an organisation into the tree: a county of a state, an office of a department. */
export const noteOrganisation: Act<'NoteOrganisation', Data, State, OrganisationNoted, PartiesOfLaw> = {
  name: 'NoteOrganisation',
  doc: 'Note an organisation, the one it is part of, and the sovereign whose consent counts for it.',
  who: ['administrator'],
  data,
  writes: (d) => organisationStream(d.partyId),
  gather,
  decide: ({ keeperId, own, sovereign, within }, { by, data: noted }, { law }) => {
    const { partyId, withinId } = noted;
    const asked = `To note the organisation ${partyId}${withinId ? ` within ${withinId}` : ''}.`;
    if (keeperId === undefined) return notKept(asked);
    const barred = notAdministered(by, keeperId, within, asked);
    if (barred) return barred;
    if (own?.noted && !own.closed) {
      return refuse('DIRECTORY_ORGANISATION_EXISTS', {
        asked,
        why: `${partyId} is noted already, as "${own.name}".`,
        allowed: 'Move it or close it, or note this under another id.',
      });
    }
    if (withinId !== undefined) {
      const above = openOrganisation(within, withinId, asked);
      if ('refused' in above) return above;
      if (within.some((o) => o.partyId === partyId)) return circle(asked, partyId, withinId);
    }
    const wrong = wrongSovereign(noted, sovereign, within[0], law.terms.parties.get(partyId)?.sovereignId);
    if (wrong) return refuse('DIRECTORY_SOVEREIGN_WRONG', { asked, ...wrong });
    return [{ type: 'OrganisationNoted', version: 1, data: noted }];
  },
};

export const circle = (asked: string, partyId: PartyId, withinId: PartyId) =>
  refuse('DIRECTORY_CIRCLE', {
    asked,
    why: `${withinId} is ${partyId} itself or part of it, and nothing is part of itself.`,
    allowed: 'Name an organisation that is no part of this one.',
  });

/** A sovereign is its own; whatever is no sovereign has that of the law, or of what it is part of. */
function wrongSovereign(
  { partyId, sovereignId }: Data,
  sovereign: Organisation | undefined,
  within: Organisation | undefined,
  byLaw: PartyId | undefined,
): { why: string; allowed: string } | undefined {
  const right = byLaw ?? within?.sovereignId;
  const says = byLaw ? 'the law pack says' : `${within?.partyId} has`;
  if (byLaw === undefined && sovereignId === partyId) return undefined;
  if (right === undefined) {
    const why = `${partyId} is part of none, so it is its own sovereign, and ${sovereignId} is named.`;
    return { why, allowed: `Name ${partyId} as its sovereign, or what it is part of.` };
  }
  if (right === sovereignId && sovereign) return undefined;
  const why = `The sovereign of ${partyId} is ${right}, as ${says}, and ${sovereignId} is named.`;
  return { why, allowed: byLaw ? `Name ${right}.` : `Name ${right}, or ${partyId} itself.` };
}
