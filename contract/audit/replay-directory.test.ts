import { type AnsweredCommand, openReplay } from '@muster/audit';
import { requestId, toyLaw } from '@muster/decision/testing';
import { canonicalJson, type Fact } from '@muster/terms';
import { expect, it } from 'vitest';
import { end, give, keep, keeper, northAdministrator } from '../flow/toy-directory.ts';
import { codeOf, derive, draft, giveAll, official, planner, sourcing, submit } from '../flow/toy-flow.ts';
import { heardRecord } from './heard-record.ts';

async function lived() {
  const heard = heardRecord();
  const answers = await giveAll(heard.record, [
    draft('draft'),
    keep,
    give('planner', planner),
    submit('submit'),
    give('sourcing', sourcing),
    derive('derive'),
    give('north', northAdministrator),
    give('official', official('north'), northAdministrator),
    end('end', planner),
    submit('late'),
    give('own', { ...sourcing, personId: keeper.personId }),
  ]);
  return { heard, codes: answers.map(codeOf) };
}

async function replayed(commands: readonly AnsweredCommand[], silent: readonly AnsweredCommand[] = []) {
  const replay = openReplay({ readLaw: () => toyLaw, lawBefore: toyLaw });
  for (const one of commands) await replay.next(one);
  for (const one of silent) await replay.silent(one);
  return replay.report();
}

/** What a clerk with all keys could write in somebody's name: command, event and answer, all fitting. */
function planted(
  by: typeof planner,
  name: string,
  data: object,
  fact: Fact,
  stream: string,
  position: number,
): AnsweredCommand {
  const commandId = 'cmd_planted' as never;
  const event = { at: '2025-05-10T13:00:00Z', by, commandId, fact, position, stream };
  const answer = { outcome: 'recorded', commandId, stream, facts: [{ type: fact.type, position }] };
  return {
    commandId,
    body: canonicalJson({ name, by, data }),
    answer: JSON.stringify(answer),
    events: [canonicalJson(event)],
    firstLeaf: 900,
  };
}
const withdrawal = { requestId, reason: 'not needed' };
const withdrawn = (by: typeof planner) =>
  planted(
    by,
    'WithdrawRequest',
    withdrawal,
    { type: 'RequestWithdrawn', version: 1, data: withdrawal },
    `request/${requestId}`,
    3,
  );

it('a record with a directory comes out the same when it is decided again, refusals too', async () => {
  const { heard, codes } = await lived();
  expect(codes.slice(0, 9).filter(Boolean)).toEqual([]);
  expect(codes.slice(9)).toEqual(['DIRECTORY_ROLE_NOT_HELD', 'DIRECTORY_SAME_PERSON']);
  const report = await replayed(heard.commands(), heard.silent());
  expect(report.findings).toEqual([]);
  expect(report.notes).toEqual([]);
});

it('an act by somebody who did not hold the role is named: not given, ended, or of another', async () => {
  const { heard } = await lived();
  const commands = heard.commands();
  for (const by of [planner, { ...planner, personId: 'per_stranger' as never }]) {
    const report = await replayed([...commands, withdrawn(by)]);
    expect(report.findings).toMatchObject([
      { kind: 'refused', leaf: 900, type: 'RequestWithdrawn', refusal: { code: 'DIRECTORY_ROLE_NOT_HELD' } },
    ]);
  }
  // While the role still stood, the very same is what the rules give.
  const before = commands.slice(
    0,
    commands.findIndex((c) => c.commandId === 'cmd_end'),
  );
  expect((await replayed([...before, withdrawn(planner)])).findings).toEqual([]);
});

it('a role that its giver had no right to give is named, and so is whoever then acts in it', async () => {
  const { heard } = await lived();
  const data = { personId: 'per_friend', partyId: 'north', role: 'consentingOfficial' };
  const role = { ...data, fromOn: '2025-05-10', keeperId: 'union' };
  const fact = { type: 'RoleGiven', version: 1, data: role };
  const forged = planted(keeper, 'GiveRole', data, fact, 'roles/per_friend', 1);
  const report = await replayed([...heard.commands(), forged]);
  expect(report.findings).toMatchObject([{ kind: 'refused', refusal: { code: 'DIRECTORY_OTHER_SOVEREIGN' } }]);
});
