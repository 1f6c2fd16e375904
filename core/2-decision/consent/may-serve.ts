import type { Line } from '@muster/request/events';
import type { PartyId } from '@muster/terms';
import type { LawPort } from '../authority/law-port.ts';
import { relationOf } from '../authority/resolve-need.ts';
import { serviceVerdict } from '../authority/service-verdict.ts';
import type { ServiceKind, Verdict } from '../authority/verdict.ts';
import type { Opinion } from '../review/current-opinion.ts';

/** What the law says of one lender's people serving on one line. */
export const verdictFor = (law: LawPort, kind: ServiceKind, lenderId: PartyId, line: Line): Verdict =>
  serviceVerdict(law, {
    kind,
    relation: relationOf(law, lenderId, line.placeId),
    taskId: line.taskId,
    placeId: line.placeId,
    on: line.period.fromOn,
    hostConsent: 'unanswered',
  });

/** Whether the law lets it, and where the law is contested, counsel has answered for it. */
export function mayServe(verdict: Verdict, opinion: Opinion | undefined, line: Line, kind: ServiceKind): boolean {
  if (verdict.kind !== 'permitted' && verdict.kind !== 'needs') return false;
  if (!verdict.contested) return true;
  return opinion?.clears.some((c) => c.lineId === line.lineId && c.statusId === kind.statusId) ?? false;
}
