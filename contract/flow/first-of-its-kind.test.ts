import { requestId, source, toyTerms } from '@muster/decision/testing';
import { carryOut, gatherOutcome, type RecordPort } from '@muster/flow';
import { houseInMemory } from '@muster/house/testing';
import { openMemoryRecord } from '@muster/record-memory';
import { expect, it } from 'vitest';
import { play, scenarioNamed } from '../scenarios/golden.ts';
import { giveAll, meansOver, sourcing, streamsIn, typesIn, wholeStory } from './toy-flow.ts';

const note = (id: string, placeId: string) => ({
  commandId: `cmd_${id}` as never,
  name: 'NotePastDeployment',
  at: '2025-05-09T12:00:00Z' as never,
  by: sourcing,
  data: {
    deploymentId: `dep_${id}`,
    statusId: 'militia',
    delegationIds: [],
    taskId: 'carry',
    placeId,
    lenderId: 'isle',
    people: 30,
    period: { fromOn: '2024-01-01', toOn: '2024-02-01' },
    source,
  },
});

const outcomeIn = async (record: RecordPort) => {
  const outcome = await gatherOutcome((stream) => record.read(stream), requestId, toyTerms);
  if (!outcome) throw new Error('The toy request is not there.');
  return outcome;
};

const first = (where: string) =>
  `First of its kind: the record holds no deployment of militia people doing carry in ${where}.`;

it('every decider is shown what is first of its kind, until the record has seen it', async () => {
  const record = openMemoryRecord();
  await giveAll(record, wholeStory);
  const before = await outcomeIn(record);
  expect(before.authority.tasks.flatMap((t) => t.cells.map((c) => c.firstOfItsKind))).toEqual([
    first('south-land or north-land'),
    first('south-land or north-land'),
  ]);
  const consents = Object.fromEntries(before.consents.map((c) => [`${c.party.id} ${c.capacity.id}`, c.firstOfItsKind]));
  expect(consents).toEqual({
    'north lender': [first('south-land or north-land')],
    'south lender': [first('south-land or north-land')],
    'south host': [first('south-land')],
    'north host': [first('north-land')],
  });

  await carryOut(meansOver(record), note('south', 'south-land'));
  const after = await outcomeIn(record);
  expect(after.authority.tasks.flatMap((t) => t.cells.map((c) => c.firstOfItsKind))).toEqual([
    first('north-land'),
    first('north-land'),
  ]);
  expect(after.consents.find((c) => c.party.id === 'south' && c.side === 'host')?.firstOfItsKind).toEqual([]);
  expect(after.authority.seen).toEqual([
    {
      status: { id: 'militia', name: 'militia' },
      task: { id: 'carry', name: 'carry' },
      place: { id: 'south-land', name: 'south-land' },
      firstOfItsKind: false,
      deployments: 1,
      lastOn: '2024-01-31',
      lastPeople: 30,
      words:
        'The record holds 1 deployment of militia people doing carry in south-land, of 30 people, from 2024-01-01 to 2024-01-31.',
    },
    expect.objectContaining({ place: { id: 'north-land', name: 'north-land' }, firstOfItsKind: true, deployments: 0 }),
  ]);

  await carryOut(meansOver(record), note('north', 'north-land'));
  const seen = await outcomeIn(record);
  expect(seen.authority.tasks.flatMap((t) => t.cells.filter((c) => 'firstOfItsKind' in c))).toEqual([]);
});

it('nothing is decided otherwise by it', async () => {
  const [told, untold] = [openMemoryRecord(), openMemoryRecord()];
  await giveAll(told, [note('south', 'south-land'), ...wholeStory]);
  await giveAll(untold, wholeStory);
  const { 'deployments/south-land': deployments, ...rest } = await streamsIn(told);
  expect(deployments).toHaveLength(1);
  expect(rest).toEqual(await streamsIn(untold));
});

it('two scenarios that note the same deployment note it once', async () => {
  const house = await houseInMemory();
  await play(house, scenarioNamed('article'), 4);
  await play(house, scenarioNamed('hurricane'), 2);
  expect(await typesIn(house.record)).toEqual(['LawTaken', ...new Array(4).fill('PastDeploymentNoted')]);
});
