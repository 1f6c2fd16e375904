import { type DecisionPicture, gatherDecision } from '@muster/decision/events';
import { offerStream, planStream, type ReadStream, type RequestId } from '@muster/terms';
import type { OfferFact, Plan, PlanFact, PoolsOffered } from './events.ts';

/** All that a plan must respect, as the record has it. */
export interface PlanningPicture extends DecisionPicture {
  readonly offers: readonly PoolsOffered['data'][];
  /** The plan that stands, if there is one. */
  readonly plan: Plan | undefined;
  readonly planIds: ReadonlySet<string>;
}

export async function gatherPicture(read: ReadStream, data: { requestId: RequestId }): Promise<PlanningPicture> {
  const { requestId } = data;
  const decision = await gatherDecision(read, data);
  const offers: PoolsOffered['data'][] = [];
  for (const lenderId of decision.lenderIds) {
    const facts = (await read(offerStream(requestId, lenderId))).map((r) => r.fact as OfferFact);
    offers.push(...facts.map((f) => f.data));
  }
  const plans = (await read(planStream(requestId))).map((r) => r.fact as PlanFact);
  const standing = plans.findLast((f) => f.type !== 'PlanBroken');
  return { ...decision, offers, plan: standing?.data, planIds: new Set(plans.map((f) => f.data.planId)) };
}
