import type { Day, PartyId, PoolId } from '@muster/terms';
import { peopleOn } from '../commitments/committed-uses.ts';
import type { PlanningPicture } from '../planning-picture.ts';

/** How many of a pool's people are committed to other requests on a day. */
export const committedElsewhere = (picture: PlanningPicture, lenderId: PartyId, poolId: PoolId, on: Day): number =>
  peopleOn(picture.committedElsewhere.get(lenderId) ?? [], on, (id) => id === poolId);

/** How many of a lender's offered people may be away for this request on a day: who is away for another is not at home either. */
export function lendable(picture: PlanningPicture, lenderId: PartyId, on: Day): number {
  const mine = picture.offers.filter((o) => o.lenderId === lenderId);
  const pools = new Map(mine.flatMap((o) => o.pools).map((p) => [p.poolId, p.people]));
  const offered = [...pools.values()].reduce((n, people) => n + people, 0);
  const reserve = mine.reduce((n, o) => n + o.reserve, 0);
  const elsewhere = peopleOn(picture.committedElsewhere.get(lenderId) ?? [], on, (id) => pools.has(id));
  return Math.max(0, offered - reserve - elsewhere);
}
