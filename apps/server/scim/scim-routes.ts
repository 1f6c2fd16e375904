import type { House } from '@muster/house';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IdentityMeans } from '../identity/identity-means.ts';
import { ScimFault, scimError, scimType, sendScim } from './scim-answers.ts';
import { scimDiscoveryRoutes } from './scim-discovery-routes.ts';
import { scimGroupRoutes } from './scim-group-routes.ts';
import { scimUserRoutes } from './scim-member-routes.ts';

const mostBytes = 256 * 1024;

/** SCIM 2.0 (RFC 7643, RFC 7644): the organisation's own directory says who is a member, and who holds which role. */
export function scimRoutes(app: FastifyInstance, house: House, means: IdentityMeans): void {
  app.register(async (scope) => {
    for (const type of ['application/scim+json', 'application/json']) {
      if (scope.hasContentTypeParser(type)) scope.removeContentTypeParser(type);
      scope.addContentTypeParser(type, { parseAs: 'string', bodyLimit: mostBytes }, (_call, body, done) => {
        try {
          done(null, JSON.parse(String(body)));
        } catch {
          done(new ScimFault(400, 'The body is not JSON.', 'invalidSyntax'), undefined);
        }
      });
    }
    scope.addHook('onRequest', (call, reply) => scimTokensAlone(means, call, reply));
    scope.addHook('onSend', async (_call, reply, payload) => asScim(reply, payload));
    scope.setErrorHandler((error: Error & { statusCode?: number }, call, reply) => {
      if (error instanceof ScimFault)
        return sendScim(reply, error.status, scimError(error.status, error.message, error.kind));
      const status = error.statusCode ?? 500;
      if (status >= 500) call.log.error(error);
      const words = status >= 500 ? 'Muster failed to answer; try again.' : error.message;
      return sendScim(reply, status, scimError(status, words));
    });
    scimDiscoveryRoutes(scope, means.origin);
    scimUserRoutes(scope, means);
    scimGroupRoutes(scope, { house, now: means.now, origin: means.origin });
  });
}

/** A machine alone: a token made for this, whose member is an administrator. What can be done is told to every such token. */
async function scimTokensAlone(means: IdentityMeans, { caller }: FastifyRequest, reply: FastifyReply) {
  if (caller.kind !== 'member' || caller.through !== 'token') {
    reply.header('www-authenticate', 'Bearer');
    return sendScim(
      reply,
      401,
      scimError(401, 'Send "Authorization: Bearer …" with an API token of the scope "scim".'),
    );
  }
  if (!(await means.isAdministrator(caller.personId))) {
    const words = `${caller.personId}, in whose name this token calls, is no administrator: give that role first.`;
    return sendScim(reply, 403, scimError(403, words));
  }
}

/** What is refused before these routes are asked is said in SCIM's form too. */
function asScim(reply: FastifyReply, payload: unknown): unknown {
  if (!String(reply.getHeader('content-type')).startsWith('application/problem+json')) return payload;
  const { status, detail } = JSON.parse(String(payload)) as { status: number; detail: string };
  const body = JSON.stringify(scimError(status, detail));
  reply.header('content-type', scimType).header('content-length', Buffer.byteLength(body));
  return body;
}
