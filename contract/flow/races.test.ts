import { requestId } from '@muster/decision/testing';
import {
  type Answer,
  carryOut,
  type GivenCommand,
  gatherOutcome,
  lapseSilent,
  type Planned,
  planRequest,
  type RecordPort,
  remindSilent,
} from '@muster/flow';
import { openSolver } from '@muster/house/solver';
import type { ProblemSolver } from '@muster/plan';
import { openMemoryRecord } from '@muster/record-memory';
import fc, { type Scheduler } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  amend,
  before,
  byDeputy,
  codeOf,
  command,
  draft,
  endDeputy,
  giveAll,
  grant,
  meansOver,
  nameDeputy,
  no,
  offer,
  order,
  planner,
  planningOver,
  recordedIn,
  seek,
  streamsIn,
  submit,
  typesIn,
  wholeStory,
} from './toy-flow.ts';
import { Died, dying, scheduled } from './troubled-record.ts';

let solver: ProblemSolver;
beforeAll(async () => {
  solver = await openSolver();
});

type Racer = (record: RecordPort) => Promise<Planned>;
const giving =
  (given: GivenCommand): Racer =>
  (record) =>
    carryOut(meansOver(record), given);
const planning =
  (id: string): Racer =>
  (record) =>
    planRequest(planningOver(record, solver), order(id));

/** Runs the racers over one record, in every order of their reads and appends that fast-check thinks of. */
async function race(
  beforehand: readonly GivenCommand[],
  racers: readonly Racer[],
  check: (record: RecordPort, answers: readonly Planned[]) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler: Scheduler) => {
      const record = openMemoryRecord();
      await giveAll(record, beforehand);
      const slow = scheduled(record, scheduler);
      const answers = await scheduler.waitFor(Promise.all(racers.map((racer) => racer(slow))));
      await check(record, answers);
    }),
    { numRuns: 40 },
  );
}

const won = (answers: readonly Planned[]): number => answers.filter((a) => a.outcome === 'recorded').length;
const refusals = (answers: readonly Planned[]): (string | undefined)[] =>
  answers.filter((a) => a.outcome !== 'recorded').map(codeOf);
const countOf = async (record: RecordPort, type: string): Promise<number> =>
  (await typesIn(record)).filter((t) => t === type).length;

