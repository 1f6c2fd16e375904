import type { LawPort } from '@muster/decision';
import { compilePack } from './compile-pack.ts';
import { cedarLaw } from './engine/cedar-law.ts';
import type { LawBook } from './explain/law-book.ts';
import { faultText, type PackFault } from './pack/pack-fault.ts';
import { type PackFiles, readPackFolder } from './pack/pack-folder.ts';

/** A law pack ready to answer, or everything that is wrong with it. */
export type LoadedPack =
  | { readonly outcome: 'loaded'; readonly law: LawPort; readonly book: LawBook; readonly files: PackFiles }
  | { readonly outcome: 'faulty'; readonly faults: readonly PackFault[] };

/** Reads a law pack from its folder, such as `law/us`. */
export function loadLawPack(folder: string): LoadedPack {
  const files = readPackFolder(folder);
  if (files) return loadPackFiles(files);
  return { outcome: 'faulty', faults: [{ file: folder, problem: 'There is no such folder.' }] };
}

/** The same for texts already read, so that a pack can be tried without a disk. */
export function loadPackFiles(files: PackFiles): LoadedPack {
  const faults: PackFault[] = [];
  const compiled = compilePack(files, faults);
  if (!compiled) return { outcome: 'faulty', faults };
  const law = cedarLaw(compiled);
  return { outcome: 'loaded', law, book: { ...compiled, law }, files };
}

/** Reads a law pack that must be sound, as at start-up: an unsound one stops, with every fault told. */
export function openLawPack(folder: string): LawPort {
  const loaded = loadLawPack(folder);
  if (loaded.outcome === 'loaded') return loaded.law;
  throw new Error(`The law pack ${folder} can't be used:\n${loaded.faults.map(faultText).join('\n')}`);
}
