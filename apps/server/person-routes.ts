import { catalogue } from '@muster/flow';
import type { House } from '@muster/house';
import { type Instant, isRefusal, partyIdSchema, servingPersonIdSchema } from '@muster/terms';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { callerSchema } from './caller.ts';
import { commandKey } from './command-key.ts';
import { Reading } from './etag.ts';
import { problemOf, problemSchema, sendProblem } from './problem.ts';

const { who } = catalogue.ReadParticulars;

/** Who a person is, in plain. */
const personRead = z.object({
  lenderId: z.string(),
  personId: z.string(),
  particulars: z.object({ name: z.string(), contact: z.string().optional(), badge: z.string().optional() }),
  skillIds: z.array(z.string()).readonly(),
  kinds: z.array(z.object({ statusId: z.string(), delegationIds: z.array(z.string()).readonly() })).readonly(),
});

/** Where particulars are read. It changes the record, since that they were read is kept: so it is a POST, with a command id. */
export const personRoutes =
  (house: House, now: () => Instant): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/people/read',
      {
        schema: {
          operationId: 'readPerson',
          tags: ['command'],
          security: [{ token: [] }],
          summary: 'Who a person is. That it was read is recorded first.',
          description: `May be given by: ${who.join(', ')}, of the person's lender alone.`,
          headers: commandKey,
          body: z.strictObject({
            by: callerSchema,
            lenderId: partyIdSchema,
            personId: servingPersonIdSchema,
          }),
          response: {
            200: personRead,
            400: problemSchema,
            401: problemSchema,
            403: problemSchema,
            404: problemSchema,
            409: problemSchema,
            422: problemSchema,
          },
        },
      },
      async (call, reply) => {
        const commandId = call.headers['idempotency-key'];
        const reading = new Reading(house.law.pack);
        const read = await house.readPerson({ ...call.body, commandId, at: now() }, reading.onRead);
        if (isRefusal(read)) return sendProblem(reply, problemOf(read));
        return reply.header('cache-control', 'no-store').header('etag', reading.etag()).send(read);
      },
    );
  };
