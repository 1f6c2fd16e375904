import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckpointGuard, logKeeper, openNote, signingKey, type WitnessPort } from '@muster/log';
import { makeWitnessFolder, type WitnessFolder } from '@muster/log-files';
import { openMemoryRecord } from '@muster/record-memory';
import type { CommandId, Instant, PartyId, PersonId } from '@muster/terms';
import { witnessDesk } from '@muster/witness';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { houseLog } from './house-log.ts';
import type { HouseWitnessesMeans } from './house-witnesses.ts';
import { witnessesInMemory } from './testing.ts';

const key = signingKey('muster.example/record', 'ed25519', new Uint8Array(32).fill(3));
const now = 1_700_000_000;

let path: string;
let folder: WitnessFolder;
beforeEach(async () => {
  path = mkdtempSync(join(tmpdir(), 'muster-witness-'));
  const made = await makeWitnessFolder(path, 'witness.example/w1');
  if (made.outcome === 'refused') throw new Error(made.why);
  folder = made;
  await folder.addKey(key);
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

/** A record whose log is signed with the one key; `history` tells two of them apart. */
function toyRecord(history = 'told') {
  const record = openMemoryRecord({ now: () => '2025-05-10T12:00:00Z' as Instant });
  let n = 0;
  const grow = async (events: number): Promise<void> => {
    for (let i = 0; i < events; i++) {
      await record.append({
        stream: `note/${n}`,
        expectedPosition: 0,
        restsOn: [],
        commandId: `cmd_${n}` as CommandId,
        commandBody: '{}',
        at: '2025-05-10T12:00:00Z' as Instant,
        by: { personId: 'per_a' as PersonId, partyId: 'us.oh' as PartyId, role: 'auditor' },
        facts: [{ type: 'Noted', version: 1, data: { history, n: n++ } }],
        views: [],
        answer: '{}',
      });
    }
  };
  const sign = async (guards: readonly CheckpointGuard[] = []) => {
    const step = await logKeeper({ store: record.log, key, guards }).step();
    if (step.outcome !== 'kept') throw new Error(JSON.stringify(step));
    return step.size;
  };
  return { store: record.log, grow, sign };
}

/** The witness as the house reaches it, and how often it was asked. */
function reached(over: Partial<WitnessPort> = {}) {
  const desk = witnessDesk(folder, () => now);
  let asked = 0;
  const port: WitnessPort = {
    addCheckpoint: (body) => {
      asked++;
      return desk.addCheckpoint(body);
    },
    newest: async (origin) => {
      const { status, body } = await desk.newest(origin);
      return status === 200 ? body : undefined;
    },
    ...over,
  };
  const list = [{ url: 'http://witness.example/', key: folder.key, port }];
  return { list, witnesses: async () => list, asked: () => asked };
}

/** What the data folder keeps. */
function files() {
  const kept: { checkpoint?: string; remembered?: unknown } = {};
  const guard: CheckpointGuard = {
    where: 'the data folder',
    newest: async () => kept.checkpoint,
    keep: async (note) => {
      kept.checkpoint = note;
    },
  };
  const memory: HouseWitnessesMeans['memory'] = {
    load: async () => kept.remembered,
    save: async (remembered) => {
      kept.remembered = remembered;
    },
  };
  return { kept, guard, memory };
}

describe('the witnesses of a house', () => {
  it('cosign each new checkpoint once, and anybody can check what they signed', async () => {
    const { store, grow, sign } = toyRecord();
    const { witnesses, asked } = reached();
    const house = witnessesInMemory(store, witnesses);
    await house.ask();
    expect(await house.standings()).toMatchObject([{ state: 'waiting', size: 0 }]);
    for (const size of [3, 7]) {
      await grow(size === 3 ? 3 : 4);
      await sign();
      await house.ask();
      await house.ask();
      const [standing] = await house.standings();
      expect(standing).toMatchObject({ name: 'witness.example/w1', state: 'cosigned', size });
      expect(standing?.signedAt).toBe('2023-11-14T22:13:20.000Z');
      const opened = openNote(standing?.note ?? '', [key, folder.key]);
      expect(opened.outcome === 'verified' && opened.by.map((by) => by.key.name)).toEqual([key.name, folder.key.name]);
    }
    expect(asked()).toBe(2);
    expect(await house.barred()).toBeUndefined();
  });

  it('one that is named while the server runs is asked, one that is named no more is forgotten, and a list that cannot be read stops nobody', async () => {
    const { store, grow, sign } = toyRecord();
    await grow(3);
    await sign();
    const { list, asked } = reached();
    let named: typeof list | string = [];
    const house = witnessesInMemory(store, async () => {
      if (typeof named === 'string') throw new Error(named);
      return named;
    });
    await house.ask();
    expect([asked(), await house.standings()]).toEqual([0, []]);
    named = list;
    await house.ask();
    expect(await house.standings()).toMatchObject([{ name: 'witness.example/w1', state: 'cosigned', size: 3 }]);
    named = 'witnesses.json holds no list';
    await grow(1);
    await sign();
    await expect(house.ask()).rejects.toThrow('witnesses.json holds no list');
    expect(await house.standings()).toMatchObject([{ state: 'cosigned', size: 4 }]);
    named = [];
    await house.ask();
    expect([asked(), await house.standings()]).toEqual([2, []]);
  });

  it('one that cannot be reached is asked again after ever longer, and keeps nobody from signing', async () => {
    const { store, grow, sign } = toyRecord();
    await grow(1);
    await sign();
    let [tries, ms] = [0, 0];
    const gone = async () => {
      tries++;
      throw new Error('it does not answer');
    };
    const house = witnessesInMemory(store, reached({ addCheckpoint: gone }).witnesses, { nowMs: () => ms });
    for (ms = 0; ms < 60_000; ms += 1_000) await house.ask().catch(() => {});
    // At 0, 5, 15 and 35 seconds; the next would be at 75.
    expect(tries).toBe(4);
    await expect(house.ask()).rejects.toThrow('witness.example/w1: it does not answer');
    expect(await house.standings()).toMatchObject([{ state: 'unreachable', words: 'it does not answer' }]);
    expect(await house.barred()).toBeUndefined();
  });

  it('a log restored from an older copy, data folder and all, learns from its witness that it is behind, and signs nothing', async () => {
    const whole = toyRecord();
    await whole.grow(5);
    await whole.sign();
    await witnessesInMemory(whole.store, reached().witnesses).ask();

    const older = toyRecord();
    await older.grow(3);
    await older.sign();
    await older.grow(1);
    const { kept, guard, memory } = files();
    // As it was when the copy was made: three cosigned.
    await memory.save([{ name: folder.key.name, url: 'x', state: 'cosigned', size: 3 }]);
    const house = witnessesInMemory(older.store, reached().witnesses, { guard, memory });
    const open = async () => ({ outcome: 'opened', key }) as const;
    const log = houseLog({
      store: older.store,
      guards: [guard],
      keyPlace: { open, next: open },
      barred: house.barred,
    });
    // The very first step asks before it signs.
    expect(await log.keep()).toMatchObject({
      outcome: 'refused',
      code: 'LOG_OLDER_THAN_WITNESSED',
      why: expect.stringMatching(
        /^The witness witness\.example\/w1 has cosigned 5 events of this log, and the database holds fewer: .* Nothing is signed\. Put back a newer copy/,
      ),
    });
    expect((await older.store.head()).size).toBe(3);
    expect(await house.standings()).toMatchObject([{ state: 'ahead', size: 3 }]);
    // The evidence is kept where the next opening looks.
    expect(kept.checkpoint).toContain('\n5\n');
    expect(await log.check()).toMatchObject({ code: 'LOG_OLDER_THAN_SIGNED' });

    // With the newer copy back, all is as it was.
    const again = witnessesInMemory(whole.store, reached().witnesses, { guard, memory });
    await again.ask();
    expect(await again.standings()).toMatchObject([{ state: 'cosigned', size: 5 }]);
    expect(await again.barred()).toBeUndefined();
  });

  it('a log that went on otherwise than it was witnessed signs nothing more', async () => {
    const first = toyRecord();
    await first.grow(5);
    await first.sign();
    await witnessesInMemory(first.store, reached().witnesses).ask();
    for (const events of [5, 8]) {
      const second = toyRecord('otherwise');
      await second.grow(events);
      await second.sign();
      const { kept, guard } = files();
      const house = witnessesInMemory(second.store, reached().witnesses, { guard });
      await expect(house.ask()).rejects.toThrow('another history');
      expect(await house.barred()).toMatchObject({ code: 'LOG_CONTRADICTS_WITNESSED' });
      expect(kept.checkpoint).toContain('\n5\n');
    }
  });

  it('a claim without evidence bars too, and is remembered while the witness cannot be asked; with the wrong evidence it does not', async () => {
    const { store, grow, sign } = toyRecord();
    await grow(2);
    await sign();
    const checkpoint = (await store.head()).checkpoint as string;
    const claims = async () => ({ status: 409, contentType: 'text/x.tlog.size', body: '9\n' });
    const { kept, guard, memory } = files();
    const bare = reached({ addCheckpoint: claims, newest: async () => undefined }).witnesses;
    expect(await witnessesInMemory(store, bare, { guard, memory }).barred()).toMatchObject({
      code: 'LOG_OLDER_THAN_WITNESSED',
      why: expect.stringContaining('If the witness is wrong, take it out of witnesses.json'),
    });
    expect(kept.checkpoint).toBeUndefined();
    const gone = async () => {
      throw new Error('it does not answer');
    };
    const silent = reached({ addCheckpoint: gone }).witnesses;
    expect(await witnessesInMemory(store, silent, { memory }).barred()).toMatchObject({
      code: 'LOG_OLDER_THAN_WITNESSED',
    });

    const refuses = async () => ({ status: 422, contentType: 'text/plain', body: 'No.\n' });
    const shown = reached({ addCheckpoint: refuses, newest: async () => checkpoint }).witnesses;
    const house = witnessesInMemory(store, shown, { guard });
    expect(await house.barred()).toBeUndefined();
    expect(await house.standings()).toMatchObject([
      { state: 'refused', words: expect.stringContaining('agrees with what we hold') },
    ]);
    expect(kept.checkpoint).toBeUndefined();
  });

  it('a log on which another server has just gone on is not taken for one that went back', async () => {
    const { store, grow, sign } = toyRecord();
    await grow(3);
    await sign();
    const before = (await store.head()).checkpoint;
    await grow(2);
    await sign();
    await witnessesInMemory(store, reached().witnesses).ask();
    let heads = 0;
    const stale = { ...store, head: async () => (heads++ === 0 ? { size: 3, checkpoint: before } : store.head()) };
    const house = witnessesInMemory(stale, reached().witnesses);
    await house.ask();
    expect(await house.standings()).toMatchObject([{ state: 'waiting' }]);
    await house.ask();
    expect(await house.standings()).toMatchObject([{ state: 'cosigned', size: 5 }]);
    expect(await house.barred()).toBeUndefined();
  });
});
