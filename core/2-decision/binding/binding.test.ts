import { type Capacity, type Day, isRefusal, type PartyId, type Recorded, type StreamName } from '@muster/terms';
import type { past } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LawPort } from '../authority/law-port.ts';
import type { ServiceKind } from '../authority/verdict.ts';
import * as toy from '../testing.ts';
import { gatherDecision } from './decision-picture.ts';
import { mayServeNow, type OneMore } from './may-serve-now.ts';
import { weighService } from './weigh-service.ts';

const lines = [toy.line('lin_a'), toy.line('lin_b', { taskId: 'heal', placeId: 'north-land' })];
const lineIds = lines.map((l) => l.lineId);
const militia = { statusId: 'militia', delegationIds: [] } as unknown as ServiceKind;

const pictureOf = (history: readonly ReturnType<typeof past>[]) =>
  gatherDecision(async (stream: StreamName) => history.filter((p) => p.stream === stream) as unknown as Recorded[], {
    requestId: toy.requestId,
  });

interface Bound {
  readonly counsel?: object[];
  /** null: no answer. */
  readonly north?: object | null;
  readonly people?: number;
}

/** North lends to South, with all consents given, on the conditions stated. */
const history = ({ counsel = [], north = {}, people = 10 }: Bound = {}) => [
  toy.submitted(lines),
  toy.derived(),
  toy.concurred({ outcome: counsel.length > 0 ? 'concurWithConditions' : 'concur', conditions: counsel }),
  toy.sought(
    [
      { partyId: 'north', capacity: 'lender', lineIds },
      { partyId: 'south', capacity: 'host', lineIds },
    ],
    ['north'],
  ),
  toy.asked('north', 'lender', lineIds),
  toy.asked('south', 'host', lineIds),
  ...(north ? [toy.granted('north', 'lender', people, north)] : []),
  toy.granted('south', 'host', 10),
];

const one = (over: Partial<OneMore> = {}): OneMore => ({
  lenderId: 'north' as PartyId,
  line: lines[0] as never,
  kind: militia,
  on: '2025-06-10' as Day,
  present: [],
  servingUnder: () => 0,
  ...over,
});
const ask = async (bound: Bound, over: Partial<OneMore> = {}, law: LawPort = toy.toyLaw) => {
  const answer = mayServeNow(await pictureOf(history(bound)), law, one(over));
  return isRefusal(answer) ? answer : { code: 'MAY' as const, why: '', ...answer };
};
const condition = { conditionId: 'cnd_a', words: 'as counsel says', lineIds: ['lin_a'] };

