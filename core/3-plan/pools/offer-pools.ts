import { serviceKindSchema } from '@muster/decision/events';
import {
  type Act,
  centsSchema,
  offerStream,
  partyIdSchema,
  peopleSchema,
  placeIdSchema,
  poolIdSchema,
  refuse,
  requestIdSchema,
  skillIdSchema,
  somePeopleSchema,
  sourceSchema,
} from '@muster/terms';
import { z } from 'zod';
import type { PoolsOffered } from '../events.ts';

export const poolSchema = z.strictObject({
  poolId: poolIdSchema,
  skillId: skillIdSchema,
  people: somePeopleSchema,
  kinds: z.array(serviceKindSchema).min(1).max(10),
  placeId: placeIdSchema,
  readyDays: z.int().min(0).max(365),
  personDayCents: centsSchema,
  source: sourceSchema,
});

const data = z.strictObject({
  requestId: requestIdSchema,
  lenderId: partyIdSchema,
  pools: z.array(poolSchema).min(1).max(1000),
  reserve: peopleSchema,
  reserveSource: sourceSchema,
});
type Data = z.infer<typeof data>;

/** Says whom a lender could send, and how many of them must stay home. It commits nobody: consent is another matter. */
export const offerPools: Act<'OfferPools', Data, { offered: boolean }, PoolsOffered> = {
  name: 'OfferPools',
  doc: 'Say whom a lender could send, by skill and kind of service, and how many must stay at home.',
  who: ['lenderCoordinator'],
  data,
  writes: (d) => offerStream(d.requestId, d.lenderId),
  gather: async (read, d) => ({ offered: (await read(offerStream(d.requestId, d.lenderId))).length > 0 }),
  decide: ({ offered }, { data: offer, by }) => {
    const asked = `To offer ${offer.pools.length} pools of ${offer.lenderId} to the request "${offer.requestId}".`;
    if (by.partyId !== offer.lenderId) {
      return refuse('PLAN_POOL_NOT_YOURS', {
        asked,
        why: `These people are ${offer.lenderId}'s to offer, and ${by.partyId} acts.`,
        allowed: `A coordinator of ${offer.lenderId} may offer them.`,
      });
    }
    if (offered) {
      return refuse('PLAN_POOLS_OFFERED', {
        asked,
        why: `${offer.lenderId} has made its offer to this request.`,
        allowed: 'The offer that stands counts.',
      });
    }
    return [{ type: 'PoolsOffered', version: 1, data: offer }];
  },
};
