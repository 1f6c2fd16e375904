import { type Act, isRefusal, requestIdSchema, requestStream } from '@muster/terms';
import { z } from 'zod';
import type { RequestWithdrawn } from './events.ts';
import { ownOpenRequest } from './refusals.ts';
import { gatherRequest, type RequestState } from './state.ts';

const data = z.strictObject({ requestId: requestIdSchema, reason: z.string().min(3).max(1000) });
type Data = z.infer<typeof data>;

/** Takes the request back: nothing more may be decided on it. */
export const withdrawRequest: Act<'WithdrawRequest', Data, RequestState, RequestWithdrawn> = {
  name: 'WithdrawRequest',
  doc: 'Take a request back; nothing more may be decided on it.',
  who: ['requestingPlanner'],
  data,
  writes: (d) => requestStream(d.requestId),
  gather: gatherRequest,
  decide: (state, command) => {
    const asked = `To withdraw the request "${command.data.requestId}".`;
    const request = ownOpenRequest(state, command.by.partyId, asked, command.data.requestId);
    if (isRefusal(request)) return request;
    return [{ type: 'RequestWithdrawn', version: 1, data: command.data }];
  },
};
