import { type DecisionPicture, gatherDecision } from '@muster/decision';
import type { AnyFact, Cursor } from '@muster/flow';
import {
  type Answer,
  carryOut,
  type GivenCommand,
  gatherOutcome,
  lapseSilent,
  type Outcome,
  type Planned,
  type PlanningMeans,
  type PlanOrder,
  planRequest,
  type RequestSummary,
  readBoard,
  requestBoard,
  type StoryEntry,
  tell,
} from '@muster/flow';
import type { Instant, Recorded, RequestId } from '@muster/terms';

/** One running Muster: the record, the law and the solver, and what can be asked of them together. */
export interface House extends PlanningMeans {
  /** Where the record is kept, in words a person understands; never a password. */
  readonly where: string;
  carryOut(command: GivenCommand): Promise<Answer>;
  plan(order: PlanOrder, onProgress?: (done: number, of: number, words: string) => void): Promise<Planned>;
  outcome(requestId: RequestId): Promise<Outcome | undefined>;
  /** What law, counsel and sovereigns have decided on a request, as plan and check-in must respect it. */
  decided(requestId: RequestId): Promise<DecisionPicture>;
  requests(): Promise<RequestSummary[]>;
  story(after: Cursor | undefined, limit: number): Promise<StoryPage>;
  /** Closes every consent whose last day has gone by in silence. */
  lapse(at: Instant): Promise<void>;
  close(): Promise<void>;
}

export interface StoryPage {
  readonly entries: readonly StoryEntry[];
  readonly next: Cursor | undefined;
}

/** Puts a house together from its parts. */
export function house(means: PlanningMeans, where: string, close: () => Promise<void>): House {
  const { record, law } = means;
  const outcome = (requestId: RequestId) => gatherOutcome((stream) => record.read(stream), requestId, law.terms);
  return {
    ...means,
    where,
    carryOut: (command) => carryOut(means, command),
    plan: (order, onProgress) => planRequest(means, order, onProgress),
    outcome,
    decided: (requestId) => gatherDecision((stream) => record.read(stream), { requestId }),
    requests: async () => readBoard(await record.view(requestBoard), law.terms),
    story: async (after, limit) => {
      const page = await record.tail(after, limit);
      return { entries: page.events.map((e) => tell(e as Recorded<AnyFact>, law.terms)), next: page.next };
    },
    lapse: async (at) => {
      const keys = new Set((await record.view(requestBoard)).map((p) => p.key as RequestId));
      for (const requestId of keys) await lapseSilent(means, requestId, at);
    },
    close,
  };
}
