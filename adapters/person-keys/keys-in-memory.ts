import type { Whose } from '@muster/deployment';
import type { KeyStore } from './key-store.ts';

/** Keys that live as long as this process: for tests. */
export function keysInMemory(): KeyStore {
  const keys = new Map<string, Uint8Array>();
  const marks = new Map<string, Whose>();
  const name = ({ lenderId, personId }: Whose) => `${lenderId}/${personId}`;
  return {
    get: async (whose) => keys.get(name(whose)),
    put: async (whose, key) => void (keys.has(name(whose)) || keys.set(name(whose), key)),
    destroy: async (whose) => void keys.delete(name(whose)),
    mark: async (whose) => void marks.set(name(whose), whose),
    unmark: async (whose) => void marks.delete(name(whose)),
    marked: async () => [...marks.values()],
  };
}
