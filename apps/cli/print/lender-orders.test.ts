import { expect, it } from 'vitest';
import { printOrders } from './lender-orders.ts';

const none = { declined: 0, named: 0, onTheWay: 0, checkedIn: 0, present: 0, released: 0, home: 0 };

it('the largest order comes first, and the sum says what counts as present', () => {
  const lines = printOrders([
    { ...none, lenderId: 'isle', lender: 'Isle', ordered: 3, accepted: false },
    {
      ...none,
      lenderId: 'north',
      lender: 'North',
      ordered: 1200,
      accepted: true,
      declined: 20,
      named: 80,
      checkedIn: 100,
      present: 1000,
    },
  ]).split('\n');
  expect(lines[1]).toMatch(/^North +1,200 +yes +20 +80 +0 +100 +1,000 +0 +0$/);
  expect(lines[2]).toMatch(/^Isle +3 +no +0 +0 +0 +0 +0 +0 +0$/);
  expect(lines.at(-1)).toBe('Ordered 1,203, present 1,000: whom the host has checked in and the lender attests, now.');
});
