import { type RequestId, requestStream } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import { expect, it } from 'vitest';
import { publishRequest, withholdRequest } from './publish-request.ts';

const requestId = 'req_a' as RequestId;
const planner = actor('union.asker', 'requestingPlanner');
const at = '2025-05-09T12:00:00Z';
const fact = (type: string, data: object = {}) =>
  past(requestStream(requestId), { type, version: 1, data: { requestId, ...data } });
const drafted = fact('RequestDrafted', { requesterId: 'union.asker', lines: [] });
const submitted = fact('RequestSubmitted', { requesterId: 'union.asker', lines: [], requestVersion: 1 });
const publish = (history: ReturnType<typeof past>[], by = planner) =>
  given(...history).when(publishRequest, by, at, { requestId }, undefined);
const withhold = (history: ReturnType<typeof past>[], by = planner) =>
  given(...history).when(withholdRequest, by, at, { requestId, reason: 'not for all' }, undefined);

it('is published once it was submitted, withdrawn or not, and withheld again, as often as its party wants', async () => {
  expect((await publish([drafted, submitted])).facts.map((f) => f.type)).toEqual(['RequestPublished']);
  expect((await publish([drafted, submitted, fact('RequestWithdrawn')])).facts).toHaveLength(1);
  const shown = [drafted, submitted, fact('RequestPublished')];
  expect((await withhold(shown)).facts.map((f) => f.type)).toEqual(['RequestWithheld']);
  expect((await publish([...shown, fact('RequestWithheld')])).facts).toHaveLength(1);
});

it('is refused for a draft, for another party, twice, and where there is nothing', async () => {
  expect((await publish([])).refusal?.code).toBe('REQUEST_UNKNOWN');
  expect((await publish([drafted])).refusal?.code).toBe('REQUEST_NOT_SUBMITTED');
  expect((await publish([drafted, submitted], actor('north', 'requestingPlanner'))).refusal?.code).toBe(
    'REQUEST_NOT_YOURS',
  );
  expect((await publish([drafted, submitted, fact('RequestPublished')])).refusal?.code).toBe(
    'REQUEST_ALREADY_PUBLISHED',
  );
  expect((await withhold([drafted, submitted])).refusal?.code).toBe('REQUEST_NOT_PUBLISHED');
  expect(
    (await withhold([drafted, submitted, fact('RequestPublished')], actor('north', 'requestingPlanner'))).refusal?.code,
  ).toBe('REQUEST_NOT_YOURS');
});
