import type { Line } from '@muster/request/events';
import { cutAt, type PartyId, type Period } from '@muster/terms';
import type { Opinion } from '../review/current-opinion.ts';
import type { LawPort } from './law-port.ts';
import { relationOf } from './resolve-need.ts';
import { type ServiceQuestion, serviceVerdict, stricter } from './service-verdict.ts';
import type { ServiceKind, Verdict } from './verdict.ts';

/** Parts of a period in which the law stays as it is, earliest first. */
export const lawfulStretches = (law: LawPort, period: Period): Period[] => cutAt(period, law.turningDays);

/** What the law says of service throughout a period: the strictest of its days holds, and their needs add up. */
export function verdictThroughout(law: LawPort, question: Omit<ServiceQuestion, 'on'>, period: Period): Verdict {
  const verdicts = lawfulStretches(law, period).map(({ fromOn }) => serviceVerdict(law, { ...question, on: fromOn }));
  return verdicts.reduce(stricter);
}

/** What the law says of one lender's people serving on one line, for a part of its period or all of it. */
export const verdictFor = (
  law: LawPort,
  kind: ServiceKind,
  lenderId: PartyId,
  line: Line,
  period: Period = line.period,
): Verdict =>
  verdictThroughout(
    law,
    {
      kind,
      relation: relationOf(law, lenderId, line.placeId),
      taskId: line.taskId,
      placeId: line.placeId,
      hostConsent: 'unanswered',
    },
    period,
  );

/** Whether the law lets it, and where the law is contested, counsel has answered for it. */
export function mayServe(verdict: Verdict, opinion: Opinion | undefined, line: Line, kind: ServiceKind): boolean {
  if (verdict.kind !== 'permitted' && verdict.kind !== 'needs') return false;
  if (!verdict.contested) return true;
  return opinion?.clears.some((c) => c.lineId === line.lineId && c.statusId === kind.statusId) ?? false;
}
