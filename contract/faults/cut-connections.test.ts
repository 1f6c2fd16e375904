import { openSqlRecord } from '@muster/record-sql';
import { expect, it } from 'vitest';
import { appending, fresh } from '../record/describe-record-contract.ts';
import { cuttingProxy } from './cutting-proxy.ts';
import { newFolder, openPlace, removed } from './postgres-process.ts';
import { isWhole } from './writers.ts';

const appends = isWhole ? 24 : 6;

/** The same story, written through a connection that is cut at one of its appends, before or after it was done. */
it(`each of ${appends} appends, cut off before it was kept and after: it is recorded once, and answered`, async () => {
  const folder = await newFolder();
  const place = await openPlace(folder);
  const proxy = await cuttingProxy(Number(new URL(place.postgres.appUrl).port));
  const throughProxy = (url: string) => {
    const cut = new URL(url);
    cut.port = String(proxy.port);
    return cut.href;
  };
  const record = await openSqlRecord({
    ownerUrl: place.postgres.ownerUrl,
    appUrl: throughProxy(place.postgres.appUrl),
  });
  if (record.outcome === 'cannotOpen') throw new Error(record.why);
  let cuts = 0;
  for (const when of ['before', 'after'] as const) {
    for (let nth = 0; nth < appends; nth++) {
      const stream = fresh('cut');
      const story = Array.from({ length: appends }, (_, position) => appending(stream, position));
      for (const [i, append] of story.entries()) {
        if (i === nth) proxy.cutNext('append_written', when);
        // Where it was done before the cut, the answer that was kept with it comes back, and not a second event.
        expect(await record.append(append)).toEqual(
          i === nth && when === 'after'
            ? { outcome: 'repeated', answer: append.answer }
            : { outcome: 'recorded', lastPosition: i + 1 },
        );
      }
      cuts += proxy.cuts();
      expect((await record.read(stream)).map((e) => e.commandId)).toEqual(story.map((a) => a.commandId));
    }
  }
  expect(cuts).toBe(2 * appends);
  await record.close();
  await proxy.close();
  await place.close();
  await removed(folder);
}, 300_000);
