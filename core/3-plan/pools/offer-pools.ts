import {
  gatherSubmitted,
  type LawPort,
  notSubmitted,
  type SubmittedRequest,
  serviceKindSchema,
} from '@muster/decision/events';
import {
  type Act,
  centsSchema,
  type Fault,
  offerStream,
  partyIdSchema,
  peopleSchema,
  placeIdSchema,
  poolIdSchema,
  type ReadStream,
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
  pools: z
    .array(poolSchema)
    .min(1)
    .max(1000)
    .refine((ps) => new Set(ps.map((p) => p.poolId)).size === ps.length, 'must give each pool an id of its own'),
  reserve: peopleSchema,
  reserveSource: sourceSchema,
});
type Data = z.infer<typeof data>;

interface OfferState {
  readonly offered: boolean;
  readonly request: SubmittedRequest | undefined;
}

async function gather(read: ReadStream, d: Data): Promise<OfferState> {
  const offered = (await read(offerStream(d.requestId, d.lenderId))).length > 0;
  return { offered, request: await gatherSubmitted(read, d) };
}

/** Says whom a lender could send, and how many of them must stay home. It commits nobody: consent is another matter. */
export const offerPools: Act<'OfferPools', Data, OfferState, PoolsOffered, { law: LawPort }> = {
  name: 'OfferPools',
  doc: 'Say whom a lender could send, by skill and kind of service, and how many must stay at home.',
  who: ['lenderCoordinator'],
  data,
  writes: (d) => offerStream(d.requestId, d.lenderId),
  gather,
  decide: ({ offered, request }, { data: offer, by }, { law }) => {
    const asked = `To offer ${offer.pools.length} pools of ${offer.lenderId} to the request "${offer.requestId}".`;
    if (by.partyId !== offer.lenderId) {
      return refuse('PLAN_POOL_NOT_YOURS', {
        asked,
        why: `These people are ${offer.lenderId}'s to offer, and ${by.partyId} acts.`,
        allowed: `A coordinator of ${offer.lenderId} may offer them.`,
      });
    }
    if (!request) return notSubmitted(asked);
    if (offered) {
      return refuse('PLAN_POOLS_OFFERED', {
        asked,
        why: `${offer.lenderId} has made its offer to this request.`,
        allowed: 'The offer that stands counts.',
      });
    }
    const faults = offer.pools.flatMap((pool, i) => poolFaults(pool, i, law));
    if (faults.length > 0) {
      return refuse('DECISION_TERM_UNKNOWN', {
        asked,
        why: `${faults[0]?.field} ${faults[0]?.problem}.`,
        allowed: `Use the words of the law pack ${law.pack}, as its terms list them.`,
        faults,
      });
    }
    return [{ type: 'PoolsOffered', version: 1, data: offer }];
  },
};

function poolFaults(pool: Data['pools'][number], index: number, { terms }: LawPort): Fault[] {
  const at = (field: string) => `pools.${index}.${field}`;
  const known = (field: string, word: string, words: ReadonlyMap<string, unknown>): Fault[] =>
    words.has(word) ? [] : [{ field: at(field), problem: `names "${word}", which the law pack does not know` }];
  return [
    ...known('skillId', pool.skillId, terms.skills),
    ...known('placeId', pool.placeId, terms.places),
    ...pool.kinds.flatMap((k, n) => [
      ...known(`kinds.${n}.statusId`, k.statusId, terms.statuses),
      ...k.delegationIds.flatMap((d) => known(`kinds.${n}.delegationIds`, d, terms.delegations)),
    ]),
  ];
}
