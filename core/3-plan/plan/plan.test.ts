import { asked, granted, line, requestId, submitted, toyLaw, withdrawn } from '@muster/decision/testing';
import { actor, given } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import { assignment, history, offered, plan, planned } from '../testing.ts';
import { breakPlan } from './break-plan.ts';
import { proposePlan } from './propose-plan.ts';
import { revisePlan } from './revise-plan.ts';

const tools = { law: toyLaw };
const sourcing = actor('union.defense', 'sourcingOfficer');
const at = '2025-05-25T12:00:00Z';
const propose = (proposed: object, past_ = history()) =>
  given(...past_).when(proposePlan, sourcing, at, proposed, tools);

describe('ProposePlan', () => {
  it('records a plan that law, counsel, consents, strength and reserve permit', async () => {
    expect((await propose(plan(8))).facts.map((f) => f.type)).toEqual(['PlanProposed']);
  });
  it.each([
    ['more people than a sovereign consents to', 'PLAN_CONSENT_EXCEEDED', plan(9), history()],
    [
      'a task a sovereign excludes',
      'PLAN_CONSENT_MISSING',
      plan(8),
      history({ conditions: { barredTaskIds: ['carry'] } }),
    ],
    [
      'a place a sovereign excludes',
      'PLAN_CONSENT_MISSING',
      plan(8),
      history({ conditions: { onlyPlaceIds: ['isle-land'] } }),
    ],
    [
      'days outside a consent',
      'PLAN_CONSENT_MISSING',
      plan(8),
      history({ conditions: { period: { fromOn: '2025-06-01', toOn: '2025-06-15' } } }),
    ],
    [
      'more than a condition of counsel allows',
      'PLAN_CONDITION_BROKEN',
      plan(8),
      history({
        opinion: {
          outcome: 'concurWithConditions',
          conditions: [{ conditionId: 'cnd_a', words: 'at most three', lineIds: ['lin_a'], maxPeople: 3 }],
        },
      }),
    ],
    [
      'a status counsel bars',
      'PLAN_CONDITION_BROKEN',
      plan(8),
      history({
        opinion: {
          outcome: 'concurWithConditions',
          conditions: [{ conditionId: 'cnd_a', words: 'no militia', lineIds: ['lin_a'], barredStatusIds: ['militia'] }],
        },
      }),
    ],
    ['a lender below its reserve', 'PLAN_BELOW_RESERVE', plan(8), history({ offer: { reserve: 15 } })],
    ['people without the skill', 'PLAN_SKILL_MISSING', plan(8), history({ offer: { skillId: 'healer' } })],
    ['people who arrive late', 'PLAN_ARRIVES_LATE', plan(8), history({ offer: { placeId: 'isle-land' } })],
    ['an opinion that has lapsed', 'REVIEW_NOT_CONCURRED', plan(8), history({ opinion: { lapsesOn: '2025-05-26' } })],
    [
      'a pool nobody offered',
      'PLAN_POOL_UNKNOWN',
      plan(8, { assignments: [assignment(8, { poolId: 'pol_z' })] }),
      history(),
    ],
    [
      'a line nobody asked for',
      'PLAN_LINE_UNKNOWN',
      plan(8, { assignments: [assignment(8, { lineId: 'lin_z' })] }),
      history(),
    ],
    ['a cost that is not the sum', 'PLAN_FIGURES_WRONG', plan(8, { costCents: 1 }), history()],
    [
      'a better fill than it has',
      'PLAN_FIGURES_WRONG',
      { ...plan(8), levels: [{ level: 'fill', meaning: 'lack', value: 0, bound: 0, gap: 0 }] },
      history(),
    ],
    [
      'a proof it does not have',
      'PLAN_FIGURES_WRONG',
      { ...plan(8), levels: [{ level: 'fill', meaning: 'lack', value: 32, bound: 16, gap: 0 }] },
      history(),
    ],
    [
      'a best it cannot prove',
      'PLAN_FIGURES_WRONG',
      { ...plan(8), levels: [{ level: 'fill', meaning: 'lack', value: 32, bound: 32, gap: 0 }] },
      history(),
    ],
    [
      'an objective that is none',
      'PLAN_FIGURES_WRONG',
      { ...plan(8), levels: [{ level: 'looks', meaning: 'none', value: 0, bound: 0, gap: 0 }] },
      history(),
    ],
    [
      'time cut where nothing changes',
      'PLAN_FIGURES_WRONG',
      plan(8, {
        assignments: [
          assignment(8, { period: { fromOn: '2025-06-01', toOn: '2025-06-11' } }),
          assignment(8, { period: { fromOn: '2025-06-11', toOn: '2025-07-01' } }),
        ],
      }),
      history(),
    ],
    ['no word of how well it fills', 'PLAN_FIGURES_WRONG', { ...plan(8), levels: [] }, history()],
    ['people it does not send', 'PLAN_FIGURES_WRONG', plan(8, { filled: 9 }), history()],
  ])('refuses %s', async (_, code, proposed, past_) => {
    expect((await propose(proposed, past_)).refusal?.code).toBe(code);
  });
  it('refuses more people than a line asks for, and than a pool has', async () => {
    const wide = [
      ...history({ north: 100 }).filter((p) => !p.stream.startsWith('consent/req_a/host')),
      asked('south', 'host', ['lin_a']),
      granted('south', 'host', 100),
    ];
    expect((await propose(plan(11), wide)).refusal?.code).toBe('PLAN_LINE_OVERFILLED');
    const small = wide.filter((p) => !p.stream.startsWith('offer/'));
    const few = [...small, offered('north', 5)];
    expect((await propose(plan(8), few)).refusal?.code).toBe('PLAN_POOL_OVERCOMMITTED');
  });
  it('is made by the party the request is addressed to', async () => {
    const other = actor('north', 'sourcingOfficer');
    const { refusal } = await given(...history()).when(proposePlan, other, at, plan(8), tools);
    expect(refusal?.code).toBe('DECISION_NOT_YOURS');
  });
  it('refuses what the law forbids, whoever consents', async () => {
    const seize = [submitted([line('lin_a', { taskId: 'seize' })]), ...history().slice(1)];
    expect((await propose(plan(8), seize)).refusal).toMatchObject({ code: 'PLAN_NO_AUTHORITY' });
    expect((await propose(plan(8), seize)).refusal?.why).toContain('Toy Code, forbidden');
  });
});

