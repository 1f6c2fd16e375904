import type { FastifyInstance, FastifyReply } from 'fastify';
import { demoPassword, demoPeople, isDemoPerson } from './demo-people.ts';
import { isFromElsewhere } from './elsewhere.ts';
import { askPath, type EmbeddedIssuer } from './embedded-issuer.ts';
import type { IdentityMeans } from './identity-means.ts';
import { interaction } from './interaction.ts';
import { sendElsewhere } from './login-routes.ts';
import { escapeText, faultNote, field, sendPage } from './pages.ts';
import { passkeyLoginRoutes, passkeyParts } from './passkey-routes.ts';
import { hasPasskeys } from './passkeys.ts';
import { isPassword, sealPassword } from './passwords.ts';

/** Where the embedded issuer asks somebody who they are. */
export function askRoutes(app: FastifyInstance, means: IdentityMeans, issuer: () => Promise<EmbeddedIssuer>): void {
  const { accounts, access, origin, throttle } = means;
  let nobody: Promise<string> | undefined;
  passkeyLoginRoutes(app, means, issuer);

  app.get<{ Params: { uid: string } }>(`${askPath}/:uid`, { schema: { hide: true } }, async (call, reply) => {
    const asked = await interaction(issuer, call.raw, reply);
    return asked ? ask(reply, 200, undefined, '', asked.uid) : gone(reply);
  });

  app.post<{ Params: { uid: string }; Body: { name?: string; password?: string } }>(
    `${askPath}/:uid`,
    { schema: { hide: true } },
    async (call, reply) => {
      if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
      if (!(await interaction(issuer, call.raw, reply))) return gone(reply);
      const { name = '', password = '' } = call.body ?? {};
      const loginName = name.trim().toLowerCase();
      if (!(await throttle.mayTry(loginName, call.ip))) {
        return ask(reply, 429, 'There were too many tries: wait a quarter of an hour, then try again.', name);
      }
      const login = await accounts.login(loginName);
      // As long a reckoning for a name that nobody has: how long it took tells nothing.
      nobody ??= sealPassword('nobody has this one');
      const isRight = await isPassword(password, login?.password ?? (await nobody));
      if (!login || !isRight || (access === 'members' && isDemoPerson(login.personId))) {
        return ask(reply, 401, 'That name and that password do not belong together.', name);
      }
      await throttle.succeeded(loginName);
      const { provider } = await issuer();
      const result = { login: { accountId: login.personId, amr: ['pwd'], remember: false } };
      return reply.redirect(await provider.interactionResult(call.raw, reply.raw, result), 303);
    },
  );

  const ask = (reply: FastifyReply, status: number, fault: string | undefined, name: string, uid?: string) =>
    sendPage(reply, status, 'Log in', [
      faultNote(fault),
      '<form method="post">',
      field({ name: 'name', label: 'Login name', autocomplete: 'username', value: name }),
      field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' }),
      '<button type="submit">Log in</button>',
      '</form>',
      ...(uid !== undefined && hasPasskeys(origin())
        ? passkeyParts('login', `${askPath}/${uid}/passkey`, 'Log in with a passkey')
        : []),
      ...(access === 'exercise' ? demoWords() : []),
    ]);

  const demoWords = () => [
    `<h2>In this exercise</h2><p>The password of everybody is <code>${escapeText(demoPassword)}</code>. Their names:</p>`,
    `<ul>${demoPeople.map((one) => `<li><code>${one.loginName}</code> ${escapeText(one.displayName)}</li>`).join('')}</ul>`,
  ];
}

const gone = (reply: FastifyReply) =>
  sendPage(reply, 400, 'Logging in failed', [
    faultNote('This login was not begun in this browser, or took longer than a quarter of an hour.'),
    '<p><a href="/login">Log in again</a></p>',
  ]);
