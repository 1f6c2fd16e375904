import type { StreamName } from '@muster/terms';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeLogContract } from './describe-log-contract.ts';
import { appending, describeRecordContract, fresh } from './describe-record-contract.ts';
import { describeSqlLog } from './describe-sql-log.ts';
import { openRecord, type TestDatabase } from './test-database.ts';

/** What only a record in PostgreSQL can be asked: rights, hashes, lost connections, closed and opened again. */
export function describeSqlRecord(name: string, make: () => Promise<TestDatabase>): void {
  let database: TestDatabase;
  const made = () => (opening ??= make().then((d) => (database = d)));
  let opening: Promise<TestDatabase> | undefined;

  const open = async () => {
    const record = await openRecord(await made());
    return { record, close: () => record.close() };
  };
  // First, while nothing is recorded: the log begins empty.
  describeLogContract(name, open);
  describeSqlLog(name, made);
  describeRecordContract(name, open);

  describe(`record in PostgreSQL: ${name}`, () => {
    beforeAll(async () => {
      await made();
    }, 120_000);
    afterAll(async () => database.drop());

    const asApp = async (sql: string): Promise<void> => {
      const client = new Client({ connectionString: database.appUrl });
      await client.connect();
      try {
        await client.query('set role muster_app');
        await client.query(sql);
      } finally {
        await client.end();
      }
    };

    it('gives the app role no way to change, remove or forge an event', async () => {
      const record = await openRecord(database);
      const stream = fresh('s');
      await record.append(appending(stream, 0));
      for (const sql of [
        "update muster.events set body = '{}'",
        'delete from muster.events',
        'truncate muster.events',
        "insert into muster.events (stream, position, type, type_version, body, hash) values ('x', 1, 'X', 1, '{}', '')",
        'delete from muster.commands',
        'update muster.streams set position = 0',
        'alter table muster.events disable trigger all',
        'drop table muster.events',
      ]) {
        await expect(asApp(sql), sql).rejects.toThrow(/permission denied|must be owner/);
      }
      expect(await record.read(stream)).toHaveLength(1);
      await record.close();
    });

    it('refuses even the owner to change an event', async () => {
      const client = new Client({ connectionString: database.ownerUrl });
      await client.connect();
      for (const sql of [
        "update muster.events set body = '{}'",
        'delete from muster.events',
        'truncate muster.events',
      ]) {
        await expect(client.query(sql), sql).rejects.toThrow(/never changed/);
      }
      await client.end();
    });

    it('makes its views anew from the events, while others append', async () => {
      const record = await openRecord(database);
      const [view, owner] = [fresh('view'), new Client({ connectionString: database.ownerUrl })];
      const streams = Array.from({ length: 30 }, () => fresh(view));
      const says = (stream: StreamName, position: number) =>
        record.append(appending(stream, position, { views: [{ view, key: 'k', part: { n: position + 1 } }] }));
      for (const stream of streams) for (const position of [0, 1]) await says(stream, position);
      await owner.connect();
      // Parts that are wrong, one that is missing, and one of a view that is no more.
      await owner.query('update muster.views set part = $2 where view = $1', [view, '{"n":99}']);
      await owner.query('delete from muster.views where stream = $1', [streams[0]]);
      await owner.query('insert into muster.views (view, key, stream, part) values ($1, $2, $3, $4)', [
        `${view}-old`,
        'k',
        streams[1],
        '{}',
      ]);
      await owner.end();
      let isWriting = true;
      const shown: number[] = [];
      const writing = (async () => {
        for (let position = 2; isWriting; position++) await says(streams[2] as StreamName, position);
      })();
      const rebuilt = await record.rebuildViews(
        (stream, events) => (stream.startsWith(view) ? [{ view, key: 'k', part: { n: events.length } }] : []),
        (done) => shown.push(done),
      );
      isWriting = false;
      await writing;
      expect(rebuilt.events).toBeGreaterThanOrEqual(60);
      expect(shown.at(-1)).toBe(rebuilt.events);
      for (const { stream, part } of await record.view(view)) {
        expect(part, stream).toEqual({ n: (await record.read(stream)).length });
      }
      expect(await record.view(view)).toHaveLength(30);
      expect(await record.view(`${view}-old`)).toEqual([]);
      await record.close();
    }, 60_000);

    it('finds its chains of hashes whole', async () => {
      const record = await openRecord(database);
      const { events, faults } = await record.checkChains();
      expect(faults).toEqual([]);
      expect(events).toBeGreaterThan(0);
      await record.close();
    });

    it('loses nothing and doubles nothing when its connections are cut', async () => {
      const record = await openRecord(database);
      const stream = fresh('s');
      // The app's own account may end its own sessions; the owner may not.
      const cutter = new Client({ connectionString: database.appUrl });
      cutter.on('error', () => {});
      await cutter.connect();
      const cut = () =>
        cutter.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'muster' and pid <> pg_backend_pid()",
        );
      const appends = Array.from({ length: 40 }, (_, i) => appending(`${stream}-${i}`, 0));
      const answers = Promise.all(appends.map((a) => record.append(a)));
      expect((await cut()).rowCount).toBeGreaterThan(0);
      await cut();
      for (const { outcome } of await answers) expect(['recorded', 'repeated']).toContain(outcome);
      for (const a of appends) expect(await record.read(a.stream)).toHaveLength(1);
      await cutter.end();
      await record.close();
    }, 60_000);

    it('is the same when closed and opened again', async () => {
      const stream = fresh('s');
      const first = await openRecord(database);
      await first.append(appending(stream, 0));
      const before = await first.read(stream);
      await first.close();
      await expect(first.read(stream)).rejects.toThrow(/closed/);
      const again = await openRecord(database);
      expect(await again.read(stream)).toEqual(before);
      await again.close();
    });
  });
}
