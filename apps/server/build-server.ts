import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import { type House, SeenMoved } from '@muster/house';
import type { Instant } from '@muster/terms';
import fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import {
  createJsonSchemaTransform,
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { callLogOptions, logCalls } from './call-log.ts';
import { directoryRoutes } from './directory-routes.ts';
import { guardRoutes } from './guard-routes.ts';
import { identity } from './identity/identity.ts';
import { jobRoutes } from './job-routes.ts';
import { limitCalls, mostMegabytes, senderLimits, TurnedAway } from './limits.ts';
import { listRoutes } from './list-routes.ts';
import { liveRoutes } from './live-routes.ts';
import { logEntryRoutes, logRoutes } from './log-routes.ts';
import { operatingRoutes } from './operating-routes.ts';
import { answerConditionally } from './preconditions.ts';
import { callProblem, sendProblem } from './problem.ts';
import { type ApiDocument, referenceRoutes } from './reference-page.ts';
import { commandRoutes, readRoutes } from './routes.ts';
import type { ServerMeter } from './server-meter.ts';
import { exerciseSettings, type ServerSettings } from './server-settings.ts';
import { standInRoutes } from './stand-in-routes.ts';
import { traceCalls } from './telemetry.ts';
import { knowCallers } from './who-calls.ts';
import { witnessRoutes } from './witness-routes.ts';

export interface ServerTerms {
  readonly house: House;
  /** Whoever knows it may give commands, in an exercise. */
  readonly token: string;
  readonly now: () => Instant;
  /** The built web application; absent when only the API is served. */
  readonly webFolder?: string;
  /** Takes a line a call, see call-log.ts; nothing is logged without. */
  readonly log?: FastifyBaseLogger;
  /** Counts what is done; /metrics shows it, and is not there without. */
  readonly meter?: ServerMeter;
  /** Makes a span a call, see telemetry.ts. */
  readonly traces?: boolean;
  /** Aborted as soon as the server is to stop: it is ready no more, and what it makes for callers is ended. */
  readonly stopping?: AbortSignal;
  /** How many may listen at once; 5,000 unless told. */
  readonly mostListeners?: number | undefined;
  /** How it is run; an exercise on this machine unless told. */
  readonly settings?: ServerSettings;
}

/** The one door: the API derived from the command catalogue, and the page. */
export async function buildServer(terms: ServerTerms): Promise<FastifyInstance> {
  const settings = terms.settings ?? exerciseSettings;
  const app = fastify({
    trustProxy: settings.trustedProxies.length > 0 && [...settings.trustedProxies],
    ...(terms.log && { loggerInstance: terms.log }),
    ...callLogOptions,
    ...senderLimits,
    frameworkErrors: (error, _call, reply) => void sendUnroutable(error, reply),
    // What was asked is still answered; connections on which nothing is asked are closed.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  });
  app.decorateReply('problemCode', undefined);
  app.decorate('stopping', terms.stopping ?? new AbortController().signal);
  logCalls(app, terms.meter);
  guardRoutes(app, { house: terms.house, access: settings.access, now: terms.now });
  if (terms.traces) await traceCalls(app);
  closeWhenAnswered(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        // The page plans what-ifs itself: its solver is WebAssembly, which this allows, and no text that becomes code.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        // The design system sets widths on its own elements.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'base-uri': ["'none'"],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Muster',
        version: '0.1.0',
        description: 'One government borrows people from others. Generated from the command catalogue.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: createJsonSchemaTransform({}),
    transformObject: jsonSchemaTransformObject,
  });
  const webFolder = terms.webFolder && existsSync(terms.webFolder) ? terms.webFolder : undefined;
  if (webFolder) await app.register(fastifyStatic, { root: webFolder, wildcard: false });
  answerErrors(app, webFolder !== undefined);
  refuseOtherHosts(app, settings.hostNames);
  answerConditionally(app);
  const who = identity(app, { house: terms.house, settings, now: terms.now });
  knowCallers(app, { access: settings.access, token: terms.token, find: who.find });
  await limitCalls(app, settings, terms.meter);
  who.guard();
  if (terms.meter) {
    await app.register(operatingRoutes({ house: terms.house, meter: terms.meter, settings }));
  }
  await app.register(listRoutes(terms.house));
  await who.addRoutes();
  await app.register(readRoutes(terms.house));
  await app.register(standInRoutes(terms.house));
  await app.register(directoryRoutes(terms.house, terms.now));
  await app.register(liveRoutes(terms.house, terms.mostListeners));
  await app.register(logRoutes(terms.house));
  await app.register(witnessRoutes(terms.house));
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (call, reply) => {
      if (call.caller.kind === 'anonymous') {
        return sendProblem(reply, settings.access === 'exercise' ? noToken : noLogin);
      }
    });
    await scope.register(commandRoutes(terms.house, terms.now));
    await scope.register(logEntryRoutes(terms.house));
    await scope.register(jobRoutes(terms.house));
  });
  app.get('/api/openapi.json', { schema: { hide: true, operationId: 'showApi' } }, async () => app.swagger());
  await app.register(referenceRoutes(() => app.swagger() as unknown as ApiDocument));
  await app.ready();
  return app;
}

