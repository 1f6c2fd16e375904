import type { FastifyRequest } from 'fastify';
import { callProblem, type Problem } from '../problem.ts';

/** A page of ours says so with every change that it asks for; a form of another site cannot. */
export const pageHeader = 'muster-page';

/** Whether a browser says that another site had it call. */
export function isFromElsewhere({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined && headers.origin !== origin;
}

/**
 * Why a change may not be asked for with a cookie: the browser sends it along whoever had it call. A browser too old
 * to say who had it call says no more than our header, which another site's page could send only after asking us.
 */
export function crossSiteFault(call: FastifyRequest, origin: string): Problem | undefined {
  if (['GET', 'HEAD', 'OPTIONS'].includes(call.method)) return undefined;
  if (!isFromElsewhere(call, origin) && call.headers[pageHeader] !== undefined) return undefined;
  const allowed = `Call from a page of this Muster, with the header "${pageHeader}: 1"; a program sends a token instead.`;
  return callProblem(403, 'CALL_FROM_ELSEWHERE', 'A change with a session must come from a page of ours.', allowed);
}
