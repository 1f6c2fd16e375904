import { type Sight, seenAs } from '@muster/flow';
import type { House } from '@muster/house';
import type { Actor, PartyId, RequestId } from '@muster/terms';
import type { FastifyRequest } from 'fastify';
import { callProblem, type Problem } from './problem.ts';

/** What a call is about, and how its caller sees it: `no` also where it does not exist. */
export interface Thing {
  readonly kind: 'none' | 'request' | 'person' | 'standIn' | 'event';
  readonly seen: 'party' | 'public' | 'no';
  readonly name: string;
}

const nothing: Thing = { kind: 'none', seen: 'no', name: '' };

interface Told {
  readonly requestId?: RequestId;
  readonly lenderId?: PartyId;
  readonly partyId?: PartyId;
  readonly personId?: string;
  readonly standInId?: string;
}

/** What a call names, wherever it names it: in its address, its query or its body. */
export async function thingOf(
  call: FastifyRequest,
  action: string,
  actor: Actor | undefined,
  house: House,
): Promise<Thing> {
  const { sight } = call.standing;
  const body = call.body as (Told & { data?: Told }) | undefined;
  const data = body?.data;
  const { requestId } = call.params as Told;
  // Whoever begins one names it first.
  const about = requestId ?? (action === 'DraftRequest' ? undefined : data?.requestId);
  if (about !== undefined) {
    const seen = seenAs(actor ? actingSight(sight, actor) : sight, about, await house.sight.audience(about));
    return { kind: 'request', seen: seen ?? 'no', name: about };
  }
  const person = data?.lenderId ? data : body;
  if (actor && person?.lenderId && person.personId && action !== 'NotePerson') {
    return { kind: 'person', seen: isOwn(sight, actor, person.lenderId), name: person.personId };
  }
  if (actor && data?.standInId && data.partyId) {
    return { kind: 'standIn', seen: isOwn(sight, actor, data.partyId), name: data.standInId };
  }
  const { partyId } = call.params as Told;
  if (partyId !== undefined) {
    return {
      kind: 'standIn',
      seen: sight.sees === 'all' || sight.parties.has(partyId) ? 'party' : 'no',
      name: partyId,
    };
  }
  if (action === 'proveEvent') {
    const { stream, position } = call.query as { stream: string; position: number };
    const seen = (await house.sight.seesEvent(sight, stream, position)) ? 'party' : 'no';
    return { kind: 'event', seen, name: `${position} of ${stream}` };
  }
  return nothing;
}

/** Whoever acts for one party sees with its eyes, not with those of another they also serve. */
const actingSight = (sight: Sight, actor: Actor): Sight =>
  sight.sees === 'all' ? sight : { ...sight, parties: new Set([actor.partyId].filter((id) => sight.parties.has(id))) };

const isOwn = (sight: Sight, actor: Actor, partyId: PartyId): 'party' | 'no' =>
  sight.sees === 'all' || partyId === actor.partyId ? 'party' : 'no';

/**
 * Why a member may not begin a request under this id. Ids are everybody's: would only those of requests that they do not
 * see be refused, the refusal would tell that there is one. So an id that can be guessed is refused whether it is taken
 * or not, in the same words, and one drawn by chance tells nothing.
 */
export async function unfitDraft(call: FastifyRequest, action: string, house: House): Promise<Problem | undefined> {
  const { standing, caller, body } = call;
  const requestId = (body as { data?: Told } | undefined)?.data?.requestId;
  if (action !== 'DraftRequest' || caller.kind !== 'member' || requestId === undefined) return undefined;
  const audience = await house.sight.audience(requestId);
  const isSeen = seenAs(standing.sight, requestId, audience) !== undefined;
  if (isSeen || (audience === undefined && /^req_([a-z0-9-]+-)?[0-9a-f]{20,64}$/.test(requestId))) return undefined;
  return callProblem(
    422,
    'REQUEST_ID_NOT_FIT',
    `No request can be begun as "${requestId}".`,
    'Let the id end in 20 hexadecimal digits drawn by chance, such as req_flood-3f9a0c51d27be8846a1c.',
  );
}

/** What is not seen is not there: the same words as for what was never made. */
export function unknownThing({ kind, name }: Thing): Problem {
  switch (kind) {
    case 'person':
      return callProblem(
        404,
        'DEPLOYMENT_PERSON_UNKNOWN',
        `There is no person "${name}".`,
        'Name one that your party has noted.',
      );
    case 'standIn':
      return callProblem(
        404,
        'CONSENT_STAND_IN_UNKNOWN',
        `There is no standing-in "${name}".`,
        'Name one of your own party.',
      );
    case 'event':
      return callProblem(
        404,
        'EVENT_UNKNOWN',
        `There is no event ${name}.`,
        'The answer to a command names the stream and the positions of what it recorded.',
      );
    default:
      return callProblem(
        404,
        'REQUEST_UNKNOWN',
        `There is no request "${name}".`,
        'GET /api/requests lists those that you see.',
      );
  }
}
