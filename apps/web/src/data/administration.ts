import { musterClient, type paths } from '@muster/api';

type Read<Path extends '/api/organisations' | '/api/roles' | '/api/me'> =
  paths[Path]['get']['responses'][200]['content']['application/json'];

export type OrganisationShown = Read<'/api/organisations'>['organisations'][number];
export type RoleShown = Read<'/api/roles'>[number];

/** Who keeps the directory, what is in it, and in which of their parties the reader administers it. */
export interface DirectoryShown {
  readonly keeperId: string | null;
  readonly organisations: readonly OrganisationShown[];
  readonly roles: readonly RoleShown[];
  readonly personId: string | null;
  readonly administersAt: readonly string[];
}

/** What came of a change: done, or why not. */
export type Changed =
  | { readonly done: true }
  | { readonly done: false; readonly words: string; readonly isStale: boolean };

const client = musterClient();
const page = { 'muster-page': '1' } as const;

export async function readDirectory(): Promise<DirectoryShown> {
  const [me, tree, roles] = await Promise.all([
    client.GET('/api/me'),
    client.GET('/api/organisations'),
    client.GET('/api/roles'),
  ]);
  if (!me.data || !tree.data) throw new Error('The server does not answer.');
  const { personId } = me.data;
  // Whoever may not see roles sees none.
  const shown = Array.isArray(roles.data) ? roles.data : [];
  const own = shown.filter((r) => r.personId === personId && r.role === 'administrator' && r.held);
  return { ...tree.data, roles: shown, personId, administersAt: own.map((r) => r.partyId) };
}

export interface RoleAt {
  readonly personId: string;
  readonly partyId: string;
  readonly role: string;
}

interface Answered {
  readonly response: Response;
  readonly error?: unknown;
}

/** In the name of the reader, at the party at which they administer. */
const by = (personId: string, partyId: string) => ({ personId, partyId, role: 'administrator' as const });
const command = () => ({ ...page, 'idempotency-key': `cmd_page-${crypto.randomUUID()}`, 'if-match': '*' });

export const giveRole = (me: string, at: string, role: RoleAt): Promise<Changed> =>
  changed(
    client.POST('/api/commands/GiveRole', {
      params: { header: command() },
      headers: page,
      body: { by: by(me, at), data: role as never },
    }),
  );

export const endRole = (me: string, at: string, role: RoleAt, reason: string): Promise<Changed> =>
  changed(
    client.POST('/api/commands/EndRole', {
      params: { header: command() },
      headers: page,
      body: { by: by(me, at), data: { ...role, reason } as never },
    }),
  );

/** Gives the link for one person, and who they are to be. */
export async function invite(
  displayName: string,
): Promise<{ readonly personId: string; readonly link: string } | Changed> {
  const answer = await client.POST('/api/invitations', { headers: page, body: { displayName } });
  return answer.data ?? (await changed(Promise.resolve(answer)));
}

async function changed(call: Promise<Answered>): Promise<Changed> {
  try {
    const { response, error } = await call;
    if (response.ok) return { done: true };
    const { detail, allowed, code } = (error ?? {}) as { detail?: string; allowed?: string; code?: string };
    return { done: false, words: [detail, allowed].filter(Boolean).join(' '), isStale: code === 'LOGIN_STALE' };
  } catch {
    return { done: false, words: 'The server does not answer.', isStale: false };
  }
}
