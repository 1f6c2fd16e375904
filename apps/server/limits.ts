import type { Server } from 'node:http';
import { getHeapStatistics } from 'node:v8';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyHttpOptions, FastifyInstance, FastifyReply } from 'fastify';
import type { ServerMeter } from './server-meter.ts';
import type { ServerSettings } from './server-settings.ts';

/** As much as a plan of the greatest request needs, many times over. */
export const mostMegabytes = 20;

/** How long a caller may take to send, and how much. Node looks for the slow ones every few seconds. */
export const senderLimits = {
  bodyLimit: mostMegabytes * 1024 * 1024,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 3_000, maxHeaderSize: 16 * 1024 },
} satisfies FastifyHttpOptions<Server>;

/** How many calls that change something may wait for their answer at once. */
const mostChanging = 2_000;
const comeAgainSeconds = 2;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered also when others are asked to come later: whoever watches must see why. */
    evenUnderPressure?: boolean;
    /** Answered by whatever name it is called. */
    anyHost?: boolean;
  }
}

/** Thrown where a call is not looked at at all. */
export class TurnedAway extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly allowed: string;

  constructor(statusCode: number, code: string, detail: string, allowed: string) {
    super(detail);
    this.name = 'TurnedAway';
    this.statusCode = statusCode;
    this.code = code;
    this.allowed = allowed;
  }
}

/** Nobody takes all for himself, and nobody waits for ever: too many calls are 429, too much work is 503, both with Retry-After. */
export async function limitCalls(
  app: FastifyInstance,
  { callsPerMinute, mostDelayMs }: ServerSettings,
  meter: ServerMeter | undefined,
): Promise<void> {
  const underPressureNow = (reply: FastifyReply) => {
    meter?.turnedAway('pressure');
    reply.header('retry-after', comeAgainSeconds);
    const detail = 'This server has more to do than it can: nothing of this call was done.';
    return new TurnedAway(503, 'UNDER_PRESSURE', detail, `Come again in ${comeAgainSeconds} seconds.`);
  };
  await app.register(underPressure, {
    ...(mostDelayMs !== undefined && { maxEventLoopDelay: mostDelayMs }),
    maxHeapUsedBytes: Math.floor(getHeapStatistics().heap_size_limit * 0.9),
    sampleInterval: 1_000,
    pressureHandler: async (call, reply) => {
      if (!call.routeOptions.config.evenUnderPressure) throw underPressureNow(reply);
    },
  });
  let changing = 0;
  app.addHook('onRequest', async (call, reply) => {
    if (call.method === 'GET' || call.method === 'HEAD') return;
    if (changing >= mostChanging) throw underPressureNow(reply);
    changing += 1;
    reply.raw.once('close', () => {
      changing -= 1;
    });
  });
  if (callsPerMinute === undefined) return;
  await app.register(rateLimit, {
    max: callsPerMinute,
    timeWindow: 60_000,
    // So many callers are remembered; who has not called for longest is forgotten first.
    cache: 20_000,
    keyGenerator: ({ caller, ip }) => (caller.kind === 'member' ? caller.personId : ip),
    errorResponseBuilder: (_call, { max, ttl }) => {
      meter?.turnedAway('rate');
      const detail = `More than ${max} calls came from you within a minute.`;
      return new TurnedAway(429, 'TOO_MANY_CALLS', detail, `Come again in ${Math.ceil(ttl / 1000)} seconds.`);
    },
  });
}
