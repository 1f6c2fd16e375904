import type { Line, RequestFact, RequestHeading } from '@muster/request/events';
import {
  type Actor,
  type PersonId,
  type ReadStream,
  type Refusal,
  type RequestId,
  refuse,
  requestStream,
} from '@muster/terms';

/** The request as it was last submitted, and who asked: what law, counsel and sovereigns answer to. */
export interface SubmittedRequest extends RequestHeading {
  readonly requestVersion: number;
  readonly lines: readonly Line[];
  readonly askedBy: PersonId;
}

/** The last submitted version; undefined while there is none, and once the request is withdrawn. */
export async function gatherSubmitted(
  read: ReadStream,
  data: { requestId: RequestId },
): Promise<SubmittedRequest | undefined> {
  let submitted: SubmittedRequest | undefined;
  for (const { fact, by } of await read(requestStream(data.requestId))) {
    const known = fact as RequestFact;
    if (known.type === 'RequestSubmitted') submitted = { ...known.data, askedBy: by.personId };
    if (known.type === 'RequestWithdrawn') submitted = undefined;
  }
  return submitted;
}

export const notSubmitted = (asked: string): Refusal =>
  refuse('REQUEST_NOT_SUBMITTED', {
    asked,
    why: 'No such request stands submitted: it is unknown, still a draft, or withdrawn.',
    allowed: 'Submit it first.',
  });

/** Why this party may not steer the request; undefined for the one it is addressed to, and for the flow that acts for it. */
export function notAddressee(request: SubmittedRequest, by: Actor, asked: string): Refusal | undefined {
  if (by.partyId === request.addresseeId || by.role === 'flow') return undefined;
  return refuse('DECISION_NOT_YOURS', {
    asked,
    why: `The request is addressed to ${request.addresseeId}, not to ${by.partyId}.`,
    allowed: `A person of ${request.addresseeId} in this role may do it.`,
  });
}
