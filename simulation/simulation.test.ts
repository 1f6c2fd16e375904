import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifeArbitrary } from './action.ts';
import { playLife } from './play.ts';
import { findLie, type Story } from './truths.ts';

describe('the life of a request', () => {
  it('keeps every truth, whoever tries what, in whatever order and at the same time', async () => {
    const solver = await openHighsSolver();
    const happened = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(lifeArbitrary, async (life) => {
        const { lie, story } = await playLife(life, solver);
        expect(lie).toBeUndefined();
        for (const kind of new Set(story.map(kindOf))) happened.set(kind, (happened.get(kind) ?? 0) + 1);
      }),
      { numRuns: 100 },
    );
    // Lives in which nothing happens prove nothing: in enough of them each of these came to pass.
    const wanted = [
      'ConsentWithdrawn',
      'PlanBroken',
      'PlanRevised',
      'ConsentLapsed',
      'CommandRefused',
      'people planned',
    ];
    for (const kind of wanted) expect(happened.get(kind) ?? 0, kind).toBeGreaterThan(5);
  }, 120_000);
});

function kindOf({ fact }: Story[number]): string {
  const planned = (fact.data as { assignments?: unknown[] }).assignments?.length ?? 0;
  return planned > 0 ? 'people planned' : fact.type;
}

describe('the truths', () => {
  const event = (stream: string, type: string, data: object, partyId = 'union.defense', personId = 'per_x') =>
    ({
      stream,
      position: 1,
      fact: { type, version: 1, data },
      at: '2025-05-01T00:00:00Z',
      by: { partyId, personId, role: 'flow' },
    }) as never;
  const asked = event('consent/req_a/lender/north', 'ConsentAsked', {
    partyId: 'north',
    capacity: 'lender',
    answerByOn: '2025-05-05',
  });
  const grant = (partyId: string, personId?: string) =>
    event(
      'consent/req_a/lender/north',
      'ConsentGranted',
      { partyId: 'north', capacity: 'lender', people: 3, conditions: {} },
      partyId,
      personId,
    );
  const lineA = { lineId: 'lin_0', taskId: 'carry', people: 6, placeId: 'north-land' };
  const submitted = (line: object = lineA) =>
    event('request/req_a', 'RequestSubmitted', { lines: [line] }, 'union.asker', 'per_planner');
  const plan = (people: number) =>
    event('plan/req_a', 'PlanProposed', {
      assignments: [
        { lenderId: 'north', lineId: 'lin_0', people, period: { fromOn: '2025-06-01', toOn: '2025-07-01' } },
      ],
    });
  const withdrawn = event('consent/req_a/lender/north', 'ConsentWithdrawn', {
    partyId: 'north',
    capacity: 'lender',
    endsOn: '2025-05-20',
  });

  it.each<[string, string, Story]>([
    ['a consent nobody asked for', 'not asked', [grant('north')]],
    ['a consent given twice', 'answered before', [asked, grant('north'), grant('north')]],
    ['a consent given by another party', 'another party', [asked, grant('south')]],
    ['a consent given by who asked', 'somebody who asked', [submitted(), asked, grant('north', 'per_planner')]],
    ['people without consent', 'without the consent', [submitted(), plan(3)]],
    ['more people than a consent allows', 'exceeded', [submitted(), asked, grant('north'), plan(4)]],
    ['an over-filled line', 'over-filled', [submitted({ ...lineA, people: 2 }), asked, grant('north'), plan(3)]],
    [
      'a task without authority',
      'without authority',
      [submitted({ ...lineA, taskId: 'seize' }), asked, grant('north'), plan(3)],
    ],
    ['a withdrawal the plan does not show', 'does not show', [submitted(), asked, grant('north'), plan(3), withdrawn]],
  ])('find %s', (_, words, story) => {
    expect(findLie(story)).toContain(words);
  });
  it('find nothing in an honest story', () => {
    expect(findLie([submitted(), asked, grant('north'), plan(3)])).toBeUndefined();
  });
});
