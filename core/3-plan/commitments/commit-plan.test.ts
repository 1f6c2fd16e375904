import { concurred, period as june, line, requestId, submitted, toyLaw, withdrawn } from '@muster/decision/testing';
import { type Fact, requestStream } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import { breakPlan } from '../plan/break-plan.ts';
import { proposePlan } from '../plan/propose-plan.ts';
import { assignment, committed, history, mine, offered, people, plan, planned, use } from '../testing.ts';
import { commitPlan } from './commit-plan.ts';
import { releasePlan } from './release-plan.ts';

const tools = { law: toyLaw };
const sourcing = actor('union.defense', 'sourcingOfficer');
const flow = actor('union.asker', 'flow');
const at = '2025-05-25T12:00:00Z';

const proposed = (people = 8, over: object = {}) => planned('PlanProposed', plan(people, over));
const revised = (people: number, planId: string) =>
  planned('PlanRevised', { ...plan(people, { planId }), replacesPlanId: 'pln_a', changes: [] });
const others = (n: number, period: object = june) =>
  people('PeopleCommitted', { requestId: 'req_other', uses: [use(n, period)] });

const commit = (past_: ReturnType<typeof history>, over: { planId?: string; at?: string; by?: typeof sourcing } = {}) =>
  given(...past_).when(
    commitPlan,
    over.by ?? sourcing,
    over.at ?? at,
    { requestId, planId: over.planId ?? 'pln_a' },
    tools,
  );
const codeOf = async (...given_: Parameters<typeof commit>) => (await commit(...given_)).refusal?.code;

