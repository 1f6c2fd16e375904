import type { Line } from '@muster/request/events';
import { addDays, type Capacity, type Day, type PartyId, type Refusal, type RefusalCode, refuse } from '@muster/terms';
import type { LawPort } from '../authority/law-port.ts';
import type { DecidingPolicy, ServiceKind } from '../authority/verdict.ts';
import { opinionLacking } from '../review/current-opinion.ts';
import { notSubmitted } from '../submitted-request.ts';
import type { BindingPolicy } from './binding-policy.ts';
import type { DecisionPicture } from './decision-picture.ts';
import { type Bar, weighService } from './weigh-service.ts';

/** One more person about to serve: whose, on which line, under what, on which day, and who is there. */
export interface OneMore {
  readonly lenderId: PartyId;
  readonly line: Line;
  readonly kind: ServiceKind;
  readonly on: Day;
  /** Offices whose holder is at the place of work. */
  readonly present: readonly Capacity[];
  /** How many serve already under a condition that limits people. */
  readonly servingUnder: (policy: BindingPolicy) => number;
}

/** That one more person may serve on that day: by which provisions, and under which conditions. */
export interface MayServe {
  readonly because: readonly DecidingPolicy[];
  readonly policies: readonly BindingPolicy[];
}

const barrierCodes: Record<Bar['barrier'], RefusalCode> = {
  authority: 'DECISION_NO_AUTHORITY',
  review: 'REVIEW_CONDITION_BROKEN',
  consent: 'CONSENT_NOT_COVERING',
};

/**
 * May this person serve here today? Asked at check-in: the law of the day, counsel's opinion and its conditions, every
 * consent the law needs with all its conditions and numbers, and whoever must be present.
 */
export function mayServeNow(picture: DecisionPicture, law: LawPort, one: OneMore): MayServe | Refusal {
  const { request } = picture;
  const { lenderId, line, kind, on, present } = one;
  const asked = `One more person of ${lenderId} as ${kind.statusId} on ${line.lineId} on ${on}.`;
  if (!request) return notSubmitted(asked);
  const lacking = opinionLacking(picture.opinion, request, on, asked);
  if (lacking) return lacking;
  if (on < line.period.fromOn || line.period.toOn <= on) {
    return refuse('DECISION_LINE_NOT_OPEN', {
      asked,
      why: `The line runs from ${line.period.fromOn} to ${line.period.toOn}, and ${on} is not among its days.`,
      allowed: 'Serve within the days of the line, or have the request amended.',
    });
  }
  const weighed = weighService(picture, law, { lenderId, line, kind, period: { fromOn: on, toOn: addDays(on, 1) } });
  const { bars, policies, presences, because } = weighed;
  const [bar] = bars;
  if (bar) {
    return refuse(barrierCodes[bar.barrier], {
      asked,
      why: `${bars.map((b) => b.words).join('; ')}.`,
      allowed: 'Serve only where law, counsel and every consent permit it.',
      policies: because.map(({ policyId, citation }) => ({ policyId, citation })),
    });
  }
  const absent = presences.filter((capacity) => !present.includes(capacity));
  if (absent.length > 0) {
    const labels = absent.map((capacity) => law.terms.capacities.get(capacity)?.label ?? capacity);
    return refuse('DECISION_PRESENCE_MISSING', {
      asked,
      why: `Somebody must be there who is not: ${labels.join(', ')}.`,
      allowed: 'Begin when they are there.',
      policies: because.map(({ policyId, citation }) => ({ policyId, citation })),
    });
  }
  const full = policies.find((p) => p.mostPeople !== undefined && one.servingUnder(p) >= p.mostPeople);
  if (full) {
    return refuse('DECISION_CONDITION_FULL', {
      asked,
      why: `${full.words} allows ${full.mostPeople} people, and as many serve already.`,
      allowed: 'Wait until somebody has left, or ask for more.',
    });
  }
  return { because, policies };
}
