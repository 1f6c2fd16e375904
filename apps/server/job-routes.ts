import type { House } from '@muster/house';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sendCsv, tableAnswer, wantsCsv } from './csv.ts';
import { callProblem, problemSchema, sendProblem } from './problem.ts';

const jobStanding = z.object({
  id: z.string(),
  task: z.string(),
  key: z.string().optional().describe('What it is done for: the place of an event in the record.'),
  state: z.enum(['waiting', 'running', 'failedOnce', 'failed']),
  runAt: z.string(),
  attempts: z.int(),
  mostAttempts: z.int(),
  lastError: z.string().optional(),
});

const jobFigures = z.object({
  waiting: z.int(),
  running: z.int(),
  failed: z.int(),
  lagSeconds: z.number(),
});

/** What is done later, for whoever operates the server: what waits, what failed and why, and another try. */
export const jobRoutes =
  (house: House): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/jobs',
      {
        schema: {
          operationId: 'listJobs',
          tags: ['operating'],
          security: [{ token: [] }],
          summary: 'What is to be done later: reminders, lapses and what must follow; what failed first.',
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) }),
          response: {
            200: tableAnswer(z.object({ figures: jobFigures, jobs: z.array(jobStanding) })),
            401: problemSchema,
            403: problemSchema,
            404: problemSchema,
          },
        },
      },
      async (call, reply) => {
        if (!house.jobs) return sendProblem(reply, noJobs());
        reply.header('cache-control', 'no-store');
        const [figures, jobs] = await Promise.all([house.jobs.figures(), house.jobs.list(call.query.limit)]);
        if (wantsCsv(call)) return sendCsv(reply, 'jobs', jobStanding, jobs);
        return reply.type('application/json').send({ figures, jobs: [...jobs] });
      },
    );
    app.post(
      '/api/jobs/:jobId/retry',
      {
        schema: {
          operationId: 'retryJob',
          tags: ['operating'],
          security: [{ token: [] }],
          summary: 'Have a job tried again at once, with all its attempts.',
          params: z.object({ jobId: z.string().regex(/^\d{1,18}$/, 'must be the number of a job') }),
          response: {
            200: z.object({ outcome: z.literal('willBeTried') }),
            401: problemSchema,
            403: problemSchema,
            404: problemSchema,
          },
        },
      },
      async (call, reply) => {
        const { jobId } = call.params;
        if (await house.jobs?.retry(jobId)) return { outcome: 'willBeTried' as const };
        const detail = `There is no job ${jobId} that could be tried again: it was done, or it runs.`;
        return sendProblem(reply, callProblem(404, 'JOB_UNKNOWN', detail, 'GET /api/jobs lists those that wait.'));
      },
    );
  };

const noJobs = () =>
  callProblem(404, 'JOBS_NONE', 'A record in memory keeps no jobs.', 'Start Muster on a data folder or a database.');
