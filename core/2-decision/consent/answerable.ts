import { type Command, dayOf, type Refusal, refuse } from '@muster/terms';
import type { ConsentAsked } from '../events.ts';
import type { ConsentPicture, OneConsentData } from './state.ts';

type Given = Command<string, OneConsentData>;

export const describeConsent = (d: OneConsentData): string =>
  `the consent of ${d.partyId} as ${d.capacity} to the request "${d.requestId}"`;

/** Why this person may not speak for this sovereign now; undefined when they may. */
export function notYours(picture: ConsentPicture, command: Given, asked: string): Refusal | undefined {
  const { askedBy, requestWithdrawn } = picture;
  const { by, data } = command;
  if (requestWithdrawn) {
    return refuse('REQUEST_WITHDRAWN', {
      asked,
      why: 'The request was withdrawn.',
      allowed: 'Nothing more need be decided on it.',
    });
  }
  if (by.partyId !== data.partyId) {
    return refuse('CONSENT_NOT_YOURS', {
      asked,
      why: `This consent is ${data.partyId}'s to give, and ${by.partyId} acts.`,
      allowed: `A consenting official of ${data.partyId} may answer.`,
    });
  }
  if (askedBy.has(by.personId)) {
    return refuse('CONSENT_SAME_PERSON', {
      asked,
      why: `${by.personId} worked on the request; whoever asks does not decide.`,
      allowed: `Another consenting official of ${data.partyId} may answer.`,
    });
  }
  return undefined;
}

/** The ask that may now be answered, or why it may not. */
export function answerable(
  picture: ConsentPicture,
  command: Given,
  asked: string,
): { readonly ask: ConsentAsked['data'] } | Refusal {
  const { consent } = picture;
  if (consent.status === 'notAsked') {
    return refuse('CONSENT_NOT_ASKED', {
      asked,
      why: 'Nobody has asked for this consent.',
      allowed: 'A consent can be answered once the law needs it and it has been sought.',
    });
  }
  const barred = notYours(picture, command, asked);
  if (barred) return barred;
  if (consent.status !== 'asked') {
    return refuse('CONSENT_ALREADY_ANSWERED', {
      asked,
      why: `It stands ${consent.status} already.`,
      allowed: consent.status === 'granted' ? 'It may be withdrawn.' : 'It may be sought anew with an amended request.',
    });
  }
  if (dayOf(command.at) > consent.ask.answerByOn) {
    return refuse('CONSENT_TOO_LATE', {
      asked,
      why: `The last day for an answer was ${consent.ask.answerByOn}.`,
      allowed: 'The requester may seek it anew.',
    });
  }
  return { ask: consent.ask };
}
