import fc from 'fast-check';

export const lenders = ['north', 'south', 'isle'] as const;
export type Lender = (typeof lenders)[number];

const lender = fc.constantFrom(...lenders);
/** Mostly somebody who may; now and then the person who asked, or somebody of another party. */
const speaker = fc.constantFrom('official', 'official', 'official', 'deputy', 'deputy', 'planner', 'stranger');
/** Who says who stands in: mostly an official of the sovereign; now and then the person who asked, or a stand-in. */
const namer = fc.constantFrom('official', 'official', 'planner', 'deputy');
/** Who is to stand in: mostly somebody who may; now and then the person who asked, or one of the party that asks. */
const named = fc.constantFrom('deputy', 'deputy', 'deputy', 'planner', 'friend');
export const consents = [
  ...lenders.map((partyId) => ({ partyId, capacity: 'lender' })),
  { partyId: 'south', capacity: 'host' },
  { partyId: 'north', capacity: 'host' },
];
const consent = fc.constantFrom(...consents);

/** One thing somebody tries, in or out of turn. */
export const actionArbitrary = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('amend' as const),
      tasks: fc.array(fc.constantFrom('carry', 'heal', 'seize', 'guess'), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('submit' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('derive' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('opine' as const),
      cap: fc.option(fc.integer({ min: 0, max: 12 })),
      byAsker: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('seek' as const), lenders: fc.subarray([...lenders], { minLength: 1 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('offer' as const),
      lender,
      people: fc.integer({ min: 1, max: 12 }),
      reserve: fc.integer({ min: 0, max: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('grant' as const),
      consent,
      speaker,
      people: fc.integer({ min: 1, max: 12 }),
      bars: fc.option(fc.constantFrom('carry', 'heal')),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), consent, speaker }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('withdraw' as const), consent, speaker }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('nameStandIn' as const),
      lender,
      namer,
      named,
      days: fc.integer({ min: 1, max: 20 }),
      mostPeople: fc.option(fc.integer({ min: 1, max: 12 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('endStandIn' as const), namer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lapse' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remind' as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('plan' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('commit' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('takeBack' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('repeat' as const), back: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 8 }) }) },
);
export type Action = typeof actionArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Two requests ask for the same people. */
export const requestIds = ['req_a', 'req_b'] as const;

/** A life of two requests: who answers and offers at first, then anything. The actions of one turn overlap: each begins so many turns of the machine `after` the first could. */
export const lifeArbitrary = fc.record({
  answers: fc.array(fc.option(fc.integer({ min: 1, max: 12 }), { freq: 5 }), {
    minLength: consents.length,
    maxLength: consents.length,
  }),
  offers: fc.array(fc.option(fc.integer({ min: 1, max: 12 }), { freq: 5 }), {
    minLength: lenders.length,
    maxLength: lenders.length,
  }),
  /** Who of the lenders answers through somebody named to stand in. */
  standIns: fc.subarray([...lenders]),
  /** How many days go by before anybody is reminded. */
  silence: fc.integer({ min: 0, max: 4 }),
  /** How unevenly the record answers. */
  delays: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 }),
  turns: fc.array(
    fc.array(
      fc.record({
        action: actionArbitrary,
        of: fc.constantFrom(...requestIds),
        after: fc.integer({ min: 0, max: 1500 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 4, maxLength: 25 },
  ),
});
export type Life = typeof lifeArbitrary extends fc.Arbitrary<infer T> ? T : never;
