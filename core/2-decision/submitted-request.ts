import type { Line, RequestFact, RequestHeading } from '@muster/request/events';
import {
  type Actor,
  type PersonId,
  type ReadStream,
  type Recorded,
  type Refusal,
  type RequestId,
  refuse,
  requestStream,
} from '@muster/terms';
import { materialChange } from './review/material-change.ts';

/** The request as it was last submitted, and who asked: what law, counsel and sovereigns answer to. */
export interface SubmittedRequest extends RequestHeading {
  readonly requestVersion: number;
  /** The first version since which nothing has changed materially: what was answered from then on still holds. */
  readonly sameSince: number;
  /** What changed materially in that version, in words; undefined where it is the first. */
  readonly changed: string | undefined;
  readonly lines: readonly Line[];
  readonly askedBy: PersonId;
}

/** The last version ever submitted, also of a request withdrawn since; undefined while there is none. */
export const gatherSubmittedEver = async (
  read: ReadStream,
  data: { requestId: RequestId },
): Promise<SubmittedRequest | undefined> => lastSubmitted(await read(requestStream(data.requestId)));

/** The last submitted version; undefined while there is none, and once the request is withdrawn. */
export async function gatherSubmitted(
  read: ReadStream,
  data: { requestId: RequestId },
): Promise<SubmittedRequest | undefined> {
  const events = await read(requestStream(data.requestId));
  return events.some((e) => e.fact.type === 'RequestWithdrawn') ? undefined : lastSubmitted(events);
}

/** The last version ever submitted, even if the request was withdrawn since. */
export const lastSubmitted = (events: readonly Recorded[]): SubmittedRequest | undefined =>
  events.reduce<SubmittedRequest | undefined>((before, { fact, by }) => {
    const known = fact as RequestFact;
    if (known.type !== 'RequestSubmitted') return before;
    return { ...known.data, ...since(before, known.data), askedBy: by.personId };
  }, undefined);

function since(
  before: SubmittedRequest | undefined,
  after: { readonly requestVersion: number; readonly lines: readonly Line[] },
): Pick<SubmittedRequest, 'sameSince' | 'changed'> {
  if (!before) return { sameSince: after.requestVersion, changed: undefined };
  const changed = materialChange(before.lines, after.lines);
  return changed === undefined
    ? { sameSince: before.sameSince, changed: before.changed }
    : { sameSince: after.requestVersion, changed };
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
