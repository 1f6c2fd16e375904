import {
  type ConsentFact,
  type ConsentState,
  type DecisionFact,
  evolveConsent,
  noConsent,
} from '@muster/decision/events';
import {
  type Actor,
  type Capacity,
  type CommandId,
  consentStream,
  type Day,
  dayOf,
  decisionStream,
  type PartyId,
  type PersonId,
  type RequestId,
} from '@muster/terms';
import type { RecordPort } from './record-port.ts';

/** An ask that waits for its answer, and what the flow needs to act on it once. */
export interface AwaitedConsent {
  readonly partyId: PartyId;
  readonly capacity: Capacity;
  readonly requestVersion: number;
  readonly answerByOn: Day;
  readonly askedOn: Day;
  readonly reminded: readonly number[];
  /** The flow, for the party that seeks. */
  readonly by: Actor;
  /** One id for each thing the flow does about this ask: derived, so that doing it twice does nothing twice. */
  readonly commandId: (thing: string) => CommandId;
}

/** Every ask of a request that waits for its answer. */
export async function awaitedConsents(record: RecordPort, requestId: RequestId): Promise<AwaitedConsent[]> {
  const decided = await record.read(decisionStream(requestId));
  const sought = decided.flatMap(({ fact, by, commandId }) => {
    const known = fact as DecisionFact;
    if (known.type !== 'ConsentsSought') return [];
    const { consents, requestVersion } = known.data;
    return consents.map(({ partyId, capacity }, i) => ({ partyId, capacity, requestVersion, by, commandId, n: i + 1 }));
  });
  const found = sought.map(async ({ partyId, capacity, requestVersion, by, commandId, n }) => {
    const events = await record.read(consentStream(requestId, capacity, partyId));
    const state = events.map((e) => e.fact as ConsentFact).reduce<ConsentState>(evolveConsent, noConsent);
    const asked = events.findLast((e) => e.fact.type === 'ConsentAsked');
    // An ask of another version is another seeking's to look after.
    if (!asked || state.status !== 'asked' || state.ask.requestVersion !== requestVersion) return [];
    const awaited: AwaitedConsent = {
      partyId,
      capacity,
      requestVersion,
      answerByOn: state.ask.answerByOn,
      askedOn: dayOf(asked.at),
      reminded: state.reminded,
      by: { personId: 'per_flow' as PersonId, partyId: by.partyId, role: 'flow' },
      commandId: (thing) => `${commandId}.${thing}${n}` as CommandId,
    };
    return [awaited];
  });
  return (await Promise.all(found)).flat();
}
