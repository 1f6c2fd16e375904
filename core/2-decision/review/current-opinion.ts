import { type Day, decisionStream, type ReadStream, type Refusal, type RequestId, refuse } from '@muster/terms';
import type { DecisionFact, OpinionGiven } from '../events.ts';

export type Opinion = OpinionGiven['data'];

export async function gatherOpinion(read: ReadStream, data: { requestId: RequestId }): Promise<Opinion | undefined> {
  const facts = (await read(decisionStream(data.requestId))).map((r) => r.fact as DecisionFact);
  return facts.findLast((f) => f.type === 'OpinionGiven')?.data;
}

/** Why counsel's yes does not stand for this version on this day; undefined when it does. */
export function opinionLacking(
  opinion: Opinion | undefined,
  requestVersion: number,
  on: Day,
  asked: string,
): Refusal | undefined {
  const why = lack(opinion, requestVersion, on);
  if (!why) return undefined;
  return refuse('REVIEW_NOT_CONCURRED', {
    asked,
    why,
    allowed: `Counsel of the addressee must concur with version ${requestVersion}, with or without conditions.`,
  });
}

function lack(opinion: Opinion | undefined, requestVersion: number, on: Day): string | undefined {
  if (!opinion) return 'Counsel has given no opinion.';
  if (opinion.requestVersion !== requestVersion) {
    return `Counsel read version ${opinion.requestVersion}, and version ${requestVersion} is the one submitted now.`;
  }
  if (opinion.outcome === 'doNotConcur') return 'Counsel does not concur.';
  if (on >= opinion.lapsesOn) return `Counsel's opinion lapsed on ${opinion.lapsesOn}.`;
  return undefined;
}
