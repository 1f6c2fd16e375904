import type { House } from '@muster/house';
import type { Instant } from '@muster/terms';
import { exerciseSettings, type ServerSettings } from '../server-settings.ts';
import { serverInMemory } from '../testing.ts';

export * from './test-browser.ts';

/** A server whose clock can be moved on; its issuer has the machine's own. */
export async function serverWithClock(settings: Partial<ServerSettings> = {}, house?: House) {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead).toISOString() as Instant;
  const made = await serverInMemory({ now, settings: { ...exerciseSettings, ...settings }, ...(house && { house }) });
  return {
    ...made,
    now,
    pass: (minutes: number) => {
      ahead += minutes * 60_000;
    },
  };
}
