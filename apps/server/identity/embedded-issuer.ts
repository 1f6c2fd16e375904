import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { Accounts } from '@muster/accounts-sql';
import type { PersonId } from '@muster/terms';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import type { JWK } from 'oidc-provider';
import type { CustomFetch } from 'openid-client';
import { issuerState } from './issuer-state.ts';
import { escapeText, page } from './pages.ts';
import { drawSecret } from './secrets.ts';

/** Where the issuer's own routes lie. */
export const issuerPath = '/oidc';
/** Where somebody is asked who they are. */
export const askPath = '/login/at';
export const ownClientId = 'muster';

export interface EmbeddedIssuer {
  readonly issuer: string;
  readonly clientSecret: string;
  readonly provider: Provider;
}

/** Muster's own OpenID Connect provider. Keys and secrets lie with the accounts, so that all servers are one issuer. */
export async function embeddedIssuer(
  accounts: Accounts,
  origin: string,
  houseName: () => Promise<string>,
): Promise<EmbeddedIssuer> {
  const issuer = `${origin}${issuerPath}`;
  const [key, cookieKey, clientSecret] = await Promise.all([
    accounts.secret('issuer-key', JSON.stringify(newKey())),
    accounts.secret('issuer-cookie-key', drawSecret()),
    accounts.secret('issuer-client-secret', drawSecret()),
  ]);
  const isSecure = origin.startsWith('https:');
  const cookie = { httpOnly: true, sameSite: 'lax', secure: isSecure, signed: true } as const;
  // Read only once somebody logs in: whoever never does starts without it.
  const { default: OidcProvider } = await import('oidc-provider');
  const provider: Provider = new OidcProvider(issuer, {
    adapter: issuerState(accounts),
    jwks: { keys: [JSON.parse(key) as JWK] },
    cookies: { keys: [cookieKey], long: cookie, short: cookie },
    clients: [
      {
        client_id: ownClientId,
        client_secret: clientSecret,
        redirect_uris: [`${origin}/login/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    // Name and address come with the ID token: nobody asks a second time.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 900, Session: 3600, Grant: 3600 },
    interactions: { url: (_call, asked) => `${askPath}/${asked.uid}` },
    findAccount: async (_call, subject) => {
      const member = await accounts.member(subject as PersonId);
      if (!member) return undefined;
      const { displayName: name, email } = member;
      return { accountId: subject, claims: async () => ({ sub: subject, name, ...(email && { email }) }) };
    },
    // There is one client, Muster itself: nobody has to allow it anything.
    loadExistingGrant: async ({ oidc }) => {
      const { client, account } = oidc;
      if (!client || !account) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    renderError: async (call, { error_description: words }) => {
      call.type = 'html';
      call.body = page(await houseName(), 'Logging in failed', [
        `<p>${escapeText(words ?? 'The provider refused.')}</p>`,
        '<p><a href="/login">Log in again</a></p>',
      ]);
    },
  });
  provider.proxy = true;
  provider.on('server_error', (_call, error) => process.stderr.write(`The issuer failed: ${error.message}\n`));
  return { issuer, clientSecret, provider };
}

function newKey(): JsonWebKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: drawSecret().slice(0, 12), use: 'sig', alg: 'ES256' };
}

/** Mounts an issuer's routes in the server. The issuer reads bodies itself, and answers by itself. */
export function mountIssuer(app: FastifyInstance, origin: () => string, issuer: () => Promise<EmbeddedIssuer>): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_call, _body, done) => done(null));
    scope.all(`${issuerPath}/*`, { schema: { hide: true } }, async (call, reply) => {
      const { provider } = await issuer();
      const handle = provider.callback();
      reply.hijack();
      await handle(asMounted(call, origin()), reply.raw);
    });
  });
}

/** The issuer sees its own paths, and the address that browsers see, whatever a proxy in between says. */
function asMounted({ raw }: FastifyRequest, origin: string): FastifyRequest['raw'] {
  const { protocol, host } = new URL(origin);
  const mounted = Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(issuerPath.length) });
  Object.assign(mounted.headers, { 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-host': host });
  return mounted;
}

/** How this server asks itself: in memory, so that no proxy and no name has to lead back here. */
export const askOwn =
  (app: FastifyInstance): CustomFetch =>
  async (address, { method, headers, body }) => {
    const { pathname, search, host } = new URL(address);
    const answer = await app.inject({
      method: method as 'GET',
      url: `${pathname}${search}`,
      headers: { ...headers, host },
      ...(body !== undefined && body !== null && { payload: String(body) }),
    });
    const bytes = answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload);
    return new Response(bytes, { status: answer.statusCode, headers: answer.headers as Record<string, string> });
  };
