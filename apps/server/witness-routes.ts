import { type House, witnessStandingSchema } from '@muster/house';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

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
          response: { 200: z.array(witnessStandingSchema) },
        },
      },
      async () => [...(await house.witnesses.standings())],
    );
  };
