import { type Day, decisionStream, type ReadStream, type Refusal, type RequestId, refuse } from '@muster/terms';
import type { DecisionFact, OpinionGiven } from '../events.ts';
import type { SubmittedRequest } from '../submitted-request.ts';

export type Opinion = OpinionGiven['data'];

export async function gatherOpinion(read: ReadStream, data: { requestId: RequestId }): Promise<Opinion | undefined> {
  const facts = (await read(decisionStream(data.requestId))).map((r) => r.fact as DecisionFact);
  return facts.findLast((f) => f.type === 'OpinionGiven')?.data;
}

/**
 * Why counsel's yes does not stand for this request on this day; undefined when it does. It lapses on its day, and
 * when the request changes materially after the version that was read.
 */
export function opinionLacking(
  opinion: Opinion | undefined,
  request: Pick<SubmittedRequest, 'requestVersion' | 'sameSince' | 'changed'>,
  on: Day,
  asked: string,
): Refusal | undefined {
  const why = lack(opinion, request, on);
  if (!why) return undefined;
  return refuse('REVIEW_NOT_CONCURRED', {
    asked,
    why,
    allowed: `Counsel of the addressee must concur with version ${request.requestVersion}, with or without conditions.`,
  });
}

function lack(
  opinion: Opinion | undefined,
  request: Pick<SubmittedRequest, 'sameSince' | 'changed'>,
  on: Day,
): string | undefined {
  if (!opinion) return 'Counsel has given no opinion.';
  if (opinion.requestVersion < request.sameSince) {
    return `Counsel read version ${opinion.requestVersion}, and in version ${request.sameSince} ${request.changed}.`;
  }
  if (opinion.outcome === 'doNotConcur') return 'Counsel does not concur.';
  if (on >= opinion.lapsesOn) return `Counsel's opinion lapsed on ${opinion.lapsesOn}.`;
  return undefined;
}
