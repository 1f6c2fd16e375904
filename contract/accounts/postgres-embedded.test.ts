import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Accounts, openAccounts } from '@muster/accounts-sql';
import { openEmbeddedPostgres } from '@muster/postgres-embedded';
import { openSqlRecord } from '@muster/record-sql';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyMember, describeAccounts } from './describe-accounts-contract.ts';

let urls: { ownerUrl: string; appUrl: string };
let end = async () => {};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-accounts-'));
  const postgres = await openEmbeddedPostgres({ dataFolder: folder });
  if (postgres.outcome === 'cannotOpen') throw new Error(postgres.why);
  const record = await openSqlRecord(postgres);
  if (record.outcome === 'cannotOpen') throw new Error(record.why);
  urls = postgres;
  end = async () => {
    await record.close();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  };
}, 120_000);
afterAll(() => end());

async function open(): Promise<Accounts> {
  const accounts = await openAccounts(urls);
  if ('outcome' in accounts) throw new Error(accounts.why);
  return accounts;
}

describeAccounts('PostgreSQL', async () => {
  const accounts = await open();
  return { accounts, close: () => accounts.close() };
});

describe('accounts in PostgreSQL', () => {
  it('are the same for two servers, which may open them at once', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    const member = anyMember();
    await one.addMember(member);
    expect(await other.member(member.personId)).toEqual(member);
    await Promise.all([one.close(), other.close()]);
  });

  it('are changed by a role that may change no event', async () => {
    const client = new Client({ connectionString: urls.appUrl });
    await client.connect();
    try {
      await client.query('set role muster_app');
      await client.query('delete from muster_accounts.tries');
      await expect(client.query('delete from muster.events')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('update muster.streams set position = 0')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('drop table muster_accounts.tries')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });

  it('that a newer Muster has changed are not opened', async () => {
    const client = new Client({ connectionString: urls.ownerUrl });
    await client.connect();
    await client.query("insert into muster_accounts.migrations (name, timestamp) values ('0999-later', '2030')");
    expect(await openAccounts(urls)).toMatchObject({ outcome: 'cannotOpen', code: 'DATABASE_SCHEMA_NEWER' });
    await client.query("delete from muster_accounts.migrations where name = '0999-later'");
    await client.end();
  });

  it('say in plain words that the database is gone', async () => {
    const accounts = await openAccounts(urls);
    if ('outcome' in accounts) throw new Error(accounts.why);
    await accounts.close();
    await expect(accounts.members()).rejects.toMatchObject({
      name: 'AccountsFailure',
      message: expect.stringContaining('Who logs in cannot be looked up just now'),
    });
  });
});
