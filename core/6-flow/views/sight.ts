import type { ConsentFact, DecisionFact, StandInFact } from '@muster/decision/events';
import type { OfferFact } from '@muster/plan/events';
import { isPublished, type RequestFact } from '@muster/request/events';
import type { Day, PartyId, PersonId, Recorded, RequestId, StreamName } from '@muster/terms';
import type { AnyFact } from '../facts.ts';
import type { ViewContribution, ViewPart } from '../record-port.ts';

/** The views that answer: who is party to which request, and who stands in for whom? */
export const partiesView = 'parties';
export const standInsView = 'stand-ins';

/** What one stream of a request tells of who is party to it. */
interface PartiesPart {
  readonly parties: readonly PartyId[];
  readonly published?: boolean;
}

interface StandingIn {
  readonly personId: PersonId;
  readonly partyId: PartyId;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly requestId?: RequestId;
}

/** What a stream, as it now stands, contributes to who sees what. */
export function sightContribution(stream: StreamName, facts: readonly AnyFact[]): ViewContribution[] {
  const [kind, key] = stream.split('/');
  if (!key) return [];
  if (kind === 'standins') return [{ view: standInsView, key, part: standing(facts as readonly StandInFact[]) }];
  const part = partOf(kind, facts);
  return part ? [{ view: partiesView, key, part }] : [];
}

function partOf(kind: string | undefined, facts: readonly AnyFact[]): PartiesPart | undefined {
  switch (kind) {
    case 'request':
      return askingPart(facts as readonly RequestFact[]);
    case 'decision':
      return { parties: unique((facts as readonly DecisionFact[]).flatMap(soughtFrom)) };
    case 'consent':
      return { parties: unique((facts as readonly ConsentFact[]).map((f) => f.data.partyId)) };
    case 'offer':
      return { parties: unique((facts as readonly OfferFact[]).map((f) => f.data.lenderId)) };
    default:
      return undefined;
  }
}

/** A draft is its party's own; from submission on it is also that of whom it asks, whose counsel reviews it. */
const askingPart = (facts: readonly RequestFact[]): PartiesPart => ({
  parties: unique(
    facts.flatMap((f) =>
      f.type === 'RequestDrafted'
        ? [f.data.requesterId]
        : f.type === 'RequestSubmitted'
          ? [f.data.requesterId, f.data.addresseeId]
          : [],
    ),
  ),
  published: isPublished(facts),
});

const soughtFrom = (fact: DecisionFact): readonly PartyId[] =>
  fact.type === 'ConsentsSought' ? [...fact.data.lenderIds, ...fact.data.consents.map((c) => c.partyId)] : [];

function standing(facts: readonly StandInFact[]): readonly StandingIn[] {
  const ended = new Set(facts.flatMap((f) => (f.type === 'StandInEnded' ? [f.data.standInId] : [])));
  return facts.flatMap((f) => {
    if (f.type !== 'StandInNamed' || ended.has(f.data.standInId)) return [];
    const { personId, partyId, period, requestId } = f.data;
    return [{ personId, partyId, ...period, ...(requestId ? { requestId } : {}) }];
  });
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** What somebody sees: everything; or what is published, and what these parties are party to. */
export type Sight =
  | { readonly sees: 'all' }
  | {
      readonly sees: 'theirs';
      /** At which the person holds a role. */
      readonly parties: ReadonlySet<PartyId>;
      /** Of the sovereigns for which they stand in: all of its requests, or one alone. */
      readonly standsIn: readonly { readonly partyId: PartyId; readonly requestId?: RequestId }[];
    };

export const seesAll: Sight = { sees: 'all' };
export const seesPublished: Sight = { sees: 'theirs', parties: new Set(), standsIn: [] };

/** For whom a person stands in on a day. */
export const standInsFor = (parts: readonly ViewPart[], personId: PersonId, on: Day) =>
  parts
    .flatMap(({ part }) => part as readonly StandingIn[])
    .filter((s) => s.personId === personId && s.fromOn <= on && on < s.toOn)
    .map(({ partyId, requestId }) => (requestId ? { partyId, requestId } : { partyId }));

/** Who is party to a request, and whether everybody sees it. */
export interface Audience {
  readonly parties: ReadonlySet<PartyId>;
  readonly published: boolean;
}

/** The audience of each request there is. */
export function readAudiences(parts: readonly ViewPart[]): ReadonlyMap<RequestId, Audience> {
  const audiences = new Map<RequestId, { parties: Set<PartyId>; published: boolean }>();
  for (const { key, part } of parts) {
    const { parties, published } = part as PartiesPart;
    const audience = audiences.get(key as RequestId) ?? { parties: new Set(), published: false };
    for (const party of parties) audience.parties.add(party);
    audiences.set(key as RequestId, { parties: audience.parties, published: audience.published || published === true });
  }
  return audiences;
}

/** How somebody comes to see a request: as one of its parties, since it is published, or not at all. */
export function seenAs(
  sight: Sight,
  requestId: RequestId,
  audience: Audience | undefined,
): 'party' | 'public' | undefined {
  if (sight.sees === 'all') return 'party';
  if (!audience) return undefined;
  const own = [...sight.parties].some((partyId) => audience.parties.has(partyId));
  const stood = sight.standsIn.some(
    (s) => audience.parties.has(s.partyId) && (s.requestId === undefined || s.requestId === requestId),
  );
  if (own || stood) return 'party';
  return audience.published ? 'public' : undefined;
}

/** What everybody may know: by which law is decided, who keeps the directory, and which organisations there are. */
const publicKinds = new Set(['law', 'directory', 'organisation', 'settings']);
/** What is of one party alone, though it may be about a request. */
const ownKinds = new Set(['refusal', 'standins', 'person', 'deployments', 'roles']);
/** What names single people, though by ids that tell nothing: for the parties to a request, also where it is published. */
const partyKinds = new Set(['order', 'tour']);

/** Whether somebody sees an event: its request, or that it is of a party of theirs. */
export function seesEvent(
  sight: Sight,
  { stream, fact, by }: Pick<Recorded, 'stream' | 'fact' | 'by'>,
  audiences: ReadonlyMap<RequestId, Audience>,
): boolean {
  if (sight.sees === 'all') return true;
  const [kind = '', key] = stream.split('/');
  if (publicKinds.has(kind)) return true;
  if (sight.parties.has(by.partyId)) return true;
  const { requestId, partyId, lenderId, ofPartyId } = fact.data as {
    requestId?: RequestId;
    partyId?: PartyId;
    lenderId?: PartyId;
    ofPartyId?: PartyId;
  };
  if (ownKinds.has(kind)) {
    return [key as PartyId, partyId, lenderId, ofPartyId].some((id) => id !== undefined && sight.parties.has(id));
  }
  const seen = requestId !== undefined ? seenAs(sight, requestId, audiences.get(requestId)) : undefined;
  return partyKinds.has(kind) ? seen === 'party' : seen !== undefined;
}
