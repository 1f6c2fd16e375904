import { gatherSubmittedEver, type LawPort, type SubmittedRequest } from '@muster/decision/events';
import { type Actor, type PartyId, type ReadStream, type Refusal, refuse } from '@muster/terms';
import { gatherSome, type SomePeople, type SomeTours } from './some-people.ts';

/** The tours of some people and the request they came for, also once it was withdrawn: they go home all the same. */
export interface HostedTours extends SomeTours {
  readonly request: SubmittedRequest | undefined;
}

export const gatherHosted = async (read: ReadStream, given: SomePeople): Promise<HostedTours> => ({
  ...(await gatherSome(read, given)),
  request: await gatherSubmittedEver(read, given),
});

/**
 * Why this desk may not say who is there. A host's desk may: that of the party that asked, of the one it asked, or of the
 * sovereign of a place of work. The lender's never, since what is attested by both sides must come from both.
 */
export function deskNotYours(
  by: Actor,
  { requesterId, addresseeId, lines }: SubmittedRequest,
  lenderId: PartyId,
  law: LawPort,
  asked: string,
): Refusal | undefined {
  const hosts = lines.map((line) => law.terms.places.get(line.placeId)?.sovereignId);
  const mayBe = [requesterId, addresseeId, ...hosts].filter((id) => id !== undefined && id !== lenderId);
  if (mayBe.includes(by.partyId)) return undefined;
  return refuse('DEPLOYMENT_DESK_NOT_YOURS', {
    asked,
    why: `${by.partyId} is ${by.partyId === lenderId ? 'the lender, who attests for its own side' : 'no host of this request'}.`,
    allowed: `A deployment desk of ${[...new Set(mayBe)].join(' or ')} may do it.`,
  });
}
