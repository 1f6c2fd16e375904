import type { ConsentFact, DecisionFact, StandInFact } from '@muster/decision/events';
import type { CommitmentFact, PlanFact, PoolsOffered } from '@muster/plan/events';
import type { RequestFact } from '@muster/request/events';
import type { Recorded } from '@muster/terms';

/** All that is recorded, in the record's order. */
export type Story = readonly Recorded[];

export type KnownEvent = Recorded<
  RequestFact | DecisionFact | ConsentFact | StandInFact | PlanFact | CommitmentFact | PoolsOffered
>;

/** The request an event is about; what is committed of a lender, and who stands in for it, is about no single one. */
export const requestOf = ({ stream }: Recorded): string | undefined =>
  stream.startsWith('commitments/') || stream.startsWith('standins/') || stream.startsWith('refusal/')
    ? undefined
    : stream.split('/')[1];
