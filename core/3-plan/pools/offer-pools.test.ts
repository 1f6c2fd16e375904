import { line, requestId, source, submitted, toyLaw } from '@muster/decision/testing';
import { actor, given } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import { offered } from '../testing.ts';
import { offerPools } from './offer-pools.ts';

const coordinator = actor('north', 'lenderCoordinator');
const at = '2025-05-10T12:00:00Z';
const tools = { law: toyLaw };
const pool = {
  poolId: 'pol_a',
  skillId: 'porter',
  people: 5,
  kinds: [{ statusId: 'militia', delegationIds: [] }],
  placeId: 'north-land',
  readyDays: 1,
  personDayCents: 100,
  source,
};
const offer = { requestId, lenderId: 'north', pools: [pool], reserve: 1, reserveSource: source };
const asked = submitted([line('lin_a')]);

describe('OfferPools', () => {
  it('records whom a lender could send', async () => {
    expect((await given(asked).when(offerPools, coordinator, at, offer, tools)).facts[0]?.data).toEqual(offer);
  });
  it('is the lender’s own, once, for a request that stands', async () => {
    const south = actor('south', 'lenderCoordinator');
    expect((await given(asked).when(offerPools, south, at, offer, tools)).refusal?.code).toBe('PLAN_POOL_NOT_YOURS');
    const twice = await given(asked, offered('north', 3)).when(offerPools, coordinator, at, offer, tools);
    expect(twice.refusal?.code).toBe('PLAN_POOLS_OFFERED');
    expect((await given().when(offerPools, coordinator, at, offer, tools)).refusal?.code).toBe('REQUEST_NOT_SUBMITTED');
  });
  it('uses words the law knows, and names every one it does not', async () => {
    const strange = {
      ...pool,
      skillId: 'juggler',
      placeId: 'moon',
      kinds: [{ statusId: 'pirate', delegationIds: ['letter'] }],
    };
    const { refusal } = await given(asked).when(offerPools, coordinator, at, { ...offer, pools: [strange] }, tools);
    expect(refusal?.code).toBe('DECISION_TERM_UNKNOWN');
    const fields = ['skillId', 'placeId', 'kinds.0.statusId', 'kinds.0.delegationIds'].map((f) => `pools.0.${f}`);
    expect(refusal?.faults?.map((f) => f.field)).toEqual(fields);
  });
});
