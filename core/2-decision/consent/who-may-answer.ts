import {
  type Command,
  dayOf,
  decisionStream,
  type PersonId,
  type ReadStream,
  type Refusal,
  refuse,
  requestStream,
  type StandInId,
} from '@muster/terms';
import { type Work, workIn } from '../worked-on.ts';
import { ofRequester, type Requester, requesterIn, workedOn } from './separation.ts';
import { gatherStandIns, notReaching, type StandIn } from './stand-in/state.ts';
import { type ConsentPicture, consentAt, isWithdrawn, type OneConsentData } from './state.ts';

/** What an answer must know beside where the consent stands: who worked on the request, and who stands in. */
export interface AnswerPicture extends ConsentPicture {
  readonly work: ReadonlyMap<PersonId, Work>;
  readonly requester: Requester | undefined;
  readonly standIns: readonly StandIn[];
}

export async function gatherAnswer(read: ReadStream, data: OneConsentData): Promise<AnswerPicture> {
  const asking = await read(requestStream(data.requestId));
  return {
    consent: await consentAt(read, data),
    requestWithdrawn: isWithdrawn(asking),
    work: workIn([...asking, ...(await read(decisionStream(data.requestId)))]),
    requester: requesterIn(asking),
    standIns: await gatherStandIns(read, data.partyId),
  };
}

/** Under what somebody speaks: nothing for an official of the sovereign, else the standing-in. */
export interface Speaker {
  readonly standInId?: StandInId;
}

/**
 * Under what this person may answer for the sovereign, or why they may not. Whoever asks does not decide: nobody who
 * worked on the request answers, nor anybody such a person has named, nor anybody of the party that asks for another.
 */
export function whoMayAnswer(
  picture: AnswerPicture,
  command: Command<string, OneConsentData>,
  asked: string,
  people?: number,
): Speaker | Refusal {
  const { by, data } = command;
  if (picture.requestWithdrawn) {
    return refuse('REQUEST_WITHDRAWN', {
      asked,
      why: 'The request was withdrawn.',
      allowed: 'Nothing more need be decided on it.',
    });
  }
  const own = by.partyId === data.partyId;
  const named = own
    ? []
    : picture.standIns.filter(({ terms }) => terms.personId === by.personId && terms.ofPartyId === by.partyId);
  if (!own && named.length === 0) {
    return refuse('CONSENT_NOT_YOURS', {
      asked,
      why: `This consent is ${data.partyId}'s to give, and ${by.partyId} acts.`,
      allowed: `A consenting official of ${data.partyId} may answer, or somebody it has named to stand in.`,
    });
  }
  const worked = workedOn(picture.work, by.personId);
  if (worked) {
    return refuse('CONSENT_SAME_PERSON', {
      asked,
      why: worked,
      allowed: `Another consenting official of ${data.partyId} may answer.`,
    });
  }
  return own ? {} : standInFor(picture, named, command, asked, people);
}

/** The first of somebody's standings-in under which they may answer; when none serves, why the last does not. */
function standInFor(
  { work, requester }: AnswerPicture,
  named: readonly StandIn[],
  { by, data, at }: Command<string, OneConsentData>,
  asked: string,
  people: number | undefined,
): Speaker | Refusal {
  const allowed = `A consenting official of ${data.partyId} may answer, or name somebody who may.`;
  const to = { ...data, on: dayOf(at) };
  const reaching = named.filter((s) => notReaching(s, to) === undefined);
  const last = named.at(-1);
  if (reaching.length === 0 && last) {
    const why = `${by.personId} stands in for ${data.partyId} under "${last.terms.standInId}", and ${notReaching(last, to)}.`;
    return refuse('CONSENT_STAND_IN_NOT_COVERING', { asked, why, allowed });
  }
  const bars = reaching.map((s) => barOf(s, work, requester));
  const free = reaching.filter((_, i) => bars[i] === undefined);
  const bar = bars.findLast((b) => b !== undefined);
  if (free.length === 0 && bar) return refuse('CONSENT_STAND_IN_BARRED', { asked, why: bar, allowed });
  const fits = free.find(({ terms }) => (people ?? 0) <= (terms.mostPeople ?? Number.POSITIVE_INFINITY));
  if (fits) return { standInId: fits.terms.standInId };
  const most = Math.max(...free.map(({ terms }) => terms.mostPeople ?? 0));
  return refuse('CONSENT_STAND_IN_EXCEEDED', {
    asked,
    why: `${by.personId} may consent to at most ${most} people for ${data.partyId}, and this is for ${people}.`,
    allowed: `Consent to at most ${most}; an official of ${data.partyId} may consent to more.`,
  });
}

const barOf = (
  { terms, namedBy }: StandIn,
  work: ReadonlyMap<PersonId, Work>,
  requester: Requester | undefined,
): string | undefined => {
  const namer = workedOn(work, namedBy);
  if (namer) return `${terms.personId} was named by ${namedBy}, and ${namer}`;
  return requester && ofRequester(requester, terms.ofPartyId);
};
