import { fileURLToPath } from 'node:url';
import { type AccessGate, type AccessQuestion, openGate, readPolicies } from '@muster/access-cedar';
import type { House } from '@muster/house';
import { type Actor, actorSchema, type Instant } from '@muster/terms';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { callProblem, type Problem, sendProblem } from './problem.ts';
import type { Access } from './server-settings.ts';
import { type Standing, standingOf } from './sight-of.ts';
import { type Thing, thingOf, unfitDraft, unknownThing } from './thing-of.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the caller holds and sees; there before any handler of ours. */
    standing: Standing;
  }
}

export const accessFolder = fileURLToPath(new URL('../../access', import.meta.url));

export interface GuardTerms {
  readonly house: House;
  readonly access: Access;
  readonly now: () => Instant;
}

/** What a route does, by name: its operationId. All that is no API is the page. */
const actionOf = (url: string, schema: FastifySchema | undefined): string =>
  (schema as { operationId?: string } | undefined)?.operationId ??
  (/^\/(api|log|scim)\//.test(url) ? `${url} has no operationId` : 'showPage');

/**
 * From here on every route asks the policies of `access/` before its handler, and a route that none permits lets the
 * server not start. To be set up before any route.
 */
export function guardRoutes(app: FastifyInstance, terms: GuardTerms): void {
  const actions = new Set(['showPage']);
  let gate: AccessGate | undefined;
  app.decorateRequest('standing');
  app.addHook('onRoute', (route) => {
    actions.add(actionOf(route.url, route.schema));
  });
  app.addHook('onReady', async () => {
    gate = openGate(readPolicies(accessFolder), [...actions]);
  });
  app.addHook('preHandler', async (call, reply) => {
    if (call.is404) return;
    const { url = '', schema } = call.routeOptions;
    call.standing = await standingOf(terms.house, call.caller, terms.access, terms.now());
    const problem = await problemFor(call, actionOf(url, schema), gate as AccessGate, terms.house);
    if (problem) return refuseCall(call, reply, problem);
  });
}

function refuseCall(call: FastifyRequest, reply: FastifyReply, problem: Problem) {
  const { caller } = call;
  const personId = caller.kind === 'member' ? caller.personId : caller.kind;
  call.log.warn({ code: problem.code, personId, route: call.routeOptions.url }, 'refused at the door');
  return sendProblem(reply, problem);
}

async function problemFor(
  call: FastifyRequest,
  action: string,
  gate: AccessGate,
  house: House,
): Promise<Problem | undefined> {
  const { standing, caller } = call;
  const actor = actorIn(call.body);
  if (caller.kind === 'member' && actor && actor.personId !== caller.personId) {
    const detail = `You are ${caller.personId}, and the command says that ${actor.personId} gives it.`;
    return callProblem(403, 'CALLER_NOT_ACTOR', detail, 'Give it in your own name.');
  }
  const thing = await thingOf(call, action, actor, house);
  const question = questionOf(call, action, actor, thing);
  if (gate.ask(question)) return unfitDraft(call, action, house);
  if (thing.kind !== 'none' && thing.seen === 'no') {
    const ifSeen = gate.ask({ ...question, thing: { kind: thing.kind, seen: 'party' } });
    // What is not seen does not exist; but whoever must say who they are first is told so, whether it exists or not.
    if (ifSeen || standing.kind === 'member') return unknownThing(thing);
  }
  const says = gate.about(action).map((policy) => policy.says);
  const allowed = says.join(' ') || 'Nobody may.';
  if (standing.kind === 'anonymous' || standing.kind === 'onlooker') {
    return callProblem(
      401,
      'ACCESS_LOGIN_NEEDED',
      'Nobody is known to call, and this is not for everybody.',
      `Log in. ${allowed}`,
    );
  }
  const detail =
    actor && !question.acting.held
      ? `You do not hold the role ${actor.role} at ${actor.partyId} today.`
      : 'None of your roles allows this.';
  return callProblem(403, 'ACCESS_DENIED', detail, allowed);
}

function questionOf(call: FastifyRequest, action: string, actor: Actor | undefined, thing: Thing): AccessQuestion {
  const { caller, standing } = call;
  const { kind, roles, keeperId } = standing;
  const held = actor !== undefined && roles.some((r) => r.partyId === actor.partyId && r.role === actor.role);
  const scopes = caller.kind === 'member' ? caller.scopes : undefined;
  return {
    action,
    caller: {
      kind,
      roles: [...new Set(roles.map((r) => r.role))],
      keeperRoles: roles.filter((r) => r.partyId === keeperId).map((r) => r.role),
    },
    thing: { kind: thing.kind, seen: thing.seen },
    acting: { role: actor?.role ?? '', held },
    inScope: scopes === undefined || action === 'whoAmI' || namesOf(call, action).some((name) => scopes.includes(name)),
  };
}

/** What a token's scope may say of a route: its action, its group in the API document, or all of the log. */
function namesOf(call: FastifyRequest, action: string): readonly string[] {
  const { schema, url = '' } = call.routeOptions;
  const tags = (schema as { tags?: readonly string[] } | undefined)?.tags ?? [];
  return [action, ...tags, ...(url.startsWith('/log/') ? ['log'] : [])];
}

function actorIn(body: unknown): Actor | undefined {
  const read = actorSchema.safeParse((body as { by?: unknown } | undefined)?.by);
  return read.success ? read.data : undefined;
}
