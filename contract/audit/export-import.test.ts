import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toyLaw } from '@muster/decision/testing';
import { bindCommand, carryOut, decideCommand, type GivenCommand } from '@muster/flow';
import { exportBundle, importBundle, verifyBundle } from '@muster/house';
import { type LogStep, logKeeper } from '@muster/log';
import { isCannotOpen, openEmbeddedPostgres } from '@muster/postgres-embedded';
import { checkBundle } from '@muster/record-bundle';
import { isCannotOpenRecord, openSqlRecord, type SqlRecord } from '@muster/record-sql';
import { canonicalJson, isRefusal } from '@muster/terms';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { draft, giveAll, grant, meansOver, no, recordedIn, submit, wholeStory } from '../flow/toy-flow.ts';
import { logKey, strangerKey } from './toy-bundle.ts';

// Real databases are made and stopped: slow is not failed.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const place = mkdtempSync(join(tmpdir(), 'muster-export-'));
const at = (name: string) => join(place, name);
const from = at('from');
const bundle = at('record.muster');

interface Opened {
  readonly record: SqlRecord;
  readonly ownerUrl: string;
  readonly appUrl: string;
  close(): Promise<void>;
}
const openings: Opened[] = [];
async function open(dataFolder: string): Promise<Opened> {
  const postgres = await openEmbeddedPostgres({ dataFolder });
  if (isCannotOpen(postgres)) throw new Error(postgres.why);
  const record = await openSqlRecord(postgres);
  if (isCannotOpenRecord(record)) throw new Error(record.why);
  const close = async () => {
    await record.close();
    await postgres.close();
  };
  const { ownerUrl, appUrl } = postgres;
  const opened = { record, ownerUrl, appUrl, close };
  openings.push(opened);
  return opened;
}

const sign = async ({ log }: SqlRecord): Promise<LogStep> => {
  for (;;) {
    const step = await logKeeper({ store: log, key: logKey, guards: [] }).step();
    if (step.outcome !== 'busy') return step;
  }
};
const exported = (record: SqlRecord, file: string, key = logKey) =>
  exportBundle({ record, log: record.log, file, key });
const given: readonly GivenCommand[] = [submit('early'), ...wholeStory, no('leave', 'WithdrawConsent', 'south')];

/** Decides a command as the flow does and has it recorded on this very connection. */
async function appendBy(client: Client, record: SqlRecord, given: GivenCommand): Promise<void> {
  const bound = bindCommand(given);
  if (isRefusal(bound)) throw new Error(bound.why);
  const {
    stream,
    commandId,
    commandBody,
    answer,
    restsOn,
    facts,
    at: when,
    by,
  } = await decideCommand(bound, (name) => record.read(name), { law: toyLaw });
  const rows = facts.map((fact, i) => ({
    place: i + 1,
    type: fact.type,
    type_version: fact.version,
    body_before: `${canonicalJson({ at: when, by, commandId, fact }).slice(0, -1)},"position":`,
    body_after: `,"stream":${JSON.stringify(stream)}}`,
  }));
  const row = { place: 0, command_id: commandId, command_body: commandBody, answer, stream, expected_position: null };
  await client.query('select * from muster.append_events($1::jsonb)', [
    JSON.stringify([{ ...row, rests_on: restsOn, views: [], facts: rows, alongside: [] }]),
  ]);
}

let source: Opened;
beforeAll(async () => {
  source = await open(from);
  await giveAll(source.record, given);
  await sign(source.record);
});
afterAll(async () => {
  for (const opened of openings) await opened.close().catch(() => {});
  rmSync(place, { recursive: true, force: true });
});

