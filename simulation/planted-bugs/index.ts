import type { PlantedBug } from '../planted-bug.ts';
import { answeredAnew } from './answered-anew.ts';
import { brokenPlanCommitted } from './broken-plan-committed.ts';
import { changedEvent } from './changed-event.ts';
import { commitmentsUnguarded } from './commitments-unguarded.ts';
import { commitmentsUnread } from './commitments-unread.ts';
import { consentExceeded } from './consent-exceeded.ts';
import { consentMissing } from './consent-missing.ts';
import { counselUnheard } from './counsel-unheard.ts';
import { doubleConsent } from './double-consent.ts';
import { floorBroken } from './floor-broken.ts';
import { groundsUnguarded } from './grounds-unguarded.ts';
import { halfWritten } from './half-written.ts';
import { lateAnswer } from './late-answer.ts';
import { lawTooWide } from './law-too-wide.ts';
import { logReorders } from './log-reorders.ts';
import { logSkips } from './log-skips.ts';
import { lostAcknowledged } from './lost-acknowledged.ts';
import { lostAsk } from './lost-ask.ts';
import { lostRelease } from './lost-release.ts';
import { lostWithdrawal } from './lost-withdrawal.ts';
import { namerForgotten } from './namer-forgotten.ts';
import { orderByClock } from './order-by-clock.ts';
import { overFilledLine } from './over-filled-line.ts';
import { remindedAgain } from './reminded-again.ts';
import { selfConsent } from './self-consent.ts';
import { staleReads } from './stale-reads.ts';
import { staleView } from './stale-view.ts';
import { twoStories } from './two-stories.ts';

/** Every bug that is planted to see whether it is found. */
export const plantedBugs: readonly PlantedBug[] = [
  answeredAnew,
  brokenPlanCommitted,
  changedEvent,
  commitmentsUnguarded,
  commitmentsUnread,
  consentExceeded,
  consentMissing,
  counselUnheard,
  doubleConsent,
  floorBroken,
  groundsUnguarded,
  halfWritten,
  lateAnswer,
  lawTooWide,
  logReorders,
  logSkips,
  lostAcknowledged,
  lostAsk,
  lostRelease,
  lostWithdrawal,
  namerForgotten,
  orderByClock,
  overFilledLine,
  remindedAgain,
  selfConsent,
  staleReads,
  staleView,
  twoStories,
];
