import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '@muster/postgres-embedded';
import { describe, expect, it } from 'vitest';
import { appending, fresh } from './describe-record-contract.ts';
import { describeSqlRecord } from './describe-sql-record.ts';
import { openRecord } from './test-database.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'muster-record-'));

async function open(dataFolder: string) {
  const postgres = await openEmbeddedPostgres({ dataFolder });
  if (postgres.outcome === 'cannotOpen') throw new Error(postgres.why);
  return postgres;
}

describeSqlRecord('embedded PostgreSQL', async () => {
  const folder = await newFolder();
  const postgres = await open(folder);
  const drop = async () => {
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...postgres, drop };
});

describe('the embedded PostgreSQL', () => {
  it('keeps what was acknowledged, and a second opener joins it', async () => {
    const folder = await newFolder();
    const stream = fresh('s');
    const first = await open(folder);
    const record = await openRecord({ ...first, drop: async () => {} });
    await record.append(appending(stream, 0));
    const second = await open(folder);
    expect([first.joined, second.joined]).toEqual([false, true]);
    const other = await openRecord({ ...second, drop: async () => {} });
    expect(await other.read(stream)).toHaveLength(1);
    await other.close();
    await second.close();
    await record.close();
    await first.close();
    const again = await open(folder);
    const reopened = await openRecord({ ...again, drop: async () => {} });
    expect(await reopened.read(stream)).toHaveLength(1);
    await reopened.close();
    await again.close();
    await rm(folder, { recursive: true, force: true });
  }, 120_000);

  it('says in one sentence what a data folder cannot be', async () => {
    const file = await openEmbeddedPostgres({ dataFolder: new URL(import.meta.url).pathname });
    expect(file).toMatchObject({ outcome: 'cannotOpen', code: 'DATA_FOLDER_NOT_WRITABLE' });
  });
});
