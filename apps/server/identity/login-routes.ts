import type { PersonId } from '@muster/terms';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { callProblem, problemSchema, sendProblem } from '../problem.ts';
import { scimIssuer } from '../scim/scim-member-routes.ts';
import { dropCookie, loginCookie, readCookie, sessionCookie, setCookie } from './cookies.ts';
import type { IdentityMeans } from './identity-means.ts';
import type { BegunLogin, Identified } from './log-in-with.ts';
import { faultNote, sendPage, style } from './pages.ts';
import { drawSecret, hashOf } from './secrets.ts';

/** How long somebody may take to log in, in seconds. */
const mostLoginSeconds = 900;
const begunKind = 'login';

const loginQuery = z.object({
  returnTo: z.string().max(2000).optional().describe('The page to come back to, such as /requests.'),
  fresh: z.literal('1').optional().describe('Asks who somebody is again, also where a session stands.'),
  invitation: z.string().max(100).optional().describe('What an invitation holds.'),
});

/** Log in, come back, log out. */
export function loginRoutes(app: FastifyInstance, means: IdentityMeans): void {
  const { accounts, now, origin, place, provider, sessions } = means;

  app.get(
    '/login',
    {
      schema: {
        operationId: 'logIn',
        tags: ['identity'],
        summary: 'Sends a browser to where members log in.',
        querystring: loginQuery,
      },
    },
    async (call, reply) => {
      const query = call.query as z.infer<typeof loginQuery>;
      // Cookies belong to one name: whoever came by another one is led to it first.
      if (`${call.protocol}://${call.host}` !== origin()) return reply.redirect(`${origin()}${call.url}`, 303);
      const { url, begun } = await (await provider()).begin(query.fresh !== undefined);
      const secret = drawSecret();
      const invitation = query.invitation === undefined ? undefined : hashOf(query.invitation);
      await accounts.keep({
        kind: begunKind,
        key: hashOf(secret),
        body: { begun, returnTo: ownPage(query.returnTo, origin()), invitation },
        until: new Date(Date.parse(now()) + mostLoginSeconds * 1000).toISOString() as never,
      });
      setCookie(reply, place(), loginCookie(place()), secret, mostLoginSeconds);
      return reply.header('cache-control', 'no-store').redirect(url.href, 303);
    },
  );

  app.get(
    '/login/callback',
    {
      schema: {
        operationId: 'logInCallback',
        tags: ['identity'],
        summary: 'Where the provider sends somebody back who has logged in.',
      },
    },
    async (call, reply) => {
      const secret = readCookie(call, loginCookie(place()));
      const kept = secret === undefined ? undefined : await accounts.take(begunKind, hashOf(secret), now());
      dropCookie(reply, place(), loginCookie(place()));
      if (!kept) {
        return failed(reply, 'This login was not begun in this browser, or took longer than a quarter of an hour.');
      }
      const { begun, returnTo, invitation } = kept.body as { begun: BegunLogin; returnTo: string; invitation?: string };
      let identified: Identified;
      try {
        identified = await (await provider()).finish(new URL(call.url, origin()), begun);
      } catch (error) {
        call.log.warn({ code: (error as { code?: string }).code }, 'A login failed.');
        return failed(reply, 'The provider did not say who you are, or what it said does not hold.');
      }
      const member = await memberFor(means, identified, invitation);
      if (!(await mayCome(means, member.personId))) {
        return failed(reply, 'Your organisation says that you may not log in here any more.');
      }
      // Nobody but us uses the embedded issuer: what it remembers of a login is of no use after it.
      await means.ended(member.personId);
      const { authenticatedAt, idToken } = identified;
      const before = readCookie(call, sessionCookie(place()));
      const login = { personId: member.personId, authenticatedAt, idToken };
      const session = await sessions.begin(login, before);
      // Let go while logging in: what has just begun ends too.
      if (!(await mayCome(means, member.personId))) await accounts.endSessionsOf(member.personId);
      await accounts.forgetBefore(new Date(Date.parse(now()) - 86_400_000).toISOString() as never);
      // Two cookies in one answer: the one of the login goes, the one of the session comes.
      reply.removeHeader('set-cookie');
      dropCookie(reply, place(), loginCookie(place()));
      setCookie(reply, place(), sessionCookie(place()), session);
      return reply.header('cache-control', 'no-store').redirect(returnTo, 303);
    },
  );

  app.post(
    '/api/logout',
    {
      schema: {
        operationId: 'logOut',
        tags: ['identity'],
        summary: 'Ends the session, here and at the provider.',
        response: {
          200: z.object({
            next: z.string().describe('Where to go now: the provider, so that it too ends it, or the first page.'),
          }),
          403: problemSchema,
        },
      },
    },
    async (call, reply) => {
      const secret = readCookie(call, sessionCookie(place()));
      const ended = secret === undefined ? undefined : await sessions.end(secret);
      dropCookie(reply, place(), sessionCookie(place()));
      reply.header('clear-site-data', '"cache"');
      if (ended) await means.ended(ended.personId);
      const end = ended?.idToken === undefined ? undefined : await (await provider()).endOf(ended.idToken);
      return { next: end?.href ?? '/' };
    },
  );

  app.get('/login/style.css', { schema: { hide: true } }, async (_call, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(style),
  );
}

const failed = (reply: FastifyReply, words: string) =>
  sendPage(reply, 400, 'Logging in failed', [faultNote(words), '<p><a href="/login">Log in again</a></p>']);

/** A page of ours, or the first: nobody is sent elsewhere from here. */
export function ownPage(asked: string | undefined, origin: string): string {
  if (asked === undefined || !URL.canParse(asked, origin)) return '/';
  const url = new URL(asked, origin);
  return asked.startsWith('/') && url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/';
}

/** Whoever a provider has identified is a member. That gives them no role: what they may do is another question. */
async function memberFor(
  { accounts, now, drawPersonId }: IdentityMeans,
  who: Identified,
  invitation: string | undefined,
) {
  const { issuer, subject, displayName, email } = who;
  const known = (await accounts.memberOf(issuer, subject)) ?? (await provisionedMember(accounts, who));
  if (known) return known;
  const invited = invitation === undefined ? undefined : await accounts.invitation(invitation);
  const isUsed = invited !== undefined && (await accounts.useInvitation(invited.hash, now()));
  const personId = isUsed && invited ? invited.personId : drawPersonId();
  const member = { personId, displayName, email, issuer, subject, since: now() };
  if (await accounts.addMember(member)) return member;
  // Somebody logged in twice at once: the other one was first.
  const there = await accounts.memberOf(issuer, subject);
  if (!there) throw callProblem(409, 'MEMBER_EXISTS', 'Another member has that id.', 'Log in again.');
  return there;
}

/**
 * Whom the organisation's directory has sent beforehand: by its own id for them, or else by name. From their first login on they are
 * known by the issuer's word, so that nobody else becomes them by taking that name.
 */
async function provisionedMember(accounts: IdentityMeans['accounts'], { issuer, subject, userNames }: Identified) {
  const all = await accounts.provisioned();
  const names = new Set(userNames.map((name) => name.toLowerCase()));
  const said = all.find((p) => p.externalId === subject) ?? all.find((p) => names.has(p.userName.toLowerCase()));
  const member = said && (await accounts.member(said.personId));
  if (member?.issuer !== scimIssuer) return undefined;
  const linked = { ...member, issuer, subject };
  return (await accounts.changeMember(linked)) ? linked : undefined;
}

const mayCome = async ({ accounts }: IdentityMeans, personId: PersonId): Promise<boolean> =>
  (await accounts.provisionedAs(personId))?.isActive !== false;

/** For routes that a cookie opens: a change must come from a page of ours. */
export const sendElsewhere = (reply: FastifyReply) =>
  sendProblem(
    reply,
    callProblem(
      403,
      'CALL_FROM_ELSEWHERE',
      'Another site had the browser send that.',
      'Begin at /login of this Muster.',
    ),
  );
