/** A database's address, taken apart, with the password kept out of what is shown. */
export interface DatabaseUrl {
  readonly url: URL;
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly role: string;
  /** Where it is, for messages: never with the password. */
  readonly shown: string;
}

/** Takes a `postgres://` address apart; undefined when it is none. */
export function parseDatabaseUrl(text: string): DatabaseUrl | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!['postgres:', 'postgresql:'].includes(url.protocol)) return undefined;
  const host = decodeURIComponent(url.hostname) || url.searchParams.get('host') || 'localhost';
  const port = url.port || '5432';
  const role = decodeURIComponent(url.username) || process.env.PGUSER || process.env.USER || '';
  const database = decodeURIComponent(url.pathname.slice(1)) || role;
  return { url, host, port, database, role, shown: `${host}:${port}/${database}` };
}

/**
 * The address with which a session begins with these settings. They travel in the connection's first message, so no
 * session can be used before they hold, and RESET brings it back to them.
 */
export function withSettings({ url }: DatabaseUrl, settings: Readonly<Record<string, string>>): string {
  const copy = new URL(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`);
  copy.searchParams.set('options', [copy.searchParams.get('options'), ...options].filter(Boolean).join(' '));
  return copy.href;
}
