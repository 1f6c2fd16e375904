import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodes } from '@muster/house';
import { faultText, type LawBook, loadLawPack, type PackFault } from '@muster/policy-cedar';
import { Stop } from '../session.ts';

const shipped = fileURLToPath(new URL('../../../law', import.meta.url));

/** The packs that Muster ships, by name: `us`, `us-wildfire` … */
export const shippedPacks = (): string[] =>
  readdirSync(shipped)
    .filter((name) => existsSync(join(shipped, name, 'pack.yaml')))
    .sort();

/** A name such as `us` means the pack shipped; everything else is a folder. */
export const packFolder = (word: string): string =>
  shippedPacks().includes(word) ? join(shipped, word) : resolve(word);

/** Opens a pack to read in it. One that isn't sound is refused with all its faults; nothing that runs is changed. */
export function openBook(word: string): LawBook {
  const loaded = loadLawPack(packFolder(word));
  if (loaded.outcome === 'loaded') return loaded.book;
  throw packFaulty(word, loaded.faults);
}

export const packFaulty = (word: string, faults: readonly PackFault[]): Stop =>
  new Stop(
    'LAW_FAULTY',
    `The law pack ${word} can't be used; the one in use stays.\n${faults.map(faultText).join('\n')}`,
    exitCodes.badInput,
    { faults },
  );
