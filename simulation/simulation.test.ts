import type { RecordPort } from '@muster/flow';
import { openMemoryRecord } from '@muster/record-memory';
import { openHighsSolver } from '@muster/solver-highs';
import type { StreamName } from '@muster/terms';
import { actor } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, consents, type Life, lenders, lifeArbitrary, requestIds } from './action.ts';
import { playLife } from './play.ts';
import { findLie, type Story } from './truths.ts';

describe('the life of two requests', () => {
  it('keeps every truth, whoever tries what, in whatever order and at the same time', async () => {
    const solver = await openHighsSolver();
    const happened = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(lifeArbitrary, async (life) => {
        const { lie, story } = await playLife(life, solver);
        expect(lie).toBeUndefined();
        for (const kind of new Set(story.flatMap(kindsOf))) happened.set(kind, (happened.get(kind) ?? 0) + 1);
      }),
      { numRuns: 100 },
    );
    // Lives in which nothing happens prove nothing: in enough of them each of these came to pass.
    const wanted = [
      'ConsentWithdrawn',
      'PlanBroken',
      'PlanRevised',
      'ConsentLapsed',
      'ConsentReminded',
      'StandInNamed',
      'StandInEnded',
      'answered by a stand-in',
      'CommandRefused',
      'people planned',
      'PeopleCommitted',
      'PeopleReleased',
      'PlanReleased',
    ];
    for (const kind of wanted) expect(happened.get(kind) ?? 0, kind).toBeGreaterThan(5);
  }, 120_000);
});

/** A record with a planted fault: it shows no decider what is committed of a lender, and takes it unseen. */
function forgetful(record: RecordPort): RecordPort {
  const isForgotten = (stream: StreamName) => stream.startsWith('commitments/');
  return {
    ...record,
    read: async (stream, from) => (isForgotten(stream) ? [] : record.read(stream, from)),
    append: ({ restsOn, alongside, ...rest }) =>
      record.append({
        ...rest,
        restsOn: restsOn.filter((r) => !isForgotten(r.stream)),
        alongside: (alongside ?? []).map((a) => ({ ...a, expectedPosition: 'any' })),
      }),
  };
}

/** The same, but it tells the truth to readers: only what happens meanwhile goes unseen. */
function inattentive(record: RecordPort): RecordPort {
  return { ...record, append: forgetful(record).append };
}

describe('a planted fault that lets two requests have the same people', () => {
  const both = (action: Action) => requestIds.map((of) => ({ action, of, after: 0 }));
  const life: Life = {
    answers: [8, 8, 8, 12, 12],
    offers: [8, 8, 8],
    standIns: [],
    silence: 0,
    delays: [3],
    turns: [both({ do: 'commit' }), both({ do: 'plan' }), both({ do: 'commit' })],
  };

  it.each([
    ['where commitments are not read', forgetful],
    ['where they change while a commit is decided', inattentive],
  ])('is found %s', async (_, faulty) => {
    const solver = await openHighsSolver();
    expect((await playLife(life, solver)).lie).toBeUndefined();
    expect((await playLife(life, solver, faulty(openMemoryRecord()))).lie).toContain('committed across requests');
  });
});

/** A record with a planted fault: it forgets who named a stand-in, as if that had never mattered. */
function forgetsNamers(record: RecordPort): RecordPort {
  const nobody = actor('north', 'consentingOfficial', 'per_nobody');
  return {
    ...record,
    read: async (stream, from) => {
      const events = await record.read(stream, from);
      return stream.startsWith('standins/') ? events.map((e) => ({ ...e, by: nobody })) : events;
    },
  };
}

describe('a planted fault that lets in whom somebody who asked has named', () => {
  const turn = (action: Action) => [{ action, of: requestIds[0], after: 0 }];
  const life: Life = {
    answers: consents.map(() => null),
    offers: lenders.map(() => null),
    standIns: [],
    silence: 0,
    delays: [0],
    turns: [
      turn({ do: 'nameStandIn', lender: 'north', namer: 'planner', named: 'deputy', days: 20, mostPeople: null }),
      turn({ do: 'refuse', consent: { partyId: 'north', capacity: 'lender' }, speaker: 'deputy' }),
    ],
  };

  it('is found', async () => {
    const solver = await openHighsSolver();
    expect((await playLife(life, solver)).lie).toBeUndefined();
    const { lie } = await playLife(life, solver, forgetsNamers(openMemoryRecord()));
    expect(lie).toContain('whom one who asked has named');
  });
});

function kindsOf({ fact, stream }: Story[number]): string[] {
  const { assignments, standInId } = fact.data as { assignments?: unknown[]; standInId?: string };
  return [
    fact.type,
    ...(assignments && assignments.length > 0 ? ['people planned'] : []),
    ...(standInId && stream.startsWith('consent/') ? ['answered by a stand-in'] : []),
  ];
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
    expect(findLie(story)).toContain(words);
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
