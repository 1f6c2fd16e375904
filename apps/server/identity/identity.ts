import type { House } from '@muster/house';
import type { Day, Instant, PersonId } from '@muster/terms';
import type { FastifyInstance } from 'fastify';
import { callProblem, sendProblem } from '../problem.ts';
import { scimRoutes } from '../scim/scim-routes.ts';
import type { ServerSettings } from '../server-settings.ts';
import { accountPath, accountRoutes } from './account-routes.ts';
import { askRoutes } from './ask-routes.ts';
import { demoPassword, seedDemoPeople } from './demo-people.ts';
import { drawPersonId } from './draw-person-id.ts';
import { crossSiteFault } from './elsewhere.ts';
import { askOwn, askPath, embeddedIssuer, issuerPath, mountIssuer, ownClientId } from './embedded-issuer.ts';
import { type FindCaller, findCaller, tokenPrefix } from './find-caller.ts';
import { takeForms } from './forms.ts';
import { freshFault, isDecision } from './fresh.ts';
import type { IdentityMeans } from './identity-means.ts';
import { firstAdministrator } from './invite.ts';
import { joinRoutes } from './join-routes.ts';
import { type LogInWith, logInWith } from './log-in-with.ts';
import { loginRoutes } from './login-routes.ts';
import { sealPassword } from './passwords.ts';
import { sessions } from './sessions.ts';
import { throttle } from './throttle.ts';
import { tokenRoutes } from './token-routes.ts';
import { whoAmIRoute } from './who-am-i.ts';

export interface IdentityTerms {
  readonly house: House;
  readonly settings: ServerSettings;
  readonly now: () => Instant;
}

export interface Identity {
  readonly find: FindCaller;
  /** What no caller may do, whoever they are: to be set up after callers are known, before any route. */
  guard(): void;
  /** Log in, log out, who am I, tokens, invitations, and the embedded issuer where there is no other. */
  addRoutes(): Promise<void>;
}

/** Who somebody is. What they may do is another question, and asked elsewhere. */
export function identity(app: FastifyInstance, terms: IdentityTerms): Identity {
  const { house, settings, now } = terms;
  const { accounts } = house;
  const { access, login } = settings;
  const origin = () => login.publicUrl ?? listeningAt(app, settings);
  const place = () => ({ isSecure: origin().startsWith('https:') });

  const once = <T>(make: () => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => {
      made ??= make();
      made.catch(() => {
        made = undefined;
      });
      return made;
    };
  };
  const issuer = once(async () => {
    const own = await embeddedIssuer(accounts, origin(), app.houseName);
    if (access === 'exercise') await seedDemoPeople(accounts, own.issuer, await sealPassword(demoPassword), now());
    return own;
  });
  const provider = once(async (): Promise<LogInWith> => {
    if (login.provider) return logInWith({ ...login.provider, origin, isOwn: false });
    const { issuer: address, clientSecret } = await issuer();
    const own = { issuer: address, clientId: ownClientId, clientSecret };
    return logInWith({ ...own, origin, isOwn: true, fetch: askOwn(app) });
  });
  const means: IdentityMeans = {
    accounts,
    access,
    now,
    origin,
    place,
    sessions: sessions(accounts, now),
    throttle: throttle(accounts, now),
    provider,
    ended: (personId) => (login.provider ? Promise.resolve() : accounts.dropWith('accountId', personId)),
    drawPersonId,
    settings: () => house.directory.settings(),
    isAdministrator: (personId) => isAdministrator(house, personId, now()),
  };
  app.decorate('houseName', async () => (await means.settings()).houseName);
  const scopes = new Set<string>();
  return {
    find: findCaller(means),
    guard: () => {
      app.addHook('onRoute', ({ schema, url }) => {
        for (const one of [schema?.operationId, ...(schema?.tags ?? []), ...(isLog(url) ? ['log'] : [])]) {
          if (one) scopes.add(one);
        }
      });
      guardCalls(app, means);
    },
    addRoutes: async () => {
      loginRoutes(app, means);
      await app.register(whoAmIRoute(means));
      await app.register(tokenRoutes(means, () => scopes));
      scimRoutes(app, house, means);
      await app.register(async (scope) => {
        takeForms(scope);
        joinRoutes(scope, means, login.provider ? undefined : async () => (await issuer()).issuer);
        accountRoutes(scope, means, login.provider === undefined);
        if (!login.provider) askRoutes(scope, means, issuer);
      });
      if (!login.provider) mountIssuer(app, origin, issuer);
    },
  };
}

