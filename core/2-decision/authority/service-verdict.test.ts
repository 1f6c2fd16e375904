import { describe, expect, it } from 'vitest';
import { toyLaw } from '../testing.ts';
import { serviceVerdict } from './service-verdict.ts';

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
