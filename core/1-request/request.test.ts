import { type RequestId, requestStream } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import { amendRequest } from './amend-request.ts';
import { draftRequest } from './draft-request.ts';
import { submitRequest } from './submit-request.ts';
import { withdrawRequest } from './withdraw-request.ts';

const requestId = 'req_a' as RequestId;
const stream = requestStream(requestId);
const planner = actor('union.asker', 'requestingPlanner');
const at = '2025-05-09T12:00:00Z';
const known = (...names: string[]) => new Map<never, unknown>(names.map((n) => [n as never, n]));
const terms = {
  parties: known('union.defense'),
  tasks: known('carry', 'heal'),
  skills: known('porter'),
  places: known('south-land'),
};
const tools = { law: { terms } };
const source = { kind: 'assumption', words: 'for the test' };
const bare = { lineId: 'lin_a', title: 'People', people: 10, source };
const whole = {
  ...bare,
  taskId: 'carry',
  skillId: 'porter',
  placeId: 'south-land',
  period: { fromOn: '2025-06-01', toOn: '2025-07-01' },
  priority: 1,
};
const heading = {
  requestId,
  title: 'Ten',
  addresseeId: 'union.defense',
  people: 10,
  need: 'help',
  grounds: 'law',
  source,
};
const drafted = (lines: unknown[]) =>
  past(stream, { type: 'RequestDrafted', version: 1, data: { ...heading, requesterId: 'union.asker', lines } });
const submitted = (requestVersion: number, lines: unknown[]) =>
  past(stream, {
    type: 'RequestSubmitted',
    version: 1,
    data: { ...heading, requesterId: 'union.asker', requestVersion, lines },
  });

describe('DraftRequest', () => {
  it('begins a request with what is known', async () => {
    const { facts } = await given().when(draftRequest, planner, at, { ...heading, lines: [bare] }, undefined);
    expect(facts.map((f) => f.type)).toEqual(['RequestDrafted']);
    expect(facts[0]?.data).toMatchObject({ requesterId: 'union.asker', people: 10 });
  });
  it('is refused where the request exists', async () => {
    const { refusal } = await given(drafted([bare])).when(
      draftRequest,
      planner,
      at,
      { ...heading, lines: [bare] },
      undefined,
    );
    expect(refusal?.code).toBe('REQUEST_EXISTS');
  });
});

describe('SubmitRequest', () => {
  it('is refused while a line lacks its task, naming every fault by its field', async () => {
    const { refusal } = await given(drafted([bare])).when(submitRequest, planner, at, { requestId }, tools);
    expect(refusal?.code).toBe('REQUEST_INCOMPLETE');
    const fields = ['taskId', 'skillId', 'placeId', 'period', 'priority'].map((f) => `lines.0.${f}`);
    expect(refusal?.faults?.map((f) => f.field)).toEqual(fields);
    expect(refusal?.why).toContain('the task');
  });
  it.each([
    ['a word the law does not know', { ...whole, taskId: 'fly' }, 'lines.0.taskId'],
    ['lines that do not add up', { ...whole, people: 9 }, 'people'],
  ])('is refused for %s', async (_, line, field) => {
    const { refusal } = await given(drafted([line])).when(submitRequest, planner, at, { requestId }, tools);
    expect(refusal?.faults?.map((f) => f.field)).toEqual([field]);
  });
  it('is refused for a line id given twice', async () => {
    const half = { ...whole, people: 5 };
    const { refusal } = await given(drafted([half, half])).when(submitRequest, planner, at, { requestId }, tools);
    expect(refusal?.faults?.map((f) => f.field)).toEqual(['lines.1.lineId']);
  });
  it('carries the whole request, and counts versions', async () => {
    const first = await given(drafted([whole])).when(submitRequest, planner, at, { requestId }, tools);
    expect(first.facts[0]?.data).toMatchObject({ requestVersion: 1, lines: [whole] });
    const amended = past(stream, {
      type: 'RequestAmended',
      version: 1,
      data: { requestId, lines: [whole], reason: 'why' },
    });
    const second = await given(drafted([whole]), submitted(1, [whole]), amended).when(
      submitRequest,
      planner,
      at,
      { requestId },
      tools,
    );
    expect(second.facts[0]?.data.requestVersion).toBe(2);
  });
  it('is refused when nothing has changed since', async () => {
    const { refusal } = await given(drafted([whole]), submitted(1, [whole])).when(
      submitRequest,
      planner,
      at,
      { requestId },
      tools,
    );
    expect(refusal?.code).toBe('REQUEST_UNCHANGED');
  });
  it('is refused to another party, of an unknown request, and after withdrawal', async () => {
    const other = await given(drafted([whole])).when(
      submitRequest,
      actor('north', 'requestingPlanner'),
      at,
      { requestId },
      tools,
    );
    expect(other.refusal?.code).toBe('REQUEST_NOT_YOURS');
    expect((await given().when(submitRequest, planner, at, { requestId }, tools)).refusal?.code).toBe(
      'REQUEST_UNKNOWN',
    );
    const gone = past(stream, { type: 'RequestWithdrawn', version: 1, data: { requestId, reason: 'over' } });
    expect(
      (await given(drafted([whole]), gone).when(submitRequest, planner, at, { requestId }, tools)).refusal?.code,
    ).toBe('REQUEST_WITHDRAWN');
  });
});

describe('AmendRequest and WithdrawRequest', () => {
  it('puts new lines in the place of the old', async () => {
    const { facts } = await given(drafted([bare])).when(
      amendRequest,
      planner,
      at,
      { requestId, lines: [whole], reason: 'known now' },
      undefined,
    );
    expect(facts[0]?.data).toMatchObject({ lines: [whole] });
  });
  it('refuses the same lines again', async () => {
    const { refusal } = await given(drafted([whole])).when(
      amendRequest,
      planner,
      at,
      { requestId, lines: [whole], reason: 'again' },
      undefined,
    );
    expect(refusal?.code).toBe('REQUEST_UNCHANGED');
  });
  it('takes a request back', async () => {
    const { facts } = await given(drafted([whole])).when(
      withdrawRequest,
      planner,
      at,
      { requestId, reason: 'no need' },
      undefined,
    );
    expect(facts[0]?.type).toBe('RequestWithdrawn');
  });
});
