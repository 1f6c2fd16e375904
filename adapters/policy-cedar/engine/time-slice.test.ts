import { describe, expect, it } from 'vitest';
import type { LawPolicy } from '../rules/law-policy.ts';
import { forceDays, isInForce, sliceOn, timeSlices, turningDays } from './time-slice.ts';

const policy = (policyId: string, inForceFrom: string, inForceTo?: string, litigation: object[] = []): LawPolicy =>
  ({ deciding: { policyId, inForceFrom, ...(inForceTo !== undefined && { inForceTo }) }, litigation }) as never;
const day = (text: string) => text as never;

const old = policy('old', '2010-01-01', '2025-06-01');
const lasting = policy('lasting', '2025-06-01', undefined, [
  { words: 'Unsettled.' },
  { on: '2025-09-01', words: 'Argued.' },
  { on: '2024-01-01', words: 'Filed.' },
]);

describe('the days on which law turns', () => {
  it('are those on which a policy begins or ends, each once, earliest first', () => {
    expect(forceDays([lasting, old])).toEqual(['2010-01-01', '2025-06-01']);
    expect(forceDays([])).toEqual([]);
  });
  it('and those on which a court acts, for what is shown', () => {
    expect(turningDays([lasting, old])).toEqual(['2010-01-01', '2024-01-01', '2025-06-01', '2025-09-01']);
  });
});

describe('a policy', () => {
  it('is in force from its first day until the day before its last', () => {
    const days = ['2009-12-31', '2010-01-01', '2025-05-31', '2025-06-01'];
    expect(days.map((on) => isInForce(old, day(on)))).toEqual([false, true, true, false]);
    expect(['2025-05-31', '2025-06-01', '2099-01-01'].map((on) => isInForce(lasting, day(on)))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('a stretch of days', () => {
  const slices = timeSlices([lasting, old]);
  const on = (text: string) => sliceOn(slices, day(text));

  it('begins wherever law turns, and holds what is in force then', () => {
    expect(slices.map(({ fromOn, policies }) => [fromOn, policies.map(({ deciding }) => deciding.policyId)])).toEqual([
      ['2010-01-01', ['old']],
      ['2024-01-01', ['old']],
      ['2025-06-01', ['lasting']],
      ['2025-09-01', ['lasting']],
    ]);
  });
  it('shows of litigation what was known by then, and of a policy without any nothing', () => {
    const shown = (text: string) => on(text)?.policies.map(({ deciding }) => deciding.litigation);
    expect(shown('2025-08-31')).toEqual(['Unsettled. 2024-01-01: Filed.']);
    expect(shown('2025-09-01')).toEqual(['Unsettled. 2025-09-01: Argued. 2024-01-01: Filed.']);
    expect(on('2010-01-01')?.policies[0]).toBe(old);
  });
  it('lasts until the next begins', () => {
    expect(on('2025-05-31')?.fromOn).toBe('2024-01-01');
    expect(on('2025-06-01')?.fromOn).toBe('2025-06-01');
    expect(on('2099-01-01')?.fromOn).toBe('2025-09-01');
  });
  it('is none before the first', () => {
    expect(on('2009-12-31')).toBeUndefined();
  });
});
