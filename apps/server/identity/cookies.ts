import type { FastifyReply, FastifyRequest } from 'fastify';

/** What is said of every cookie of ours. */
export interface CookiePlace {
  /** Served by TLS: the browser then sends it by TLS alone, and to this host alone (`__Host-`). */
  readonly isSecure: boolean;
}

export const sessionCookie = ({ isSecure }: CookiePlace): string => (isSecure ? '__Host-muster' : 'muster-session');
export const loginCookie = ({ isSecure }: CookiePlace): string => (isSecure ? '__Host-muster-login' : 'muster-login');

export function readCookie(call: FastifyRequest, name: string): string | undefined {
  for (const pair of (call.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

/** Gives the browser a cookie that no script can read and no other site's form sends along; it ends with the browser unless told. */
export function setCookie(
  reply: FastifyReply,
  place: CookiePlace,
  name: string,
  value: string,
  seconds?: number,
): void {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (place.isSecure) parts.push('Secure');
  if (seconds !== undefined) parts.push(`Max-Age=${seconds}`);
  reply.header('set-cookie', parts.join('; '));
}

export const dropCookie = (reply: FastifyReply, place: CookiePlace, name: string): void =>
  setCookie(reply, place, name, '', 0);
