import {
  type DecisionPicture,
  gatherDecision,
  type LawPort,
  type MayServe,
  mayServeNow,
  notSubmitted,
} from '@muster/decision/events';
import {
  type Act,
  type Capacity,
  capacitySchema,
  type Day,
  dayOf,
  type Instant,
  instantSchema,
  isRefusal,
  type LineId,
  type ReadStream,
  type Refusal,
  refuse,
  type ServingPersonId,
} from '@muster/terms';
import { z } from 'zod';
import type { PersonCheckedIn, SeatGroup } from '../events.ts';
import { orderUnknown } from '../lender-orders/refusals.ts';
import { deskNotYours } from './desk.ts';
import {
  eachOther,
  firstTour,
  gatherSome,
  notAt,
  refuseAll,
  type SomeTours,
  seatGone,
  somePeople,
  timeFaults,
} from './some-people.ts';

const data = z.strictObject({
  ...somePeople,
  /** When they came; the call may come later, from where there was no network. */
  arrivedAt: instantSchema,
  /** Offices whose holders are there, where law or a condition wants them to be. */
  present: z.array(capacitySchema).max(20),
});
type Data = z.infer<typeof data>;

interface CheckInState extends SomeTours {
  readonly picture: DecisionPicture;
}

const gather = async (read: ReadStream, given: Data, { law }: { law: LawPort }): Promise<CheckInState> => ({
  ...(await gatherSome(read, given)),
  picture: await gatherDecision(read, given, { lenderId: given.lenderId, law }),
});

/**
 * The host says that people are there. Law, counsel and every consent are asked again, for that day and, while the seat lasts,
 * for today: the call may come late, from where there was no network.
 */
export const checkIn: Act<'CheckIn', Data, CheckInState, PersonCheckedIn, { law: LawPort }> = {
  name: 'CheckIn',
  doc: 'Note that people have arrived, as their host sees it; law, counsel and consents are asked again for that instant.',
  who: ['deploymentDesk'],
  data,
  writes: firstTour,
  gather,
  decide: (state, { at, by, data: { arrivedAt, present, ...who } }, { law }) => {
    const { requestId, lenderId, personIds } = who;
    const asked = `To check in ${personIds.length} people of ${lenderId} for the request "${requestId}".`;
    const { picture } = state;
    if (!picture.request) return notSubmitted(asked);
    const barred = deskNotYours(by, picture.request, lenderId, law, asked);
    if (barred) return barred;
    if (!state.order) return orderUnknown(asked);
    const refused =
      refuseAll('DEPLOYMENT_TOUR_NOT_THERE', notAt(state, ['mobilised']), {
        asked,
        allowed: 'Check in people who have set out and have not been checked in.',
      }) ??
      refuseAll('DEPLOYMENT_NOT_ON_ROSTER', seatGone(state), {
        asked,
        allowed: 'Release them: nobody is to serve on a seat that the order no longer has.',
      }) ??
      refuseAll('DEPLOYMENT_TIME_WRONG', timeFaults(state, 'arrivedAt', arrivedAt, at), {
        asked,
        allowed: 'Give the moment at which they arrived.',
      });
    if (refused) return refused;
    for (const tour of distinct(state)) {
      const serves = dayOf(at) < tour.period.toOn ? [dayOf(arrivedAt), dayOf(at)] : [dayOf(arrivedAt)];
      for (const on of new Set(serves)) {
        const answer = mayServe(state, law, tour, on, present);
        if (isRefusal(answer)) return { ...answer, asked };
      }
    }
    return [statedBy(state, law, arrivedAt, present)(personIds[0] as ServingPersonId)];
  },
  alongside: (state, facts, { law }) =>
    facts.flatMap((fact) => {
      const stated = statedBy(state, law, fact.data.arrivedAt, fact.data.present);
      return eachOther(state, [fact], (_, personId) => stated(personId));
    }),
};

/** One seat for each group among the people: the rest would be asked the same. */
function distinct({ order, tours }: SomeTours): SeatGroup[] {
  const taken = new Set([...tours.values()].map((tour) => tour?.group));
  return order?.groups.filter(({ group }) => taken.has(group)) ?? [];
}

/**
 * The seats of all orders together keep to every number that counsel and sovereigns gave, and each holds one person: so
 * the number is never looked up here, save that a condition may allow nobody at all.
 */
function mayServe(
  { picture, who: { lenderId } }: CheckInState,
  law: LawPort,
  { lineId, kind }: Pick<SeatGroup, 'lineId' | 'kind'>,
  on: Day,
  present: readonly Capacity[],
): MayServe | Refusal {
  const line = picture.request?.lines.find((l) => l.lineId === lineId);
  if (!line) return lineGone(lineId);
  return mayServeNow(picture, law, { lenderId, line, kind, on, present, servingUnder: () => 0 });
}

/** What is stated of each; the law is asked once for those on seats alike. */
function statedBy(state: CheckInState, law: LawPort, arrivedAt: Instant, present: readonly Capacity[]) {
  const { requestId, lenderId } = state.who;
  const services = new Map(
    distinct(state).map(({ group, lineId, kind }) => {
      const line = state.picture.request?.lines.find((l) => l.lineId === lineId);
      const answer = mayServe(state, law, { lineId, kind }, dayOf(arrivedAt), present);
      if (!line || isRefusal(answer)) throw new Error('A check-in was decided and cannot be stated.');
      const policyIds = [...answer.because, ...answer.policies].map((p) => p.policyId);
      const { taskId, placeId } = line;
      return [group, { lineId, taskId, placeId, kind, arrivedAt, present, policyIds, pack: law.pack }];
    }),
  );
  return (personId: ServingPersonId): PersonCheckedIn => {
    const service = services.get(state.tours.get(personId)?.group ?? 0);
    if (!service) throw new Error('A check-in was decided of somebody who has no seat.');
    return { type: 'PersonCheckedIn', version: 1, data: { requestId, lenderId, personId, ...service } };
  };
}

const lineGone = (lineId: LineId): Refusal =>
  refuse('DECISION_LINE_NOT_OPEN', {
    asked: '',
    why: `The request no longer has the line ${lineId}.`,
    allowed: 'Release whoever was to serve on it.',
  });
