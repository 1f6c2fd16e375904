import type { Passkey, Session } from '@muster/accounts-sql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readCookie, sessionCookie, setCookie } from './cookies.ts';
import { isFromElsewhere } from './elsewhere.ts';
import type { IdentityMeans } from './identity-means.ts';
import { sendElsewhere } from './login-routes.ts';
import { doneNote, escapeText, faultNote, field, sendPage } from './pages.ts';
import { ownPasskeyRoutes, passkeyParts } from './passkey-routes.ts';
import { hasPasskeys } from './passkeys.ts';
import { isPassword, passwordFault, sealPassword } from './passwords.ts';
import { hashOf } from './secrets.ts';
import { isFresh, isOver } from './sessions.ts';

/** Where members look after their own ways in. */
export const accountPath = '/account';

interface PasswordForm {
  readonly current?: string;
  readonly password?: string;
}

/**
 * A member's own page: where they are logged in, and their password where Muster keeps it. It is for whoever has just said
 * who they are: a browser left open shows it to nobody else.
 */
export function accountRoutes(app: FastifyInstance, means: IdentityMeans, hasPasswords: boolean): void {
  const { accounts, now, origin, place, throttle, sessions, settings, ended } = means;

  /** Whoever has this page open, with the session by which they came; undefined once they were sent to log in. */
  const own = async (call: FastifyRequest, reply: FastifyReply): Promise<Session | undefined> => {
    const secret = readCookie(call, sessionCookie(place()));
    const session = secret === undefined ? undefined : await sessions.find(secret);
    const { freshLoginMinutes } = await settings();
    if (session && call.caller.kind === 'member' && isFresh(session.authenticatedAt, now(), freshLoginMinutes)) {
      return session;
    }
    await reply.redirect(`/login?fresh=1&returnTo=${accountPath}`, 303);
    return undefined;
  };
  const open = async (session: Session) =>
    (await accounts.sessionsOf(session.personId)).filter((one) => !isOver(one, now()));

  const show = async (reply: FastifyReply, session: Session, status: number, note = '') => {
    const [member, login] = await Promise.all([accounts.member(session.personId), accounts.loginOf(session.personId)]);
    return sendPage(reply, status, 'Your account', [
      note,
      `<p>You are logged in as <strong>${escapeText(member?.displayName ?? session.personId)}</strong>. <a href="/">Back to Muster</a></p>`,
      ...sessionParts(session, await open(session)),
      ...(hasPasswords && hasPasskeys(origin()) ? keyParts(await accounts.passkeysOf(session.personId)) : []),
      ...(hasPasswords && login ? passwordParts(login.loginName) : []),
    ]);
  };

  app.get(accountPath, { schema: { hide: true } }, async (call, reply) => {
    const session = await own(call, reply);
    return session ? show(reply, session, 200, doneWords(call.query)) : reply;
  });

  app.post<{ Body: { session?: string } }>(
    `${accountPath}/end-session`,
    { schema: { hide: true } },
    async (call, reply) => {
      if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
      const session = await own(call, reply);
      if (!session) return reply;
      const which = (await open(session)).find((one) => nameOf(one) === call.body?.session);
      if (!which) return show(reply, session, 404, faultNote('That login had ended already.'));
      await accounts.endSession(which.hash);
      return reply.redirect(`${accountPath}?done=session`, 303);
    },
  );

  app.post(`${accountPath}/end-others`, { schema: { hide: true } }, async (call, reply) => {
    if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
    const session = await own(call, reply);
    if (!session) return reply;
    for (const one of await accounts.sessionsOf(session.personId)) {
      if (one.hash !== session.hash) await accounts.endSession(one.hash);
    }
    await ended(session.personId);
    return reply.redirect(`${accountPath}?done=others`, 303);
  });

  if (!hasPasswords) return;
  ownPasskeyRoutes(app, means, accountPath, own);
  app.post<{ Body: PasswordForm }>(`${accountPath}/password`, { schema: { hide: true } }, async (call, reply) => {
    if (isFromElsewhere(call, origin())) return sendElsewhere(reply);
    const session = await own(call, reply);
    if (!session) return reply;
    const { personId } = session;
    const [login, member] = await Promise.all([accounts.loginOf(personId), accounts.member(personId)]);
    const { current = '', password = '' } = call.body ?? {};
    const again = (status: number, words: string) => show(reply, session, status, faultNote(words));
    if (!login || !member) return again(404, 'You have no password here.');
    if (!(await throttle.mayTry(login.loginName, call.ip))) {
      return again(429, 'There were too many tries: wait a quarter of an hour, then try again.');
    }
    if (!(await isPassword(current, login.password))) return again(401, 'That is not the password you have now.');
    const fault = passwordFault(password, [login.loginName, member.displayName]);
    if (fault) return again(400, fault);
    await accounts.setLogin({ ...login, password: await sealPassword(password) });
    await throttle.succeeded(login.loginName);
    // Whoever else knew the old one is out, on every device; this browser goes on in a session of a new name.
    await accounts.endSessionsOf(personId);
    await ended(personId);
    const { authenticatedAt, idToken } = session;
    setCookie(
      reply,
      place(),
      sessionCookie(place()),
      await sessions.begin({ personId, authenticatedAt, idToken }, undefined),
    );
    return reply.redirect(`${accountPath}?done=password`, 303);
  });
}

