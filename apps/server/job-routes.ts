import type { House } from '@muster/house';
import { dayOf, type Instant } from '@muster/terms';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { callProblem, problemSchema, sendProblem } from './problem.ts';
import type { Caller } from './who-calls.ts';

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
  (house: House, now: () => Instant): FastifyPluginAsyncZod =>
  async (app) => {
    app.addHook('onRequest', async ({ caller }, reply) => {
      if (await mayOperate(caller, house, now)) return;
      const detail = 'What is done later is shown to the administrators of whoever keeps the directory.';
      const allowed = 'Ask one of them; GET /metrics counts for whoever watches.';
      return sendProblem(reply, callProblem(403, 'JOBS_NOT_YOURS', detail, allowed));
    });
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
            200: z.object({ figures: jobFigures, jobs: z.array(jobStanding) }),
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
        return { figures, jobs: [...jobs] };
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

async function mayOperate(caller: Caller, { directory }: House, now: () => Instant): Promise<boolean> {
  if (caller.kind !== 'member') return caller.kind === 'exercise';
  const keeper = await directory.keeper();
  const roles = await directory.roles(dayOf(now()), caller.personId);
  return roles.some(({ held, role, partyId }) => held && role === 'administrator' && partyId === keeper);
}

const noJobs = () =>
  callProblem(404, 'JOBS_NONE', 'A record in memory keeps no jobs.', 'Start Muster on a data folder or a database.');