/** Forms that a browser sends as they are: their routes look themselves who had it do so; the issuer's know no session of ours. */
const isForm = (url: string): boolean =>
  [`${askPath}/`, '/join/', `${accountPath}/`, `${issuerPath}/`].some((path) => url.startsWith(path));

const isLog = (url: string): boolean => url.startsWith('/log/');

/** Of whoever calls: a session's changes come from our own pages, a token does what it is for, a decision is fresh. */
function guardCalls(app: FastifyInstance, { origin, now, settings }: IdentityMeans): void {
  app.addHook('onRequest', async (call, reply) => {
    const { caller } = call;
    if (caller.kind === 'anonymous' && call.headers.authorization?.startsWith(`Bearer ${tokenPrefix}`)) {
      const allowed = 'Have an administrator make another token.';
      return sendProblem(
        reply,
        callProblem(401, 'TOKEN_UNKNOWN', 'That token is none, was revoked, or is over.', allowed),
      );
    }
    if (caller.kind !== 'member') return;
    const { schema, url = '' } = call.routeOptions;
    const operationId = schema?.operationId ?? '';
    if (caller.through === 'session') {
      const fault = isForm(url) ? undefined : crossSiteFault(call, origin());
      if (fault) return sendProblem(reply, fault);
    } else {
      const names = [operationId, ...(schema?.tags ?? []), ...(isLog(url) ? ['log'] : [])];
      if (operationId !== 'whoAmI' && !caller.scopes?.some((scope) => names.includes(scope))) {
        const detail = `This token is not for ${operationId || call.url.split('?')[0]}.`;
        const allowed = `It is for: ${caller.scopes?.join(', ')}.`;
        return sendProblem(reply, callProblem(403, 'TOKEN_SCOPE', detail, allowed));
      }
    }
    if (!isDecision(operationId)) return;
    const { freshLoginMinutes: minutes } = await settings();
    const fault = freshFault(caller, now(), minutes);
    if (fault?.status === 401) {
      // RFC 9470: which kind of login would do.
      reply.header('www-authenticate', `Bearer error="insufficient_user_authentication", max_age="${minutes * 60}"`);
    }
    if (fault) return sendProblem(reply, fault);
  });
  app.addHook('preHandler', async (call, reply) => {
    const { caller } = call;
    const by = (call.body as { by?: { personId?: string } } | undefined)?.by;
    if (caller.kind !== 'member' || by === undefined || by?.personId === caller.personId) return;
    const detail = `You are ${caller.personId}, and the command says that ${by?.personId} gives it.`;
    return sendProblem(reply, callProblem(403, 'CALLER_NOT_ACTOR', detail, 'Give it in your own name.'));
  });
}

/** By the directory; while nobody keeps one, the member who came by the first invitation. */
async function isAdministrator(
  { directory }: IdentityTerms['house'],
  personId: PersonId,
  at: Instant,
): Promise<boolean> {
  if ((await directory.keeper()) === undefined) return personId === firstAdministrator;
  const roles = await directory.roles(at.slice(0, 10) as Day, personId);
  return roles.some(({ role, held }) => held && role === 'administrator');
}

/** Where the server listens, by the name it prints when it starts. */
function listeningAt(app: FastifyInstance, { port }: ServerSettings): string {
  const address = app.server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
}
