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
  requests(): Promise<RequestSummary[]>;
  story(after: Cursor | undefined, limit: number): Promise<StoryPage>;
  /** Closes every consent whose last day has gone by in silence. */
  lapse(at: Instant): Promise<void>;
  close(): Promise<void>;
}

export interface RequestSummary {
  readonly requestId: string;
  readonly title: string;
  readonly requester: string;
  readonly status: string;
  readonly asked: number;
  readonly permitted: number;
  readonly consented: number;
  readonly planned: number;
  readonly short: number;
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
    requests: async () => {
      const ids = await requestIds(means);
      const outcomes = await Promise.all(ids.map(outcome));
      return outcomes.flatMap((o) => (o ? [summary(o)] : []));
    },
    story: async (after, limit) => {
      const page = await record.tail(after, limit);
      return { entries: page.events.map((e) => tell(e as Recorded<AnyFact>, law.terms)), next: page.next };
    },
    lapse: async (at) => {
      for (const id of await requestIds(means)) await lapseSilent(means, id, at);
    },
    close,
  };
}

const summary = ({ requestId, title, requester, status, figures }: Outcome): RequestSummary => {
  const { asked, permitted, consented, planned, short } = figures;
  return { requestId, title, requester: requester.name, status, asked, permitted, consented, planned, short };
};

async function requestIds({ record }: PlanningMeans): Promise<RequestId[]> {
  const ids: RequestId[] = [];
  let cursor: Cursor | undefined;
  for (;;) {
    const page = await record.tail(cursor, 1000);
    for (const { fact } of page.events as readonly Recorded<AnyFact>[]) {
      if (fact.type === 'RequestDrafted') ids.push(fact.data.requestId);
    }
    if (page.events.length < 1000 || !page.next) return ids;
    cursor = page.next;
  }
}