/** What a session is called on the page: enough to tell them apart, and of no use to anybody. */
const nameOf = ({ hash }: Session): string => hashOf(hash).slice(0, 16);

const dones: Readonly<Record<string, string>> = {
  session: 'That login is ended.',
  others: 'Every other login is ended.',
  passkey: 'Your passkey is made: log in with it next time.',
  removed: 'That passkey opens nothing any more.',
  none: 'There was no such passkey.',
  password: 'Your password is changed, and every other login is ended.',
};
const doneWords = (query: unknown): string => {
  const words = dones[(query as { done?: string }).done ?? ''];
  return words === undefined ? '' : doneNote(words);
};

const minute = (at: string): string => `<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>`;

function sessionParts(own: Session, all: readonly Session[]): string[] {
  const row = (one: Session) => {
    const words = `Since ${minute(one.beganAt)}, last used ${minute(one.seenAt)}`;
    if (one.hash === own.hash) return `<li>${words} <strong>(this one)</strong></li>`;
    return `<li>${words}
<form method="post" action="${accountPath}/end-session"><input type="hidden" name="session" value="${nameOf(one)}"><button type="submit" class="quiet" aria-label="End the login of ${one.beganAt.slice(0, 16).replace('T', ' ')} UTC">End</button></form></li>`;
  };
  const others = all.length > 1;
  return [
    '<h2>Where you are logged in</h2>',
    `<ul class="rows">${all.map(row).join('')}</ul>`,
    others
      ? `<form method="post" action="${accountPath}/end-others"><button type="submit">End all others</button></form>`
      : '<p>You are logged in nowhere else.</p>',
  ];
}

function keyParts(keys: readonly Passkey[]): string[] {
  const row = ({ credentialId, madeAt }: Passkey) =>
    `<li>Made ${minute(madeAt)}
<form method="post" action="${accountPath}/remove-passkey"><input type="hidden" name="passkey" value="${escapeText(credentialId)}"><button type="submit" class="quiet" aria-label="Remove the passkey of ${madeAt.slice(0, 16).replace('T', ' ')} UTC">Remove</button></form></li>`;
  return [
    '<h2>Passkeys</h2>',
    keys.length === 0
      ? '<p>You have none. A passkey stays on your device, and no other site can ask for it.</p>'
      : `<ul class="rows">${keys.map(row).join('')}</ul>`,
    ...passkeyParts('register', `${accountPath}/passkeys`, 'Make a passkey'),
  ];
}

const passwordParts = (loginName: string): string[] => [
  '<h2>Password</h2>',
  `<form method="post" action="${accountPath}/password">`,
  `<input type="hidden" name="username" autocomplete="username" value="${escapeText(loginName)}">`,
  field({ name: 'current', label: 'Password now', type: 'password', autocomplete: 'current-password' }),
  field({
    name: 'password',
    label: 'New password',
    type: 'password',
    autocomplete: 'new-password',
    hint: '15 characters or more, of any kind: four words that have nothing to do with each other will do.',
  }),
  '<button type="submit">Change the password</button>',
  '</form>',
];
