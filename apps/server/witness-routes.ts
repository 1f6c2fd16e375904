import { type House, witnessStandingSchema } from '@muster/house';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sendCsv, tableAnswer, wantsCsv } from './csv.ts';

/** Who has witnessed what of the log. */
export const witnessRoutes =
  (house: House): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/log/witnesses',
      {
        schema: {
          operationId: 'listWitnesses',
          tags: ['read'],
          summary: 'Who else has cosigned the log, how far, and the checkpoint with their signature.',
          response: { 200: tableAnswer(z.array(witnessStandingSchema)) },
        },
      },
      async (call, reply) => {
        const rows = [...(await house.witnesses.standings())];
        if (wantsCsv(call)) return sendCsv(reply, 'witnesses', witnessStandingSchema, rows);
        return reply.type('application/json').send(rows);
      },
    );
  };
