import { type CommandName, commandNames, isGivenByPeople } from '@muster/flow';
import { houseInMemory } from '@muster/house/testing';
import { stepCommands } from '@muster/scenarios';
import type { CommandId, Instant, PartyId, PersonId } from '@muster/terms';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { exampleOf } from './examples.ts';
import { giving, serverInMemory, storm, stormBefore } from './testing.ts';

/** What was carried out, over all tests of this file. */
const carriedOut = new Set<string>();
const closing: FastifyInstance[] = [];
afterEach(() => Promise.all(closing.splice(0).map((app) => app.close())));

async function serve(terms: Parameters<typeof serverInMemory>[0]) {
  const { app } = await serverInMemory(terms);
  closing.push(app);
  const { paths } = (await app.inject('/api/openapi.json')).json();
  return async (name: CommandName, id: string = name.toLowerCase()) => {
    // The example as the document itself shows it.
    const { example } = paths[`/api/commands/${name}`].post.requestBody.content['application/json'];
    const answer = await app.inject(giving(`/api/commands/${name}`, { commandId: `cmd_${id}`, ...example }));
    expect([name, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([name, 200, '']);
    carriedOut.add(name);
  };
}

it('the hurricane’s own commands are carried out as the document shows them', async () => {
  const house = await houseInMemory();
  let at = '2024-10-05T12:00:00Z' as Instant;
  const give = await serve({ house, now: () => at });
  for (const step of storm.steps) {
    if (step.step === 'lapse') continue;
    if (step.step === 'plan') {
      const { id: commandId, by, planId, orderOn, travelKmPerDay } = step;
      await house.plan({ commandId, at: step.at, by, requestId: storm.requestId, planId, orderOn, travelKmPerDay });
      continue;
    }
    for (const command of stepCommands(storm, step)) {
      at = command.at;
      const name = command.name as CommandName;
      const isExample = JSON.stringify(exampleOf(name)?.data) === JSON.stringify(command.data);
      if (isExample && !carriedOut.has(name)) await give(name, String(command.commandId).slice(4));
      else await house.carryOut(command);
    }
  }
});

it('those of an answer and of the order to plan are', async () => {
  const asked = await serve({
    house: await stormBefore('cmd_hurricane-07-answer'),
    now: () => '2024-10-06T11:00:00Z' as Instant,
  });
  await asked('RefuseConsent');
  const house = await stormBefore('cmd_hurricane-09-plan');
  const { app } = await serverInMemory({ house, now: () => '2024-10-07T01:00:00Z' as Instant });
  closing.push(app);
  const { paths } = (await app.inject('/api/openapi.json')).json();
  const { example } = paths['/api/requests/{requestId}/plan'].post.requestBody.content['application/json'];
  const planned = await app.inject(
    giving(`/api/requests/${storm.requestId}/plan`, { commandId: 'cmd_plan', ...example }),
  );
  expect([planned.statusCode, planned.json().facts?.[0]?.type]).toEqual([200, 'PlanProposed']);
});

it('those of requests, stand-ins, past deployments and people are', async () => {
  const house = await stormBefore('cmd_hurricane-02-submit');
  const give = await serve({ house, now: () => '2024-10-05T13:00:00Z' as Instant });
  const order = [
    'AmendRequest',
    'WithdrawRequest',
    'NameStandIn',
    'EndStandIn',
    'NotePastDeployment',
    'NotePerson',
  ] as const;
  for (const name of [...order, 'CorrectPerson', 'ErasePerson'] as const) await give(name);
});

it('those of orders and tours are, from a committed plan until the people are home', async () => {
  const house = await stormBefore('cmd_hurricane-10-withdraw');
  let at = '2024-10-07T12:00:00Z' as Instant;
  const give = await serve({ house, now: () => at });
  const { app } = await serverInMemory({ house, now: () => at });
  closing.push(app);
  const kinds = [{ statusId: 'stateActiveDuty', delegationIds: [] }];
  const { seats } = (exampleOf('NameRoster') as { data: { seats: { personId: string }[] } }).data;
  const { by } = exampleOf('AcceptOrder') as { by: object };
  const nurse = {
    lenderId: 'us.tn',
    personId: seats[0]?.personId,
    particulars: { name: 'C. Example' },
    skillIds: ['medical'],
    kinds,
  };
  const noted = await app.inject(giving('/api/commands/NotePerson', { commandId: 'cmd_nurse', by, data: nurse }));
  expect(noted.statusCode, noted.body).toBe(200);
  for (const name of ['AcceptOrder', 'DeclineSeats', 'NameRoster', 'StrikeFromRoster'] as const) await give(name);
  await give('NameRoster', 'name-again');
  await give('OrderMission');
  at = '2024-10-24T12:00:00Z' as Instant;
  const figures = async () =>
    ((await app.inject('/api/requests/req_2024-10-storm/orders')).json() as { lenderId: string }[]).find(
      ({ lenderId }) => lenderId === 'us.tn',
    );
  for (const name of ['Mobilise', 'CheckIn', 'AttestPresence'] as const) await give(name);
  expect(await figures()).toMatchObject({ ordered: 120, accepted: true, declined: 5, named: 0, present: 1 });
  for (const name of ['ReleasePeople', 'Demobilise', 'ComeHome'] as const) await give(name);
  expect(await figures()).toMatchObject({ present: 0, released: 0, home: 1 });
});

it('those of publishing are, once a request was submitted', async () => {
  const house = await stormBefore('cmd_hurricane-03-authority');
  const give = await serve({ house, now: () => '2024-10-05T13:00:00Z' as Instant });
  for (const name of ['PublishRequest', 'WithholdRequest'] as const) await give(name);
});

it('those of the directory are, where it is kept', async () => {
  const house = await houseInMemory();
  const at = '2024-10-05T13:00:00Z' as Instant;
  const keeperId = 'us.emac' as PartyId;
  const administratorId = 'per_administrator' as PersonId;
  await house.directory.keep({ commandId: 'cmd_keep' as CommandId, at, keeperId, administratorId });
  await house.carryOut({
    ...{ commandId: 'cmd_south' as CommandId, name: 'NoteOrganisation', at },
    by: { personId: administratorId, partyId: keeperId, role: 'administrator' },
    data: { partyId: 'us.emac.south', name: 'Southern desk', withinId: 'us.emac', sovereignId: 'us.emac' },
  });
  const give = await serve({ house, now: () => at });
  for (const name of ['NoteOrganisation', 'GiveRole', 'EndRole', 'SetSetting', 'MoveOrganisation'] as const)
    await give(name);
  const south = { partyId: 'us.emac.south', withinId: 'us.emac', reason: 'It was moved for the example.' };
  const by = { personId: administratorId, partyId: keeperId, role: 'administrator' as const };
  await house.carryOut({ commandId: 'cmd_back' as CommandId, name: 'MoveOrganisation', at, by, data: south });
  await give('CloseOrganisation');
});

it('no command is without an example that was carried out', () => {
  expect([...carriedOut].sort()).toEqual(commandNames.filter(isGivenByPeople).sort());
});