describe('CommitPlan', () => {
  it('freezes the plan that stands and has each lender’s people committed in the same step', async () => {
    const { facts, alongside } = await commit([...history(), proposed()]);
    expect(facts).toMatchObject([
      {
        type: 'PlanCommitted',
        data: {
          planId: 'pln_a',
          requestVersion: 1,
          people: 8,
          costCents: 24_000,
          pack: 'toy 1',
          assignments: [{ people: 8 }],
        },
      },
    ]);
    expect(alongside).toEqual([
      {
        stream: 'commitments/north',
        facts: [
          {
            type: 'PeopleCommitted',
            version: 1,
            data: { lenderId: 'north', requestId, planId: 'pln_a', uses: [use(8)] },
          },
        ],
      },
    ]);
  });

  it('counts people once, whatever lines they serve on', async () => {
    const split = [assignment(3), assignment(5)];
    const { alongside } = await commit([...history(), proposed(8, { assignments: split })]);
    expect(alongside[0]?.facts[0]?.data).toMatchObject({ uses: [use(8)] });
  });

  it('takes the place of the plan committed before it, and gives back whom that one sent and this one does not', async () => {
    const south = people('PeopleCommitted', { lenderId: 'south', uses: [use(2, june, 'pol_south')] }, 'south');
    const before = { ...committed(), fact: { ...committed().fact, data: { planId: 'pln_a' } } as Fact };
    const past_ = [
      ...history(),
      proposed(8, { assignments: [assignment(6), assignment(2, { lenderId: 'south', poolId: 'pol_south' })] }),
      before,
      mine(6),
      south,
      revised(7, 'pln_b'),
    ];
    const { facts, alongside } = await commit(past_, { planId: 'pln_b' });
    expect(facts[0]?.data).toMatchObject({ planId: 'pln_b', replacesPlanId: 'pln_a', people: 7 });
    expect(alongside.map((a) => [a.stream, a.facts[0]?.type, a.facts[0]?.data])).toMatchObject([
      ['commitments/north', 'PeopleCommitted', { uses: [use(7)] }],
      ['commitments/south', 'PeopleReleased', { still: [] }],
    ]);
  });

  it('counts neither its own people twice nor those of others on other days', async () => {
    const later = others(20, { fromOn: '2025-07-01', toOn: '2025-08-01' });
    const past_ = [...history(), proposed(), committed(), mine(8), later, revised(8, 'pln_b')];
    expect(await codeOf(past_, { planId: 'pln_b' })).toBeUndefined();
  });

  it.each<[string, string, Parameters<typeof commit>]>([
    ['there is no plan', 'PLAN_UNKNOWN', [history()]],
    ['another plan stands', 'PLAN_UNKNOWN', [[...history(), proposed(), revised(6, 'pln_b')]]],
    [
      'the plan has broken',
      'PLAN_BROKEN',
      [[...history(), proposed(), planned('PlanBroken', { planId: 'pln_a', lost: [] })]],
    ],
    ['it is committed already', 'PLAN_COMMITTED', [[...history(), proposed(), committed(), mine(8)]]],
    [
      'another party asks',
      'DECISION_NOT_YOURS',
      [[...history(), proposed()], { by: actor('north', 'sourcingOfficer') }],
    ],
    [
      'the request is withdrawn',
      'REQUEST_NOT_SUBMITTED',
      [
        [
          ...history(),
          proposed(),
          past(requestStream(requestId), { type: 'RequestWithdrawn', version: 1, data: { requestId, reason: 'over' } }),
        ],
      ],
    ],
    [
      'the request has changed materially',
      'REQUEST_NOT_SUBMITTED',
      [[...history(), proposed(), submitted([line('lin_a', { people: 11 })], 2)]],
    ],
    [
      'fewer people are asked for than it sends',
      'PLAN_LINE_OVERFILLED',
      [[...history(), proposed(), submitted([line('lin_a', { people: 7 })], 2)]],
    ],
    [
      'the opinion has lapsed',
      'REVIEW_NOT_CONCURRED',
      [[...history({ opinion: { lapsesOn: '2025-05-26' } }), proposed()]],
    ],
    [
      'counsel concurs no longer',
      'REVIEW_NOT_CONCURRED',
      [[...history(), proposed(), concurred({ outcome: 'doNotConcur' })]],
    ],
    [
      'a consent was withdrawn',
      'PLAN_CONSENT_MISSING',
      [[...history(), proposed(), withdrawn('north', 'lender', '2025-05-25')]],
    ],
    [
      'people can no longer arrive in time',
      'PLAN_ARRIVES_LATE',
      [[...history(), proposed()], { at: '2025-06-01T12:00:00Z' }],
    ],
    ['others have the people', 'PLAN_POOL_OVERCOMMITTED', [[...history(), proposed(), others(13)]]],
    [
      'others have them on some of its days',
      'PLAN_POOL_OVERCOMMITTED',
      [[...history(), proposed(), others(13, { fromOn: '2025-06-20', toOn: '2025-06-21' })]],
    ],
    ['others have those above the reserve', 'PLAN_BELOW_RESERVE', [[...history(), proposed(), others(8)]]],
  ])('is refused where %s', async (_, code, given_) => {
    expect(await codeOf(...given_)).toBe(code);
  });

  it('holds for a later version that asks for nothing more', async () => {
    const fewer = submitted([line('lin_a', { people: 9, title: 'Fewer' })], 2);
    expect((await commit([...history(), proposed(), fewer])).facts[0]?.data).toMatchObject({ requestVersion: 2 });
  });

  it('names whose assignment no longer holds, and by which provision', async () => {
    const seize = [submitted([line('lin_a', { taskId: 'seize' })]), ...history().slice(1), proposed()];
    const { refusal } = await commit(seize);
    expect(refusal).toMatchObject({
      code: 'PLAN_NO_AUTHORITY',
      why: '8 people of pol_north on lin_a: the law forbids it: Toy Code, forbidden.',
      policies: [{ policyId: 'toy.forbidden', citation: 'Toy Code, forbidden' }],
    });
    expect((await commit([...history(), proposed(), others(13)])).refusal?.why).toBe(
      'On 2025-06-01 the plan uses 8 people, and pool north pol_north has, 13 being committed to other requests, 7.',
    );
  });
});

