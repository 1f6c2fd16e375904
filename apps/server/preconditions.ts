import type { CommandName } from '@muster/flow';
import type { House, SeenPosition } from '@muster/house';
import type { CommandId } from '@muster/terms';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { commandKey } from './command-key.ts';
import { etagOfBytes, seenBy, tagsIn } from './etag.ts';
import { callProblem, type Problem } from './problem.ts';

/** What these make was not there before, so nobody can have seen it; every other command changes something that exists. */
const making: ReadonlySet<CommandName> = new Set([
  'NoteOrganisation',
  'GiveRole',
  'DraftRequest',
  'NameStandIn',
  'OfferPools',
  'NotePastDeployment',
  'NotePerson',
]);

export const changesWhatExists = (name: CommandName): boolean => !making.has(name);

/** The head of a command that changes what exists. */
export const changeHead = commandKey.extend({
  'if-match': z
    .string()
    .max(60_000)
    .optional()
    .describe(
      'The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first.',
    ),
});

/** What the giver of a command has seen; undefined where they take it as it stands; a problem where they do not say. */
export async function looksOf(
  house: House,
  commandId: CommandId,
  ifMatch: string | undefined,
): Promise<{ readonly looks: readonly SeenPosition[] | undefined } | Problem> {
  if (ifMatch === undefined) {
    // What was answered before is answered the same, whatever the head says now.
    if (await house.record.answerOf(commandId)) return { looks: undefined };
    const detail = 'This changes something that exists, and does not say what you have seen of it.';
    return callProblem(
      428,
      'IF_MATCH_MISSING',
      detail,
      'Read it, and send its ETag as If-Match; * takes it as it stands.',
    );
  }
  const tags = tagsIn(ifMatch);
  if (tags === undefined) {
    const detail = 'if-match: must be an ETag in its quotes, several divided by commas, or *.';
    return callProblem(400, 'CALL_INVALID', detail, 'Send the ETag as the server gave it, quotes and all.');
  }
  return { looks: tags === '*' ? undefined : tags.map(seenBy) };
}

/** Every read of the API carries a strong ETag, and whoever holds that one already is answered 304 without a body. */
export function answerConditionally(app: FastifyInstance): void {
  app.addHook('onSend', async (call, reply, payload) => {
    const isRead = (call.method === 'GET' || call.method === 'HEAD') && call.url.startsWith('/api/');
    if (!isRead || reply.statusCode !== 200) return payload;
    if (!reply.hasHeader('etag') && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
      reply.header('etag', etagOfBytes(payload));
    }
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
    reply.header('vary', 'accept, authorization, cookie');
    const held = tagsIn(call.headers['if-none-match'] ?? '');
    const etag = reply.getHeader('etag');
    if (etag === undefined || held === undefined) return payload;
    if (held !== '*' && !held.some((tag) => tag.replace(/^W\//, '') === etag)) return payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return '';
  });
}
