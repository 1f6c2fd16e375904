import { progressBar } from '@muster/server/progress';
import { type Common, print, printJson, withHouse } from '../session.ts';

/** Makes what is kept of views anew from the events; a server may go on meanwhile. */
export async function rebuildViews(options: Common): Promise<void> {
  const bar = progressBar();
  const rebuilt = await withHouse(options, (house) =>
    house.rebuildViews((events, of) => bar.show(events, of, `${events.toLocaleString('en-US')} events read`)),
  ).finally(() => bar.end());
  if (options.json) return printJson(rebuilt);
  const { streams, events } = rebuilt;
  print(
    `The views are made anew of ${events.toLocaleString('en-US')} events in ${streams.toLocaleString('en-US')} streams.`,
  );
}
