import {
  type Capacity,
  consentStream,
  type Day,
  type PartyId,
  type ReadStream,
  type Recorded,
  type RequestId,
  requestStream,
  unknownEvent,
} from '@muster/terms';
import type { ConsentAsked, ConsentFact, ConsentGranted } from '../events.ts';

type Ask = ConsentAsked['data'];
type Grant = ConsentGranted['data'];

/** Where one consent stands. */
export type ConsentState =
  | { readonly status: 'notAsked' }
  | {
      readonly status: 'asked';
      readonly ask: Ask;
      /** Of which reminders, by their days before the last, it was called to mind already. */
      readonly reminded: readonly number[];
    }
  | { readonly status: 'granted'; readonly ask: Ask; readonly grant: Grant }
  | { readonly status: 'refused'; readonly ask: Ask }
  | { readonly status: 'lapsed'; readonly ask: Ask }
  /** Withdrawn after it was granted: it still covers service before `endsOn`. */
  | { readonly status: 'withdrawn'; readonly ask: Ask; readonly grant: Grant; readonly endsOn: Day };

export const noConsent: ConsentState = { status: 'notAsked' };

export function evolve(state: ConsentState, fact: ConsentFact): ConsentState {
  if (fact.type === 'ConsentAsked') return { status: 'asked', ask: fact.data, reminded: [] };
  if (state.status === 'notAsked') return state;
  const { ask } = state;
  switch (fact.type) {
    case 'ConsentReminded':
      return state.status === 'asked' ? { ...state, reminded: [...state.reminded, fact.data.daysBefore] } : state;
    case 'ConsentGranted':
      return { status: 'granted', ask, grant: fact.data };
    case 'ConsentRefused':
      return { status: 'refused', ask };
    case 'ConsentLapsed':
      return { status: 'lapsed', ask };
    case 'ConsentWithdrawn':
      return state.status === 'granted'
        ? { status: 'withdrawn', ask, grant: state.grant, endsOn: fact.data.endsOn }
        : state;
    default:
      return unknownEvent(fact);
  }
}

export interface OneConsentData {
  readonly requestId: RequestId;
  readonly capacity: Capacity;
  readonly partyId: PartyId;
}

export interface ConsentPicture {
  readonly consent: ConsentState;
  /** The request was taken back: nothing more is decided on it. */
  readonly requestWithdrawn: boolean;
}

export async function gatherConsent(read: ReadStream, data: OneConsentData): Promise<ConsentPicture> {
  const consent = await consentAt(read, data);
  return { consent, requestWithdrawn: isWithdrawn(await read(requestStream(data.requestId))) };
}

export const consentAt = async (
  read: ReadStream,
  { requestId, capacity, partyId }: OneConsentData,
): Promise<ConsentState> =>
  (await read(consentStream(requestId, capacity, partyId))).map((r) => r.fact as ConsentFact).reduce(evolve, noConsent);

export const isWithdrawn = (requestEvents: readonly Recorded[]): boolean =>
  requestEvents.some((r) => r.fact.type === 'RequestWithdrawn');
