import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { childrenOf, newFolder, openPlace, postmasterIn, removed, until } from './postgres-process.ts';
import { expectKept, isWhole, keepWriting } from './writers.ts';

const deaths = isWhole ? { whole: 8, session: 12 } : { whole: 1, session: 2 };

it(`kill -9 of the whole database under 64 writers, ${deaths.whole} times: nothing acknowledged is lost`, async () => {
  const folder = await newFolder();
  const closing: Promise<void>[] = [];
  let acknowledged = 0;
  let unknown = 0;
  for (let death = 0; death < deaths.whole; death++) {
    const place = await openPlace(folder);
    const written = keepWriting(place.record);
    await until(() => written.acknowledged.size > 100 + 37 * death, 60_000, 'some appends');
    process.kill(postmasterIn(folder), 'SIGKILL');
    await place.postgres.ended;
    const then = { acknowledged: new Map(written.acknowledged), unknown: new Map(written.unknown) };
    // Its writers go on asking a database that is no more, and end by themselves.
    closing.push(written.stop().then(() => place.close()));
    const again = await openPlace(folder);
    await expectKept(again.record, then);
    await again.close();
    acknowledged += then.acknowledged.size;
    unknown += then.unknown.size;
  }
  await Promise.all(closing);
  expect(unknown).toBeGreaterThan(0);
  process.stdout.write(`  ${deaths.whole} deaths: ${acknowledged} acknowledged, 0 lost; ${unknown} under way\n`);
  await removed(folder);
}, 600_000);

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
