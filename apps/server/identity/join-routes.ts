import type { FastifyInstance, FastifyReply } from 'fastify';
import { isFromElsewhere } from './elsewhere.ts';
import type { IdentityMeans } from './identity-means.ts';
import { sendElsewhere } from './login-routes.ts';
import { escapeText, faultNote, field, sendPage } from './pages.ts';
import { passwordFault, sealPassword } from './passwords.ts';
import { hashOf } from './secrets.ts';

interface JoinForm {
  readonly name?: string;
  readonly password?: string;
}

/** Where whoever was invited chooses how to log in. `issuer` is undefined where the organisation's provider knows that. */
export function joinRoutes(
  app: FastifyInstance,
  means: IdentityMeans,
  issuer: (() => Promise<string>) | undefined,
): void {
  const { accounts, now, origin, throttle } = means;
  const standing = async (secret: string) => {
    const found = await accounts.invitation(hashOf(secret));
    return found && !found.usedAt && Date.parse(found.expiresAt) > Date.parse(now()) ? found : undefined;
  };

  app.get<{ Params: { secret: string } }>('/join/:secret', { schema: { hide: true } }, async (call, reply) => {
    const { secret } = call.params;
    const invitation = await standing(secret);
    if (!invitation) return over(reply);
    if (!issuer) return reply.redirect(`/login?invitation=${encodeURIComponent(secret)}`, 303);
    return ask(reply, 200, invitation.displayName, undefined, '');
  });

  app.post<{ Params: { secret: string }; Body: JoinForm }>(
    '/join/:secret',
    { schema: { hide: true } },
    async (call, reply) => {
      if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
      const invitation = issuer && (await standing(call.params.secret));
      if (!issuer || !invitation) return over(reply);
      const { personId, displayName } = invitation;
      const { name = '', password = '' } = call.body ?? {};
      const loginName = name.trim().toLowerCase();
      const again = (status: number, words: string) => ask(reply, status, displayName, words, name);
      if (!(await throttle.mayTry(`join ${invitation.hash}`, call.ip))) {
        return again(429, 'There were too many tries: wait a quarter of an hour, then try again.');
      }
      if (!/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{2,99}$/u.test(loginName)) {
        return again(400, 'Choose a login name of 3 letters or more: letters, digits, and . _ @ + - in between.');
      }
      const fault = passwordFault(password, [loginName, displayName]);
      if (fault) return again(400, fault);
      if (await accounts.login(loginName)) return again(409, 'Somebody has that login name: choose another.');
      const sealed = await sealPassword(password);
      if (!(await accounts.useInvitation(invitation.hash, now()))) return over(reply);
      const member = {
        personId,
        displayName,
        email: undefined,
        issuer: await issuer(),
        subject: personId,
        since: now(),
      };
      await accounts.addMember(member);
      await accounts.setLogin({ loginName, personId, password: sealed });
      // Whoever had got in under this person before is out.
      await accounts.endSessionsOf(personId);
      return reply.redirect('/login', 303);
    },
  );
}

const ask = (reply: FastifyReply, status: number, displayName: string, fault: string | undefined, name: string) =>
  sendPage(reply, status, 'Become a member', [
    faultNote(fault),
    `<p>You were invited as <strong>${escapeText(displayName)}</strong>. Choose how you will log in.</p>`,
    '<form method="post">',
    field({ name: 'name', label: 'Login name', autocomplete: 'username', value: name }),
    field({
      name: 'password',
      label: 'Password',
      type: 'password',
      autocomplete: 'new-password',
      hint: '15 characters or more, of any kind: four words that have nothing to do with each other will do.',
    }),
    '<button type="submit">Become a member</button>',
    '</form>',
  ]);

const over = (reply: FastifyReply) =>
  sendPage(reply, 404, 'This invitation is over', [
    '<p>It was used, or its time is over: whoever invited you can make another.</p>',
  ]);
