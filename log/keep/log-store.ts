import type { GrownTree } from '../grow-tree.ts';
import type { ReadTiles } from '../prove.ts';
import type { Hash } from '../tree-hash.ts';

/**
 * Where a log keeps its tree, beside the record it proves. Two adapters hold to it (`record-memory`, `record-sql`), and
 * one suite in `contract/` runs against both.
 */
export interface LogStore {
  head(): Promise<LogHead>;
  /** Every key the log has had, oldest first; the last one signs. */
  keys(): Promise<readonly LogKey[]>;
  /** Of a tile the log does not have, nothing: no bytes. */
  readonly tiles: ReadTiles;
  /** The exact bytes of the leaves from one number to before another; what lies beyond the tree is left out. */
  entries(from: number, before: number): Promise<readonly Uint8Array[]>;
  /** The number of each event's leaf; undefined for an event that is not in the tree, or not yet. */
  leavesOf(places: readonly EventPlace[]): Promise<readonly (number | undefined)[]>;
  /** This event and all behind it that one append recorded with it, in any stream; none where there is no such event. */
  recordedWith(place: EventPlace): Promise<readonly EventPlace[]>;
  /** Does the work while nobody else, on any server, grows the tree; `busy` if somebody does just now. */
  alone<T>(work: (writer: LogWriter) => Promise<T>): Promise<T | 'busy'>;
}

/** Where an event stands in the record. */
export interface EventPlace {
  readonly stream: string;
  readonly position: number;
}

export interface LogHead {
  /** How many leaves the stored tree has. */
  readonly size: number;
  /** The newest checkpoint that was published, a signed note. It may be of a smaller tree. */
  readonly checkpoint: string | undefined;
}

/** A key of the log, and from which size on it signs. */
export interface LogKey {
  /** As {@link verifierKeyText} writes it. */
  readonly verifierKey: string;
  readonly fromSize: number;
  /** The signed note that hands the log over to this key; none for its first. */
  readonly handover?: string;
}

/** What only one may do at a time. Each step is refused where the tree is not what the writer believes. */
export interface LogWriter {
  /** The committed events that are not in the tree yet, in the one order in which they enter it. */
  waiting(limit: number): Promise<WaitingLeaves>;
  /** Adds leaves to the tree of `size` leaves; false, and nothing done, when it has another size by now. */
  extend(growth: LogGrowth): Promise<boolean>;
  /** Publishes a checkpoint of the stored tree; false when one of a larger tree is published already. */
  publish(size: number, note: string): Promise<boolean>;
  /**
   * Lets a key sign from now on, the `place`th of the log, from 0; false when another was entered meanwhile. With it, in
   * the same step or not at all, its first checkpoint is published.
   */
  enterKey(place: number, key: LogKey, checkpoint?: { readonly size: number; readonly note: string }): Promise<boolean>;
}

export interface WaitingLeaves {
  readonly leaves: readonly (EventPlace & { readonly hash: Hash })[];
  /** Where to go on after these; opaque to all but the store. */
  readonly next: string;
}

export interface LogGrowth extends WaitingLeaves {
  readonly size: number;
  readonly tiles: GrownTree['tiles'];
}
