import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressIn, type Running, startServer } from '@muster/house/testing';

/** A server of the product, as a person starts it, on a data folder of its own. */
export async function serve(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<Running> {
  const server = startServer(folder, ['--scenario', 'none'], environment);
  await server.said('Muster serves');
  return server;
}

export interface ToGive {
  readonly commandId: string;
  readonly by: object;
  readonly data: object;
}

/** What was answered, status and bytes; undefined where nobody answered, or the database did not. */
export async function give(folder: string, name: string, command: ToGive): Promise<string | undefined> {
  try {
    const authorization = `Bearer ${readFileSync(join(folder, 'token'), 'utf8')}`;
    const { commandId, ...body } = command;
    const headers = { 'content-type': 'application/json', authorization, 'idempotency-key': commandId };
    const url = `${addressIn(folder)}api/commands/${name}`;
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    return answer.status >= 500 ? undefined : `${answer.status} ${text}`;
  } catch {
    return undefined;
  }
}

interface Entry {
  readonly type: string;
  readonly at: string;
}

export async function recordIn(folder: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let after = ''; ; ) {
    const page = await (await fetch(`${addressIn(folder)}api/record?limit=1000${after}`)).json();
    entries.push(...page.entries);
    if (page.entries.length < 1000) return entries;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}

/** A past deployment, which any desk may note: one command, one event. */
export const deployment = (n: number): ToGive => ({
  commandId: `cmd_${n}`,
  by: { personId: 'per_desk', partyId: 'us.dod', role: 'deploymentDesk' },
  data: {
    deploymentId: `dep_${n}`,
    statusId: 'title32',
    delegationIds: [],
    taskId: 'logistics',
    placeId: ['us-tx', 'us-fl', 'us-ca', 'us-oh'][n % 4],
    lenderId: 'us.oh',
    people: 1 + (n % 90),
    period: { fromOn: '2024-04-01', toOn: '2024-05-01' },
    source: { kind: 'assumption', words: 'For the test.' },
  },
});