describe('when a consent is withdrawn', () => {
  const standing = (proposed: object) => planned('PlanProposed', proposed);
  const because = { partyId: 'north', capacity: 'lender' };
  const flow = actor('north', 'flow');

  it('shows at once whom the plan has lost, and what they cost', async () => {
    const past_ = [...history(), standing(plan(8)), withdrawn('north', 'lender', '2025-05-25')];
    const { facts } = await given(...past_).when(breakPlan, flow, at, { requestId, because }, tools);
    expect(facts[0]?.data).toMatchObject({
      lostPeople: 8,
      lostByLine: [{ lineId: 'lin_a', people: 8 }],
      lostCostCents: 24_000,
    });
  });
  it('says nothing when the plan does not rest on it', async () => {
    const past_ = [...history(), standing(plan(8))];
    expect((await given(...past_).when(breakPlan, flow, at, { requestId, because }, tools)).refusal?.code).toBe(
      'PLAN_NOT_BROKEN',
    );
    expect((await given(...history()).when(breakPlan, flow, at, { requestId, because }, tools)).refusal?.code).toBe(
      'PLAN_UNKNOWN',
    );
  });
  it('a revision states the difference', async () => {
    const past_ = [...history(), standing(plan(8))];
    const revised = { ...plan(6, { planId: 'pln_b' }), replacesPlanId: 'pln_a' };
    const { facts } = await given(...past_).when(revisePlan, sourcing, at, revised, tools);
    expect(facts[0]?.data).toMatchObject({
      changes: [{ lenderId: 'north', lineId: 'lin_a', before: 8, after: 6 }],
      filledBefore: 8,
      filledAfter: 6,
    });
  });
  it('a second plan is proposed only as a revision of the one that stands', async () => {
    const past_ = [...history(), standing(plan(8))];
    expect((await propose(plan(6, { planId: 'pln_b' }), past_)).refusal?.code).toBe('PLAN_EXISTS');
    const wrong = { ...plan(6, { planId: 'pln_b' }), replacesPlanId: 'pln_z' };
    expect((await given(...past_).when(revisePlan, sourcing, at, wrong, tools)).refusal?.code).toBe('PLAN_UNKNOWN');
    const same = { ...plan(6), replacesPlanId: 'pln_a' };
    expect((await given(...past_).when(revisePlan, sourcing, at, same, tools)).refusal?.code).toBe('PLAN_EXISTS');
  });
});