describe('when two race', () => {
  it('one of two drafts of one request wins, and the other is refused', () =>
    race([], [giving(draft('a')), giving(draft('b'))], async (record, answers) => {
      expect([won(answers), refusals(answers)]).toEqual([1, ['REQUEST_EXISTS']]);
      expect(await countOf(record, 'RequestDrafted')).toBe(1);
    }));

  it('one of yes and no to one ask wins', () =>
    race(
      before('grant-north'),
      [giving(grant('yes', 'north', 'lender')), giving(no('no', 'RefuseConsent', 'north'))],
      async (record, answers) => {
        expect([won(answers), refusals(answers)]).toEqual([1, ['CONSENT_ALREADY_ANSWERED']]);
        expect((await countOf(record, 'ConsentGranted')) + (await countOf(record, 'ConsentRefused'))).toBe(1);
      },
    ));

  it('both of yes and its withdrawal are decided in the order they are recorded', () =>
    race(
      before('grant-north'),
      [giving(grant('yes', 'north', 'lender')), giving(no('back', 'WithdrawConsent', 'north'))],
      async (record, [yes, back]) => {
        expect(yes?.outcome).toBe('recorded');
        const withdrawn = await countOf(record, 'ConsentWithdrawn');
        expect(withdrawn).toBe(back?.outcome === 'recorded' ? 1 : 0);
        if (withdrawn === 0) expect(codeOf(back ?? {})).toBe('CONSENT_NOT_GRANTED');
      },
    ));

  it('one of two withdrawals wins, and the plan breaks once', () =>
    race(
      wholeStory,
      [
        async (record) => {
          await planning('one')(record);
          return giving(no('first', 'WithdrawConsent', 'north'))(record);
        },
        giving(no('second', 'WithdrawConsent', 'north')),
      ],
      async (record, answers) => {
        expect(won(answers)).toBe(1);
        expect(refusals(answers)).toEqual(['CONSENT_NOT_GRANTED']);
        expect(await countOf(record, 'PlanBroken')).toBeLessThanOrEqual(1);
      },
    ));

  it('one of two plans wins; the other is refused', () =>
    race(wholeStory, [planning('one'), planning('two')], async (record, answers) => {
      const proposed = await countOf(record, 'PlanProposed');
      const revised = await countOf(record, 'PlanRevised');
      expect(proposed).toBe(1);
      expect(revised).toBe(won(answers) - 1);
      for (const code of refusals(answers)) expect(code).toBe('PLAN_EXISTS');
    }));

  it('a plan never stands on a consent withdrawn meanwhile: it is refused, or shown broken at once', () =>
    race(
      wholeStory,
      [planning('one'), giving(no('back', 'WithdrawConsent', 'north'))],
      async (record, [planned, back]) => {
        expect(back?.outcome).toBe('recorded');
        if (planned?.outcome !== 'recorded') expect(codeOf(planned ?? {})).toBe('PLAN_CONSENT_MISSING');
        const facts = (await recordedIn(record)).map((e) => e.fact.type);
        const plan = facts.indexOf('PlanProposed');
        if (plan === -1) return;
        const withdrawn = facts.indexOf('ConsentWithdrawn');
        if (withdrawn > plan) expect(facts.slice(withdrawn)).toContain('PlanBroken');
        else expect(await assignedTo(record, 'north')).toBe(0);
      },
    ));

  it('consents are sought for the version that stands, never for one amended meanwhile', () =>
    race(
      before('seek'),
      [
        giving(seek('seek', ['north', 'south'])),
        async (record) => {
          await giving(amend('amend'))(record);
          return giving(submit('submit-2'))(record);
        },
      ],
      async (record, [sought]) => {
        const facts = (await recordedIn(record)).map((e) => e.fact);
        const seeking = facts.findIndex((f) => f.type === 'ConsentsSought');
        expect(seeking >= 0).toBe(sought?.outcome === 'recorded');
        if (seeking === -1) expect(codeOf(sought ?? {})).toBe('REVIEW_NOT_CONCURRED');
        else expect(facts.slice(0, seeking).filter((f) => f.type === 'RequestSubmitted')).toHaveLength(1);
      },
    ));

  it('offers of two lenders do not hinder each other', () =>
    race(
      before('offer-north'),
      [giving(offer('north', 'north')), giving(offer('south', 'south'))],
      async (record, answers) => {
        expect(won(answers)).toBe(2);
        expect(await countOf(record, 'PoolsOffered')).toBe(2);
      },
    ));
});

async function assignedTo(record: RecordPort, partyId: string): Promise<number> {
  const outcome = await gatherOutcome(record.read, requestId, meansOver(record).law.terms);
  const from = outcome?.plans.flatMap((p) => p.lines.flatMap((l) => l.from)) ?? [];
  return from.filter((f) => f.party.id === partyId).reduce((n, f) => n + f.people, 0);
}

