import type { ApiToken } from '@muster/accounts-sql';
import { personIdSchema } from '@muster/terms';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { callProblem, problemSchema, sendProblem } from '../problem.ts';
import { freshFault } from './fresh.ts';
import type { IdentityMeans } from './identity-means.ts';
import { invite } from './invite.ts';
import { isMachine, makeToken, mostTokenDays } from './make-token.ts';

const tokenShown = z.object({
  tokenId: z.string(),
  personId: z.string(),
  label: z.string(),
  scopes: z.array(z.string()),
  madeAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});

const oneLine = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u, 'must be one line');
const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema };

/** What an administrator does for members and machines: tokens made, shown and revoked, and people invited. */
export const tokenRoutes =
  (means: IdentityMeans, scopesThereAre: () => ReadonlySet<string>): FastifyPluginAsyncZod =>
  async (app) => {
    const { accounts, now, origin } = means;
    app.addHook('onRequest', (call, reply) => administratorsAlone(means, call, reply));
    app.get(
      '/api/tokens',
      {
        schema: {
          operationId: 'listTokens',
          tags: ['identity'],
          summary: 'Every API token: whose, for what, until when, last used when. Never the token itself.',
          response: { 200: z.array(tokenShown), ...problems },
        },
      },
      async () => (await accounts.tokens()).map(shown),
    );
    app.post(
      '/api/tokens',
      {
        schema: {
          operationId: 'makeToken',
          tags: ['identity'],
          security: [{ token: [] }],
          summary: 'Makes a token by which a machine calls. It is shown this once.',
          body: z.strictObject({
            label: oneLine.describe('What it is for, such as "nightly export".'),
            personId: personIdSchema
              .optional()
              .describe('The machine, or yourself, in whose name it calls; a new machine unless told.'),
            scopes: z
              .array(z.string().max(80))
              .min(1)
              .max(100)
              .describe('operationIds, or groups of them such as "read".'),
            days: z.int().min(1).max(mostTokenDays).default(90),
          }),
          response: { 201: tokenShown.extend({ token: z.string() }), ...problems },
        },
      },
      async (call, reply) => {
        const { label, personId, scopes, days } = call.body;
        const unknown = scopes.find((scope) => !scopesThereAre().has(scope));
        if (unknown !== undefined) {
          const detail = `There is no operation or group of operations called "${unknown}".`;
          const allowed = `Groups: ${[...scopesThereAre()].filter((one) => /^[a-z]+$/.test(one)).join(', ')}; operationIds are in GET /api/openapi.json.`;
          return sendProblem(reply, callProblem(400, 'TOKEN_SCOPE_UNKNOWN', detail, allowed));
        }
        const whose = personId === undefined ? undefined : await accounts.member(personId);
        const own = call.caller.kind === 'member' ? call.caller.personId : undefined;
        if (whose && whose.personId !== own && !isMachine(whose)) return sendProblem(reply, anothers(whose.personId));
        const made = await makeToken(accounts, { label, personId, scopes, days, at: now() });
        if (!made) return sendProblem(reply, unknownMember(String(personId)));
        reply.header('cache-control', 'no-store').code(201);
        return { ...shown(made.token), token: made.secret };
      },
    );
    app.delete(
      '/api/tokens/:tokenId',
      {
        schema: {
          operationId: 'revokeToken',
          tags: ['identity'],
          security: [{ token: [] }],
          summary: 'Ends a token at once.',
          params: z.object({ tokenId: z.string().max(100) }),
          response: { 204: z.null(), ...problems },
        },
      },
      async (call, reply) => {
        if (await accounts.revokeToken(call.params.tokenId, now())) return reply.code(204).send(null);
        const detail = `There is no token "${call.params.tokenId}" that stands.`;
        return sendProblem(
          reply,
          callProblem(404, 'TOKEN_NOT_THERE', detail, 'GET /api/tokens lists those there are.'),
        );
      },
    );
    app.post(
      '/api/invitations',
      {
        schema: {
          operationId: 'invite',
          tags: ['identity'],
          security: [{ token: [] }],
          summary: 'Makes a link by which one person becomes a member, once, within a day. It is shown this once.',
          body: z.strictObject({ displayName: oneLine, personId: personIdSchema.optional() }),
          response: {
            201: z.object({ personId: z.string(), link: z.string(), expiresAt: z.string() }),
            409: problemSchema,
            ...problems,
          },
        },
      },
      async (call, reply) => {
        const personId = call.body.personId ?? means.drawPersonId();
        if (await accounts.member(personId)) {
          const detail = `"${personId}" is a member already.`;
          return sendProblem(reply, callProblem(409, 'MEMBER_EXISTS', detail, 'Leave the personId out: one is drawn.'));
        }
        const { path, expiresAt } = await invite(accounts, { ...call.body, personId, at: now() });
        reply.header('cache-control', 'no-store').code(201);
        return { personId, link: `${origin()}${path}`, expiresAt };
      },
    );
  };

const shown = ({ tokenId, personId, label, scopes, madeAt, expiresAt, usedAt, revokedAt }: ApiToken) => ({
  tokenId,
  personId,
  label,
  scopes: [...scopes],
  madeAt,
  expiresAt,
  usedAt: usedAt ?? null,
  revokedAt: revokedAt ?? null,
});

const anothers = (personId: string) =>
  callProblem(
    403,
    'TOKEN_FOR_ANOTHER',
    `"${personId}" is a person, and would answer for what the token does.`,
    'Leave the personId out: a machine of its own is made, to which roles are given; or name yourself, or a machine there is.',
  );

const unknownMember = (personId: string) =>
  callProblem(
    404,
    'MEMBER_UNKNOWN',
    `There is no member "${personId}".`,
    'Leave the personId out: a machine of its own is made.',
  );

/** A machine makes no way in for others: an administrator is a person who logged in a short while ago. */
async function administratorsAlone(means: IdentityMeans, call: FastifyRequest, reply: FastifyReply) {
  const { caller } = call;
  if (caller.kind === 'exercise') return;
  if (caller.kind === 'anonymous') {
    return sendProblem(reply, callProblem(401, 'NO_CALLER', 'This needs an administrator.', 'Log in at /login.'));
  }
  if (caller.through === 'token' || !(await means.isAdministrator(caller.personId))) {
    const detail = 'Tokens and invitations are made and shown by administrators alone, who log in themselves.';
    return sendProblem(reply, callProblem(403, 'CALLER_NOT_ADMINISTRATOR', detail, 'Ask an administrator.'));
  }
  const fault =
    call.method === 'GET' ? undefined : freshFault(caller, means.now(), (await means.settings()).freshLoginMinutes);
  if (fault) return sendProblem(reply, fault);
}
