import { type LogStore, leafHash, signingKey, verifierKeyText } from '@muster/log';
import { openMemoryRecord } from '@muster/record-memory';
import { describe, expect, it } from 'vitest';
import { houseLog } from './house-log.ts';
import { keepLog } from './keep-log.ts';
import { logInMemory } from './testing.ts';

async function recordOf(events: number) {
  const record = openMemoryRecord();
  const write = (name: string, count: number) =>
    record.append({
      stream: name,
      expectedPosition: 'any',
      restsOn: [],
      commandId: `cmd_${name}`,
      commandBody: '{}',
      at: '2025-05-01T00:00:00Z',
      by: { personId: 'per_a', partyId: 'us.fl', role: 'flow' },
      facts: Array.from({ length: count }, (_, n) => ({ type: 'Noted', version: 1, data: { n } })),
      views: [],
      answer: '{}',
    } as never);
  if (events > 0) await write('first', events);
  return { record, write };
}

describe("a house's log", () => {
  it('waits for a proof no longer than it is told, and steps by itself', async () => {
    const { record } = await recordOf(2);
    const log = logInMemory(record.log);
    const places = [1, 2].map((position) => ({ stream: 'first', position }));
    expect((await log.proofs(places, 1_000)).every((proof) => proof?.startsWith('c2sp.org/tlog-proof@v1\n'))).toBe(
      true,
    );
    const began = performance.now();
    const [known, unknown] = await log.proofs([...places.slice(1), { stream: 'first', position: 3 }], 100);
    expect([typeof known, unknown]).toEqual(['string', undefined]);
    expect(performance.now() - began).toBeGreaterThan(90);
  });

  it('takes one step at a time, whoever asks', async () => {
    const { record } = await recordOf(1);
    const log = logInMemory(record.log);
    const steps = await Promise.all([log.keep(), log.keep(), log.keep()]);
    expect(new Set(steps).size).toBe(1);
    expect(steps[0]).toMatchObject({ outcome: 'kept', size: 1, grew: 1 });
  });

  it('goes on with the new key after it was rotated, and is found whole', async () => {
    const { record, write } = await recordOf(1);
    const log = logInMemory(record.log);
    await log.keep();
    expect(await log.rotate()).toMatchObject({ outcome: 'handedOver' });
    await write('second', 1);
    expect(await log.keep()).toMatchObject({ outcome: 'kept', size: 2 });
    expect(await log.check()).toBeUndefined();
    expect(await log.rotate()).toMatchObject({ outcome: 'handedOver' });
    expect(await log.store.keys()).toHaveLength(3);
    expect(await log.beginAnew('muster.example/memory')).toMatchObject({ outcome: 'refused' });
    expect(await log.beginAnew('muster.example/anew')).toMatchObject({ outcome: 'handedOver' });
    expect(await log.keep()).toMatchObject({
      outcome: 'kept',
      checkpoint: expect.stringMatching(/^muster\.example\/anew\n2\n/),
    });
  });

  it('says that its key is not here, and gives what is proved already', async () => {
    const { record, write } = await recordOf(1);
    await logInMemory(record.log).keep();
    const [first] = await record.log.keys();
    const missing = async () => ({ outcome: 'missing' }) as const;
    const log = houseLog({ store: record.log, guards: [], keyPlace: { open: missing, next: missing } });
    expect(await log.keep()).toMatchObject({
      code: 'LOG_KEY_NOT_OURS',
      why: expect.stringContaining(first?.verifierKey ?? 'the key'),
    });
    await write('second', 1);
    const [proved, waiting] = await log.proofs(
      ['first', 'second'].map((stream) => ({ stream, position: 1 })),
      5_000,
    );
    expect([typeof proved, waiting]).toEqual(['string', undefined]);
  });

  it('is told of a data folder that knows more than an empty database', async () => {
    const { record } = await recordOf(3);
    const key = signingKey('muster.example/lost', 'ed25519', new Uint8Array(32).fill(3));
    const open = async () => ({ outcome: 'opened', key }) as const;
    const guard = { where: 'the data folder', note: undefined as string | undefined };
    const remembering = {
      where: guard.where,
      newest: async () => guard.note,
      keep: async (note: string) => {
        guard.note = note;
      },
    };
    const log = (store: LogStore) => houseLog({ store, guards: [remembering], keyPlace: { open, next: open } });
    expect(await log(record.log).keep()).toMatchObject({ outcome: 'kept' });
    expect(verifierKeyText(key)).toBe((await record.log.keys())[0]?.verifierKey);
    expect(await log(openMemoryRecord().log).check()).toMatchObject({
      code: 'LOG_OLDER_THAN_SIGNED',
      why: expect.stringMatching(/holds no log, and the data folder holds .*"muster\.example\/lost" .* 3 events/),
    });
    expect((await record.log.entries(0, 1)).map(leafHash)).toHaveLength(1);
  });
});

it('is kept in rounds, and trouble is said once', async () => {
  const waits: number[] = [];
  const said: string[] = [];
  const outcomes = ['kept', 'refused', 'refused', 'busy', 'kept'];
  let rounds = 0;
  const ended = new Promise<void>((settle) => {
    const close = keepLog({
      log: {
        keep: async () => {
          const outcome = outcomes[rounds++] ?? 'kept';
          return (outcome === 'refused' ? { outcome, code: 'LOG_KEY_NOT_OURS', why: 'No key.' } : { outcome }) as never;
        },
      },
      say: (words) => said.push(words),
      wait: async (ms) => {
        waits.push(ms);
        if (rounds === outcomes.length) void close().then(settle);
        else return;
        await new Promise((next) => setTimeout(next, 1));
      },
    });
  });
  await ended;
  expect(waits).toEqual([300, 10_000, 10_000, 300, 300]);
  expect(said).toEqual(['The log of the record is not signed, which is tried again every ten seconds: No key.']);
});
