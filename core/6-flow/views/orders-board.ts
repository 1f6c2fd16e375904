import type { LawTerms } from '@muster/decision/events';
import { type OrderFact, orderOf, type TourFact } from '@muster/deployment/events';
import type { PartyId, StreamName } from '@muster/terms';
import type { AnyFact } from '../facts.ts';
import type { ViewContribution, ViewPart } from '../record-port.ts';

/** The view that answers: what became of each lender's order, and where are its people? */
export const ordersBoard = 'orders-board';

/** How far somebody is who has a seat; or had one, since a part that was kept is never taken away. */
type Where = 'struck' | 'named' | 'onTheWay' | 'checkedIn' | 'present' | 'released' | 'home';

type OrdersPart =
  | {
      readonly from: 'order';
      readonly lenderId: PartyId;
      readonly ordered: number;
      readonly accepted: boolean;
      readonly declined: number;
    }
  | { readonly from: 'tour'; readonly lenderId: PartyId; readonly where: Where };

/** One lender's order in figures. Only `present` counts: the host and home both say so, now. */
export interface OrderSummary {
  readonly lenderId: string;
  readonly lender: string;
  /** Seats of the order as it stands. */
  readonly ordered: number;
  readonly accepted: boolean;
  readonly declined: number;
  /** On the roster, and not set out. */
  readonly named: number;
  readonly onTheWay: number;
  /** The host says so, home does not yet. */
  readonly checkedIn: number;
  readonly present: number;
  /** Let go, and not yet home. */
  readonly released: number;
  readonly home: number;
}

/** What a stream, as it now stands, contributes to the board of orders. */
export function ordersContribution(stream: StreamName, facts: readonly AnyFact[]): ViewContribution[] {
  const [kind, key] = stream.split('/');
  if (kind === 'order' && key) return [{ view: ordersBoard, key, part: orderPart(facts as readonly OrderFact[]) }];
  if (kind !== 'tour') return [];
  const where = new Map<string, OrdersPart>();
  for (const fact of facts as readonly TourFact[]) {
    const { requestId, lenderId } = fact.data;
    const before = where.get(requestId);
    const next = whereAfter(fact, before?.from === 'tour' ? before.where : 'struck');
    where.set(requestId, { from: 'tour', lenderId, where: next });
  }
  return [...where].map(([requestId, part]) => ({ view: ordersBoard, key: requestId, part }));
}

function orderPart(facts: readonly OrderFact[]): OrdersPart {
  const order = orderOf(facts);
  return {
    from: 'order',
    lenderId: facts[0]?.data.lenderId as PartyId,
    ordered: order?.groups.reduce((n, g) => n + g.people, 0) ?? 0,
    accepted: order?.accepted ?? false,
    declined: order?.declined.reduce((n, d) => n + d.people, 0) ?? 0,
  };
}

function whereAfter(fact: TourFact, before: Where): Where {
  switch (fact.type) {
    case 'SeatNamed':
      return 'named';
    case 'SeatStruck':
      return 'struck';
    case 'PersonMobilised':
      return 'onTheWay';
    case 'PersonCheckedIn':
      return 'checkedIn';
    case 'PresenceAttested':
      // Home may say so after they were let go: they were there, and are not now.
      return before === 'checkedIn' ? 'present' : before;
    case 'PersonReleased':
    case 'PersonDemobilised':
      return 'released';
    case 'PersonHome':
      return 'home';
  }
}

/** The orders of one request, from its parts of the board. */
export function readOrders(parts: readonly ViewPart[], terms: LawTerms): OrderSummary[] {
  const byLender = new Map<PartyId, OrdersPart[]>();
  for (const { part } of parts) {
    const { lenderId } = part as OrdersPart;
    const mine = byLender.get(lenderId) ?? [];
    mine.push(part as OrdersPart);
    byLender.set(lenderId, mine);
  }
  return [...byLender].map(([lenderId, mine]) => {
    const order = mine.find((p) => p.from === 'order');
    const count = (where: Where) => mine.reduce((n, p) => n + (p.from === 'tour' && p.where === where ? 1 : 0), 0);
    return {
      lenderId,
      lender: terms.parties.get(lenderId)?.name ?? lenderId,
      ordered: order?.ordered ?? 0,
      accepted: order?.accepted ?? false,
      declined: order?.declined ?? 0,
      named: count('named'),
      onTheWay: count('onTheWay'),
      checkedIn: count('checkedIn'),
      present: count('present'),
      released: count('released'),
      home: count('home'),
    };
  });
}
