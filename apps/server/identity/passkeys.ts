import { isIP } from 'node:net';
import type { Accounts, Passkey } from '@muster/accounts-sql';
import type { Instant, PersonId } from '@muster/terms';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** How long somebody may take to touch a key. */
const mostMs = 5 * 60_000;

interface Means {
  readonly accounts: Accounts;
  readonly now: () => Instant;
  readonly origin: () => string;
}

/** WebAuthn binds a key to a name: an address of numbers has none. */
export const hasPasskeys = (origin: string): boolean => {
  const { hostname } = new URL(origin);
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
};

/** Passkeys of the embedded issuer: keys that never leave a device, and sign that their owner was there. */
export function passkeys({ accounts, now, origin }: Means) {
  const place = () => ({
    expectedOrigin: origin(),
    expectedRPID: new URL(origin()).hostname,
    requireUserVerification: true,
  });
  // Read only once somebody has a passkey: whoever never does starts without it.
  const web = () => import('@simplewebauthn/server');
  const keep = (kind: string, key: string, challenge: string) => {
    const until = new Date(Date.parse(now()) + mostMs).toISOString() as Instant;
    return accounts.keep({ kind, key, body: { challenge }, until });
  };
  /** Each challenge is answered once. */
  const take = async (kind: string, key: string) => {
    const kept = await accounts.take(kind, key, now());
    return kept && String(kept.body.challenge);
  };
  return {
    async beginRegistration(
      personId: PersonId,
      loginName: string,
      displayName: string,
      key: string,
    ): Promise<PublicKeyCredentialCreationOptionsJSON> {
      const { generateRegistrationOptions } = await web();
      const options = await generateRegistrationOptions({
        rpName: 'Muster',
        rpID: new URL(origin()).hostname,
        userID: new Uint8Array(Buffer.from(personId)),
        userName: loginName,
        userDisplayName: displayName,
        attestationType: 'none',
        excludeCredentials: (await accounts.passkeysOf(personId)).map(({ credentialId }) => ({ id: credentialId })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await keep('passkey-registration', key, options.challenge);
      return options;
    },
    /** False where what the device says does not hold, or was not asked for. */
    async register(personId: PersonId, response: RegistrationResponseJSON, key: string): Promise<boolean> {
      const expectedChallenge = await take('passkey-registration', key);
      if (expectedChallenge === undefined) return false;
      const { verifyRegistrationResponse } = await web();
      const verified = await verifyRegistrationResponse({ response, expectedChallenge, ...place() }).catch(
        () => undefined,
      );
      if (!verified?.verified || !verified.registrationInfo) return false;
      const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
      return accounts.addPasskey({ credentialId: id, personId, publicKey, counter, transports, madeAt: now() });
    },
    async beginLogin(key: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
      const { generateAuthenticationOptions } = await web();
      const rpID = new URL(origin()).hostname;
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
      await keep('passkey-login', key, options.challenge);
      return options;
    },
    /** Whose passkey has signed; undefined where it is nobody's, or what it signed does not hold. */
    async login(response: AuthenticationResponseJSON, key: string): Promise<Passkey | undefined> {
      const expectedChallenge = await take('passkey-login', key);
      const passkey = typeof response.id === 'string' ? await accounts.passkey(response.id) : undefined;
      if (expectedChallenge === undefined || !passkey) return undefined;
      const { verifyAuthenticationResponse } = await web();
      const { credentialId: id, publicKey, counter } = passkey;
      const credential = { id, publicKey: new Uint8Array(publicKey), counter };
      const verified = await verifyAuthenticationResponse({
        response,
        expectedChallenge,
        ...place(),
        credential,
      }).catch(() => undefined);
      if (!verified?.verified) return undefined;
      await accounts.usedPasskey(id, verified.authenticationInfo.newCounter);
      return passkey;
    },
  };
}

export type Passkeys = ReturnType<typeof passkeys>;
