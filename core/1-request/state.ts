import { type ReadStream, type RequestId, requestStream, unknownEvent } from '@muster/terms';
import type { DraftLine, RequestFact, RequestHeading } from './events.ts';

/** Where a request stands: one type a status, so that nothing can be read that is not there. */
export type RequestState =
  | { readonly status: 'unknown' }
  | DraftedRequest
  | (Omit<DraftedRequest, 'status'> & { readonly status: 'submitted'; readonly requestVersion: number })
  /** Amended since it was last submitted. */
  | (Omit<DraftedRequest, 'status'> & { readonly status: 'amended'; readonly requestVersion: number })
  | { readonly status: 'withdrawn'; readonly heading: RequestHeading };

interface DraftedRequest {
  readonly status: 'drafted';
  readonly heading: RequestHeading;
  readonly lines: readonly DraftLine[];
}

export const noRequest: RequestState = { status: 'unknown' };

export function evolve(state: RequestState, fact: RequestFact): RequestState {
  switch (fact.type) {
    case 'RequestDrafted': {
      const { lines, ...heading } = fact.data;
      return { status: 'drafted', heading, lines };
    }
    case 'RequestAmended': {
      if (state.status === 'unknown' || state.status === 'withdrawn') return state;
      return state.status === 'drafted'
        ? { ...state, lines: fact.data.lines }
        : { ...state, status: 'amended', lines: fact.data.lines };
    }
    case 'RequestSubmitted': {
      const { lines, requestVersion, ...heading } = fact.data;
      return { status: 'submitted', heading, lines, requestVersion };
    }
    case 'RequestWithdrawn':
      return state.status === 'unknown' ? state : { status: 'withdrawn', heading: state.heading };
    case 'RequestPublished':
    case 'RequestWithheld':
      return state;
    default:
      return unknownEvent(fact);
  }
}

export const gatherRequest = async (read: ReadStream, data: { requestId: RequestId }): Promise<RequestState> =>
  (await read(requestStream(data.requestId))).map((r) => r.fact as RequestFact).reduce(evolve, noRequest);
