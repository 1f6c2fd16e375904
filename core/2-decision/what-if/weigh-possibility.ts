import type { Line } from '@muster/request/events';
import { type Capacity, cutAt, type Day, type PartyId, type Period } from '@muster/terms';
import type { LawPort } from '../authority/law-port.ts';
import { isPresence, relationOf } from '../authority/resolve-need.ts';
import { counselCapacity, type Relation, type ServiceKind, type Verdict } from '../authority/verdict.ts';
import { mayServe, verdictFor } from '../authority/verdict-for.ts';
import { breachOf } from '../binding/binding-policy.ts';
import { type ConsentGround, consentFor } from '../binding/weigh-service.ts';
import type { Situation } from './situation.ts';

/** Where one consent stands. `limited`: granted, but its conditions leave this service out. */
export type ConsentStanding = 'granted' | 'unanswered' | 'notSought' | 'refused' | 'lapsed' | 'withdrawn' | 'limited';

/** A consent that the law asks for, whose it is, and where it stands. */
export interface NeedStanding {
  readonly capacity: Capacity;
  /** Undefined where the law pack names nobody who answers in this capacity. */
  readonly partyId: PartyId | undefined;
  readonly standing: ConsentStanding;
  readonly policyIds: readonly string[];
}

/** What stands in the way whatever the consents: the law, a condition of counsel, or a task supposed to be barred. */
export type PossibilityBar = 'law' | 'condition' | 'task';

/**
 * Whether one lender's people may serve, best first: every consent is there (`covered`); some are still to come
 * (`waiting`); some were never sought (`unsought`); some were denied; or they are barred whatever the consents.
 */
export type PossibilityStanding = 'covered' | 'waiting' | 'unsought' | 'denied' | 'barred';
const bestFirst: readonly PossibilityStanding[] = ['covered', 'waiting', 'unsought', 'denied', 'barred'];

/** People of one lender on one line under one kind of service, weighed by law, counsel and consents; no plan is looked at. */
export interface Possibility {
  readonly lenderId: PartyId;
  readonly kind: ServiceKind;
  /** The kind is in use only by supposition. */
  readonly supposed: boolean;
  readonly relation: Relation;
  readonly verdict: Verdict;
  readonly needs: readonly NeedStanding[];
  readonly bar: PossibilityBar | undefined;
  readonly standing: PossibilityStanding;
}

/** Every possibility of a line. What differs within its days counts as on its best days: serving part of them is serving. */
export function possibilitiesOf(situation: Situation, law: LawPort, line: Line): Possibility[] {
  const pieces = cutAt(line.period, [...law.turningDays, ...daysOfConsents(situation)]);
  return situation.askings.flatMap(({ lenderIds, kinds }) =>
    lenderIds.flatMap((lenderId) =>
      kinds.map(({ kind, supposed }) => {
        const weighed = pieces.map((period) => weighPossibility(situation, law, { lenderId, line, kind, period }));
        const [best] = weighed.sort((a, b) => bestFirst.indexOf(a.standing) - bestFirst.indexOf(b.standing));
        return { ...(best as Weighed), lenderId, kind, supposed, relation: relationOf(law, lenderId, line.placeId) };
      }),
    ),
  );
}

type Weighed = Pick<Possibility, 'verdict' | 'needs' | 'bar' | 'standing'>;
interface Serving {
  readonly lenderId: PartyId;
  readonly line: Line;
  readonly kind: ServiceKind;
  readonly period: Period;
}

function weighPossibility(situation: Situation, law: LawPort, serving: Serving): Weighed {
  const { picture, barred } = situation;
  const { lenderId, line, kind, period } = serving;
  const { verdict, isAnswered } = askLaw(situation, law, serving);
  const needs = isAnswered ? needsOf(situation, law, serving, verdict) : [];
  const bound = { lineId: line.lineId, taskId: line.taskId, placeId: line.placeId, kind, period };
  const bar = barred.has(line.taskId)
    ? 'task'
    : !isAnswered
      ? 'law'
      : picture.counselPolicies.some((policy) => breachOf(policy, bound))
        ? 'condition'
        : undefined;
  const isHeldBack = whoHoldsBack(situation, law, lenderId) !== undefined;
  return { verdict, needs, bar, standing: bar ? 'barred' : isHeldBack ? 'denied' : standingOf(needs) };
}

/** The law's verdict, the host's refusal told to it, and whether it lets people serve and counsel has answered where it must. */
function askLaw(
  { picture, refusingHosts }: Situation,
  law: LawPort,
  { lenderId, line, kind, period }: Serving,
): { readonly verdict: Verdict; readonly isAnswered: boolean } {
  const unanswered = verdictFor(law, kind, lenderId, line, period);
  const host = law.terms.places.get(line.placeId)?.sovereignId;
  if (!host || !refusingHosts.has(host)) {
    return { verdict: unanswered, isAnswered: mayServe(unanswered, picture.opinion, line, kind) };
  }
  const refusedLaw: LawPort = { ...law, verdict: (question) => law.verdict({ ...question, hostConsent: 'refused' }) };
  const verdict = verdictFor(refusedLaw, kind, lenderId, line, period);
  // Counsel answered for the ground it read. Where the refusal puts the service on another ground, nobody has.
  const opinion = groundOf(verdict) === groundOf(unanswered) ? picture.opinion : undefined;
  return { verdict, isAnswered: mayServe(verdict, opinion, line, kind) };
}

const groundOf = ({ because }: Verdict): string =>
  because
    .map((policy) => policy.policyId)
    .sort()
    .join(' ');

const needsOf = (situation: Situation, law: LawPort, serving: Serving, verdict: Verdict): NeedStanding[] =>
  verdict.needs
    .filter(({ capacity }) => capacity !== counselCapacity && !isPresence(law, capacity))
    .map(({ capacity, policyIds }) => {
      const { partyId, bar } = consentFor(situation.picture, law, serving, capacity);
      const refuses = partyId !== undefined && situation.refusing.has(partyId);
      return { capacity, partyId, policyIds, standing: refuses ? 'refused' : bar ? standings[bar.ground] : 'granted' };
    });

const standings: Record<ConsentGround, ConsentStanding> = {
  notSought: 'notSought',
  unanswered: 'unanswered',
  refused: 'refused',
  lapsed: 'lapsed',
  withdrawn: 'withdrawn',
  task: 'limited',
  place: 'limited',
  status: 'limited',
  delegation: 'limited',
  dates: 'limited',
};

function standingOf(needs: readonly NeedStanding[]): PossibilityStanding {
  const has = (...standings: readonly ConsentStanding[]) => needs.some((need) => standings.includes(need.standing));
  if (has('refused', 'lapsed', 'withdrawn', 'limited')) return 'denied';
  if (has('notSought')) return 'unsought';
  return has('unanswered') ? 'waiting' : 'covered';
}

/** The lender itself or its sovereign, where one refuses: it sends none of its people, whether or not the law asks for its consent. */
export const whoHoldsBack = ({ refusing }: Situation, law: LawPort, lenderId: PartyId): PartyId | undefined =>
  [lenderId, law.terms.parties.get(lenderId)?.sovereignId].find((id) => id !== undefined && refusing.has(id));

/** The days on which a consent begins or ends to hold. */
const daysOfConsents = ({ picture }: Situation): Day[] =>
  [...picture.consents.values()].flatMap(({ state, policy }) => [
    ...(policy?.period ? [policy.period.fromOn, policy.period.toOn] : []),
    ...(state.status === 'withdrawn' ? [state.endsOn] : []),
  ]);
