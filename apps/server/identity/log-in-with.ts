import type { Instant } from '@muster/terms';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { OidcProvider } from './login-settings.ts';
import { mostFreshMinutes } from './sessions.ts';

/** What must be the same when somebody comes back as when they were sent. */
export interface BegunLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly isFresh: boolean;
}

/** Whom an issuer says somebody is. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
  readonly displayName: string;
  /** What the issuer calls them, as they may be provisioned: not to be believed of an issuer that is not one's own organisation's. */
  readonly userNames: readonly string[];
  readonly email: string | undefined;
  /** Unknown counts as long ago. */
  readonly authenticatedAt: Instant;
  readonly idToken: string;
}

export interface LogInWith {
  begin(isFresh: boolean): Promise<{ readonly url: URL; readonly begun: BegunLogin }>;
  /** Throws what the issuer, or the check of its answer, says is wrong. */
  finish(answered: URL, begun: BegunLogin): Promise<Identified>;
  /** Where to send a browser so that the issuer too knows it is over; undefined where the issuer has no such place. */
  endOf(idToken: string): Promise<URL | undefined>;
}

interface Means extends OidcProvider {
  readonly origin: () => string;
  /** Where people are asked again each time, since nobody else uses the issuer. */
  readonly isOwn: boolean;
  /** How to reach an issuer that is this server itself. */
  readonly fetch?: CustomFetch;
}

/** Login at an OpenID Connect provider: authorization code with PKCE, state and nonce. */
export function logInWith({ issuer, clientId, clientSecret, origin, isOwn, fetch }: Means): LogInWith {
  let known: Promise<Configuration> | undefined;
  /** Asked once; asked again by the next who comes where it failed. */
  const provider = () => {
    known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: 10,
      ...(fetch && { [customFetch]: fetch }),
      execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
    });
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
  return {
    async begin(isFresh) {
      const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), isFresh };
      const url = buildAuthorizationUrl(await provider(), {
        redirect_uri: `${origin()}/login/callback`,
        scope: 'openid profile email',
        code_challenge: await calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
        state: begun.state,
        nonce: begun.nonce,
        ...((isFresh || isOwn) && { prompt: 'login' }),
        ...(isFresh && { max_age: String(mostFreshMinutes * 60) }),
      });
      return { url, begun };
    },
    async finish(answered, begun) {
      const answer = await authorizationCodeGrant(await provider(), answered, {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
        ...(begun.isFresh && { maxAge: mostFreshMinutes * 60 }),
      });
      const claims = answer.claims();
      if (!claims || !answer.id_token) throw new Error('The issuer gave no ID token.');
      const { iss, sub, auth_time: at, name, preferred_username: short, email } = claims;
      return {
        issuer: iss,
        subject: sub,
        userNames: [words(short), words(email)].filter((one) => one !== undefined),
        displayName: words(name) ?? words(short) ?? words(email) ?? sub,
        email: words(email),
        authenticatedAt: new Date((at ?? 0) * 1000).toISOString() as Instant,
        idToken: answer.id_token,
      };
    },
    async endOf(idToken) {
      const config = await provider();
      if (!config.serverMetadata().end_session_endpoint) return undefined;
      return buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: `${origin()}/` });
    },
  };
}

/** A name as people write it: one line, of no great length. */
const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, 200)
    : undefined;