describe('a record that is exported', () => {
  it('holds when it is verified, and is the same bytes each time', async () => {
    expect(await exported(source.record, bundle)).toMatchObject({
      outcome: 'exported',
      sealed: true,
      origin: logKey.name,
    });
    const verified = await verifyBundle({ file: bundle, key: logKey, replay: true, lawBefore: toyLaw });
    expect(verified.report.faults).toEqual([]);
    expect(verified.replay?.findings).toEqual([]);
    expect(verified).toMatchObject({ outcome: 'holds', report: { silent: 2 } });
    await exported(source.record, at('again.muster'));
    expect(readFileSync(at('again.muster'))).toEqual(readFileSync(bundle));
    expect(await exported(source.record, at('packed.muster.gz'))).toMatchObject({ outcome: 'exported' });
    expect((await checkBundle(at('packed.muster.gz'), { key: logKey })).faults).toEqual([]);
  });

  it('is not sealed by a key that is not the log’s', async () => {
    expect(await exported(source.record, at('stranger.muster'), strangerKey)).toMatchObject({
      outcome: 'exported',
      sealed: false,
    });
  });

  it('is refused where the file exists or its folder does not; nothing is left behind', async () => {
    const before = readdirSync(place).sort();
    expect(await exported(source.record, bundle)).toMatchObject({ code: 'FILE_EXISTS', exitCode: 2 });
    expect(await exported(source.record, at('none/record.muster'))).toMatchObject({
      code: 'FILE_UNKNOWN',
      exitCode: 2,
    });
    expect(await exported(source.record, '/dev/full/record')).toMatchObject({
      fault: expect.stringMatching(/^\S.*\.$/),
    });
    expect(readdirSync(place).sort()).toEqual(before);
  });

  it('came to the same order wherever two servers wrote at once', async () => {
    const folder = at('busy');
    const one = await open(folder);
    const other = await openSqlRecord(one);
    if (isCannotOpenRecord(other)) throw new Error(other.why);
    const records = [one.record, other];
    await giveAll(one.record, wholeStory);
    // Refused of one party, by both at once: their stream takes them in whatever order they come.
    const tries = Array.from({ length: 200 }, (_, i) =>
      i % 3 === 0
        ? no(`w${i}`, 'WithdrawConsent', 'isle')
        : i % 3 === 1
          ? grant(`g${i}`, 'isle', 'lender')
          : draft(`d${i}`),
    );
    await Promise.all(tries.map((c, i) => carryOut(meansOver(records[i % 2] as SqlRecord), c)));
    await sign(one.record);
    await exported(one.record, at('busy.muster'));
    const verified = await verifyBundle({ file: at('busy.muster'), key: logKey, replay: true, lawBefore: toyLaw });
    expect(verified.report.faults).toEqual([]);
    expect(verified.replay?.findings).toEqual([]);
    await other.close();
    await one.close();
  });

  it('is decided again in the order in which it was decided, where the log’s is another', async () => {
    const one = await open(at('displaced'));
    await giveAll(one.record, wholeStory.slice(0, -1));
    const late = new Client({ connectionString: one.ownerUrl });
    await late.connect();
    await late.query('begin');
    // Its transaction begins now, so that its events stand in the log before those of whoever commits meanwhile.
    await late.query('select pg_current_xact_id()');
    await giveAll(one.record, [no('leave', 'WithdrawConsent', 'south'), no('leave-2', 'WithdrawConsent', 'north')]);
    await appendBy(late, one.record, no('leave-again', 'WithdrawConsent', 'north'));
    await late.query('commit');
    await late.end();
    await sign(one.record);
    await exported(one.record, at('displaced.muster'));
    const verified = await verifyBundle({ file: at('displaced.muster'), key: logKey, replay: true, lawBefore: toyLaw });
    expect(verified.report.faults).toEqual([]);
    expect(verified.report.order.displaced()).toBeGreaterThan(0);
    expect(verified.replay?.findings).toEqual([]);
    // And where it is imported, it is decided in that order still.
    expect(await importBundle({ file: at('displaced.muster'), dataFolder: at('displaced-to') })).toMatchObject({
      outcome: 'imported',
    });
    const to = await open(at('displaced-to'));
    await exported(to.record, at('displaced-again.muster'));
    expect(readFileSync(at('displaced-again.muster'))).toEqual(readFileSync(at('displaced.muster')));
    await to.close();
    await one.close();
  });

  it('is refused where the database holds something else than was signed, and the leaf is named', async () => {
    const folder = at('tampered');
    const one = await open(folder);
    await giveAll(one.record, given);
    await sign(one.record);
    const owner = new Client({ connectionString: one.ownerUrl });
    await owner.connect();
    await owner.query(`alter table muster.events disable trigger all`);
    await owner.query(
      `update muster.events set body = replace(body, '"title":"Help"', '"title":"Halt"') where stream like 'request/%' and position = 2`,
    );
    await owner.end();
    const refused = await exported(one.record, at('tampered.muster'));
    expect(refused).toMatchObject({
      code: 'RECORD_NOT_AS_SIGNED',
      exitCode: 1,
      fault: expect.stringMatching(/leaf \d+ was changed since/),
    });
    expect(readdirSync(place).filter((name) => name.startsWith('tampered.muster'))).toEqual([]);
    await one.close();
  });
});