describe('one more person at check-in', () => {
  it('may serve where law, counsel and consents agree, under every condition given', async () => {
    const answer = await ask({ counsel: [{ ...condition, maxPeople: 5 }] });
    expect(answer).toMatchObject({ code: 'MAY', because: [{ policyId: 'toy.needs' }] });
    expect(
      'policies' in answer && answer.policies?.map((p) => 'mostPeople' in p && [p.policyId, p.mostPeople]),
    ).toEqual([
      ['counsel.cnd_a', 5],
      ['lender.north', 10],
      ['host.south', 10],
    ]);
  });

  it.each<[string, Bound, Partial<OneMore>, string]>([
    ['the law forbids it', {}, { line: toy.line('lin_a', { taskId: 'seize' }) as never }, 'DECISION_NO_AUTHORITY'],
    [
      'counsel bars the status',
      { counsel: [{ ...condition, barredStatusIds: ['militia'] }] },
      {},
      'REVIEW_CONDITION_BROKEN',
    ],
    [
      'counsel asks for a delegation',
      { counsel: [{ ...condition, requiredDelegationIds: ['sash'] }] },
      {},
      'REVIEW_CONDITION_BROKEN',
    ],
    [
      "it is not among counsel's days",
      { counsel: [{ ...condition, period: { fromOn: '2025-06-01', toOn: '2025-06-10' } }] },
      {},
      'REVIEW_CONDITION_BROKEN',
    ],
    ['there is no yes', { north: null }, {}, 'CONSENT_NOT_COVERING'],
    ['the yes is for another task', { north: { onlyTaskIds: ['heal'] } }, {}, 'CONSENT_NOT_COVERING'],
    ['the yes bars the task', { north: { barredTaskIds: ['carry'] } }, {}, 'CONSENT_NOT_COVERING'],
    ['the yes is for another place', { north: { onlyPlaceIds: ['isle-land'] } }, {}, 'CONSENT_NOT_COVERING'],
    ['the yes is for another status', { north: { onlyStatusIds: ['army'] } }, {}, 'CONSENT_NOT_COVERING'],
    [
      'the yes has run out',
      { north: { period: { fromOn: '2025-06-01', toOn: '2025-06-10' } } },
      {},
      'CONSENT_NOT_COVERING',
    ],
    ['as many serve already as the yes allows', { people: 4 }, { servingUnder: () => 4 }, 'DECISION_CONDITION_FULL'],
    [
      'as many serve already as counsel allows',
      { counsel: [{ ...condition, maxPeople: 4 }] },
      { servingUnder: () => 4 },
      'DECISION_CONDITION_FULL',
    ],
    [
      'counsel wants somebody there who is not',
      { counsel: [{ ...condition, presentCapacities: ['host'] }] },
      {},
      'DECISION_PRESENCE_MISSING',
    ],
    ['the line has not begun', {}, { on: '2025-05-31' as Day }, 'DECISION_LINE_NOT_OPEN'],
    ['the line is over', {}, { on: '2025-07-01' as Day }, 'DECISION_LINE_NOT_OPEN'],
  ])('may not where %s', async (_why, bound, over, code) => {
    expect((await ask(bound, over)).code).toBe(code);
  });

  it('may not once counsel’s opinion has lapsed, nor after a material change', async () => {
    const long = toy.line('lin_a', { period: { fromOn: '2025-06-01', toOn: '2026-06-01' } });
    expect((await ask({}, { line: long as never, on: '2026-01-01' as Day })).code).toBe('REVIEW_NOT_CONCURRED');
    const changed = [...history(), toy.submitted([toy.line('lin_a', { people: 11 }), ...lines.slice(1)], 2)];
    expect(mayServeNow(await pictureOf(changed), toy.toyLaw, one())).toMatchObject({
      code: 'REVIEW_NOT_CONCURRED',
      why: 'Counsel read version 1, and in version 2 line lin_a changed its number of people.',
    });
  });

  it('waits for whoever the law needs there, and asks nobody for that beforehand', async () => {
    const law: LawPort = {
      ...toy.toyLaw,
      terms: {
        ...toy.toyTerms,
        capacities: new Map([
          ...toy.toyTerms.capacities,
          ['elder' as Capacity, { capacity: 'elder' as Capacity, label: 'Elder, present', resolves: 'presence' }],
        ]),
      },
      verdict: (q) => {
        const verdict = toy.toyLaw.verdict(q);
        return q.act.kind === 'hold'
          ? { ...verdict, needs: [...verdict.needs, { capacity: 'elder' as Capacity, policyIds: ['toy.needs'] }] }
          : verdict;
      },
    };
    const absent = await ask({}, {}, law);
    expect([absent.code, absent.why]).toEqual([
      'DECISION_PRESENCE_MISSING',
      'Somebody must be there who is not: Elder, present.',
    ]);
    expect((await ask({}, { present: ['elder' as Capacity] }, law)).code).toBe('MAY');
    const period = { fromOn: '2025-06-01' as Day, toOn: '2025-06-02' as Day };
    const planned = weighService(await pictureOf(history()), law, { ...one(), period });
    expect([planned.bars, planned.presences]).toEqual([[], ['elder']]);
  });

  it('may not on a day after the law has changed, though the plan was lawful when it began', async () => {
    const day = '2025-06-15' as Day;
    const law: LawPort = {
      ...toy.toyLaw,
      turningDays: [day],
      verdict: (q) => toy.toyLaw.verdict(q.on < day ? q : { ...q, statusId: 'army' as never }),
    };
    expect((await ask({}, { on: '2025-06-14' as Day }, law)).code).toBe('MAY');
    expect((await ask({}, { on: day }, law)).code).toBe('DECISION_NO_AUTHORITY');
    const whole = weighService(await pictureOf(history()), law, { ...one(), period: toy.period as never });
    expect(whole.bars.map((b) => b.barrier)).toEqual(['authority']);
  });
});

