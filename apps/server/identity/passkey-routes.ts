import type { Session } from '@muster/accounts-sql';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callProblem, sendProblem } from '../problem.ts';
import { isDemoPerson } from './demo-people.ts';
import { isFromElsewhere } from './elsewhere.ts';
import { askPath, type EmbeddedIssuer } from './embedded-issuer.ts';
import type { IdentityMeans } from './identity-means.ts';
import { interaction } from './interaction.ts';
import { sendElsewhere } from './login-routes.ts';
import { passkeyScript } from './passkey-script.ts';
import { passkeys } from './passkeys.ts';

/** The button, and where what came of it is said; both are there for browsers that know passkeys. */
export const passkeyParts = (act: 'register' | 'login', url: string, label: string): string[] => [
  `<p><button type="button" class="quiet" data-passkey="${act}" data-url="${url}" hidden>${label}</button></p>`,
  '<p id="passkey-said" role="status"></p>',
  '<script src="/login/passkey.js" defer></script>',
];

const notTaken = callProblem(
  401,
  'PASSKEY_NOT_TAKEN',
  'That passkey is none of this Muster, or what it signed does not hold.',
  'Try again, or log in by name and password.',
);

/** Logging in by a passkey, at the embedded issuer. */
export function passkeyLoginRoutes(
  app: FastifyInstance,
  means: IdentityMeans,
  issuer: () => Promise<EmbeddedIssuer>,
): void {
  const { access, origin, throttle } = means;
  const keys = passkeys(means);

  app.get('/login/passkey.js', { schema: { hide: true } }, async (_call, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(passkeyScript),
  );

  app.post<{ Params: { uid: string } }>(
    `${askPath}/:uid/passkey/options`,
    { schema: { hide: true } },
    async (call, reply) => {
      if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
      if (!(await interaction(issuer, call.raw, reply))) return sendProblem(reply, notTaken);
      return reply.header('cache-control', 'no-store').send(await keys.beginLogin(call.params.uid));
    },
  );

  app.post<{ Params: { uid: string }; Body: AuthenticationResponseJSON }>(
    `${askPath}/:uid/passkey`,
    { schema: { hide: true } },
    async (call, reply) => {
      if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
      const { uid } = call.params;
      if (!(await interaction(issuer, call.raw, reply))) return sendProblem(reply, notTaken);
      const may = await throttle.mayTry(`passkey ${uid}`, call.ip);
      const passkey = may ? await keys.login(call.body ?? {}, uid) : undefined;
      if (!passkey || (access === 'members' && isDemoPerson(passkey.personId))) return sendProblem(reply, notTaken);
      const { provider } = await issuer();
      const result = { login: { accountId: passkey.personId, amr: ['pop', 'user'], remember: false } };
      return { next: await provider.interactionResult(call.raw, reply.raw, result) };
    },
  );
}

type Own = (call: FastifyRequest, reply: FastifyReply) => Promise<Session | undefined>;

/** Making and removing one's own passkeys; `own` gives the session of whoever has just logged in. */
export function ownPasskeyRoutes(app: FastifyInstance, means: IdentityMeans, path: string, own: Own): void {
  const { accounts, origin } = means;
  const keys = passkeys(means);

  app.post(`${path}/passkeys/options`, { schema: { hide: true } }, async (call, reply) => {
    if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
    const session = await own(call, reply);
    if (!session) return reply;
    const { personId, hash } = session;
    const [member, login] = await Promise.all([accounts.member(personId), accounts.loginOf(personId)]);
    const name = member?.displayName ?? personId;
    return reply
      .header('cache-control', 'no-store')
      .send(await keys.beginRegistration(personId, login?.loginName ?? name, name, hash));
  });

  app.post<{ Body: RegistrationResponseJSON }>(`${path}/passkeys`, { schema: { hide: true } }, async (call, reply) => {
    if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
    const session = await own(call, reply);
    if (!session) return reply;
    if (await keys.register(session.personId, call.body, session.hash)) return { next: `${path}?done=passkey` };
    return sendProblem(reply, notTaken);
  });

  app.post<{ Body: { passkey?: string } }>(
    `${path}/remove-passkey`,
    { schema: { hide: true } },
    async (call, reply) => {
      if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
      const session = await own(call, reply);
      if (!session) return reply;
      const isRemoved = await accounts.removePasskey(session.personId, call.body?.passkey ?? '');
      return reply.redirect(`${path}?done=${isRemoved ? 'removed' : 'none'}`, 303);
    },
  );
}
