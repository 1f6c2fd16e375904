import type { PartyId, StatusId, TaskId } from '@muster/terms';
import type { ServiceKind } from '../authority/verdict.ts';

/** What is supposed to be otherwise than the record has it. Any parts together; their order says nothing. */
export interface Hypothesis {
  /** Parties that refuse whatever is asked of them: as lender, as host, and in every office they hold. */
  readonly refuses?: readonly PartyId[];
  /** Tasks that nobody may do. */
  readonly barred?: readonly TaskId[];
  /** A kind of service that takes the place of another: of all kinds with the status `from`, of every kind when absent. */
  readonly instead?: { readonly from?: StatusId; readonly to: ServiceKind };
  /** No other kinds of service than these, once `instead` has been put in. */
  readonly onlyKinds?: readonly ServiceKind[];
}

export const supposesNothing = ({ refuses, barred, instead, onlyKinds }: Hypothesis): boolean =>
  !refuses?.length && !barred?.length && instead === undefined && onlyKinds === undefined;