describe('when the process dies', () => {
  it('sending the command again leaves the record as if nothing had happened: what follows happens exactly once', async () => {
    const withdrawal = no('back', 'WithdrawConsent', 'north');
    const acts: Racer[] = [...wholeStory.map(giving), planning('one'), giving(withdrawal), planning('two')];
    const calm = openMemoryRecord();
    for (const act of acts) await act(calm);
    const expected = await streamsIn(calm);
    expect(
      Object.values(expected)
        .flat()
        .map((e) => e.fact.type),
    ).toEqual(expect.arrayContaining(['ConsentAsked', 'PlanBroken', 'PlanRevised']));

    const deaths = fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.boolean()), { minLength: 4, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(deaths, async (given) => {
        const record = openMemoryRecord();
        const left = [...given];
        for (const act of acts) await untilDone(act, record, left);
        expect(await streamsIn(record)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a withdrawal sent again', () => {
  it('after a plan made without it has broken for another reason, is no second reason', async () => {
    const record = openMemoryRecord();
    const early = no('early', 'WithdrawConsent', 'north');
    await giveAll(record, [...wholeStory, early]);
    await planning('one')(record);
    await giveAll(record, [no('late', 'WithdrawConsent', 'south'), early]);
    expect(await countOf(record, 'PlanBroken')).toBe(1);
  });
});

/** Sends again after every death, until it lives long enough. */
async function untilDone(act: Racer, record: RecordPort, deaths: [number, boolean][]): Promise<void> {
  for (;;) {
    const [call, after] = deaths.shift() ?? [Number.POSITIVE_INFINITY, false];
    try {
      await act(dying(record, call, after));
      return;
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
  }
}

describe('silence', () => {
  it('closes each unanswered ask once, however often it is looked for', async () => {
    const record = openMemoryRecord();
    await giveAll(record, before('grant-south'));
    const lapse = (at: string) => lapseSilent(meansOver(record), requestId, at as never);
    expect(await lapse('2025-05-20T23:59:59Z')).toBe(0);
    expect(await countOf(record, 'ConsentLapsed')).toBe(0);
    await Promise.all([lapse('2025-05-21T00:00:00Z'), lapse('2025-05-21T00:00:00Z')]);
    expect(await lapse('2025-05-22T00:00:00Z')).toBe(0);
    expect(await countOf(record, 'ConsentLapsed')).toBe(3);
    const answers: Answer[] = await giveAll(record, [grant('late', 'south', 'lender')]);
    expect(answers[0]?.outcome).toBe('refused');
  });

  it('is called to mind once for each number of days, however often it is looked for, and only while it lasts', async () => {
    const record = openMemoryRecord();
    await giveAll(record, before('grant-south'));
    const remind = (at: string) => remindSilent(meansOver(record), requestId, at as never);
    expect(await remind('2025-05-12T23:59:59Z')).toBe(0);
    await Promise.all([remind('2025-05-13T00:00:00Z'), remind('2025-05-13T00:00:00Z')]);
    expect(await remind('2025-05-16T12:00:00Z')).toBe(0);
    expect(await countOf(record, 'ConsentReminded')).toBe(3);
    await giveAll(record, [grant('grant-south', 'south', 'lender')]);
    // Three days before was slept through: one day before is told, and only that.
    expect(await remind('2025-05-19T12:00:00Z')).toBe(2);
    expect(await remind('2025-05-21T12:00:00Z')).toBe(0);
    const outcome = await gatherOutcome(record.read, requestId, meansOver(record).law.terms);
    const told = outcome?.consents.map((c) => `${c.party.id} ${c.side} ${c.reminders.map((r) => r.daysBefore)}`);
    expect(told?.sort()).toEqual(['north host 7,1', 'north lender ', 'south host 7,1', 'south lender 7']);
  });

  it('is not called to mind when asked so late that the ask itself says it', async () => {
    const record = openMemoryRecord();
    const late = before('grant-north').map((c) => ({ ...c, at: '2025-05-17T12:00:00Z' as never }));
    await giveAll(record, late);
    const remind = (at: string) => remindSilent(meansOver(record), requestId, at as never);
    expect(await remind('2025-05-17T13:00:00Z')).toBe(0);
    expect(await remind('2025-05-19T13:00:00Z')).toBe(4);
  });

  it('is nobody’s to break for a request withdrawn, or one that asks for something else by now', async () => {
    for (const then of [
      [amend('amend'), submit('submit-2')],
      [command('gone', planner, 'WithdrawRequest', { reason: 'Over.' })],
    ]) {
      const record = openMemoryRecord();
      await giveAll(record, [...before('grant-north'), ...then]);
      expect(await remindSilent(meansOver(record), requestId, '2025-05-19T13:00:00Z' as never)).toBe(0);
    }
  });
});

describe('a stand-in', () => {
  it('answers, is shown, and what follows is the sovereign’s', async () => {
    const record = openMemoryRecord();
    const answers = [nameDeputy, byDeputy(grant('deputy', 'north', 'lender')), grant('host-north', 'north', 'host')];
    await giveAll(record, [...before('grant-north'), ...answers]);
    const outcome = await gatherOutcome(record.read, requestId, meansOver(record).law.terms);
    expect(outcome?.consents.find((c) => c.party.id === 'north' && c.side === 'lender')).toMatchObject({
      status: 'granted',
      answerByOn: '2025-05-20',
      answeredBy: { standInId: 'sta_deputy', party: { id: 'isle' } },
      standIns: [{ standInId: 'sta_deputy' }],
    });
    await planning('one')(record);
    await giveAll(record, [byDeputy(no('back', 'WithdrawConsent', 'north'))]);
    const broken = (await recordedIn(record)).find((e) => e.fact.type === 'PlanBroken');
    expect(broken?.by).toMatchObject({ role: 'flow', partyId: 'north' });
  });

  it('who is ended while they answer has answered before, or is refused', () =>
    race(
      [...before('grant-north'), nameDeputy],
      [giving(byDeputy(grant('deputy', 'north', 'lender'))), giving(endDeputy)],
      async (record, [answer]) => {
        const types = await typesIn(record);
        if (answer?.outcome !== 'recorded') expect(codeOf(answer ?? {})).toBe('CONSENT_STAND_IN_NOT_COVERING');
        else expect(types.indexOf('ConsentGranted')).toBeLessThan(types.indexOf('StandInEnded'));
      },
    ));
});

describe('an order to plan', () => {
  it('given again is answered the same, without solving again', async () => {
    const record = openMemoryRecord();
    await giveAll(record, wholeStory);
    const first = await planning('one')(record);
    expect(first.outcome).toBe('recorded');
    const noSolver = { ...solver, solve: () => Promise.reject(new Error('It was solved again.')) };
    expect(await planRequest(planningOver(record, noSolver), order('one'))).toEqual(first);
  });

  it('given twice at once is answered the same, whichever of its two plans was recorded', () =>
    race(wholeStory, [planning('one'), planning('one')], async (record, [one, again]) => {
      expect(one?.outcome).toBe('recorded');
      expect(again).toEqual(one);
      expect((await countOf(record, 'PlanProposed')) + (await countOf(record, 'PlanRevised'))).toBe(1);
    }));

  it('under an id used for something else is refused', async () => {
    const record = openMemoryRecord();
    await giveAll(record, wholeStory);
    await planning('one')(record);
    const orders = [
      order('one', { orderOn: '2025-05-21' as never }),
      order('one', { planId: 'pln_other' as never }),
      order('draft'),
    ];
    for (const other of orders) {
      expect(codeOf(await planRequest(planningOver(record, solver), other))).toBe('COMMAND_REUSED');
    }
    expect(await countOf(record, 'PlanProposed')).toBe(1);
  });

  it('in a role that may not plan is refused before anything is solved', async () => {
    const record = openMemoryRecord();
    const noSolver = { ...solver, solve: () => Promise.reject(new Error('It was solved.')) };
    const by = { ...order('one').by, role: 'auditor' as const };
    expect(codeOf(await planRequest(planningOver(record, noSolver), order('one', { by })))).toBe(
      'COMMAND_ROLE_NOT_ALLOWED',
    );
  });

  it('for a request nobody submitted is refused in so many words', async () => {
    const record = openMemoryRecord();
    const planned = await planning('one')(record);
    expect(planned).toMatchObject({ outcome: 'refused', code: 'REQUEST_NOT_SUBMITTED' });
    expect(await typesIn(record)).toEqual(['CommandRefused']);
  });
});
