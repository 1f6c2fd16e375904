import { actor, given } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import {
  asked,
  derived,
  granted,
  line,
  opinion,
  planner,
  requestId,
  sought,
  source,
  submitted,
  toyLaw,
} from '../testing.ts';
import { criteria } from './criterion.ts';
import { giveOpinion } from './give-opinion.ts';

const counsel = actor('union.defense', 'counsel', 'per_counsel');
const at = '2025-05-10T12:00:00Z';
const findings = criteria.map((criterion) => ({
  criterion,
  finding: 'met',
  evidence: 'seen in the papers',
  foundBy: 'office',
  source,
}));
const history = [submitted([line('lin_a')]), derived()];
const condition = { conditionId: 'cnd_a', words: 'at most five', lineIds: ['lin_a'], maxPeople: 5 };
const give = (over: object, by = counsel, past = history) =>
  given(...past).when(giveOpinion, by, at, opinion({ criteria: findings, ...over }), { law: toyLaw });

describe('GiveOpinion', () => {
  it('records an opinion with all six criteria', async () => {
    expect((await give({})).facts.map((f) => f.type)).toEqual(['OpinionGiven']);
  });
  it('is refused without cost and readiness, and names them', async () => {
    const { refusal } = await give({ criteria: findings.slice(2) });
    expect(refusal?.code).toBe('REVIEW_CRITERION_MISSING');
    expect(refusal?.faults?.map((f) => f.field)).toEqual(['criteria.cost', 'criteria.readiness']);
  });
  it('does not take a criterion without evidence', async () => {
    const { refusal } = await give({ criteria: [{ ...findings[0], evidence: ' ' }, ...findings.slice(1)] });
    expect(refusal?.faults?.map((f) => f.field)).toEqual(['criteria.cost']);
  });
  it('is refused to the party that asks, and to a stranger', async () => {
    expect((await give({}, actor('union.asker', 'counsel'))).refusal?.code).toBe('REVIEW_SAME_PARTY');
    expect((await give({}, actor('north', 'counsel'))).refusal?.code).toBe('REVIEW_NOT_YOURS');
  });
  it('is refused to a person who worked on the request, or consented to it, in whatever party’s name', async () => {
    const asker = await give({}, { ...counsel, personId: planner.personId });
    expect(asker.refusal?.code).toBe('REVIEW_SAME_PERSON');
    expect(asker.refusal?.why).toContain('RequestSubmitted, event 1 of request/req_a, 2025-05-01');
    const before = [
      ...history,
      sought([{ partyId: 'north', capacity: 'lender', lineIds: ['lin_a'] }], ['north']),
      asked('north', 'lender', ['lin_a']),
      { ...granted('north', 'lender', 5), by: actor('north', 'consentingOfficial', 'per_counsel') },
    ];
    const consenter = await give({}, counsel, before);
    expect(consenter.refusal?.code).toBe('REVIEW_SAME_PERSON');
    expect(consenter.refusal?.why).toContain('ConsentGranted, event 2 of consent/req_a/lender/north');
    expect((await give({}, { ...counsel, personId: 'per_other' as never }, before)).facts).toHaveLength(1);
  });
  it('holds for the version read and no other', async () => {
    expect((await give({ requestVersion: 2 })).refusal?.code).toBe('REVIEW_OTHER_VERSION');
  });
  it('waits until the law has been asked', async () => {
    expect((await give({}, counsel, [submitted([line('lin_a')])])).refusal?.code).toBe(
      'DECISION_AUTHORITY_NOT_DERIVED',
    );
  });
  it('states conditions exactly when it concurs with conditions', async () => {
    expect((await give({ outcome: 'concurWithConditions' })).refusal?.code).toBe('REVIEW_CONDITION_MISSING');
    expect((await give({ conditions: [condition] })).refusal?.code).toBe('REVIEW_CONDITION_MISSING');
    const { facts } = await give({ outcome: 'concurWithConditions', conditions: [condition] });
    expect(facts[0]?.data.conditions).toEqual([condition]);
  });
  it('is refused for a line the request does not have', async () => {
    const elsewhere = { ...condition, lineIds: ['lin_z'] };
    const { refusal } = await give({ outcome: 'concurWithConditions', conditions: [elsewhere] });
    expect(refusal?.code).toBe('DECISION_TERM_UNKNOWN');
  });
  it.each([
    ['a status', { barredStatusIds: ['navy'] }, 'the status "navy"'],
    ['a delegation', { requiredDelegationIds: ['sash'] }, 'the delegation "sash"'],
    ['an office', { presentCapacities: ['elder'] }, 'the capacity "elder"'],
  ])('is refused for %s the law pack does not know', async (_what, over, words) => {
    const { refusal } = await give({ outcome: 'concurWithConditions', conditions: [{ ...condition, ...over }] });
    expect([refusal?.code, refusal?.why]).toEqual([
      'DECISION_TERM_UNKNOWN',
      `The law pack toy 1 does not know ${words}.`,
    ]);
  });
  it('is refused where no such request stands', async () => {
    const { refusal } = await given().when(giveOpinion, counsel, at, opinion({ requestId, criteria: findings }), {
      law: toyLaw,
    });
    expect(refusal?.code).toBe('REQUEST_NOT_SUBMITTED');
  });
});
