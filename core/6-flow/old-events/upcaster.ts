/**
 * Reads what was written in an older shape as the next one. Pure, and never changed once released: what it makes of an
 * old event is what that event has meant since. The stored bytes stay as they are.
 */
export interface Upcaster {
  readonly type: string;
  /** The version it reads; it gives the data of the version after it. */
  readonly from: number;
  readonly up: (data: unknown) => unknown;
}
