import { describe, expect, it } from 'vitest';
import { lawOf, policy, question, tinyPack } from '../tiny-pack.ts';

const ask = (rule: string, changed?: Parameters<typeof question>[0]) =>
  lawOf(tinyPack(rule)).verdict(question(changed));
const capacities = (verdict: ReturnType<typeof ask>) => verdict.needs.map((need) => need.capacity);

describe('a verdict', () => {
  it('is no authority where no policy speaks', () => {
    const verdict = ask(policy('work'), { taskId: 'seize' });
    expect(verdict).toEqual({ kind: 'noAuthority', needs: [], contested: false, because: [], pack: 'tiny 1' });
  });

  it('is permitted by a policy without needs, and cites it', () => {
    const verdict = ask(policy('work'));
    expect(verdict).toMatchObject({ kind: 'permitted', needs: [], contested: false });
    expect(verdict.because).toEqual([
      {
        policyId: 'charter.work',
        effect: 'permit',
        citation: 'Charter, work',
        confidence: 'medium',
        inForceFrom: '2000-01-01',
      },
    ]);
  });

  it('adds up the needs of all policies that permit, in the order of the capacities', () => {
    const verdict = ask(
      policy('plain') +
        policy('host', { annotations: '@needs("hostHead")' }) +
        policy('both', { annotations: '@needs("hostHead, lenderHead")' }),
    );
    expect(verdict.kind).toBe('needs');
    expect(verdict.needs).toEqual([
      { capacity: 'lenderHead', policyIds: ['charter.both'] },
      { capacity: 'hostHead', policyIds: ['charter.both', 'charter.host'] },
    ]);
  });

  it('needs counsel, last, where a policy is contested', () => {
    const verdict = ask(policy('work', { annotations: '@contested("true") @needs("hostHead")' }));
    expect(verdict).toMatchObject({ kind: 'needs', contested: true });
    expect(capacities(verdict)).toEqual(['hostHead', 'counsel']);
  });

  it('is forbidden wherever a policy forbids, and then cites only what forbids', () => {
    const verdict = ask(policy('work') + policy('bar', { effect: 'forbid', annotations: '@litigation("Argued.")' }));
    expect(verdict).toMatchObject({ kind: 'forbidden', needs: [], contested: false });
    expect(verdict.because).toMatchObject([{ policyId: 'charter.bar', effect: 'forbid', litigation: 'Argued.' }]);
  });

  it('takes confidence and litigation from the policy, or else from its provision', () => {
    const files = tinyPack(policy('own', { annotations: '@confidence("low")' }) + policy('inherited'), {
      'charter/provision.md': `---
id: charter
title: Charter
citation: The Charter
inForceFrom: 2000-01-01
confidence: high
litigation:
  - { on: 2024-01-01, words: Argued. }
  - { on: 2025-01-01, words: Decided. }
---
Some may work.
`,
    });
    expect(lawOf(files).verdict(question()).because).toMatchObject([
      { policyId: 'charter.inherited', confidence: 'high', litigation: '2024-01-01: Argued. 2025-01-01: Decided.' },
      { policyId: 'charter.own', confidence: 'low' },
    ]);
  });

  it('is the same object for the same class of question', () => {
    const law = lawOf(tinyPack(policy('work')));
    const first = law.verdict(question({ delegationIds: ['warrant', 'badge'], placeId: 'south-land' }));
    expect(law.verdict(question({ delegationIds: ['badge', 'warrant'], placeId: 'north-land' }))).toBe(first);
  });
});

describe('days', () => {
  const rule =
    policy('old', { annotations: '@in_force_to("2025-06-01")' }) +
    policy('new', { annotations: '@in_force_from("2025-06-01") @needs("hostHead")' });

  it('are half-open: a policy ends before its last day, on which the next begins', () => {
    const law = lawOf(tinyPack(rule));
    expect(law.verdict(question({ on: '2025-05-31' })).because.map((p) => p.policyId)).toEqual(['charter.old']);
    expect(law.verdict(question({ on: '2025-06-01' })).because.map((p) => p.policyId)).toEqual(['charter.new']);
  });
  it('before the first policy hold no authority', () => {
    expect(ask(rule, { on: '1999-12-31' }).kind).toBe('noAuthority');
  });
  it('after a policy has ended hold none of it', () => {
    const ended = policy('old', { annotations: '@in_force_to("2025-06-01")' });
    expect(ask(ended, { on: '2030-01-01' }).kind).toBe('noAuthority');
  });
});

describe('a question', () => {
  it('tells home from away', () => {
    const rule = policy('work', { condition: 'when { context.home }' });
    expect(ask(rule, { relation: 'home' }).kind).toBe('permitted');
    expect(ask(rule, { relation: 'away' }).kind).toBe('noAuthority');
  });
  it('tells what the host has answered', () => {
    const rule =
      policy('consented', { condition: 'when { context.hostConsented }' }) +
      policy('bar', { effect: 'forbid', condition: 'when { context.hostRefused }' });
    expect(ask(rule, { hostConsent: 'given' }).kind).toBe('permitted');
    expect(ask(rule, { hostConsent: 'unanswered' }).kind).toBe('noAuthority');
    expect(ask(rule, { hostConsent: 'refused' }).kind).toBe('forbidden');
  });
  it('tells which delegations are held', () => {
    const rule = policy('work', {
      condition: 'when { context.delegations.contains(Muster::Delegation::"warrant") }',
    });
    expect(ask(rule, { delegationIds: ['badge', 'warrant'] }).kind).toBe('permitted');
    expect(ask(rule, { delegationIds: ['badge'] }).kind).toBe('noAuthority');
  });
  it('tells taking up a status from every task', () => {
    const rule = policy('hold', { action: 'action == Muster::Action::"hold"' });
    expect(ask(rule, { taskId: 'hold' }).kind).toBe('permitted');
    expect(ask(rule, { taskId: 'carry' }).kind).toBe('noAuthority');
  });
  it('tells places apart where a policy names one, or the sovereign over it', () => {
    const byPlace = policy('bar', { effect: 'forbid', condition: 'when { resource == Muster::Place::"north-land" }' });
    const bySovereign = policy('bar', {
      effect: 'forbid',
      condition: 'when { resource in Muster::Sovereign::"north" }',
    });
    for (const bar of [byPlace, bySovereign]) {
      const law = lawOf(tinyPack(policy('work') + bar));
      expect(law.verdict(question({ placeId: 'south-land' })).kind).toBe('permitted');
      expect(law.verdict(question({ placeId: 'north-land' })).kind).toBe('forbidden');
    }
  });
  it('with a word the pack does not know finds no authority, even where no policy looks at it', () => {
    const rule = policy('work', { action: 'action' });
    expect(ask(rule).kind).toBe('permitted');
    for (const unknown of [
      { statusId: 'navy' },
      { taskId: 'sing' },
      { placeId: 'east-land' },
      { delegationIds: ['crown'] },
    ]) {
      expect(ask(rule, unknown).kind, JSON.stringify(unknown)).toBe('noAuthority');
    }
  });
});
