import { type Act, canonicalJson, isRefusal, refuse, requestIdSchema, requestStream } from '@muster/terms';
import { z } from 'zod';
import type { RequestAmended } from './events.ts';
import { draftLineSchema } from './line.ts';
import { ownOpenRequest } from './refusals.ts';
import { gatherRequest, type RequestState } from './state.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  lines: z.array(draftLineSchema).min(1).max(2000),
  reason: z.string().min(3).max(1000),
});
type Data = z.infer<typeof data>;

/** Puts new lines in the place of the old. A submitted request must be submitted again before it counts. */
export const amendRequest: Act<'AmendRequest', Data, RequestState, RequestAmended> = {
  name: 'AmendRequest',
  doc: 'Put new lines in the place of the old; what was submitted stands until the new is submitted.',
  who: ['requestingPlanner'],
  data,
  writes: (d) => requestStream(d.requestId),
  gather: gatherRequest,
  decide: (state, command) => {
    const asked = `To amend the request "${command.data.requestId}" into ${command.data.lines.length} lines.`;
    const request = ownOpenRequest(state, command.by.partyId, asked, command.data.requestId);
    if (isRefusal(request)) return request;
    if (canonicalJson(request.lines) === canonicalJson(command.data.lines)) {
      return refuse('REQUEST_UNCHANGED', {
        asked,
        why: 'These are the lines it has already.',
        allowed: 'Change a line, or leave it as it is.',
      });
    }
    return [{ type: 'RequestAmended', version: 1, data: command.data }];
  },
};
