import { describe, expect, it } from 'vitest';
import { toyLaw, line as toyLine } from '../testing.ts';
import type { LawPort } from './law-port.ts';
import type { AuthorityQuestion, Verdict } from './verdict.ts';
import { lawfulStretches, mayServe, verdictFor, verdictThroughout } from './verdict-for.ts';

const militia = { statusId: 'militia', delegationIds: [] } as never;
const line = (over: object = {}) => toyLine('lin_a', over) as never;
const period = { fromOn: '2025-06-01', toOn: '2025-07-01' } as never;

/** The toy law, under which the host's consent is asked for from a day on, and all work is barred from a later one. */
function changingLaw(needsFrom: string, barredFrom: string): LawPort & { readonly asked: AuthorityQuestion[] } {
  const asked: AuthorityQuestion[] = [];
  return {
    ...toyLaw,
    asked,
    turningDays: [needsFrom, barredFrom] as never,
    verdict: (question) => {
      asked.push(question);
      if (question.on >= barredFrom)
        return toyLaw.verdict({ ...question, act: { kind: 'task', taskId: 'seize' as never } });
      return toyLaw.verdict({ ...question, relation: question.on >= needsFrom ? 'away' : 'home' });
    },
  };
}

const question = {
  kind: militia,
  relation: 'home',
  taskId: 'carry',
  placeId: 'south-land',
  hostConsent: 'unanswered',
} as never;

describe('the law of a period', () => {
  it('is cut on the days on which it changes, and on no other', () => {
    expect(lawfulStretches(changingLaw('2025-06-10', '2025-07-01'), period)).toEqual([
      { fromOn: '2025-06-01', toOn: '2025-06-10' },
      { fromOn: '2025-06-10', toOn: '2025-07-01' },
    ]);
    expect(lawfulStretches(toyLaw, period)).toEqual([period]);
  });

  it('is that of its strictest day, with the needs of all its days', () => {
    const needed = (law: LawPort) => verdictThroughout(law, question, period).needs.map((need) => need.capacity);
    expect(needed(changingLaw('2025-08-01', '2025-09-01'))).toEqual(['lender']);
    expect(needed(changingLaw('2025-06-30', '2025-09-01'))).toEqual(['lender', 'host']);
    expect(verdictThroughout(changingLaw('2025-06-10', '2025-06-30'), question, period).kind).toBe('forbidden');
    expect(verdictThroughout(changingLaw('2025-06-10', '2025-07-01'), question, period).kind).toBe('needs');
  });

  it('is asked once for each stretch, on its first day', () => {
    const law = changingLaw('2025-06-10', '2025-09-01');
    verdictThroughout(law, question, period);
    expect(law.asked.map(({ on, act }) => `${on} ${act.kind}`)).toEqual([
      '2025-06-01 hold',
      '2025-06-01 task',
      '2025-06-10 hold',
      '2025-06-10 task',
    ]);
  });
});

describe('what the law says of a lender on a line', () => {
  const needs = (lenderId: string) =>
    verdictFor(toyLaw, militia, lenderId as never, line()).needs.map((need) => need.capacity);
  it('turns on whether the place is its own', () => {
    expect(needs('south')).toEqual(['lender']);
    expect(needs('north')).toEqual(['lender', 'host']);
  });

  it('holds for the whole line, or for the part of it that is asked about', () => {
    const law = changingLaw('2025-01-01', '2025-06-20');
    expect(verdictFor(law, militia, 'north' as never, line()).kind).toBe('forbidden');
    const before = { fromOn: '2025-06-01', toOn: '2025-06-20' } as never;
    expect(verdictFor(law, militia, 'north' as never, line(), before).kind).toBe('needs');
  });

  it('is asked with the task and the place of the line, and no answer of the host', () => {
    const law = changingLaw('2025-08-01', '2025-09-01');
    verdictFor(law, militia, 'north' as never, line({ taskId: 'heal', placeId: 'isle-land' }));
    expect(law.asked.at(-1)).toEqual({
      statusId: 'militia',
      delegationIds: [],
      relation: 'away',
      act: { kind: 'task', taskId: 'heal' },
      placeId: 'isle-land',
      on: '2025-06-01',
      hostConsent: 'unanswered',
    });
  });
});

describe('people may serve', () => {
  const verdict = (kind: Verdict['kind'], contested = false): Verdict => ({
    kind,
    needs: [],
    contested,
    because: [],
    pack: 'toy 1',
  });
  const clearing = (lineId: string, statusId: string) => ({ clears: [{ lineId, statusId }] }) as never;
  const may = (said: Verdict, opinion?: never) => mayServe(said, opinion, line(), militia);

  it('where the law permits it or asks for consents, and nowhere else', () => {
    const kinds = ['permitted', 'needs', 'forbidden', 'noAuthority'] as const;
    expect(kinds.filter((kind) => may(verdict(kind)))).toEqual(['permitted', 'needs']);
  });
  it('under a contested law only where counsel cleared that line for that status', () => {
    expect(may(verdict('needs', true))).toBe(false);
    expect(may(verdict('needs', true), clearing('lin_a', 'militia'))).toBe(true);
    expect(may(verdict('needs', true), clearing('lin_b', 'militia'))).toBe(false);
    expect(may(verdict('needs', true), clearing('lin_a', 'army'))).toBe(false);
    expect(may(verdict('needs', true), { clears: [] } as never)).toBe(false);
  });
  it('never by counsel’s word alone', () => {
    expect(may(verdict('forbidden', true), clearing('lin_a', 'militia'))).toBe(false);
  });
  it('where any of several clearances fits', () => {
    const opinion = {
      clears: [
        { lineId: 'lin_b', statusId: 'army' },
        { lineId: 'lin_a', statusId: 'militia' },
      ],
    };
    expect(may(verdict('permitted', true), opinion as never)).toBe(true);
  });
});
