/** How members log in. All of it comes from the surroundings: nobody who calls can name an issuer. */
export interface LoginSettings {
  /** The address by which browsers reach this Muster, without a slash at its end; where it listens, unless told. */
  readonly publicUrl: string | undefined;
  /** The organisation's own OpenID Connect provider; the embedded issuer where undefined. */
  readonly provider: OidcProvider | undefined;
}

export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a public client. */
  readonly clientSecret: string | undefined;
}

export const exerciseLogin: LoginSettings = { publicUrl: undefined, provider: undefined };

/** Reads `MUSTER_PUBLIC_URL` and `MUSTER_OIDC_…`; `fault` hears of each thing that is wrong. */
export function readLoginSettings(environment: NodeJS.ProcessEnv, fault: (words: string) => void): LoginSettings {
  const { MUSTER_PUBLIC_URL: url, MUSTER_OIDC_ISSUER: issuer, MUSTER_OIDC_CLIENT_ID: clientId } = environment;
  if (url && !isOrigin(url)) {
    fault(
      `MUSTER_PUBLIC_URL says "${url}": write https:// and a name, such as https://muster.example.gov, or http:// for this machine alone.`,
    );
  }
  if (issuer && !isSafeAddress(issuer)) {
    fault(`MUSTER_OIDC_ISSUER says "${issuer}": write the issuer's address, with https:// in front.`);
  }
  if (issuer && !clientId) {
    fault('MUSTER_OIDC_ISSUER is set and MUSTER_OIDC_CLIENT_ID is not: the provider gave you one for this Muster.');
  }
  if (issuer && !url) {
    fault('MUSTER_OIDC_ISSUER is set and MUSTER_PUBLIC_URL is not: say where the provider is to send people back to.');
  }
  return {
    publicUrl: url?.replace(/\/$/, '') || undefined,
    provider: issuer
      ? { issuer, clientId: clientId ?? '', clientSecret: environment.MUSTER_OIDC_CLIENT_SECRET || undefined }
      : undefined,
  };
}

const isOrigin = (text: string): boolean =>
  isSafeAddress(text) && new URL(text).origin === text.replace(/\/$/, '').toLowerCase();

/** By TLS, or on this machine, where nobody listens in between. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}
