import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { IdentityMeans } from './identity-means.ts';
import { isFresh } from './sessions.ts';

const me = z.object({
  kind: z.enum(['anonymous', 'exercise', 'member']),
  access: z.enum(['exercise', 'members']),
  personId: z.string().nullable(),
  displayName: z.string().nullable(),
  through: z.enum(['session', 'token']).nullable(),
  authenticatedAt: z.string().nullable(),
  fresh: z.boolean().describe('Whether the login is recent enough to carry out a decision.'),
  scopes: z.array(z.string()).nullable().describe('What a token may be used for; null where there is no such limit.'),
});

/** Whom the server takes a caller for. */
export const whoAmIRoute =
  ({ accounts, access, now, settings }: IdentityMeans): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/me',
      {
        schema: {
          operationId: 'whoAmI',
          tags: ['identity'],
          summary: 'Whom you are taken for.',
          response: { 200: me },
        },
      },
      async ({ caller }, reply) => {
        reply.header('cache-control', 'no-store');
        const nobody = { personId: null, displayName: null, through: null, authenticatedAt: null, scopes: null };
        if (caller.kind !== 'member') return { kind: caller.kind, access, ...nobody, fresh: false };
        const { personId, through, authenticatedAt, scopes } = caller;
        const { freshLoginMinutes } = await settings();
        return {
          kind: caller.kind,
          access,
          personId,
          displayName: (await accounts.member(personId))?.displayName ?? null,
          through,
          authenticatedAt,
          fresh: through === 'session' && isFresh(authenticatedAt, now(), freshLoginMinutes),
          scopes: scopes ? [...scopes] : null,
        };
      },
    );
  };
