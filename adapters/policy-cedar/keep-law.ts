import type { LawPort } from '@muster/decision';
import { loadPackFiles } from './load-law-pack.ts';
import type { PackFault } from './pack/pack-fault.ts';
import type { PackFiles } from './pack/pack-folder.ts';

/** A law in use, in whose place another comes only when that one is sound. */
export interface KeptLaw {
  /** Always the law in use: what holds it needs not be told of a change. */
  readonly law: LawPort;
  /** Takes the pack into use, or tells its faults and leaves everything as it is. */
  renew(files: PackFiles): readonly PackFault[];
}

/** Deciders ask the law without a pause between two questions, so none of them sees half a change. */
export function keepLaw(first: LawPort): KeptLaw {
  let inUse = first;
  return {
    law: {
      get pack() {
        return inUse.pack;
      },
      get terms() {
        return inUse.terms;
      },
      get turningDays() {
        return inUse.turningDays;
      },
      verdict: (question) => inUse.verdict(question),
    },
    renew(files) {
      const loaded = loadPackFiles(files);
      if (loaded.outcome === 'faulty') return loaded.faults;
      inUse = loaded.law;
      return [];
    },
  };
}
