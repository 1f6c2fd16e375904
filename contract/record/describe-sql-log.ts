import { emptyTree, growTree, leafHash, logKeeper } from '@muster/log';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { key, memoryGuard } from './describe-log-contract.ts';
import { appending, fresh } from './describe-record-contract.ts';
import { openRecord, type TestDatabase } from './test-database.ts';

/** What only a log in PostgreSQL can be asked: rights, fences in the database, and who takes over from whom. */
export function describeSqlLog(name: string, made: () => Promise<TestDatabase>): void {
  describe(`log in PostgreSQL: ${name}`, () => {
    /** On the app's own account, which may end its own sessions too. */
    const run = async (sql: string, role: 'muster_app' | 'none'): Promise<void> => {
      const client = new Client({ connectionString: (await made()).appUrl });
      await client.connect();
      try {
        await client.query(`set role ${role}`);
        await client.query(sql);
      } finally {
        await client.end();
      }
    };

    it('gives the app role no way to change the tree but to grow it', async () => {
      for (const sql of [
        'delete from muster.leaves',
        'update muster.tiles set hashes = hashes',
        'update muster.log_head set size = 0',
        "insert into muster.log_keys values (9, 'x', 0, null)",
        'truncate muster.leaves',
      ]) {
        await expect(run(sql, 'muster_app'), sql).rejects.toThrow(/permission denied/);
      }
    });

    it('grows a tile only by what comes behind what it held', async () => {
      const record = await openRecord(await made());
      const keeper = logKeeper({ store: record.log, key, guards: [memoryGuard()] });
      await record.append(appending(fresh('s'), 0));
      await keeper.step();
      await record.append(appending(fresh('s'), 0));
      const { tiles } = growTree(emptyTree, [leafHash(new Uint8Array())]);
      const { size } = await record.log.head();
      const forge = record.log.alone(async (writer) => {
        const waiting = await writer.waiting(10);
        return writer.extend({ ...waiting, size, tiles: tiles.map((t) => ({ ...t, tile: { ...t.tile, index: 0 } })) });
      });
      await expect(forge).rejects.toThrow(/only grows/);
      expect((await record.log.head()).size).toBe(size);
      await record.close();
    });

    it('is taken over by another server as soon as the connection of the one that grew it is gone', async () => {
      const [one, other] = [await openRecord(await made()), await openRecord(await made())];
      let holding = false;
      const held = one.log.alone(async () => {
        holding = true;
        await new Promise((settle) => setTimeout(settle, 1_000));
        return (await one.log.head()).size;
      });
      await expect.poll(() => holding).toBe(true);
      expect(await other.log.alone(async () => 'mine')).toBe('busy');
      await run(
        "select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.classid = 1299542900",
        'none',
      );
      await expect.poll(() => other.log.alone(async () => 'mine')).toBe('mine');
      await held;
      expect(await one.log.alone(async () => 'mine again')).toBe('mine again');
      await Promise.all([one.close(), other.close()]);
    });

    it('reads what is new, and never again what is in the tree', async () => {
      const database = await made();
      const record = await openRecord(database);
      const client = new Client({ connectionString: database.ownerUrl });
      onTestFinished(() => client.end());
      await client.connect();
      // The database tells what a session has read when that session ends.
      const read = async () => {
        const { rows } = await client.query(
          `select seq_scan + idx_scan as scans, seq_tup_read + idx_tup_fetch as events
             from pg_stat_user_tables where relid = 'muster.events'::regclass`,
        );
        return { scans: Number(rows[0].scans), events: Number(rows[0].events) };
      };
      const [begun, many, steps] = [await read(), 5_000, 20];
      const facts = Array.from({ length: 250 }, () => ({ type: 'Noted', version: 1, data: {} }));
      for (let i = 0; i < many; i += facts.length) await record.append(appending(fresh('s'), 0, { facts }));
      await logKeeper({ store: record.log, key, guards: [memoryGuard()] }).step();
      await record.close();
      await expect.poll(async () => (await read()).events - begun.events).toBeGreaterThanOrEqual(many);
      // A plan is chosen by what the database believes of the table, which it would otherwise find out some day.
      await client.query('analyze muster.events');

      const before = await read();
      const again = await openRecord(database);
      const keeper = logKeeper({ store: again.log, key, guards: [memoryGuard()] });
      for (let i = 0; i < steps; i++) await keeper.step();
      await again.close();
      await expect.poll(async () => (await read()).scans - before.scans).toBeGreaterThanOrEqual(steps);
      expect((await read()).events - before.events).toBeLessThan(many);
    });

    it('waits for events whose number was given before it and whose commit comes after', async () => {
      const record = await openRecord(await made());
      const client = new Client({ connectionString: (await made()).ownerUrl });
      await client.connect();
      const keeper = logKeeper({ store: record.log, key, guards: [memoryGuard()] });
      await keeper.step();
      const { size } = await record.log.head();
      const [late, early] = [fresh('late'), fresh('early')];
      onTestFinished(() => client.end());
      await client.query('begin');
      await client.query('select muster.append_events($1::jsonb)', [JSON.stringify([rowOf(late)])]);
      await record.append(appending(early, 0));
      expect(await keeper.step()).toMatchObject({ outcome: 'kept', size });
      await client.query('commit');
      expect(await keeper.step()).toMatchObject({ outcome: 'kept', size: size + 2 });
      const [first, second] = await record.log.leavesOf([
        { stream: late, position: 1 },
        { stream: early, position: 1 },
      ]);
      expect([first, second]).toEqual([size, size + 1]);
      await record.close();
    });
  });
}

/** An append of one event, as the database's own function takes it. */
const rowOf = (stream: string) => {
  const { commandId, commandBody, answer, at, by } = appending(stream, 0);
  const fact = { type: 'Noted', version: 1, data: {} };
  const before = JSON.stringify({ at, by, commandId, fact }).slice(0, -1);
  return {
    place: 0,
    command_id: commandId,
    command_body: commandBody,
    answer,
    stream,
    expected_position: 0,
    rests_on: [],
    views: [],
    alongside: [],
    facts: [
      {
        place: 1,
        type: 'Noted',
        type_version: 1,
        body_before: `${before},"position":`,
        body_after: `,"stream":"${stream}"}`,
      },
    ],
  };
};
