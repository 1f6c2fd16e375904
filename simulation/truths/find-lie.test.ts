import { describe, expect, it } from 'vitest';
import { findLie } from './find-lie.ts';
import type { Story } from './story.ts';

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
  const offered = event('offer/req_a/north', 'PoolsOffered', {
    lenderId: 'north',
    pools: [{ poolId: 'pol_north', people: 5 }],
    reserve: 0,
  });
  const people = (requestId: string, n: number, fromOn = '2025-06-01') =>
    event('commitments/north', 'PeopleCommitted', {
      lenderId: 'north',
      requestId,
      uses: [{ poolId: 'pol_north', people: n, period: { fromOn, toOn: '2025-07-01' } }],
    });
  const committing = (n: number) =>
    event('plan/req_a', 'PlanCommitted', { ...((plan(n) as Story[number]).fact.data as object) });
  const broken = event('plan/req_a', 'PlanBroken', { planId: undefined });
  const takenBack = event('request/req_a', 'RequestWithdrawn', { requestId: 'req_a' });
  const withdrawn = event(
    'consent/req_a/lender/north',
    'ConsentWithdrawn',
    {
      partyId: 'north',
      capacity: 'lender',
      endsOn: '2025-05-20',
    },
    'north',
  );

  const opined = (personId: string) => event('decision/req_a', 'OpinionGiven', {}, 'union.defense', personId);
  const named = (days: object = {}, mostPeople = 9, by = 'per_official') =>
    event(
      'standins/north',
      'StandInNamed',
      {
        standInId: 'sta_a',
        partyId: 'north',
        capacities: ['lender'],
        personId: 'per_deputy',
        ofPartyId: 'isle',
        period: { fromOn: '2025-04-01', toOn: '2025-06-01', ...days },
        mostPeople,
      },
      'north',
      by,
    );
  const ended = event('standins/north', 'StandInEnded', { standInId: 'sta_a', partyId: 'north' }, 'north');
  const standIn = (personId: string) =>
    event(
      'consent/req_a/lender/north',
      'ConsentGranted',
      { partyId: 'north', capacity: 'lender', people: 3, conditions: {}, standInId: 'sta_a' },
      'isle',
      personId,
    );
  const reminded = event('consent/req_a/lender/north', 'ConsentReminded', { daysBefore: 1, answerByOn: '2025-05-05' });

  it.each<[string, string, Story]>([
    ['a consent nobody asked for', 'not asked', [grant('north')]],
    ['a consent given twice', 'answered before', [asked, grant('north'), grant('north')]],
    ['a consent given by another party', 'another party', [asked, grant('south')]],
    ['a consent given by who asked', 'somebody who asked', [submitted(), asked, grant('north', 'per_planner')]],
    ['an opinion by who asked', 'given the opinion', [submitted(), opined('per_planner')]],
    ['a consent by counsel who reviewed', 'counsel who gave', [opined('per_x'), asked, grant('north')]],
    ['a stand-in of nobody', 'another party', [asked, standIn('per_deputy')]],
    ['a stand-in who is another', 'than the one named', [named(), asked, standIn('per_other')]],
    ['a stand-in on another day', 'on that day', [named({ toOn: '2025-05-01' }), asked, standIn('per_deputy')]],
    ['a stand-in for too many', 'more people than it may', [named({}, 2), asked, standIn('per_deputy')]],
    ['a stand-in who was ended', 'had ended', [named(), ended, asked, standIn('per_deputy')]],
    [
      'a stand-in whom who asked has named',
      'whom one who asked',
      [submitted(), named({}, 9, 'per_planner'), asked, standIn('per_deputy')],
    ],
    ['who stands in for whom nobody named them', 'whom they may not', [named({}, 9, 'per_deputy')]],
    ['a reminder after the answer', 'of what was answered', [asked, grant('north'), reminded]],
    ['a reminder given twice', 'reminds again', [asked, reminded, reminded]],
    ['people without consent', 'without the consent', [submitted(), plan(3)]],
    ['more people than a consent allows', 'exceeded', [submitted(), asked, grant('north'), plan(4)]],
    ['an over-filled line', 'over-filled', [submitted({ ...lineA, people: 2 }), asked, grant('north'), plan(3)]],
    [
      'a task without authority',
      'without authority',
      [submitted({ ...lineA, taskId: 'seize' }), asked, grant('north'), plan(3)],
    ],
    ['a withdrawal the plan does not show', 'does not show', [submitted(), asked, grant('north'), plan(3), withdrawn]],
    [
      'more people of a pool than it has, over two requests',
      'across requests',
      [offered, people('req_a', 3), people('req_b', 3, '2025-06-15')],
    ],
    ['people held by a withdrawn request', 'is withdrawn', [submitted(), offered, people('req_a', 3), takenBack]],
    [
      'a plan half committed',
      'and the people of north are not',
      [submitted(), asked, grant('north'), plan(3), committing(3)],
    ],
    [
      'another plan committed than was made',
      'not the plan that was made',
      [submitted(), asked, grant('north'), plan(3), committing(2)],
    ],
    ['a broken plan committed', 'broken plan', [submitted(), asked, grant('north'), plan(3), broken, committing(3)]],
  ])('find %s', (_, words, story) => {
    expect(findLie(story)?.words).toContain(words);
  });
  it('find nothing in an honest story', () => {
    expect(findLie([submitted(), asked, grant('north'), plan(3)])).toBeUndefined();
    const whole = [
      submitted(),
      asked,
      grant('north'),
      offered,
      plan(3),
      committing(3),
      people('req_a', 3),
      people('req_b', 2),
    ];
    expect(findLie(whole)).toBeUndefined();
    expect(findLie([submitted(), named(), asked, reminded, standIn('per_deputy'), plan(3)])).toBeUndefined();
  });
});
