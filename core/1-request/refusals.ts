import { type PartyId, type Refusal, refuse } from '@muster/terms';
import type { RequestState } from './state.ts';

export const unknownRequest = (asked: string, requestId: string): Refusal =>
  refuse('REQUEST_UNKNOWN', {
    asked,
    why: `There is no request "${requestId}".`,
    allowed: 'Draft it first, or name one that exists (`muster request list` shows them).',
  });

export const withdrawnRequest = (asked: string): Refusal =>
  refuse('REQUEST_WITHDRAWN', {
    asked,
    why: 'The request was withdrawn.',
    allowed: 'Draft a new request under a new id.',
  });

type OpenRequest = Exclude<RequestState, { status: 'unknown' | 'withdrawn' }>;

/** The request if it is open and belongs to the party that acts; otherwise why not. */
export function ownOpenRequest(
  state: RequestState,
  actingId: PartyId,
  asked: string,
  requestId: string,
): OpenRequest | Refusal {
  if (state.status === 'unknown') return unknownRequest(asked, requestId);
  if (state.heading.requesterId !== actingId) {
    return refuse('REQUEST_NOT_YOURS', {
      asked,
      why: `The request belongs to ${state.heading.requesterId}, not to ${actingId}.`,
      allowed: `A requesting planner of ${state.heading.requesterId} may do this.`,
    });
  }
  if (state.status === 'withdrawn') return withdrawnRequest(asked);
  return state;
}