const noToken = callProblem(
  401,
  'NO_TOKEN',
  'This needs the token of this house.',
  'Send "Authorization: Bearer …" with the token in the file "token" of the data folder.',
);

const noLogin = callProblem(
  401,
  'ACCESS_LOGIN_NEEDED',
  'Nobody is known to call, and this is not for everybody.',
  'Log in at /login; a program sends "Authorization: Bearer …" with an API token that an administrator made for it.',
);

/** A connection on which something is answered while the server closes is closed with that answer; else it would be waited for. */
function closeWhenAnswered(app: FastifyInstance): void {
  let isClosing = false;
  // Browsers open connections ahead of time; Node takes one on which nothing was ever asked for busy, and would wait for it.
  const unasked = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    if (isClosing) return socket.destroy();
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  app.server.on('request', ({ socket }) => unasked.delete(socket));
  app.addHook('preClose', async () => {
    isClosing = true;
    for (const socket of unasked) socket.destroy();
  });
  app.addHook('onSend', async (_call, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}

/** An address that cannot even be looked up is answered before any hook of ours: like all else, and with nothing of it repeated. */
function sendUnroutable(error: FastifyError, reply: FastifyReply) {
  const words = error.statusCode === 414 ? 'A part of the address is too long.' : 'The address cannot be read.';
  reply.headers({
    'content-security-policy': "default-src 'self'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
  });
  const allowed = 'GET /api/openapi.json lists what there is.';
  return sendProblem(reply, callProblem(error.statusCode ?? 400, 'CALL_INVALID', words, allowed));
}

const noRoute = (method: string, url: string) =>
  callProblem(
    404,
    'NO_ROUTE',
    `There is nothing at ${method} ${url.split('?')[0]}.`,
    'GET /api/openapi.json lists what there is.',
  );

/** The record says in its code what is wrong: a cursor of another record is the caller's, all else the database's. */
const statusOfFailure = (error: Error & { code?: string }): number =>
  error.code === 'RECORD_CURSOR_UNKNOWN'
    ? 400
    : ['RecordFailure', 'AccountsFailure', 'LawMoved', 'EventUnknown'].includes(error.name)
      ? 503
      : 500;

/** Where there is a page, whoever wants one gets it at any address: the page itself knows its addresses. */
function answerErrors(app: FastifyInstance, hasPage: boolean): void {
  app.setNotFoundHandler((call, reply) => {
    const wantsPage =
      call.method === 'GET' && !call.url.startsWith('/api/') && call.headers.accept?.includes('text/html');
    return hasPage && wantsPage ? reply.sendFile('index.html') : sendProblem(reply, noRoute(call.method, call.url));
  });
  app.setErrorHandler((error: FastifyError, call, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const faults = error.validation.map((v) => ({
        field: v.instancePath.split('/').filter(Boolean).join('.') || 'body',
        problem: v.message ?? 'is not right',
      }));
      const detail = faults.map((f) => `${f.field}: ${f.problem}`).join('; ');
      const problem = callProblem(400, 'COMMAND_INVALID', detail, 'Send what the OpenAPI document names.');
      return sendProblem(reply, { ...problem, faults });
    }
    if (error instanceof TurnedAway) {
      return sendProblem(reply, callProblem(error.statusCode, error.code, error.message, error.allowed));
    }
    if (error instanceof SeenMoved) {
      const allowed =
        'Read it again, look at what has changed, and give the command with its new ETag; the id may stay.';
      return sendProblem(reply, callProblem(412, error.code, error.message, allowed));
    }
    const status = error.statusCode ?? statusOfFailure(error);
    // Only of what nobody foresaw does it matter where in the code it was.
    if (status === 500) call.log.error(error);
    else if (status > 500) call.log.error({ code: error.code }, error.message);
    const detail = status === 500 ? 'Muster failed to answer; nothing was half-done.' : error.message;
    const code = status >= 500 ? 'FAILED' : 'CALL_INVALID';
    return sendProblem(reply, callProblem(status, code, detail, allowedInstead(status)));
  });
}

const allowedInstead = (status: number): string => {
  if (status === 413) return `A body may have up to ${mostMegabytes} MB: divide what you send.`;
  return status >= 500
    ? 'Try again; if it stays, look at the log.'
    : 'Send JSON as the OpenAPI document at GET /api/openapi.json describes it.';
};

/** A page elsewhere must not reach this machine's Muster through a name that points here. */
function refuseOtherHosts(app: FastifyInstance, names: readonly string[]): void {
  const own = new Set(['127.0.0.1', 'localhost', '[::1]', ...names]);
  app.addHook('onRequest', async (call, reply) => {
    const asked = (call.hostname ?? '').toLowerCase();
    if (!own.has(asked) && !call.routeOptions.config.anyHost) {
      const detail = `This Muster does not answer for "${asked}".`;
      const allowed = `Use ${names.length > 0 ? names.join(' or ') : '127.0.0.1 or localhost'}.`;
      return sendProblem(reply, callProblem(421, 'OTHER_HOST', detail, allowed));
    }
  });
}
