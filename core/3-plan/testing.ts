import {
  asked,
  concurred,
  derived,
  granted,
  line,
  period,
  requestId,
  sought,
  source,
  submitted,
} from '@muster/decision/testing';
import { commitmentsStream, type Fact, offerStream, planStream } from '@muster/terms';
import { past } from '@muster/terms/testing';

/** An offer of the toy country: one pool of porters a lender, ready at once. */
export const offered = (
  lenderId: string,
  people: number,
  over: { reserve?: number; placeId?: string; skillId?: string } = {},
) =>
  past(offerStream(requestId, lenderId as never), {
    type: 'PoolsOffered',
    version: 1,
    data: {
      requestId,
      lenderId,
      reserve: over.reserve ?? 0,
      reserveSource: source,
      pools: [
        {
          poolId: `pol_${lenderId}`,
          skillId: over.skillId ?? 'porter',
          people,
          kinds: [{ statusId: 'militia', delegationIds: [] }],
          placeId: over.placeId ?? `${lenderId}-land`,
          readyDays: 0,
          personDayCents: 100,
          source,
        },
      ],
    },
  });

const consents = [
  { partyId: 'north', capacity: 'lender', lineIds: ['lin_a'] },
  { partyId: 'south', capacity: 'host', lineIds: ['lin_a'] },
];
/** North may send people to the one line of the toy request, in the south: asked, concurred, consented, offered. */
export const history = (over: { north?: number; conditions?: object; opinion?: object; offer?: object } = {}) => [
  submitted([line('lin_a')]),
  derived(),
  concurred(over.opinion),
  sought(consents, ['north']),
  asked('north', 'lender', ['lin_a']),
  asked('south', 'host', ['lin_a']),
  granted('north', 'lender', over.north ?? 8, over.conditions),
  granted('south', 'host', 10),
  offered('north', 20, { reserve: 5, ...over.offer }),
];

export const assignment = (people: number, over: object = {}) => ({
  poolId: 'pol_north',
  lenderId: 'north',
  lineId: 'lin_a',
  kind: { statusId: 'militia', delegationIds: [] },
  period,
  people,
  arriveOn: '2025-05-28',
  ...over,
});

/** A plan that sends so many of the north to the one line, and says so truly. */
export const plan = (
  people: number,
  over: { planId?: string; assignments?: object[]; costCents?: number; filled?: number } = {},
) => {
  const filled = over.filled ?? people;
  const short = Math.max(0, 10 - filled);
  return {
    planId: over.planId ?? 'pln_a',
    requestId,
    requestVersion: 1,
    orderOn: '2025-05-26',
    travelKmPerDay: 500,
    assignments: over.assignments ?? [assignment(people)],
    lines: [
      {
        lineId: 'lin_a',
        asked: 10,
        filled,
        byPeriod: [{ period, filled }],
        short,
        reasons: short > 0 ? [{ barrier: 'consent', people: short, words: 'fewer granted' }] : [],
      },
    ],
    // Made by hand: it proves nothing, and says so.
    levels: [{ level: 'fill', meaning: 'lack', value: 16 * short, bound: 0, gap: short > 0 ? 1 : 0 }],
    costCents: over.costCents ?? people * 30 * 100,
    solver: 'by hand',
  };
};

/** Something that happened to the plan. */
export const planned = (type: string, data: object): ReturnType<typeof past> =>
  past(planStream(requestId), { type, version: 1, data } as Fact);

/** That plan is committed, and frozen. */
export const committed = (planId = 'pln_a') =>
  planned('PlanCommitted', {
    planId,
    requestId,
    requestVersion: 1,
    pack: 'toy 1',
    assignments: [],
    people: 8,
    costCents: 0,
  });
/** So many of one pool, on these days. */
export const use = (people: number, when: object = period, poolId = 'pol_north') => ({ poolId, period: when, people });
/** What happened to a lender's people over all requests. */
export const people = (type: string, data: object, lenderId = 'north') =>
  past(commitmentsStream(lenderId as never), {
    type,
    version: 1,
    data: { lenderId, requestId, planId: 'pln_a', ...data },
  } as Fact);
/** North's people, committed to the toy request. */
export const mine = (n: number) => people('PeopleCommitted', { uses: [use(n)] });
