import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { describeSqlRecord } from './describe-sql-record.ts';

const given = process.env.DATABASE_URL;

if (given) {
  describeSqlRecord('DATABASE_URL', async () => {
    const name = `muster_test_${process.pid}_${Date.now()}`;
    const run = async (sql: string) => {
      const client = new Client({ connectionString: given });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    };
    await run(`create database ${name} encoding 'UTF8' template template0`);
    const url = new URL(given);
    url.pathname = `/${name}`;
    return { ownerUrl: url.href, appUrl: url.href, drop: () => run(`drop database ${name} with (force)`) };
  });
} else {
  describe('record contract: DATABASE_URL', () => {
    it('was not run: DATABASE_URL names no PostgreSQL; the embedded one was tested', () => {
      expect(process.env.DATABASE_URL).toBeFalsy();
    });
  });
}
