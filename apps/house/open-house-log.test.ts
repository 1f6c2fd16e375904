import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readHandover } from '@muster/log';
import { afterAll, expect, it, vi } from 'vitest';
import { type OpenHouse, openHouse } from './open-house.ts';
import { leftIn, removeFolder, temporaryFolder } from './testing.ts';

// It starts databases: slow is not failed.
vi.setConfig({ testTimeout: 240_000 });

const whole = temporaryFolder();
const dataFolder = join(whole, 'data');
const postgres = join(dataFolder, 'postgres');
afterAll(async () => {
  await leftIn(dataFolder);
  removeFolder(whole);
});

async function open(over: Partial<OpenHouse> = {}) {
  const opened = await openHouse({ dataFolder, logOrigin: 'muster.example/house', ...over });
  if ('fault' in opened) throw new Error(opened.fault);
  return opened.house;
}

/** Records something, signs it, and closes: how many events the log has then. */
async function signed(name: string): Promise<number> {
  const house = await open();
  const by = { personId: 'per_a', partyId: 'us.fl', role: 'requestingPlanner' };
  await house.carryOut({
    commandId: `cmd_${name}`,
    name: 'DraftRequest',
    at: '2025-05-01T00:00:00Z',
    by,
    data: {},
  } as never);
  const facts = [{ type: 'Noted', version: 1, data: {} }];
  const append = {
    stream: name,
    expectedPosition: 0,
    restsOn: [],
    commandId: `cmd_n${name}`,
    commandBody: '{}',
    at: '2025-05-01T00:00:00Z',
    by,
    facts,
    views: [],
    answer: '{}',
  };
  await house.record.append(append as never);
  const step = await house.log.keep();
  await house.close();
  if (step.outcome !== 'kept') throw new Error(JSON.stringify(step));
  return step.size;
}

it('opens no database that is older than what was signed, says the way out, and goes it', async () => {
  const before = await signed('first');
  cpSync(postgres, join(whole, 'older'), { recursive: true });
  const after = await signed('second');
  expect(after).toBeGreaterThan(before);
  rmSync(postgres, { recursive: true });
  cpSync(join(whole, 'older'), postgres, { recursive: true });

  expect(await openHouse({ dataFolder })).toMatchObject({
    code: 'LOG_OLDER_THAN_SIGNED',
    exitCode: 3,
    fault: expect.stringMatching(
      new RegExp(
        `first ${before} events.*signed over ${after}: an older copy of the database was restored.*begin-anew`,
      ),
    ),
  });
  expect(await openHouse({ dataFolder, logOrigin: 'a name' })).toMatchObject({
    code: 'LOG_ORIGIN_INVALID',
    exitCode: 2,
  });
  const house = await open({ evenIfOlder: true });
  expect(await house.log.keep()).toMatchObject({ outcome: 'refused', code: 'LOG_OLDER_THAN_SIGNED' });
  expect(await house.log.rotate()).toMatchObject({ code: 'LOG_OLDER_THAN_SIGNED' });
  expect(await house.log.beginAnew('muster.example/house')).toMatchObject({ outcome: 'refused' });
  expect(await house.log.beginAnew('muster.example/house-2')).toMatchObject({ outcome: 'handedOver' });
  expect(readHandover((await house.log.store.keys()).at(-1)?.handover ?? '')).toMatchObject({
    value: { from: { name: 'muster.example/house' }, size: before, because: 'begunAnew' },
  });
  await house.close();
  expect(existsSync(join(dataFolder, 'log-key.next'))).toBe(false);
  expect(await signed('third')).toBe(before + 1);
});
