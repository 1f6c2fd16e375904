import type { Capacity } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { toyLaw } from '../testing.ts';
import { kindKey, kindLabel, serviceVerdict, stricter } from './service-verdict.ts';
import type { Verdict } from './verdict.ts';

const ask = (taskId: string, relation: 'home' | 'away', statusId = 'militia') =>
  serviceVerdict(toyLaw, {
    kind: { statusId: statusId as never, delegationIds: [] },
    relation,
    taskId: taskId as never,
    placeId: 'south-land' as never,
    on: '2025-06-01' as never,
    hostConsent: 'unanswered',
  });

describe('a kind of service at a task', () => {
  it('needs what the status needs, and what the task needs', () => {
    expect(ask('carry', 'away').needs.map((n) => n.capacity)).toEqual(['lender', 'host']);
    expect(ask('carry', 'home').needs.map((n) => n.capacity)).toEqual(['lender']);
    expect(ask('carry', 'home').kind).toBe('needs');
  });
  it('is forbidden where the task is, whatever the status allows, and shows only what forbids', () => {
    const verdict = ask('seize', 'home');
    expect(verdict).toMatchObject({ kind: 'forbidden', needs: [] });
    expect(verdict.because.map((p) => p.effect)).toEqual(['forbid']);
  });
  it('has no authority where no law speaks', () => {
    expect(ask('carry', 'home', 'army').kind).toBe('noAuthority');
  });
  it('stays contested where the task is', () => {
    expect(ask('guess', 'home')).toMatchObject({ kind: 'needs', contested: true });
  });
});

describe('two verdicts together', () => {
  const kinds = ['permitted', 'needs', 'noAuthority', 'forbidden'] as const;
  const policy = (policyId: string) => ({ policyId }) as Verdict['because'][number];
  const need = (capacity: string, ...policyIds: string[]) => ({ capacity: capacity as Capacity, policyIds });
  const said = (kind: Verdict['kind'], over: Partial<Verdict> = {}): Verdict => ({
    kind,
    needs: [],
    contested: false,
    because: [],
    pack: 'toy 1',
    ...over,
  });

  it('are as strict as the stricter, whichever comes first', () => {
    for (const [i, one] of kinds.entries()) {
      for (const [j, other] of kinds.entries()) {
        expect(stricter(said(one), said(other)).kind, `${one}, ${other}`).toBe(kinds[Math.max(i, j)]);
      }
    }
  });

  it('show a bar alone, without needs and without the grounds of the other', () => {
    for (const kind of ['forbidden', 'noAuthority'] as const) {
      const bar = said(kind, { because: [policy('bar')], needs: [need('host', 'bar')], contested: true });
      const other = said('needs', { because: [policy('let')], needs: [need('lender', 'let')] });
      const alone = { kind, needs: [], contested: true, because: [{ policyId: 'bar' }], pack: 'toy 1' };
      expect(stricter(bar, other)).toEqual(alone);
      expect(stricter(other, bar)).toEqual(alone);
    }
  });

  it('show of two bars as strict the later, which is that of the task', () => {
    const [gate, task] = ['gate', 'task'].map((id) => said('forbidden', { because: [policy(id)] }));
    expect(stricter(gate as Verdict, task as Verdict).because).toEqual([{ policyId: 'task' }]);
  });

  it('add up their needs, each capacity once, and their grounds, each once, in the order they come', () => {
    const one = said('needs', {
      because: [policy('a'), policy('b')],
      needs: [need('lender', 'a'), need('host', 'a', 'b')],
    });
    const other = said('needs', {
      because: [policy('b'), policy('c')],
      needs: [need('host', 'b', 'c'), need('requester', 'c')],
    });
    expect(stricter(one, other)).toEqual(
      said('needs', {
        because: [policy('a'), policy('b'), policy('c')],
        needs: [need('lender', 'a'), need('host', 'a', 'b', 'c'), need('requester', 'c')],
      }),
    );
  });

  it('are contested where either is', () => {
    const contested = (
      [
        [true, false],
        [false, true],
        [false, false],
      ] as const
    ).map(([a, b]) => stricter(said('permitted', { contested: a }), said('needs', { contested: b })).contested);
    expect(contested).toEqual([true, true, false]);
  });
});

describe('a kind of service', () => {
  const kind = (statusId: string, ...delegationIds: string[]) => ({ statusId, delegationIds }) as never;
  const terms = {
    ...toyLaw.terms,
    statuses: new Map([['militia', { label: 'Militia' }]]) as never,
    delegations: new Map([
      ['sash', { label: 'Sash' }],
      ['orb', { label: 'Orb' }],
    ]) as never,
  };
  const label = (one: never) => kindLabel({ ...toyLaw, terms }, one);

  it('has one key, whatever the order of its delegations, which it leaves as it was', () => {
    const delegationIds = ['sash', 'orb'];
    expect(kindKey({ statusId: 'militia', delegationIds } as never)).toBe('militia+orb+sash');
    expect(kindKey(kind('militia', 'orb', 'sash'))).toBe('militia+orb+sash');
    expect(kindKey(kind('militia'))).toBe('militia');
    expect(delegationIds).toEqual(['sash', 'orb']);
  });

  it('is told in the words of the pack, or by its own name where the pack has none', () => {
    expect(label(kind('militia'))).toBe('Militia');
    expect(label(kind('militia', 'sash'))).toBe('Militia with Sash');
    expect(label(kind('militia', 'sash', 'orb'))).toBe('Militia with Sash and Orb');
    expect(label(kind('navy', 'crown'))).toBe('navy with crown');
  });
});
