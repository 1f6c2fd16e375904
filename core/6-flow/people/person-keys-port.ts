import type { Particulars, Whose } from '@muster/deployment';
import type { CommandId, Sealed } from '@muster/terms';

/**
 * The keys of those who serve, one a person, kept outside the record. Destroying a key erases the person: the record
 * holds ciphertext alone.
 */
export interface PersonKeys {
  /** Makes the person's key unless there is one. It is on disk before this settles. */
  make(whose: Whose): Promise<void>;
  /**
   * Seals who somebody is. The same particulars under the same command are sealed into the same bytes, so that a command
   * sent again is the same command; anything else is sealed under a key and nonce of its own. `noKey` where there is none.
   */
  seal(whose: Whose, commandId: CommandId, particulars: Particulars): Promise<Sealed | 'noKey'>;
  /** Reads what was sealed. Another person's key, or a changed seal, is refused before anything is decrypted. */
  open(whose: Whose, sealed: Sealed): Promise<Particulars | 'noKey' | 'otherKey'>;
  /** Says, on disk, that a person is about to be erased, so that an erasure cut short is finished at the next opening. */
  beginErasing(whose: Whose): Promise<void>;
  /** Whom somebody has begun to erase. */
  erasing(): Promise<readonly Whose[]>;
  /** Destroys the key, and what `beginErasing` said. Done once it settles; doing it again does nothing. */
  erase(whose: Whose): Promise<void>;
  /** Takes back what `beginErasing` said: the person stays. */
  keep(whose: Whose): Promise<void>;
}
