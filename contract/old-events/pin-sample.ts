import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalJson, type Recorded } from '@muster/terms';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
export const samplesFolder = here('samples/');
const pinsFile = here('pinned.json');

/** The SHA-256 of each sample's canonical JSON, by type and version: `RequestDrafted.1`. */
export const readPins = (): Record<string, string> => JSON.parse(readFileSync(pinsFile, 'utf8'));

export const pinOf = (event: unknown): string => createHash('sha256').update(canonicalJson(event)).digest('hex');

/** Keeps an event as the sample of its type and version, for ever; one that is there is never replaced. */
export function pinSample(event: Recorded): 'pinned' | 'there already' {
  const name = `${event.fact.type}.${event.fact.version}`;
  const file = `${samplesFolder}${name}.json`;
  if (existsSync(file)) return 'there already';
  writeFileSync(file, `${JSON.stringify(event, null, 2)}\n`);
  const pins = { ...readPins(), [name]: pinOf(event) };
  const sorted = Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(pinsFile, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  return 'pinned';
}

/** `npx tsx contract/old-events/pin-sample.ts event.json` */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const event = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8')) as Recorded;
  process.stdout.write(`${event.fact.type} version ${event.fact.version}: ${pinSample(event)}.\n`);
}
