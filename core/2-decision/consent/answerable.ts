import { type Command, dayOf, isRefusal, type Refusal, refuse } from '@muster/terms';
import type { ConsentAsked } from '../events.ts';
import type { OneConsentData } from './state.ts';
import { type AnswerPicture, type Speaker, whoMayAnswer } from './who-may-answer.ts';

type Given = Command<string, OneConsentData>;

export const describeConsent = (d: OneConsentData): string =>
  `the consent of ${d.partyId} as ${d.capacity} to the request "${d.requestId}"`;

/** The ask that may now be answered and under what its speaker speaks, or why it may not; `people` where a yes counts them. */
export function answerable(
  picture: AnswerPicture,
  command: Given,
  asked: string,
  people?: number,
): { readonly ask: ConsentAsked['data']; readonly speaker: Speaker } | Refusal {
  const { consent } = picture;
  if (consent.status === 'notAsked') {
    return refuse('CONSENT_NOT_ASKED', {
      asked,
      why: 'Nobody has asked for this consent.',
      allowed: 'A consent can be answered once the law needs it and it has been sought.',
    });
  }
  const speaker = whoMayAnswer(picture, command, asked, people);
  if (isRefusal(speaker)) return speaker;
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
  return { ask: consent.ask, speaker };
}
