import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { childrenOf, newFolder, openPlace, postmasterIn, removed, until } from './postgres-process.ts';
import { expectKept, isWhole, keepWriting } from './writers.ts';

/** As often as it is started again within ten minutes. */
const mostStarts = 3;
const lives = isWhole ? 3 : 1;
const deaths = isWhole ? { whole: mostStarts, session: 12 } : { whole: 1, session: 2 };

it(`kill -9 of the whole database under 64 writers, ${lives * deaths.whole} times: it is started again, writers wait, and lose nothing`, async () => {
  for (let life = 0; life < lives; life++) await oneLife();
}, 600_000);

async function oneLife(): Promise<void> {
  const folder = await newFolder();
  const place = await openPlace(folder);
  const written = keepWriting(place.record);
  for (let death = 0; death < deaths.whole; death++) {
    const before = written.acknowledged.size;
    await until(() => written.acknowledged.size > before + 100 + 37 * death, 60_000, 'appends are taken again');
    process.kill(postmasterIn(folder), 'SIGKILL');
    await until(() => place.troubles.length === 2 * (death + 1), 60_000, 'the database runs again');
  }
  const before = written.acknowledged.size;
  await until(() => written.acknowledged.size > before + 100, 60_000, 'appends are taken again');
  await written.stop();
  await expectKept(place.record, written);
  expect([...new Set(place.troubles)]).toEqual([
    expect.stringMatching(/^The embedded database was killed \(SIGKILL\) and is started again; .*postgres\.log\.$/),
    'The embedded database runs again.',
  ]);
  const { size } = written.acknowledged;
  process.stdout.write(`  ${deaths.whole} deaths: ${size} acknowledged, 0 lost (${[...written.troubles]})\n`);
  await place.close();
  await removed(folder);
}

it('a database that ends again and again is left alone, in plain words, and opens again with all that was acknowledged', async () => {
  const folder = await newFolder();
  const place = await openPlace(folder);
  const written = keepWriting(place.record, 8);
  await until(() => written.acknowledged.size > 100, 60_000, 'some appends');
  for (let death = 0; death < mostStarts; death++) {
    process.kill(postmasterIn(folder), 'SIGKILL');
    await until(() => place.troubles.length === 2 * (death + 1), 60_000, 'the database runs again');
  }
  await written.stop();
  process.kill(postmasterIn(folder), 'SIGKILL');
  expect(await place.postgres.ended).toEqual({
    outcome: 'cannotOpen',
    code: 'POSTGRES_KEEPS_ENDING',
    why: expect.stringMatching(/^The embedded database in \S+ ended 4 times within ten minutes .* tells why\.$/),
  });
  await place.close();
  const again = await openPlace(folder);
  await expectKept(again.record, written);
  await again.close();
  await removed(folder);
}, 300_000);

it(`kill -9 of a session, after which the database begins anew, ${deaths.session} times: writers wait, and lose nothing`, async () => {
  const folder = await newFolder();
  const place = await openPlace(folder);
  const written = keepWriting(place.record);
  const postmaster = postmasterIn(folder);
  for (let death = 0; death < deaths.session; death++) {
    const before = written.acknowledged.size;
    await until(() => written.acknowledged.size > before + 100, 60_000, 'appends are taken again');
    await pause(13 * death);
    process.kill(childrenOf(postmaster).at(-1) as number, 'SIGKILL');
  }
  const before = written.acknowledged.size;
  await until(() => written.acknowledged.size > before + 100, 60_000, 'appends are taken again');
  await written.stop();
  await expectKept(place.record, written);
  process.stdout.write(`  ${deaths.session} deaths of a session: ${written.acknowledged.size} acknowledged, 0 lost\n`);
  await place.close();
  await removed(folder);
}, 300_000);
