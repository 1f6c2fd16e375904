import { type DecisionPicture, gatherDecision } from '@muster/decision/events';
import {
  commitmentsStream,
  offerStream,
  type PartyId,
  planStream,
  type ReadStream,
  type RequestId,
} from '@muster/terms';
import { type Commitments, commitmentsOf } from './commitments/committed-uses.ts';
import type { CommitmentFact, CommittedUse, OfferFact, Plan, PlanFact, PoolsOffered } from './events.ts';
import { plansMade } from './plans-made.ts';

/** All that a plan must respect, as the record has it. */
export interface PlanningPicture extends DecisionPicture {
  readonly offers: readonly PoolsOffered['data'][];
  /** The plan that stands, if there is one. */
  readonly plan: Plan | undefined;
  readonly planIds: ReadonlySet<string>;
  /** Plans that have lost people since they were made. */
  readonly brokenPlanIds: ReadonlySet<string>;
  /** The plan that people are committed to; another than the one that stands once that was revised. */
  readonly committed: Plan | undefined;
  /** By lender: its people committed to this request. */
  readonly committedHere: ReadonlyMap<PartyId, readonly CommittedUse[]>;
  /** By lender: its people committed to other requests, who are the same people. */
  readonly committedElsewhere: ReadonlyMap<PartyId, readonly CommittedUse[]>;
}

export async function gatherPicture(read: ReadStream, data: { requestId: RequestId }): Promise<PlanningPicture> {
  const { requestId } = data;
  const decision = await gatherDecision(read, data);
  const offers: PoolsOffered['data'][] = [];
  for (const lenderId of decision.lenderIds) {
    const facts = (await read(offerStream(requestId, lenderId))).map((r) => r.fact as OfferFact);
    offers.push(...facts.map((f) => f.data));
  }
  const facts = (await read(planStream(requestId))).map((r) => r.fact as PlanFact);
  const plans = plansMade(facts).map((f): Plan => f.data);
  const committed = committedPlan(facts, plans);
  const lenderIds = new Set([...decision.lenderIds, ...(committed?.assignments.map((a) => a.lenderId) ?? [])]);
  const commitments = new Map<PartyId, Commitments>();
  for (const lenderId of lenderIds) {
    const made = (await read(commitmentsStream(lenderId))).map((r) => r.fact as CommitmentFact);
    commitments.set(lenderId, commitmentsOf(made));
  }
  const usesBy = (isMeant: (id: string) => boolean) =>
    new Map(
      [...commitments].map(([lenderId, mine]) => [
        lenderId,
        [...mine].flatMap(([id, uses]) => (isMeant(id) ? uses : [])),
      ]),
    );
  return {
    ...decision,
    offers,
    plan: plans.at(-1),
    planIds: new Set(plans.map((p) => p.planId)),
    brokenPlanIds: new Set(
      facts.flatMap((f) => (f.type === 'PlanBroken' || f.type === 'PlanOvertaken' ? [f.data.planId] : [])),
    ),
    committed,
    committedHere: usesBy((id) => id === requestId),
    committedElsewhere: usesBy((id) => id !== requestId),
  };
}

function committedPlan(facts: readonly PlanFact[], plans: readonly Plan[]): Plan | undefined {
  const last = facts.findLast((f) => f.type === 'PlanCommitted' || f.type === 'PlanReleased');
  return last?.type === 'PlanCommitted' ? plans.find((p) => p.planId === last.data.planId) : undefined;
}
