import { toyTerms } from '@muster/decision/testing';
import { expect, it } from 'vitest';
import type { AnyFact } from '../facts.ts';
import { ordersBoard, ordersContribution, readOrders } from './orders-board.ts';

const which = { requestId: 'req_a', lenderId: 'north' };
const fact = (type: string, data: object = {}) =>
  ({ type, version: 1, data: { ...which, ...data } }) as unknown as AnyFact;
const groups = (...people: number[]) => ({
  groups: people.map((n, i) => ({ group: i + 1, people: n, period: { fromOn: '2025-06-01', toOn: '2025-07-01' } })),
});
const order = [fact('OrderIssued', groups(5, 3)), fact('OrderAccepted'), fact('SeatsDeclined', { people: 2 })];
const steps = [
  'SeatNamed',
  'PersonMobilised',
  'PersonCheckedIn',
  'PresenceAttested',
  'PersonReleased',
  'PersonDemobilised',
  'PersonHome',
];
const tour = (...types: string[]) => types.map((type) => fact(type));

const read = (...streams: [string, AnyFact[]][]) =>
  readOrders(
    streams
      .flatMap(([stream, facts]) => ordersContribution(stream, facts))
      .map(({ key, part }) => ({ key, part }) as never),
    toyTerms,
  );

it('tells of each lender’s order what it asks, what was declined, and where its people are', () => {
  const tours = steps.map((_, i): [string, AnyFact[]] => [`tour/north/prs_${i}`, tour(...steps.slice(0, i + 1))]);
  expect(read(['order/req_a/north', order], ...tours, ['tour/north/prs_8', tour('SeatNamed', 'SeatStruck')])).toEqual([
    {
      lenderId: 'north',
      lender: 'north',
      ordered: 8,
      accepted: true,
      declined: 2,
      named: 1,
      onTheWay: 1,
      checkedIn: 1,
      present: 1,
      released: 2,
      home: 1,
    },
  ]);
});

it('counts nobody as present whom one side alone says is there, nor who was let go', () => {
  const late = tour('SeatNamed', 'PersonMobilised', 'PersonCheckedIn', 'PersonReleased', 'PresenceAttested');
  expect(read(['tour/north/prs_0', late])).toMatchObject([{ ordered: 0, present: 0, released: 1 }]);
});

it('asks again for acceptance only where an order asks for more', () => {
  expect(read(['order/req_a/north', [...order, fact('OrderAmended', groups(4))]])).toMatchObject([
    { ordered: 4, accepted: true },
  ]);
  expect(read(['order/req_a/north', [...order, fact('OrderAmended', groups(9))]])).toMatchObject([
    { ordered: 9, accepted: false },
  ]);
});

it('keeps tours of several requests apart, and says nothing of other streams', () => {
  const both = [...tour('SeatNamed'), fact('SeatNamed', { requestId: 'req_b' })];
  expect(ordersContribution('tour/north/prs_0', both).map(({ view, key }) => [view, key])).toEqual([
    [ordersBoard, 'req_a'],
    [ordersBoard, 'req_b'],
  ]);
  expect(ordersContribution('plan/req_a', [])).toEqual([]);
});
