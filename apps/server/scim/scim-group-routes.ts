import { randomUUID } from 'node:crypto';
import type { House } from '@muster/house';
import { type CommandId, dayOf, type Instant, type PartyId, personIdSchema, type Role, roles } from '@muster/terms';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { statusOf } from '../problem.ts';
import { equalFilter, ScimFault, scimList, scimPath, scimSchema, sendScim } from './scim-answers.ts';
import { changesIn, readScim, type ScimChange } from './scim-patch.ts';

interface Group {
  readonly partyId: PartyId;
  readonly role: Role;
  readonly partyName: string;
}

const member = z.object({ value: personIdSchema });
const members = z.array(member).max(1000);
const replaced = z.object({ schemas: z.array(z.string()), members: members.default([]) });

/**
 * A group is a role at an organisation, and its members are who holds it: RFC 7643, section 4.2. There is one for each, so
 * none is made or removed; who comes and goes is a role given and ended, by the administrator whose token it is.
 */
export function scimGroupRoutes(
  app: FastifyInstance,
  { house, now, origin }: { readonly house: House; readonly now: () => Instant; readonly origin: () => string },
): void {
  const path = `${scimPath}/Groups`;
  const said = (operationId: string) => ({ schema: { hide: true, operationId, tags: ['scim'] } });
  const given = roles.filter((role) => role !== 'flow');

  const groups = async (): Promise<readonly Group[]> =>
    (await house.directory.organisations())
      .filter((o) => !o.closed)
      .flatMap(({ partyId, name }) => given.map((role) => ({ partyId, role, partyName: name })));
  const find = async (id: string): Promise<Group> => {
    const found = (await groups()).find((group) => idOf(group) === id);
    if (!found) throw new ScimFault(404, `There is no group "${id}".`);
    return found;
  };
  const held = async () => house.directory.roles(dayOf(now()));
  const shown = (group: Group, all: Awaited<ReturnType<typeof held>>) => ({
    schemas: [scimSchema.group],
    id: idOf(group),
    displayName: nameOf(group),
    members: all
      .filter((r) => r.partyId === group.partyId && r.role === group.role)
      .map(({ personId }) => ({
        value: personId,
        type: 'User',
        $ref: `${origin()}${scimPath}/Users/${personId}`,
      })),
    meta: { resourceType: 'Group', location: `${origin()}${path}/${idOf(group)}` },
  });

  /** Gives and ends roles until these are who holds it; stops with the first refusal, and says what it says. */
  const settle = async (call: FastifyRequest, { partyId, role }: Group, wanted: ReadonlySet<string>) => {
    const now_ = (await held()).filter((r) => r.partyId === partyId && r.role === role);
    const holding = new Set<string>(now_.map((r) => r.personId));
    const steps = [
      ...[...wanted].filter((id) => !holding.has(id)).map((personId) => ({ name: 'GiveRole', more: {}, personId })),
      ...[...holding]
        .filter((id) => !wanted.has(id))
        .map((personId) => ({ name: 'EndRole', more: { reason: 'Taken out of the group by SCIM.' }, personId })),
    ];
    for (const { name, more, personId } of steps) {
      const commandId = `cmd_scim-${randomUUID()}` as CommandId;
      const data = { personId, partyId, role, ...more };
      const answer = await house.carryOut({ commandId, name, at: now(), by: administratorIn(call, partyId), data });
      if (answer.outcome === 'refused') {
        throw new ScimFault(statusOf(answer.code), `${answer.why} ${answer.allowed} (${answer.code})`);
      }
    }
  };

  app.get<{ Querystring: { filter?: string; startIndex?: string; count?: string } }>(
    path,
    said('scimListGroups'),
    async ({ query }, reply) => {
      const asked = equalFilter(query.filter, ['displayName', 'id']);
      const [all, found] = [await held(), await groups()];
      const same = (group: Group) => {
        if (!asked) return true;
        if (asked.attribute === 'id') return idOf(group) === asked.text;
        return nameOf(group).toLowerCase() === asked.text.toLowerCase();
      };
      return sendScim(
        reply,
        200,
        scimList(
          found.filter(same).map((group) => shown(group, all)),
          query,
        ),
      );
    },
  );

  app.get<{ Params: { id: string } }>(`${path}/:id`, said('scimShowGroup'), async ({ params }, reply) =>
    sendScim(reply, 200, shown(await find(params.id), await held())),
  );

  app.put<{ Params: { id: string } }>(`${path}/:id`, said('scimReplaceGroup'), async (call, reply) => {
    const group = await find(call.params.id);
    const { members: wanted } = readScim(replaced, call.body);
    await settle(call, group, new Set(wanted.map((m) => m.value)));
    return sendScim(reply, 200, shown(group, await held()));
  });

  app.patch<{ Params: { id: string } }>(`${path}/:id`, said('scimChangeGroup'), async (call, reply) => {
    const group = await find(call.params.id);
    const before = (await held()).filter((r) => r.partyId === group.partyId && r.role === group.role);
    const start: ReadonlySet<string> = new Set(before.map((r) => r.personId));
    await settle(call, group, changesIn(call.body).reduce(changedMembers, start));
    return sendScim(reply, 200, shown(group, await held()));
  });

  const fixed = async () => {
    const words = 'A group is a role at an organisation: it is there as long as the organisation is.';
    throw new ScimFault(403, words, 'mutability');
  };
  app.post(path, said('scimAddGroup'), fixed);
  app.delete(`${path}/:id`, said('scimRemoveGroup'), fixed);
}

const idOf = ({ partyId, role }: Group): string => `${partyId}:${role}`;
const nameOf = ({ role, partyName }: Group): string => `${role} at ${partyName}`;

function changedMembers(before: ReadonlySet<string>, { op, path, value }: ScimChange): ReadonlySet<string> {
  const [, one] = /^members\[\s*value\s+eq\s+"([^"]+)"\s*\]$/i.exec(path) ?? [];
  if (one !== undefined && op === 'remove') return new Set([...before].filter((id) => id !== one));
  // A group keeps its name; some providers send it along.
  if (/^(displayName|externalId|id)$/i.test(path)) return before;
  if (path.toLowerCase() !== 'members') throw new ScimFault(400, `"${path}" is no path of a group.`, 'invalidPath');
  if (op === 'remove' && value === undefined) return new Set();
  const named = readScim(members, [value].flat()).map((m) => m.value);
  if (op === 'add') return new Set([...before, ...named]);
  if (op === 'replace') return new Set(named);
  return new Set([...before].filter((id) => !named.includes(id as never)));
}

/** In which of their parties whoever calls administers this one: its own, else that of the keeper, else any. */
function administratorIn({ caller, standing }: FastifyRequest, partyId: PartyId) {
  const own = standing.roles.filter((r) => r.role === 'administrator').map((r) => r.partyId);
  const at = [partyId, standing.keeperId].find((id) => id !== undefined && own.includes(id)) ?? own[0];
  if (caller.kind !== 'member' || at === undefined) {
    throw new ScimFault(403, 'The member in whose name this token calls is no administrator.');
  }
  return { personId: caller.personId, partyId: at, role: 'administrator' as const };
}
