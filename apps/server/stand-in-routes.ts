import type { House } from '@muster/house';
import { partyIdSchema } from '@muster/terms';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sendCsv, tableAnswer, wantsCsv } from './csv.ts';
import { Reading } from './etag.ts';
import { problemSchema } from './problem.ts';

const standInShown = z.object({
  standInId: z.string(),
  capacities: z.array(z.string()),
  personId: z.string(),
  ofPartyId: z.string(),
  period: z.object({ fromOn: z.string(), toOn: z.string() }),
  mostPeople: z.int().optional(),
  requestId: z.string().optional(),
  namedBy: z.string(),
  namedOn: z.string(),
  endedOn: z.string().optional(),
});

/** Who may stand in for a sovereign. */
export const standInRoutes =
  (house: House): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/parties/:partyId/stand-ins',
      {
        schema: {
          operationId: 'listStandIns',
          tags: ['read'],
          summary:
            'Everybody ever named to stand in for a sovereign, in the order named; its ETag is what ending one takes.',
          params: z.object({ partyId: partyIdSchema }),
          response: { 200: tableAnswer(z.array(standInShown)), 400: problemSchema },
        },
      },
      async (call, reply) => {
        const reading = new Reading(house.law.pack);
        const standIns = await house.standIns(call.params.partyId, reading.onRead);
        const shown = standIns.map(({ terms, namedBy, namedOn, endedOn }) => {
          const { standInId, capacities, personId, ofPartyId, period, mostPeople, requestId } = terms;
          return {
            ...{ standInId, capacities: [...capacities], personId, ofPartyId, period },
            ...(mostPeople === undefined ? {} : { mostPeople }),
            ...(requestId === undefined ? {} : { requestId }),
            ...{ namedBy, namedOn },
            ...(endedOn === undefined ? {} : { endedOn }),
          };
        });
        reply.header('etag', reading.etag());
        if (wantsCsv(call)) return sendCsv(reply, 'stand-ins', standInShown, shown);
        return reply.type('application/json').send(shown);
      },
    );
  };