describe('a plan proposed', () => {
  it('may not use people whom another request has', async () => {
    const { refusal } = await given(...history(), others(13)).when(proposePlan, sourcing, at, plan(8), tools);
    expect(refusal?.code).toBe('PLAN_POOL_OVERCOMMITTED');
  });
});

describe('when a consent ends, of a plan that is committed', () => {
  const because = { partyId: 'north', capacity: 'lender' };
  const breaking = (past_: ReturnType<typeof history>) =>
    given(...past_).when(breakPlan, flow, at, { requestId, because }, tools);

  it('its people are free again, from the day the consent ends', async () => {
    const past_ = [...history(), proposed(), committed(), mine(8)];
    const at_once = await breaking([...past_, withdrawn('north', 'lender', '2025-05-25')]);
    expect(at_once.facts.map((f) => f.type)).toEqual(['PlanBroken']);
    expect(at_once.alongside).toMatchObject([
      { stream: 'commitments/north', facts: [{ type: 'PeopleReleased', data: { planId: 'pln_a', still: [] } }] },
    ]);
    const noticed = await breaking([...past_, withdrawn('north', 'lender', '2025-06-11')]);
    expect(noticed.alongside[0]?.facts[0]?.data).toMatchObject({
      still: [use(8, { fromOn: '2025-06-01', toOn: '2025-06-11' })],
    });
  });

  it('it breaks too where a revision stands that does without them', async () => {
    const other = planned('PlanRevised', {
      ...plan(0, { planId: 'pln_b', assignments: [] }),
      replacesPlanId: 'pln_a',
      changes: [],
    });
    const past_ = [...history(), proposed(), committed(), mine(8), other, withdrawn('north', 'lender', '2025-05-25')];
    const { facts, alongside } = await breaking(past_);
    expect(facts.map((f) => [f.data.planId, f.data.lostPeople])).toEqual([['pln_a', 8]]);
    expect(alongside).toHaveLength(1);
    expect((await breaking([...past_, people('PeopleReleased', { still: [] })])).refusal?.code).toBe('PLAN_NOT_BROKEN');
  });

  it('nobody released before comes back when it breaks again', async () => {
    const past_ = [
      ...history(),
      proposed(),
      committed(),
      mine(8),
      people('PeopleReleased', { still: [use(3)] }),
      withdrawn('south', 'host', '2025-06-11'),
    ];
    expect((await breaking(past_)).alongside[0]?.facts[0]?.data).toMatchObject({
      still: [use(3, { fromOn: '2025-06-01', toOn: '2025-06-11' })],
    });
  });
});

describe('ReleasePlan', () => {
  const over = past(requestStream(requestId), {
    type: 'RequestWithdrawn',
    version: 1,
    data: { requestId, reason: 'over' },
  });
  const release = (past_: ReturnType<typeof history>) => given(...past_).when(releasePlan, flow, at, { requestId }, {});

  it('gives lenders their people back when the request is withdrawn', async () => {
    const { facts, alongside } = await release([...history(), proposed(), committed(), mine(8), others(4), over]);
    expect(facts[0]?.data).toEqual({ planId: 'pln_a', requestId, people: 8 });
    expect(alongside).toMatchObject([
      { stream: 'commitments/north', facts: [{ type: 'PeopleReleased', data: { requestId, still: [] } }] },
    ]);
  });
  it('is refused while the request stands, and where nobody is committed', async () => {
    expect((await release([...history(), proposed(), committed(), mine(8)])).refusal?.code).toBe('PLAN_COMMITTED');
    expect((await release([...history(), proposed(), over])).refusal?.code).toBe('PLAN_NOT_COMMITTED');
  });
});

describe('an offer', () => {
  it('of people committed elsewhere is planned with as many as are left', async () => {
    const small = [...history().filter((p) => !p.stream.startsWith('offer/')), offered('north', 20), others(12)];
    expect(await codeOf([...small, proposed()])).toBeUndefined();
    expect(await codeOf([...small, others(13), proposed()])).toBe('PLAN_POOL_OVERCOMMITTED');
  });
});
