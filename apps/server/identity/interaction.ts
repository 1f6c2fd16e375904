import type { FastifyReply } from 'fastify';
import type { EmbeddedIssuer } from './embedded-issuer.ts';

/** The login that is under way in this browser; undefined where there is none. */
export async function interaction(
  issuer: () => Promise<EmbeddedIssuer>,
  call: Parameters<EmbeddedIssuer['provider']['interactionDetails']>[0],
  reply: FastifyReply,
) {
  try {
    return await (await issuer()).provider.interactionDetails(call, reply.raw);
  } catch (error) {
    if ((error as Error).name === 'SessionNotFound') return undefined;
    throw error;
  }
}
