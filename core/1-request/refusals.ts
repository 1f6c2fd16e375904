import { type PartyId, type Refusal, refuse } from '@muster/terms';
import type { RequestHeading } from './events.ts';
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

/** Why this party may not touch the request; undefined for the one that asks. */
export const notYourRequest = (
  { requesterId }: RequestHeading,
  actingId: string,
  asked: string,
): Refusal | undefined =>
  requesterId === actingId
    ? undefined
    : refuse('REQUEST_NOT_YOURS', {
        asked,
        why: `The request belongs to ${requesterId}, not to ${actingId}.`,
        allowed: `A requesting planner of ${requesterId} may do this.`,
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
  const barred = notYourRequest(state.heading, actingId, asked);
  if (barred) return barred;
  if (state.status === 'withdrawn') return withdrawnRequest(asked);
  return state;
}
