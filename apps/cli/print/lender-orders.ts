import type { OrderSummary } from '@muster/flow';
import { columns, count } from './text.ts';

const head = [
  'lender',
  'ordered',
  'accepted',
  'declined',
  'named',
  'on the way',
  'checked in',
  'present',
  'let go',
  'home',
];

/** A row a lender, the most seats first, and the sum of all; what counts is `present`, which both sides attest. */
export function printOrders(orders: readonly OrderSummary[]): string {
  const sorted = [...orders].sort((a, b) => b.ordered - a.ordered || (a.lender < b.lender ? -1 : 1));
  const rows = sorted.map((o) => [
    o.lender,
    o.ordered,
    o.accepted ? 'yes' : 'no',
    o.declined,
    o.named,
    o.onTheWay,
    o.checkedIn,
    o.present,
    o.released,
    o.home,
  ]);
  const sum = (of: 'ordered' | 'present') => orders.reduce((n, o) => n + o[of], 0);
  return `${columns([head, ...rows])}\n\nOrdered ${count(sum('ordered'))}, present ${count(sum('present'))}: whom the host has checked in and the lender attests, now.`;
}
