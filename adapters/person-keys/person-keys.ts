import { randomBytes } from 'node:crypto';
import { particularsSchema } from '@muster/deployment';
import type { PersonKeys } from '@muster/flow';
import { canonicalJson } from '@muster/terms';
import { type KeyStore, keyBytes } from './key-store.ts';
import { seal, unseal } from './seal.ts';

/** Seals and opens with the keys of a store. */
export const personKeys = (store: KeyStore): PersonKeys => ({
  make: (whose) => store.put(whose, randomBytes(keyBytes)),
  seal: async (whose, commandId, particulars) => {
    const key = await store.get(whose);
    return key ? seal(key, whose, commandId, canonicalJson(particulars)) : 'noKey';
  },
  open: async (whose, sealed) => {
    const key = await store.get(whose);
    if (!key) return 'noKey';
    const text = unseal(key, whose, sealed);
    return text === undefined ? 'otherKey' : particularsSchema.parse(JSON.parse(text));
  },
  beginErasing: (whose) => store.mark(whose),
  erasing: () => store.marked(),
  erase: async (whose) => {
    await store.destroy(whose);
    await store.unmark(whose);
  },
  keep: (whose) => store.unmark(whose),
});
