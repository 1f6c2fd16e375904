import {
  type Answer,
  type CommandName,
  catalogue,
  commandNames,
  givenSchema,
  isGivenByPeople,
  outcomeSchema,
  whatIfSchema,
} from '@muster/flow';
import type { House } from '@muster/house';
import { type PlanWatch, planOrderSchema } from '@muster/plan';
import { planProblemSchema } from '@muster/plan/problem';
import { type CommandId, daySchema, type Instant, isRefusal, planIdSchema, requestIdSchema } from '@muster/terms';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { callerSchema } from './caller.ts';
import { commandKey } from './command-key.ts';
import { Reading } from './etag.ts';
import { exampleOf, planExample } from './examples.ts';
import { personRoutes } from './person-routes.ts';
import { openPlanStream, wantsToFollow } from './plan-stream.ts';
import { changeHead, changesWhatExists, looksOf } from './preconditions.ts';
import { callProblem, type Problem, problemOf, problemSchema, sendProblem } from './problem.ts';

const recorded = z.object({
  outcome: z.literal('recorded'),
  commandId: z.string(),
  stream: z.string(),
  facts: z.array(z.object({ type: z.string(), position: z.int() })),
  /** With `?wait=proof` only. */
  proofs: z.array(z.object({ stream: z.string(), position: z.int(), proof: z.string().nullable() })).optional(),
});

const waitQuery = z.object({
  wait: z
    .literal('proof')
    .optional()
    .describe(
      'Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then.',
    ),
});
const mostWaitMs = 5_000;

/** A word, or the same name given again for each word. */
const someWords = z.preprocess(
  (given) => (typeof given === 'string' ? [given] : given),
  z.array(z.string().min(1).max(200)).max(60).optional(),
);
const supposedQuery = z.strictObject({
  refuse: someWords.describe('Parties that refuse whatever is asked of them, such as OH.'),
  bar: someWords.describe('Tasks that nobody may do, such as arrest.'),
  instead: z.string().min(1).max(200).optional().describe('The kind of service that comes in, such as "Title 10".'),
  for: z.string().min(1).max(200).optional().describe('The status it comes in for; everything when left out.'),
  only: someWords.describe('No other kinds of service than these.'),
});

const requestParams = z.object({ requestId: requestIdSchema });
const answers = {
  200: recorded,
  400: problemSchema,
  401: problemSchema,
  403: problemSchema,
  404: problemSchema,
  409: problemSchema,
  422: problemSchema,
  503: problemSchema,
};
const changeAnswers = { 412: problemSchema, 428: problemSchema };

/** What anyone on this machine may read. */
export const readRoutes =
  (house: House): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/requests/:requestId',
      {
        schema: {
          operationId: 'showRequest',
          tags: ['read'],
          summary: 'One request whole: who asked, what the law says, who consented, who goes, and why some do not.',
          params: requestParams,
          response: { 200: outcomeSchema, 404: problemSchema },
        },
      },
      async (call, reply) => {
        const { requestId } = call.params;
        const reading = new Reading(house.law.pack);
        const outcome = await house.outcome(requestId, reading.onRead);
        if (outcome) return reply.header('etag', reading.etag()).send(outcome);
        const detail = `There is no request "${requestId}".`;
        const allowed = 'GET /api/requests lists those that exist.';
        return sendProblem(reply, callProblem(404, 'REQUEST_UNKNOWN', detail, allowed));
      },
    );
    app.get(
      '/api/requests/:requestId/what-if',
      {
        schema: {
          operationId: 'whatIf',
          tags: ['read'],
          summary: 'Which lines would die or live if something were otherwise: by law, counsel and consents alone.',
          description:
            'Any of these together, in codes of the matrix, names of the law pack, or labels. Nothing is planned and nothing recorded.',
          params: requestParams,
          querystring: supposedQuery,
          response: { 200: whatIfSchema, 400: problemSchema, 404: problemSchema, 422: problemSchema },
        },
      },
      async (call, reply) => {
        const read = house.readHypothesis(call.query);
        if ('faults' in read) {
          const faults = read.faults.map(({ option, problem }) => ({ field: option, problem }));
          const detail = faults.map(({ field, problem }) => `${field}: ${problem}`).join(' ');
          const allowed = 'Words of the law pack: codes of its matrix, its own names, or labels.';
          return sendProblem(reply, { ...callProblem(400, 'LAW_WORD_UNKNOWN', detail, allowed), faults });
        }
        const found = await house.whatIf(call.params.requestId, read.hypothesis);
        return isRefusal(found) ? sendProblem(reply, problemOf(found)) : found;
      },
    );
    app.get(
      '/api/requests/:requestId/planning-problem',
      {
        schema: {
          operationId: 'showPlanningProblem',
          tags: ['read'],
          summary: 'The planning problem of a request with the plan that stands, for trying another plan elsewhere.',
          description:
            'Plain data: pools, lines, and what law, counsel and consents say as bars and limits with their words.',
          params: requestParams,
          response: { 200: planProblemSchema, 404: problemSchema, 422: problemSchema },
        },
      },
      async (call, reply) => {
        const reading = new Reading(house.law.pack);
        const problem = await house.planningProblem(call.params.requestId, reading.onRead);
        if (isRefusal(problem)) return sendProblem(reply, problemOf(problem));
        return reply.header('etag', reading.etag()).send(problem);
      },
    );
    app.get(
      '/api/health',
      {
        schema: {
          operationId: 'health',
          tags: ['read'],
          summary: 'Whether the record can be read.',
          response: { 200: z.object({ status: z.literal('ok'), law: z.string() }) },
        },
      },
      async () => {
        await house.record.tail(undefined, 1);
        return { status: 'ok' as const, law: house.law.pack };
      },
    );
  };

