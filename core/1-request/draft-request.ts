import {
  type Act,
  partyIdSchema,
  refuse,
  requestIdSchema,
  requestStream,
  somePeopleSchema,
  sourceSchema,
} from '@muster/terms';
import { z } from 'zod';
import type { RequestDrafted } from './events.ts';
import { draftLineSchema } from './line.ts';
import { gatherRequest, type RequestState } from './state.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  title: z.string().min(3).max(200),
  addresseeId: partyIdSchema,
  people: somePeopleSchema,
  need: z.string().min(3).max(1000),
  grounds: z.string().min(3).max(1000),
  source: sourceSchema,
  lines: z.array(draftLineSchema).min(1).max(2000),
});
type Data = z.infer<typeof data>;

/** Begins a request. What is not yet known may be absent; nothing is asked of anyone until it is submitted. */
export const draftRequest: Act<'DraftRequest', Data, RequestState, RequestDrafted> = {
  name: 'DraftRequest',
  doc: 'Begin a request for people; parts not yet known may be left out until it is submitted.',
  who: ['requestingPlanner'],
  data,
  writes: (d) => requestStream(d.requestId),
  gather: gatherRequest,
  decide: (state, command) => {
    if (state.status !== 'unknown') {
      return refuse('REQUEST_EXISTS', {
        asked: `To draft the request "${command.data.title}".`,
        why: `A request "${command.data.requestId}" exists already.`,
        allowed: 'Amend that one, or draft this under another id.',
      });
    }
    return [{ type: 'RequestDrafted', version: 1, data: { ...command.data, requesterId: command.by.partyId } }];
  },
};
