import type { House } from '@muster/house';
import { entryBundle, hashLength, longEntryBundle, longestEntry, type Tile, tileOfPath, tileWidth } from '@muster/log';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { callProblem, problemSchema, sendProblem } from './problem.ts';

/** What never changes may be kept by any cache for as long as it likes. */
const forEver = 'max-age=31536000, immutable';

const text = (description: string) => ({ description, content: { 'text/plain': { schema: z.string() } } });

/**
 * The log as C2SP tlog-tiles serves it: checkpoint, keys and hashes, for anyone. A hash says nothing of its event to
 * whoever does not hold that event already.
 */
export const logRoutes =
  (house: House): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/log/checkpoint',
      {
        schema: {
          operationId: 'logCheckpoint',
          tags: ['log'],
          summary: 'The newest checkpoint of the log, a signed note (C2SP tlog-checkpoint).',
          response: { 200: text('The checkpoint.'), 503: problemSchema },
        },
      },
      async (_call, reply) => {
        const { checkpoint } = await house.log.store.head();
        if (checkpoint === undefined) return sendProblem(reply, notSigned());
        return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(checkpoint);
      },
    );
    app.get(
      '/log/keys',
      {
        schema: {
          operationId: 'logKeys',
          tags: ['log'],
          summary: 'Every key of the log, oldest first, with the note that handed the log over to it.',
          response: {
            200: z.object({
              keys: z.array(z.object({ verifierKey: z.string(), fromSize: z.int(), handover: z.string().nullable() })),
            }),
          },
        },
      },
      async (_call, reply) => {
        const keys = await house.log.store.keys();
        return reply.header('cache-control', 'no-cache').send({
          keys: keys.map(({ verifierKey, fromSize, handover }) => ({
            verifierKey,
            fromSize,
            handover: handover ?? null,
          })),
        });
      },
    );
    app.get('/log/tile/*', { schema: { hide: true, operationId: 'logTile' } }, async (call, reply) => {
      const tile = tileOfPath(`tile/${(call.params as { '*': string })['*']}`);
      if (!tile || tile.level === 'entries') return sendProblem(reply, noTile(call.url));
      const [hashes] = await house.log.store.tiles([tile]);
      const bytes = hashes?.subarray(0, tile.width * hashLength);
      if (bytes?.length !== tile.width * hashLength) return sendProblem(reply, noTile(call.url));
      return sendBytes(reply, bytes, `public, ${forEver}`);
    });
    app.get(
      '/api/proof',
      {
        schema: {
          operationId: 'proveEvent',
          tags: ['log'],
          summary: 'The proof that the log holds an event, for whoever holds that event (C2SP tlog-proof).',
          querystring: z.object({
            stream: z.string().min(1).max(300),
            position: z.coerce.number().int().min(1),
          }),
          response: { 200: text('The proof file.'), 404: problemSchema, 503: problemSchema },
        },
      },
      async (call, reply) => {
        const { stream, position } = call.query;
        const [event] = await house.record.read(stream, position);
        if (!event) {
          const detail = `There is no event ${position} in the stream "${stream}".`;
          const allowed = 'The answer to a command names the stream and the positions of what it recorded.';
          return sendProblem(reply, callProblem(404, 'EVENT_UNKNOWN', detail, allowed));
        }
        const [proof] = await house.log.proofs([{ stream, position }], mostWaitMs);
        if (proof === undefined) return sendProblem(reply, notSigned());
        return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(proof);
      },
    );
  };

const mostWaitMs = 3_000;

/** The events themselves, which only the parties to them may see: with the house's token. */
export const logEntryRoutes =
  (house: House): FastifyPluginAsyncZod =>
  async (app) => {
    const entriesOf = async ({ index, width }: Tile) => {
      const from = index * tileWidth;
      const entries = await house.log.store.entries(from, from + width);
      return entries.length === width ? entries : undefined;
    };
    app.get('/log/tile/entries/*', { schema: { hide: true, operationId: 'logEntries' } }, async (call, reply) => {
      const rest = (call.params as { '*': string })['*'];
      const tile = tileOfPath(`tile/entries/${rest}`);
      const entries = tile && (await entriesOf(tile));
      if (!entries) return sendProblem(reply, noTile(call.url));
      if (entries.some((entry) => entry.length > longestEntry)) {
        const detail = `An event in it is longer than the ${longestEntry} bytes that the bundle of C2SP can hold.`;
        const allowed = `GET /log/long-entries/${rest} gives it with lengths of four bytes.`;
        return sendProblem(reply, callProblem(404, 'LOG_ENTRY_LONG', detail, allowed));
      }
      return sendBytes(reply, entryBundle(entries), `private, ${forEver}`);
    });
    app.get('/log/long-entries/*', { schema: { hide: true, operationId: 'logLongEntries' } }, async (call, reply) => {
      const tile = tileOfPath(`tile/entries/${(call.params as { '*': string })['*']}`);
      const entries = tile && (await entriesOf(tile));
      if (!entries) return sendProblem(reply, noTile(call.url));
      return sendBytes(reply, longEntryBundle(entries), `private, ${forEver}`);
    });
  };

const sendBytes = (reply: FastifyReply, bytes: Uint8Array, cache: string) =>
  reply.type('application/octet-stream').header('cache-control', cache).send(Buffer.from(bytes));

const noTile = (url: string) =>
  callProblem(
    404,
    'LOG_TILE_UNKNOWN',
    `The log has no tile at ${url.split('?')[0]}.`,
    'C2SP tlog-tiles says which tiles a log of the size in GET /log/checkpoint has.',
  );

const notSigned = () =>
  callProblem(
    503,
    'LOG_NOT_SIGNED',
    'The log has not been signed over that yet.',
    'Ask again in a second; if it stays, the server says on its standard error why it does not sign.',
  );