describe('a bundle that is imported', () => {
  it('is the same record: same root, same order, same answers; and it goes on from there', async () => {
    const folder = at('to');
    expect(await importBundle({ file: bundle, key: logKey, dataFolder: folder })).toMatchObject({
      outcome: 'imported',
      origin: logKey.name,
      events: (await recordedIn(source.record)).length,
    });
    const { record, close } = await open(folder);
    expect(await record.log.head()).toEqual(await source.record.log.head());
    expect(await record.checkChains()).toMatchObject({ faults: [] });
    expect(await recordedIn(record)).toEqual(await recordedIn(source.record));
    expect(await record.view('request-board')).toEqual(await source.record.view('request-board'));
    for (const command of given) {
      expect(await record.answerOf(command.commandId)).toEqual(await source.record.answerOf(command.commandId));
    }
    // Given again, nothing is done again.
    await giveAll(record, given);
    expect(await recordedIn(record)).toEqual(await recordedIn(source.record));
    await exported(record, at('round-trip.muster'));
    expect(readFileSync(at('round-trip.muster'))).toEqual(readFileSync(bundle));
    // And it goes on: the same log grows.
    await giveAll(record, [draft('more'), grant('late', 'south', 'lender')]);
    expect(await sign(record)).toMatchObject({ outcome: 'kept', grew: 2 });
    await exported(record, at('grown.muster'));
    const verified = await verifyBundle({ file: at('grown.muster'), key: logKey, replay: true, lawBefore: toyLaw });
    expect(verified).toMatchObject({ outcome: 'holds' });
    await close();
  });

  it('is refused where something is recorded already, and that stays as it is', async () => {
    const before = await recordedIn(source.record);
    expect(await importBundle({ file: bundle, key: logKey, dataFolder: from })).toMatchObject({
      code: 'RECORD_NOT_EMPTY',
      exitCode: 4,
    });
    expect(await recordedIn(source.record)).toEqual(before);
  });

  it('is refused where it is not whole, of a newer kind or under another key; no folder is made', async () => {
    const folder = at('never');
    const text = readFileSync(bundle, 'utf8');
    for (const [wrong, key] of [
      [text.slice(0, -200), logKey],
      [text.replace('"people":10', '"people":99'), logKey],
      [text.replace('"version":1', '"version":2'), logKey],
      [text, strangerKey],
    ] as const) {
      writeFileSync(at('wrong.muster'), wrong);
      const refused = await importBundle({ file: at('wrong.muster'), key, dataFolder: folder });
      expect(refused).toMatchObject({
        code: 'BUNDLE_NOT_WHOLE',
        exitCode: 1,
        fault: expect.stringMatching(/is not whole, so nothing was imported\. \S/),
      });
      expect(existsSync(folder)).toBe(false);
    }
  });

  it('leaves nothing where it breaks off in the middle', async () => {
    const folder = at('broken-off');
    const opened = await open(folder);
    const owner = new Client({ connectionString: opened.ownerUrl });
    await owner.connect();
    // The last thing written fails, as a full disk would have it.
    await owner.query('alter table muster.log_keys add constraint none check (place < 0)');
    const refused = await importBundle({ file: bundle, key: logKey, dataFolder: folder });
    expect(refused).toMatchObject({ code: 'DATABASE_FAILED', fault: expect.stringMatching(/^The database at .*\.$/) });
    expect(await recordedIn(opened.record)).toEqual([]);
    await owner.query('alter table muster.log_keys drop constraint none');
    expect(await importBundle({ file: bundle, key: logKey, dataFolder: folder })).toMatchObject({
      outcome: 'imported',
    });
    await owner.end();
    await opened.close();
  });
});
