import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import type { ServerMeter } from './server-meter.ts';
import type { LogLevel } from './server-settings.ts';

/**
 * A log of lines of JSON in which no words of a caller's can come to stand: not the address asked for, but its route; no
 * query, no header, no body; of an error that nobody foresaw its kind and where it arose, not its words.
 */
export const callLog = (level: LogLevel, to: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorInLog, req: () => undefined, res: () => undefined },
      hooks: {
        // An error alone would lend the line its words.
        logMethod(args, log) {
          const [first] = args as readonly unknown[];
          // An error by itself would lend the line its words.
          log.apply(this, first instanceof Error ? [{ err: first }, 'failed'] : args);
        },
      },
    },
    to,
  );

function errorInLog(error: Error & { code?: string }) {
  const { type, stack = '' } = stdSerializers.err(error);
  const where = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type,
    ...(typeof error.code === 'string' && { code: error.code }),
    stack: where.slice(0, 12).map((line) => line.trim()),
  };
}

/** Every call gets a number of ours: what a caller sends as one could be anything. */
export const callLogOptions: Pick<FastifyServerOptions, 'logController' | 'genReqId'> = {
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'call' }),
  genReqId: () => randomUUID(),
};

/** One line a call once it is answered, and the same to the meter. */
export function logCalls(app: FastifyInstance, meter: ServerMeter | undefined): void {
  app.addHook('onRequest', async (call, reply) => {
    reply.header('x-request-id', call.id);
  });
  app.addHook('onResponse', async (call, reply) => {
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const told = {
      method: call.method,
      // The pattern, such as /api/requests/:requestId: of a call to nowhere not even that.
      route: call.routeOptions.url ?? 'none',
      status: reply.statusCode,
    };
    meter?.answered(told, reply.elapsedTime);
    const code = reply.problemCode;
    call.log.info({ ...told, ms, ...(code !== undefined && { code }) }, 'answered');
  });
  app.addHook('onRequestAbort', async (call) => {
    call.log.info({ method: call.method, route: call.routeOptions.url ?? 'none' }, 'caller went away');
  });
}
