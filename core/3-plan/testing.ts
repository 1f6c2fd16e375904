import { requestId, source } from '@muster/decision/testing';
import { offerStream } from '@muster/terms';
import { past } from '@muster/terms/testing';

/** An offer of the toy country: one pool of porters a lender, ready at once. */
export const offered = (
  lenderId: string,
  people: number,
  over: { reserve?: number; placeId?: string; skillId?: string } = {},
) =>
  past(offerStream(requestId, lenderId as never), {
    type: 'PoolsOffered',
    version: 1,
    data: {
      requestId,
      lenderId,
      reserve: over.reserve ?? 0,
      reserveSource: source,
      pools: [
        {
          poolId: `pol_${lenderId}`,
          skillId: over.skillId ?? 'porter',
          people,
          kinds: [{ statusId: 'militia', delegationIds: [] }],
          placeId: over.placeId ?? `${lenderId}-land`,
          readyDays: 0,
          personDayCents: 100,
          source,
        },
      ],
    },
  });
