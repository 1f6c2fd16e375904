import {
  type Act,
  type ReadStream,
  type Refusal,
  type RequestId,
  refuse,
  requestIdSchema,
  requestStream,
} from '@muster/terms';
import { z } from 'zod';
import { isPublished, type RequestFact, type RequestPublished, type RequestWithheld } from './events.ts';
import { notYourRequest, unknownRequest } from './refusals.ts';
import { gatherRequest, type RequestState } from './state.ts';

interface PublicState {
  readonly request: RequestState;
  readonly submitted: boolean;
  readonly published: boolean;
}

async function gather(read: ReadStream, data: { requestId: RequestId }): Promise<PublicState> {
  const facts = (await read(requestStream(data.requestId))).map((r) => r.fact as RequestFact);
  return {
    request: await gatherRequest(read, data),
    submitted: facts.some((f) => f.type === 'RequestSubmitted'),
    published: isPublished(facts),
  };
}

const publishing = z.strictObject({ requestId: requestIdSchema });

/** Shows a request to everybody, on purpose: until then only who is party to it sees it. A withdrawn one can be shown too. */
export const publishRequest: Act<'PublishRequest', z.infer<typeof publishing>, PublicState, RequestPublished> = {
  name: 'PublishRequest',
  doc: 'Show a request to everybody, with all that law, counsel, sovereigns and planners make of it.',
  who: ['requestingPlanner'],
  data: publishing,
  writes: (d) => requestStream(d.requestId),
  gather,
  decide: (state, { by, data }) => {
    const asked = `To publish the request "${data.requestId}".`;
    const barred = notYours(state, by.partyId, data.requestId, asked);
    if (barred) return barred;
    if (!state.submitted) {
      return refuse('REQUEST_NOT_SUBMITTED', {
        asked,
        why: 'It is a draft, which binds nobody yet.',
        allowed: 'Submit it first.',
      });
    }
    if (state.published) {
      return refuse('REQUEST_ALREADY_PUBLISHED', {
        asked,
        why: 'Everybody sees it already.',
        allowed: 'Nothing need be done.',
      });
    }
    return [{ type: 'RequestPublished', version: 1, data }];
  },
};

const withholding = z.strictObject({ requestId: requestIdSchema, reason: z.string().min(3).max(1000) });

/** Shows it no more to others than those party to it. What was seen was seen; that it was public stays in the record. */
export const withholdRequest: Act<'WithholdRequest', z.infer<typeof withholding>, PublicState, RequestWithheld> = {
  name: 'WithholdRequest',
  doc: 'Show a request from now on only to who is party to it.',
  who: ['requestingPlanner'],
  data: withholding,
  writes: (d) => requestStream(d.requestId),
  gather,
  decide: (state, { by, data }) => {
    const asked = `To withhold the request "${data.requestId}".`;
    const barred = notYours(state, by.partyId, data.requestId, asked);
    if (barred) return barred;
    if (!state.published) {
      return refuse('REQUEST_NOT_PUBLISHED', {
        asked,
        why: 'It is not published, so only who is party to it sees it.',
        allowed: 'Nothing need be done.',
      });
    }
    return [{ type: 'RequestWithheld', version: 1, data }];
  },
};

const notYours = ({ request }: PublicState, actingId: string, requestId: string, asked: string): Refusal | undefined =>
  request.status === 'unknown' ? unknownRequest(asked, requestId) : notYourRequest(request.heading, actingId, asked);
