import type { Member, Provisioned } from '@muster/accounts-sql';
import type { PersonId } from '@muster/terms';
import type { FastifyInstance } from 'fastify';
import type { IdentityMeans } from '../identity/identity-means.ts';
import { equalFilter, ScimFault, scimList, scimPath, sendScim } from './scim-answers.ts';
import { changedUser, readUser, type SaidOfUser, saidOf, userShown } from './scim-member.ts';
import { changesIn } from './scim-patch.ts';

/** Whose word it is, until the member has logged in and their provider has given its own. */
export const scimIssuer = 'urn:muster:scim';

interface Listed {
  readonly filter?: string;
  readonly startIndex?: string;
  readonly count?: string;
}
interface Found {
  readonly member: Member;
  readonly said: Provisioned;
}
const attributes = ['userName', 'externalId', 'id'] as const;

/** Members whom the organisation's directory sends, changes, lets go and forgets. */
export function scimUserRoutes(
  app: FastifyInstance,
  { accounts, now, origin, ended, drawPersonId }: IdentityMeans,
): void {
  const path = `${scimPath}/Users`;
  const said = (operationId: string) => ({ schema: { hide: true, operationId, tags: ['scim'] } });
  const shown = ({ member, said: of }: Found) => userShown(member, of, origin());

  const find = async (id: string): Promise<Found> => {
    const [member, of] = await Promise.all([accounts.member(id as PersonId), accounts.provisionedAs(id as PersonId)]);
    if (!member || !of) throw new ScimFault(404, `There is no user "${id}".`);
    return { member, said: of };
  };
  const write = async ({ member }: Found, { userName, externalId, displayName, email, isActive }: SaidOfUser) => {
    const { personId } = member;
    if (!(await accounts.provision({ personId, userName, externalId, isActive, changedAt: now() }))) {
      throw new ScimFault(409, `Another user is called "${userName}".`, 'uniqueness');
    }
    await accounts.changeMember({ ...member, displayName, email });
    if (!isActive) await end(personId);
    return find(personId);
  };
  /** All ways in end at once, here and at the embedded issuer; roles stay in the record, and nobody acts in them. */
  const end = async (personId: PersonId) => {
    await accounts.endSessionsOf(personId);
    await ended(personId);
    for (const token of await accounts.tokens()) {
      if (token.personId === personId) await accounts.revokeToken(token.tokenId, now());
    }
  };

  app.get<{ Querystring: Listed }>(path, said('scimListUsers'), async ({ query }, reply) => {
    const asked = equalFilter(query.filter, attributes);
    const all = await accounts.provisioned();
    const same = (p: Provisioned) => {
      if (!asked) return true;
      if (asked.attribute === 'userName') return p.userName.toLowerCase() === asked.text.toLowerCase();
      return (asked.attribute === 'id' ? p.personId : p.externalId) === asked.text;
    };
    const members = new Map((await accounts.members()).map((m) => [m.personId, m]));
    const found = all.filter(same).flatMap((of) => {
      const member = members.get(of.personId);
      return member ? [shown({ member, said: of })] : [];
    });
    return sendScim(reply, 200, scimList(found, query));
  });

  app.get<{ Params: { id: string } }>(`${path}/:id`, said('scimShowUser'), async ({ params }, reply) =>
    sendScim(reply, 200, shown(await find(params.id))),
  );

  app.post(path, said('scimAddUser'), async ({ body }, reply) => {
    const user = readUser(body);
    const { userName, externalId, displayName, email, isActive } = user;
    const personId = drawPersonId();
    const member = { personId, displayName, email, issuer: scimIssuer, subject: personId, since: now() };
    await accounts.addMember(member);
    if (!(await accounts.provision({ personId, userName, externalId, isActive, changedAt: now() }))) {
      await accounts.removeMember(personId);
      throw new ScimFault(409, `Another user is called "${userName}".`, 'uniqueness');
    }
    reply.header('location', `${origin()}${path}/${personId}`);
    return sendScim(reply, 201, shown(await find(personId)));
  });

  app.put<{ Params: { id: string } }>(`${path}/:id`, said('scimReplaceUser'), async ({ params, body }, reply) => {
    const found = await find(params.id);
    return sendScim(reply, 200, shown(await write(found, readUser(body))));
  });

  app.patch<{ Params: { id: string } }>(`${path}/:id`, said('scimChangeUser'), async ({ params, body }, reply) => {
    const found = await find(params.id);
    const changed = changedUser(saidOf(found.member, found.said), changesIn(body));
    return sendScim(reply, 200, shown(await write(found, changed)));
  });

  app.delete<{ Params: { id: string } }>(`${path}/:id`, said('scimRemoveUser'), async ({ params }, reply) => {
    const { member } = await find(params.id);
    await end(member.personId);
    await accounts.removeMember(member.personId);
    return reply.code(204).send();
  });
}
