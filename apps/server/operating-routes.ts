import { timingSafeEqual } from 'node:crypto';
import type { House } from '@muster/house';
import type { FastifyPluginAsync } from 'fastify';
import { callProblem, sendProblem } from './problem.ts';
import type { ServerMeter } from './server-meter.ts';
import { isThisMachine, type ServerSettings } from './server-settings.ts';

export interface OperatingTerms {
  readonly house: House;
  readonly meter: ServerMeter;
  readonly settings: ServerSettings;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted as soon as the server is to stop. */
    readonly stopping: AbortSignal;
  }
}

/** Where those who operate it look: whether the process lives, whether it can serve, and what it counts. */
export const operatingRoutes =
  ({ house, meter, settings }: OperatingTerms): FastifyPluginAsync =>
  async (app) => {
    const free = (operationId: string) => ({
      schema: { hide: true, operationId },
      config: { rateLimit: false, evenUnderPressure: true, anyHost: true },
    });
    app.get('/healthz', free('healthz'), async (_call, reply) => {
      reply.header('cache-control', 'no-store');
      return { status: 'alive' };
    });
    app.get('/readyz', free('readyz'), async (_call, reply) => {
      reply.header('cache-control', 'no-store');
      const standing = app.stopping.aborted ? isStopping : await house.standing();
      if (standing.state === 'ready') return { status: 'ready' };
      return sendProblem(
        reply,
        callProblem(503, standing.code, standing.why, 'Ask again; GET /healthz says whether the process lives.'),
      );
    });
    const asked = {
      schema: { hide: true, operationId: 'metrics' },
      config: { rateLimit: false, evenUnderPressure: true },
    } as const;
    app.get('/metrics', asked, async (call, reply) => {
      if (!mayRead(call.ip, call.headers.authorization, settings.metricsToken)) {
        const allowed = 'Ask from this machine, or send "Authorization: Bearer …" with what MUSTER_METRICS_TOKEN says.';
        return sendProblem(reply, callProblem(401, 'NO_TOKEN', 'The metrics are not for everybody.', allowed));
      }
      const { kind, text } = await meter.read(house);
      return reply.type(kind).header('cache-control', 'no-store').send(text);
    });
  };

const isStopping = {
  state: 'notReady',
  code: 'STOPPING',
  why: 'This server is being stopped: what it was asked before is still answered.',
} as const;

/** Behind a proxy on this machine everybody seems to be here, unless the proxy is trusted to say who calls. */
function mayRead(from: string, authorization: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return isThisMachine(from);
  const given = Buffer.from(authorization?.replace(/^Bearer /, '') ?? '');
  const known = Buffer.from(token);
  return given.length === known.length && timingSafeEqual(given, known);
}
