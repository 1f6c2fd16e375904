import { type Act, dayOf, partyIdSchema, refuse, standInIdSchema, standInStream } from '@muster/terms';
import { z } from 'zod';
import type { StandInEnded } from '../../events.ts';
import { mayName } from './may-name.ts';
import { gatherStandIns, type StandIn } from './state.ts';

const data = z.strictObject({
  standInId: standInIdSchema,
  partyId: partyIdSchema,
  reason: z.string().min(3).max(1000),
});
type Data = z.infer<typeof data>;

/** A sovereign ends a standing-in before its last day: from now on nothing more is answered under it. */
export const endStandIn: Act<'EndStandIn', Data, readonly StandIn[], StandInEnded> = {
  name: 'EndStandIn',
  doc: 'End a standing-in before its last day; what was answered under it stands.',
  who: ['consentingOfficial'],
  data,
  writes: (d) => standInStream(d.partyId),
  gather: (read, d) => gatherStandIns(read, d.partyId),
  decide: (standIns, command) => {
    const { standInId, partyId } = command.data;
    const asked = `To end the standing-in "${standInId}" for ${partyId}.`;
    const barred = mayName(standIns, partyId, command, asked);
    if (barred) return barred;
    const found = standIns.find((s) => s.terms.standInId === standInId);
    if (!found) {
      const known = standIns.map((s) => s.terms.standInId).join(', ') || 'nobody';
      return refuse('CONSENT_STAND_IN_UNKNOWN', {
        asked,
        why: `${partyId} has named nobody under that id.`,
        allowed: `It has named: ${known}.`,
      });
    }
    const over = found.endedOn ?? (found.terms.period.toOn <= dayOf(command.at) ? found.terms.period.toOn : undefined);
    if (over) {
      return refuse('CONSENT_STAND_IN_ALREADY_ENDED', {
        asked,
        why: `It ended on ${over}.`,
        allowed: 'Nothing need be done.',
      });
    }
    return [{ type: 'StandInEnded', version: 1, data: command.data }];
  },
};