/** One route a command of the catalogue, and the order to plan. All need the house's token. */
export const commandRoutes =
  (house: House, now: () => Instant): FastifyPluginAsyncZod =>
  async (app) => {
    for (const name of commandNames.filter(isGivenByPeople)) addCommand(app, name, house, now);
    await app.register(personRoutes(house, now));
    app.post(
      '/api/requests/:requestId/plan',
      {
        schema: {
          operationId: 'planRequest',
          tags: ['command'],
          security: [{ token: [] }],
          summary: 'Have the best plan made and proposed; where a plan stands, revised with the fewest changes.',
          description:
            'With "Accept: text/event-stream" the making can be followed: events `progress` (done, of, words; level, incumbent, bound and gap while one is solved), then one `answer` or `problem`, as it would be answered without. To hang up is to cancel.',
          params: requestParams,
          headers: changeHead,
          querystring: waitQuery,
          body: z
            .strictObject({
              by: callerSchema,
              planId: planIdSchema,
              orderOn: daySchema,
              travelKmPerDay: z.int().min(1).max(20_000),
              order: planOrderSchema
                .optional()
                .describe('What counts before what, filling first; what is not named follows as it would be.'),
            })
            .meta({ examples: [planExample] }),
          response: { ...answers, ...changeAnswers },
        },
      },
      async (call, reply) => {
        const commandId = call.headers['idempotency-key'];
        const order = { ...call.body, commandId, requestId: call.params.requestId, at: now() };
        const held = await looksOf(house, commandId, call.headers['if-match']);
        if ('status' in held) return sendProblem(reply, held);
        const signal = goneSignal(reply);
        const told = async (watch: PlanWatch) => {
          const planned = await house.plan(order, watch, held.looks);
          if (planned.outcome !== 'unsolved') return answerOf(planned, house, call.query);
          return { problem: app.stopping.aborted ? stopped : unsolved(planned.why) };
        };
        if (!wantsToFollow(call.headers.accept)) return sendTold(reply, await told({ signal }));
        const stream = openPlanStream(reply);
        try {
          stream.end(await told({ signal, onProgress: stream.onProgress }));
        } catch (error) {
          call.log.error(error);
          stream.end({
            problem: callProblem(500, 'FAILED', 'Muster failed to answer; nothing was half-done.', 'Ask again.'),
          });
        }
        return reply;
      },
    );
  };

const stopped = callProblem(
  503,
  'STOPPING',
  'This server is being stopped; no plan was recorded.',
  'Ask again: another server may answer.',
);
const unsolved = (why: string): Problem =>
  callProblem(422, 'PLAN_UNSOLVED', why, 'Amend the request, or ask again later.');

/** Whoever has gone away waits for nothing, and a server that stops makes nothing more: what is done for him alone is ended. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return AbortSignal.any([gone.signal, reply.server.stopping]);
}

function addCommand(app: FastifyInstance, name: CommandName, house: House, now: () => Instant): void {
  const { doc, who } = catalogue[name];
  const isChange = changesWhatExists(name);
  const example = exampleOf(name);
  app.post(
    `/api/commands/${name}`,
    {
      schema: {
        operationId: name,
        tags: ['command'],
        security: [{ token: [] }],
        summary: doc,
        description: `May be given by: ${who.join(', ')}.`,
        headers: isChange ? changeHead : commandKey,
        querystring: waitQuery,
        body: z
          .strictObject({ by: callerSchema, data: givenSchema(name) })
          .meta(example ? { examples: [example] } : {}),
        response: isChange ? { ...answers, ...changeAnswers } : answers,
      },
    },
    async (call, reply) => {
      const given = call.body as { by: never; data: unknown };
      const commandId = call.headers['idempotency-key'] as CommandId;
      const ifMatch = isChange ? (call.headers['if-match'] as string | undefined) : '*';
      const held = await looksOf(house, commandId, ifMatch);
      if ('status' in held) return sendProblem(reply, held);
      const answer = await house.carryOut({ ...given, commandId, name, at: now() }, held.looks);
      return send(reply, answer, house, call.query as Waiting);
    },
  );
}

type Waiting = z.infer<typeof waitQuery>;

/** What is answered, whichever way it goes out. */
type Told = { readonly answer: z.infer<typeof recorded> } | { readonly problem: Problem };

const send = async (reply: FastifyReply, answer: Answer, house: House, waiting: Waiting) =>
  sendTold(reply, await answerOf(answer, house, waiting));

const sendTold = (reply: FastifyReply, told: Told) =>
  'problem' in told ? sendProblem(reply, told.problem) : reply.send(told.answer);

async function answerOf(answer: Answer, house: House, { wait }: Waiting): Promise<Told> {
  if (isRefusal(answer)) return { problem: problemOf(answer) };
  const { outcome, commandId } = answer;
  const facts = [...answer.facts];
  const plain = { outcome, commandId, stream: answer.stream, facts };
  if (wait === undefined) return { answer: plain };
  const [first] = facts;
  const places = first ? await house.log.store.recordedWith({ stream: answer.stream, position: first.position }) : [];
  const proofs = await house.log.proofs(places, mostWaitMs);
  return { answer: { ...plain, proofs: places.map((place, i) => ({ ...place, proof: proofs[i] ?? null })) } };
}