const someOf = (...ids: string[]) => fc.option(fc.subarray(ids, { minLength: 1 }), { nil: undefined });
const someDays = fc.option(
  fc.constantFrom(
    { fromOn: '2025-06-01', toOn: '2025-06-15' },
    { fromOn: '2025-06-15', toOn: '2025-07-01' },
    { fromOn: '2025-05-01', toOn: '2025-08-01' },
  ),
  { nil: undefined },
);
const terms = fc.record({
  onlyTaskIds: someOf('carry', 'heal'),
  barredTaskIds: someOf('carry', 'heal'),
  onlyPlaceIds: someOf('north-land', 'south-land'),
  onlyStatusIds: someOf('militia', 'army'),
  period: someDays,
});
const counsels = fc.array(
  fc.record({
    conditionId: fc.constantFrom('cnd_a', 'cnd_b'),
    words: fc.constant('as counsel says'),
    lineIds: fc.subarray(lineIds, { minLength: 1 }),
    barredStatusIds: someOf('militia', 'army'),
    period: someDays,
    maxPeople: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
  }),
  { maxLength: 2 },
);

describe('a condition', () => {
  it('is never lost between review, consent, plan and check-in', async () => {
    const days = ['2025-06-01', '2025-06-14', '2025-06-15', '2025-06-30'] as Day[];
    await fc.assert(
      fc.asyncProperty(
        counsels,
        terms,
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom(...lines),
        async (counsel, north, serving, line) => {
          const picture = await pictureOf(history({ counsel, north, people: 5 }));
          const service = { lenderId: 'north' as PartyId, line: line as never, kind: militia };
          const planned = weighService(picture, toy.toyLaw, { ...service, period: toy.period as never });
          const onDays = days.map((on) =>
            mayServeNow(picture, toy.toyLaw, { ...service, on, present: [], servingUnder: () => serving }),
          );

          // As the conditions read, without the code that compiles them.
          const mine = counsel.filter((c) => c.lineIds.includes(line.lineId));
          const within = (p: typeof north.period, on: string) => !p || (p.fromOn <= on && on < p.toOn);
          const task =
            (!north.onlyTaskIds || north.onlyTaskIds.includes(line.taskId)) &&
            !north.barredTaskIds?.includes(line.taskId);
          const rest =
            task &&
            (!north.onlyPlaceIds || north.onlyPlaceIds.includes(line.placeId)) &&
            (!north.onlyStatusIds || north.onlyStatusIds.includes('militia')) &&
            mine.every((c) => !c.barredStatusIds?.includes('militia'));
          const lawful = (on: string) => rest && within(north.period, on) && mine.every((c) => within(c.period, on));
          const room = Math.min(5, ...mine.map((c) => c.maxPeople ?? 99));

          expect(onDays.map((a) => !isRefusal(a))).toEqual(days.map((on) => lawful(on) && serving < room));
          expect(planned.bars.length === 0).toBe(days.every(lawful));
          if (planned.bars.length === 0) {
            const least = Math.min(...planned.policies.map((p) => p.mostPeople ?? 99));
            expect(least).toBe(line.placeId === 'north-land' ? Math.min(room, 5) : room);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
