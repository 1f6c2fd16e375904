import { followOpen, type GivenCommand, planRequest, type RecordPort } from '@muster/flow';
import { openSolver } from '@muster/house/solver';
import type { ProblemSolver } from '@muster/plan';
import { openMemoryRecord } from '@muster/record-memory';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  before,
  command,
  giveAll,
  meansOver,
  no,
  opine,
  order,
  planner,
  planningOver,
  recordedIn,
  seek,
  sourcing,
  streamsIn,
  typesIn,
  wholeStory,
} from './toy-flow.ts';
import { dying } from './troubled-record.ts';

let solver: ProblemSolver;
beforeAll(async () => {
  solver = await openSolver();
});

/** Gives a command to a server that dies as soon as the command is recorded: nobody ever gives it again. */
async function giveAndDie(record: RecordPort, given: GivenCommand): Promise<void> {
  const { length } = await recordedIn(record);
  for (let call = 1; (await recordedIn(record)).length === length; call++) {
    await giveAll(dying(record, call, true), [given]).catch(() => {});
  }
}

const disagree = ((given) => ({ ...given, data: { ...(given.data as object), outcome: 'doNotConcur' } }))(opine('no'));
const seeking = seek('seek', ['north', 'south']);
const beforeSeeking = (record: RecordPort) => giveAll(record, before('seek'));
async function committed(record: RecordPort): Promise<void> {
  await giveAll(record, wholeStory);
  await planRequest(planningOver(record, solver), order('one'));
  await giveAll(record, [command('commit', sourcing, 'CommitPlan', { planId: 'pln_one' })]);
}

describe('what ought to have followed and did not', () => {
  it.each([
    ['a seeking of consents', beforeSeeking, seeking, 'ConsentAsked'],
    ['a withdrawn consent', committed, no('back', 'WithdrawConsent', 'north'), 'PlanBroken'],
    ['an opinion that concurs no more', committed, disagree, 'PlanOvertaken'],
    ['a withdrawn request', committed, command('over', planner, 'WithdrawRequest', { reason: 'over' }), 'PlanReleased'],
  ] as const)('after %s is carried out, once', async (_, begin, given, follows) => {
    const [record, whole] = [openMemoryRecord(), openMemoryRecord()];
    await begin(whole);
    await giveAll(whole, [given]);
    await begin(record);
    await giveAndDie(record, given);
    expect([await typesIn(whole), await typesIn(record)]).toEqual([
      expect.arrayContaining([follows]),
      expect.not.arrayContaining([follows]),
    ]);

    const { next, followed } = await followOpen(meansOver(record), undefined);
    expect(followed).toBeGreaterThan(0);
    expect(await streamsIn(record)).toEqual(await streamsIn(whole));
    // What followed may be followed by more, all of it carried out already.
    const again = await followOpen(meansOver(record), next);
    expect(again.followed).toBe(0);
    expect(await followOpen(meansOver(record), again.next)).toEqual(again);
    expect((await followOpen(meansOver(record), undefined)).followed).toBe(0);
    expect(await streamsIn(record)).toEqual(await streamsIn(whole));
  });

  it('by two servers at once is done once', async () => {
    const record = openMemoryRecord();
    await beforeSeeking(record);
    await giveAndDie(record, seeking);
    await Promise.all([followOpen(meansOver(record), undefined), followOpen(meansOver(record), undefined)]);
    const asked = (await recordedIn(record)).filter((e) => e.fact.type === 'ConsentAsked').map((e) => e.stream);
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('that clashes to the last is looked at again next time', async () => {
    const record = openMemoryRecord();
    await beforeSeeking(record);
    await giveAndDie(record, seeking);
    const clashing: RecordPort = { ...record, append: async ({ stream }) => ({ outcome: 'clashed', stream }) };
    expect(await followOpen(meansOver(clashing), undefined)).toEqual({ next: undefined, followed: 0 });
    expect((await followOpen(meansOver(record), undefined)).followed).toBeGreaterThan(0);
  });
});
