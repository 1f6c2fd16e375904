import fc from 'fast-check';

export const lenders = ['north', 'south', 'isle'] as const;
export type Lender = (typeof lenders)[number];

const lender = fc.constantFrom(...lenders);
/** Mostly somebody who may; now and then the person who asked, or somebody of another party. */
const speaker = fc.constantFrom('official', 'official', 'official', 'planner', 'stranger');
const consent = fc.constantFrom(
  ...lenders.map((partyId) => ({ partyId, capacity: 'lender' })),
  { partyId: 'south', capacity: 'host' },
  { partyId: 'north', capacity: 'host' },
);

/** One thing somebody tries, in or out of turn. */
export const actionArbitrary = fc.oneof(
  fc.record({
    do: fc.constant('amend' as const),
    tasks: fc.array(fc.constantFrom('carry', 'heal', 'seize', 'guess'), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('submit' as const) }),
  fc.record({ do: fc.constant('derive' as const) }),
  fc.record({
    do: fc.constant('opine' as const),
    cap: fc.option(fc.integer({ min: 0, max: 12 })),
    byAsker: fc.boolean(),
  }),
  fc.record({ do: fc.constant('seek' as const), lenders: fc.subarray([...lenders], { minLength: 1 }) }),
  fc.record({
    do: fc.constant('offer' as const),
    lender,
    people: fc.integer({ min: 1, max: 12 }),
    reserve: fc.integer({ min: 0, max: 6 }),
  }),
  fc.record({
    do: fc.constant('grant' as const),
    consent,
    speaker,
    people: fc.integer({ min: 1, max: 12 }),
    bars: fc.option(fc.constantFrom('carry', 'heal')),
  }),
  fc.record({ do: fc.constant('refuse' as const), consent, speaker }),
  fc.record({ do: fc.constant('withdraw' as const), consent, speaker }),
  fc.record({ do: fc.constant('lapse' as const) }),
  fc.record({ do: fc.constant('plan' as const) }),
  fc.record({ do: fc.constant('repeat' as const), back: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 8 }) }),
);
export type Action = typeof actionArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** A life of a request: a beginning that gets somewhere, then anything, some of it at the same time. */
export const lifeArbitrary = fc.array(fc.array(actionArbitrary, { minLength: 1, maxLength: 3 }), {
  minLength: 4,
  maxLength: 25,
});
