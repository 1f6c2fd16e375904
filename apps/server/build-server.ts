import { timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import type { House } from '@muster/house';
import type { Instant } from '@muster/terms';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import {
  createJsonSchemaTransform,
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { callProblem } from './problem.ts';
import { commandRoutes, readRoutes } from './routes.ts';

export interface ServerTerms {
  readonly house: House;
  /** Whoever knows it may give commands. */
  readonly token: string;
  readonly now: () => Instant;
  /** The built web application; absent when only the API is served. */
  readonly webFolder?: string;
  readonly log?: boolean;
}

/** The one door: the API derived from the command catalogue, and the page. */
export async function buildServer(terms: ServerTerms): Promise<FastifyInstance> {
  const app = fastify({
    logger: terms.log ? { level: 'error', stream: process.stderr } : false,
    bodyLimit: 20 * 1024 * 1024,
    forceCloseConnections: true,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        // The design system sets widths on its own elements.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
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
  answerErrors(app);
  refuseOtherHosts(app);
  await app.register(readRoutes(terms.house));
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (call, reply) => {
      if (!bearsToken(call.headers.authorization, terms.token)) {
        const allowed = 'Send "Authorization: Bearer …" with the token in the file "token" of the data folder.';
        return reply
          .code(401)
          .type('application/problem+json')
          .send(callProblem(401, 'NO_TOKEN', 'Commands need the token of this house.', allowed));
      }
    });
    await scope.register(commandRoutes(terms.house, terms.now));
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  if (terms.webFolder && existsSync(terms.webFolder)) await serveWeb(app, terms.webFolder);
  await app.ready();
  return app;
}

async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, wildcard: false });
  app.setNotFoundHandler((call, reply) => {
    const wantsPage =
      call.method === 'GET' && !call.url.startsWith('/api/') && call.headers.accept?.includes('text/html');
    if (wantsPage) return reply.sendFile('index.html');
    return reply.code(404).type('application/problem+json').send(noRoute(call.method, call.url));
  });
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
  error.code === 'RECORD_CURSOR_UNKNOWN' ? 400 : error.name === 'RecordFailure' ? 503 : 500;

function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((call, reply) =>
    reply.code(404).type('application/problem+json').send(noRoute(call.method, call.url)),
  );
  app.setErrorHandler((error: FastifyError, call, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const faults = error.validation.map((v) => ({
        field: v.instancePath.split('/').filter(Boolean).join('.') || 'body',
        problem: v.message ?? 'is not right',
      }));
      const detail = faults.map((f) => `${f.field}: ${f.problem}`).join('; ');
      const problem = callProblem(400, 'COMMAND_INVALID', detail, 'Send what the OpenAPI document names.');
      return reply
        .code(400)
        .type('application/problem+json')
        .send({ ...problem, faults });
    }
    const status = error.statusCode ?? statusOfFailure(error);
    if (status >= 500) call.log.error(error);
    const detail = status === 500 ? 'Muster failed to answer; nothing was half-done.' : error.message;
    return reply
      .code(status)
      .type('application/problem+json')
      .send(
        callProblem(
          status,
          status >= 500 ? 'FAILED' : 'CALL_INVALID',
          detail,
          'Try again; if it stays, look at the log.',
        ),
      );
  });
}

/** A page elsewhere must not reach this machine's Muster through a name that points here. */
function refuseOtherHosts(app: FastifyInstance): void {
  const own = new Set(['127.0.0.1', 'localhost', '[::1]']);
  app.addHook('onRequest', async (call, reply) => {
    if (!own.has(call.hostname)) {
      const problem = callProblem(
        421,
        'OTHER_HOST',
        `This Muster does not answer for "${call.hostname}".`,
        'Use 127.0.0.1 or localhost.',
      );
      return reply.code(421).type('application/problem+json').send(problem);
    }
  });
}

function bearsToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header?.replace(/^Bearer /, '') ?? '');
  const known = Buffer.from(token);
  return given.length === known.length && timingSafeEqual(given, known);
}
