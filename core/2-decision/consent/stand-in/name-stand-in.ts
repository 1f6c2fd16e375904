import {
  type Act,
  capacitySchema,
  dayOf,
  decisionStream,
  type PersonId,
  partyIdSchema,
  periodSchema,
  personIdSchema,
  type ReadStream,
  type Refusal,
  refuse,
  requestIdSchema,
  requestStream,
  somePeopleSchema,
  standInIdSchema,
  standInStream,
} from '@muster/terms';
import { z } from 'zod';
import type { LawPort } from '../../authority/law-port.ts';
import type { StandInNamed } from '../../events.ts';
import { type Work, workIn } from '../../worked-on.ts';
import { answerWords } from '../schemas.ts';
import { ofRequester, type Requester, requesterIn, workedOn } from '../separation.ts';
import { mayName } from './may-name.ts';
import { gatherStandIns, type StandIn } from './state.ts';

const data = z.strictObject({
  standInId: standInIdSchema,
  /** The sovereign who names. */
  partyId: partyIdSchema,
  capacities: z.array(capacitySchema).min(1).max(50),
  /** Who stands in, and of which party they are. */
  personId: personIdSchema,
  ofPartyId: partyIdSchema,
  /** The days on which they may answer. */
  period: periodSchema,
  /** At most so many people in any one consent they give; not limited when absent. */
  mostPeople: somePeopleSchema.optional(),
  /** Only for this request; for any when absent. */
  requestId: requestIdSchema.optional(),
  ...answerWords,
});
type Data = z.infer<typeof data>;

interface NamingState {
  readonly standIns: readonly StandIn[];
  /** Who worked on the one request it is for; undefined when it is for any. */
  readonly request:
    | { readonly work: ReadonlyMap<PersonId, Work>; readonly requester: Requester | undefined }
    | undefined;
}

async function gather(read: ReadStream, { partyId, requestId }: Data): Promise<NamingState> {
  const standIns = await gatherStandIns(read, partyId);
  if (!requestId) return { standIns, request: undefined };
  const asking = await read(requestStream(requestId));
  const work = workIn([...asking, ...(await read(decisionStream(requestId)))]);
  return { standIns, request: { work, requester: requesterIn(asking) } };
}

/** A sovereign names somebody of another party who may answer for it. */
export const nameStandIn: Act<'NameStandIn', Data, NamingState, StandInNamed, { law: LawPort }> = {
  name: 'NameStandIn',
  doc: 'Name somebody of another party who may answer for this one: in which capacities, on which days, for how many people at most.',
  who: ['consentingOfficial'],
  data,
  writes: (d) => standInStream(d.partyId),
  gather,
  decide: (state, command, { law }) => {
    const { data: named, by, at } = command;
    const asked = `To name ${named.personId} of ${named.ofPartyId} to stand in for ${named.partyId}.`;
    const barred = mayName(state.standIns, named.partyId, command, asked);
    if (barred) return barred;
    if (state.standIns.some((s) => s.terms.standInId === named.standInId)) {
      return refuse('CONSENT_STAND_IN_EXISTS', {
        asked,
        why: `${named.partyId} has named somebody as "${named.standInId}" already.`,
        allowed: 'Give each naming an id of its own.',
      });
    }
    if (named.personId === by.personId) {
      return refuse('CONSENT_STAND_IN_SAME_PERSON', {
        asked,
        why: 'Nobody names themselves.',
        allowed: 'Name somebody else.',
      });
    }
    if (named.ofPartyId === named.partyId) {
      return refuse('CONSENT_STAND_IN_SAME_PARTY', {
        asked,
        why: `Consenting officials of ${named.partyId} answer for it themselves.`,
        allowed: 'Name somebody of another party; an official of this one need not be named.',
      });
    }
    const unknown = unknownTerms(named, law);
    if (unknown.length > 0) {
      return refuse('DECISION_TERM_UNKNOWN', {
        asked,
        why: `The law pack ${law.pack} does not know ${unknown.join(', ')}.`,
        allowed: 'Name parties and capacities that the law pack knows.',
      });
    }
    if (named.period.toOn <= dayOf(at)) {
      return refuse('CONSENT_STAND_IN_PERIOD_OVER', {
        asked,
        why: `The period is over before it is named: ${named.period.toOn} is the first day after it.`,
        allowed: 'Name days that are still to come.',
      });
    }
    return (
      barredFromRequest(named, by.personId, state.request, asked) ?? [{ type: 'StandInNamed', version: 1, data: named }]
    );
  },
};

function unknownTerms({ partyId, ofPartyId, capacities }: Data, { terms }: LawPort): string[] {
  return [
    ...[partyId, ofPartyId].filter((id) => !terms.parties.has(id)).map((id) => `the party ${id}`),
    ...capacities.filter((id) => !terms.capacities.has(id)).map((id) => `the capacity ${id}`),
  ];
}

/** Named for one request, it is known at once who may not be, and who may not name; named for any, the answer shows it. */
function barredFromRequest(
  named: Data,
  by: PersonId,
  request: NamingState['request'],
  asked: string,
): Refusal | undefined {
  if (!request || !named.requestId) return undefined;
  const { work, requester } = request;
  if (!requester) {
    return refuse('REQUEST_UNKNOWN', {
      asked,
      why: `There is no request "${named.requestId}".`,
      allowed: 'Name a request that exists, or none: then it is for any.',
    });
  }
  const why = workedOn(work, named.personId) ?? workedOn(work, by) ?? ofRequester(requester, named.ofPartyId);
  if (!why) return undefined;
  return refuse('CONSENT_STAND_IN_BARRED', {
    asked,
    why,
    allowed:
      'Let an official who did not work on the request name a person who did not either, of another party than the one that asks.',
  });
}
