import type { Whose } from '@muster/deployment';

export const keyBytes = 32;

/** Where the keys lie: one a person, and whom somebody has begun to erase. */
export interface KeyStore {
  /** The person's key; undefined where there is none, or what there is is no key. */
  get(whose: Whose): Promise<Uint8Array | undefined>;
  /** Keeps a key unless the person has one. Durable once it settles. */
  put(whose: Whose, key: Uint8Array): Promise<void>;
  /** Destroys a key; nothing where there is none. */
  destroy(whose: Whose): Promise<void>;
  mark(whose: Whose): Promise<void>;
  unmark(whose: Whose): Promise<void>;
  marked(): Promise<readonly Whose[]>;
}
