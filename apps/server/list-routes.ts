import { type Outcome, outcomeSchema, storyEntrySchema } from '@muster/flow';
import type { House } from '@muster/house';
import { partyIdSchema, requestIdSchema } from '@muster/terms';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sendCsv, tableAnswer, wantsCsv } from './csv.ts';
import { cursorsOf, cursorUnknown } from './cursors.ts';
import { linkPages, pageOf, pageQuery, sortQuery } from './paging.ts';
import { callProblem, problemSchema, sendProblem } from './problem.ts';

const requestSummary = z.object({
  requestId: z.string(),
  title: z.string(),
  requesterId: z.string(),
  requester: z.string(),
  status: z.string(),
  asked: z.int(),
  permitted: z.int(),
  consented: z.int(),
  planned: z.int(),
  short: z.int(),
});

const requestQuery = z.strictObject({
  ...pageQuery,
  sort: sortQuery(['requestId', 'title', 'requester', 'status', 'asked', 'permitted', 'consented', 'planned', 'short']),
  status: z.enum(['drafted', 'submitted', 'withdrawn']).optional().describe('Only requests that stand so.'),
  party: partyIdSchema.optional().describe('Only requests of this party.'),
  text: z.string().min(1).max(200).optional().describe('Only requests with this in their title, id or requester.'),
});

/** The tables of one request, each by its rows. */
const tables = {
  lines: [outcomeSchema.shape.lines.element, (o: Outcome) => o.lines],
  consents: [outcomeSchema.shape.consents.element, (o: Outcome) => o.consents],
  refusals: [outcomeSchema.shape.refusals.element, (o: Outcome) => o.refusals],
  plans: [outcomeSchema.shape.plans.element, (o: Outcome) => o.plans],
} as const;
/** Who goes to which line, by the plan that stands. */
const sending = z.object({
  lineId: z.string(),
  party: z.object({ id: z.string(), name: z.string() }),
  kind: z.string(),
  people: z.int(),
});
const sendings = (o: Outcome) =>
  o.plans.at(-1)?.lines.flatMap(({ lineId, from }) => from.map((f) => ({ lineId, ...f }))) ?? [];

/** What became of each lender's order. */
const orderSummary = z.object({
  lenderId: z.string(),
  lender: z.string(),
  ordered: z.int().describe('Seats of the order as it stands.'),
  accepted: z.boolean(),
  declined: z.int().describe('Seats that the lender cannot fill.'),
  named: z.int().describe('On the roster, and not set out.'),
  onTheWay: z.int(),
  checkedIn: z.int().describe('There as the host says, and not yet as home says.'),
  present: z.int().describe('There, as both sides say: what counts.'),
  released: z.int().describe('Let go, and not yet home.'),
  home: z.int(),
});

/** Lists and tables: page by page, sorted by what may be sorted by, and as CSV for a spreadsheet. */
export const listRoutes =
  (house: House): FastifyPluginAsyncZod =>
  async (app) => {
    const cursors = cursorsOf(house);
    app.get(
      '/api/requests',
      {
        schema: {
          operationId: 'listRequests',
          tags: ['read'],
          summary: 'Requests with their figures, page by page.',
          querystring: requestQuery,
          response: { 200: tableAnswer(z.array(requestSummary)), 400: problemSchema },
        },
      },
      async (call, reply) => {
        const { status, party, text } = call.query;
        const sought = text?.toLowerCase();
        const wanted = (await house.sight.seen(call.standing.sight, await house.requests())).filter(
          (r) =>
            (status === undefined || r.status === status) &&
            (party === undefined || r.requesterId === party) &&
            (sought === undefined || [r.title, r.requestId, r.requester].some((t) => t.toLowerCase().includes(sought))),
        );
        const page = await pageOf('requests', wanted, 'requestId', call.query, cursors);
        if (!page) return sendProblem(reply, cursorUnknown());
        linkPages(call, reply, page.next);
        if (wantsCsv(call)) return sendCsv(reply, 'requests', requestSummary, page.rows);
        return reply.type('application/json').send([...page.rows]);
      },
    );
    const all = { ...tables, sendings: [sending, sendings] as const };
    for (const [name, [row, rowsOf]] of Object.entries(all)) {
      app.get(
        `/api/requests/:requestId/${name}`,
        {
          schema: {
            operationId: `list${name[0]?.toUpperCase()}${name.slice(1)}`,
            tags: ['read'],
            summary: `The ${name} of one request, as a table.`,
            params: z.object({ requestId: requestIdSchema }),
            response: { 200: tableAnswer(z.array(row as z.ZodType)), 400: problemSchema, 404: problemSchema },
          },
        },
        async (call, reply) => {
          const { requestId } = call.params as { requestId: z.infer<typeof requestIdSchema> };
          const outcome = await house.outcome(requestId);
          if (!outcome) return sendProblem(reply, requestUnknown(requestId));
          const rows = [...rowsOf(outcome)];
          return wantsCsv(call)
            ? sendCsv(reply, `${requestId}-${name}`, row, rows)
            : reply.type('application/json').send(rows);
        },
      );
    }
    app.get(
      '/api/requests/:requestId/orders',
      {
        schema: {
          operationId: 'listOrders',
          tags: ['read'],
          summary: "What became of each lender's order for a request, in figures: seats, and where its people are.",
          params: z.object({ requestId: requestIdSchema }),
          response: { 200: tableAnswer(z.array(orderSummary)), 400: problemSchema, 404: problemSchema },
        },
      },
      async (call, reply) => {
        const { requestId } = call.params;
        const rows = await house.orders(requestId);
        if (rows.length === 0 && !(await house.requests()).some((r) => r.requestId === requestId)) {
          return sendProblem(reply, requestUnknown(requestId));
        }
        if (wantsCsv(call)) return sendCsv(reply, `${requestId}-orders`, orderSummary, rows);
        return reply.type('application/json').send(rows);
      },
    );
    app.get(
      '/api/record',
      {
        schema: {
          operationId: 'listRecord',
          tags: ['read'],
          summary: 'The record as sentences, oldest first.',
          querystring: z.strictObject(pageQuery),
          response: {
            200: tableAnswer(z.object({ entries: z.array(storyEntrySchema), next: z.string().nullable() })),
            400: problemSchema,
          },
        },
      },
      async (call, reply) => {
        const { after, limit } = call.query;
        const from = after === undefined ? undefined : await cursors.read('record', after);
        if (after !== undefined && typeof from !== 'string') return sendProblem(reply, cursorUnknown());
        const { sight } = call.standing;
        const start = from as string | undefined;
        const page =
          sight.sees === 'all' ? await house.story(start, limit) : await house.sight.story(sight, start, limit);
        const { entries, next } = page;
        const atEnd = 'atEnd' in page ? page.atEnd : entries.length < limit;
        const cursor = next === undefined ? undefined : await cursors.sign('record', next);
        // The last page as it stood; its cursor still leads to whatever comes.
        linkPages(call, reply, atEnd ? undefined : cursor);
        if (wantsCsv(call)) return sendCsv(reply, 'record', storyEntrySchema, entries);
        return reply.type('application/json').send({ entries: [...entries], next: cursor ?? null });
      },
    );
  };

const requestUnknown = (requestId: string) =>
  callProblem(
    404,
    'REQUEST_UNKNOWN',
    `There is no request "${requestId}".`,
    'GET /api/requests lists those that exist.',
  );
