import type { Cursor } from '@muster/flow';
import type { House } from '@muster/house';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { cursorsOf, cursorUnknown } from './cursors.ts';
import { type Listener, liveFeed } from './live-feed.ts';
import { callProblem, problemSchema, sendProblem } from './problem.ts';

/** More than these, and a server tells nobody else: there may be another. */
const mostListeners = 5_000;
/** Whoever takes nothing in is let go, and comes back with the place they had reached. */
const mostWaitingBytes = 1024 * 1024;
const heartbeatMs = 15_000;
const comeBackMs = 2_000;

const liveHead = z.looseObject({
  'last-event-id': z
    .string()
    .max(2000)
    .optional()
    .describe('Where to go on: the id of the last message that was heard.'),
});

/** Tells whoever listens that something was recorded, as it is recorded (Server-Sent Events). */
export const liveRoutes =
  (house: House, mostAtOnce = mostListeners): FastifyPluginAsyncZod =>
  async (app) => {
    const cursors = cursorsOf(house);
    const feed = liveFeed({ tail: (...args) => house.record.tail(...args), end: () => house.record.end() });
    const open = new Set<FastifyReply>();
    const heartbeat = setInterval(() => {
      for (const reply of open) reply.raw.write(': here\n\n');
    }, heartbeatMs);
    heartbeat.unref();
    const letAllGo = () => {
      for (const reply of open) letGo(reply);
    };
    app.stopping.addEventListener('abort', letAllGo, { once: true });
    app.addHook('preClose', async () => {
      clearInterval(heartbeat);
      app.stopping.removeEventListener('abort', letAllGo);
      letAllGo();
    });
    app.get(
      '/api/live',
      {
        schema: {
          operationId: 'live',
          tags: ['read'],
          summary: 'What is recorded, as it is recorded: Server-Sent Events, for whoever accepts text/event-stream.',
          description:
            'First `here`, and then `recorded` with the events by their stream, position and type, each once; whoever does not see all hears only that something was recorded. Send the id of the last message as Last-Event-ID to go on behind it, on whichever server.',
          headers: liveHead,
          response: {
            200: { description: 'Messages without an end.', content: { 'text/event-stream': { schema: z.string() } } },
            400: problemSchema,
            406: problemSchema,
            503: problemSchema,
          },
        },
      },
      async (call, reply) => {
        if (!call.headers.accept?.includes('text/event-stream')) return sendProblem(reply, notAccepted());
        if (open.size >= mostAtOnce) return sendProblem(reply, tooMany());
        const given = call.headers['last-event-id'] as string | undefined;
        const after = given ? await cursors.read('live', given) : undefined;
        if (given && after === undefined) return sendProblem(reply, cursorUnknown());
        await tell(call, reply, after as Cursor | undefined);
        return reply;
      },
    );

    async function tell(call: FastifyRequest, reply: FastifyReply, after: string | undefined): Promise<void> {
      const gone = new AbortController();
      reply.hijack();
      open.add(reply);
      reply.raw.once('close', () => gone.abort());
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // A proxy that gathers what it passes on would hold every message back.
        'x-accel-buffering': 'no',
      });
      reply.raw.write(`retry: ${comeBackMs}\n\n`);
      // Signing takes a moment: one after another, so that messages stay in their order.
      let sending = Promise.resolve();
      const send = (name: string, data: object, at: Cursor | undefined) => {
        sending = sending.then(async () => {
          const id = at === undefined ? '' : `id: ${await cursors.sign('live', at)}\n`;
          if (gone.signal.aborted) return;
          reply.raw.write(`event: ${name}\n${id}data: ${JSON.stringify(data)}\n\n`);
          if (reply.raw.writableLength > mostWaitingBytes) reply.raw.destroy();
        });
        sending.catch(() => reply.raw.destroy());
      };
      const listener: Listener = {
        here: (at) => send('here', {}, at),
        hear: (events, at) => {
          const shown = events.map(({ stream, position, fact }) => ({ stream, position, type: fact.type }));
          // Who sees a part hears that something was recorded, and asks for what they see of it.
          send('recorded', call.standing.sight.sees === 'all' ? { events: shown } : {}, at);
        },
      };
      try {
        await feed.listen(after, listener, gone.signal);
      } catch (error) {
        call.log.warn({ code: (error as { code?: string }).code }, 'A listener was let go: the record did not answer.');
        reply.raw.end();
      } finally {
        open.delete(reply);
      }
    }
  };

/** Ends the messages and the connection with them: whoever does not take them in would keep a server from closing. */
function letGo(reply: FastifyReply): void {
  reply.raw.end();
  reply.raw.socket?.destroySoon();
}

const notAccepted = () =>
  callProblem(
    406,
    'LIVE_NOT_ACCEPTED',
    'This sends messages without an end, and the call does not accept them.',
    'Send "Accept: text/event-stream", as an EventSource does; GET /api/record gives the record page by page.',
  );

const tooMany = () =>
  callProblem(503, 'LISTENERS_FULL', 'As many listen as this server can tell.', 'Come again in a moment.');
