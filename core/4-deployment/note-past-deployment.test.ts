import { source, toyLaw } from '@muster/decision/testing';
import { deploymentsStream, type PlaceId } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import { describe, expect, it } from 'vitest';
import { notePastDeployment } from './note-past-deployment.ts';

const desk = actor('union.defense', 'deploymentDesk');
const at = '2025-05-10T12:00:00Z';
const tools = { law: toyLaw };
const deployment = {
  deploymentId: 'dep_flood',
  statusId: 'militia',
  delegationIds: [],
  taskId: 'carry',
  placeId: 'south-land',
  lenderId: 'north',
  people: 40,
  period: { fromOn: '2024-04-01', toOn: '2024-05-01' },
  source,
};
const noted = (over: object = {}) =>
  past(deploymentsStream((over as { placeId?: PlaceId }).placeId ?? ('south-land' as PlaceId)), {
    type: 'PastDeploymentNoted',
    version: 1,
    data: { ...deployment, ...over },
  });
const note = (over: object = {}, ...history: ReturnType<typeof noted>[]) =>
  given(...history).when(notePastDeployment, desk, at, { ...deployment, ...over }, tools);

describe('NotePastDeployment', () => {
  it('records how many did what where, and who says so', async () => {
    const { facts } = await note({}, noted({ deploymentId: 'dep_other' }));
    expect(facts).toEqual([{ type: 'PastDeploymentNoted', version: 1, data: deployment }]);
    expect(notePastDeployment.writes(deployment as never)).toBe('deployments/south-land');
  });

  it('takes what ended yesterday, and not what has a day to come', async () => {
    expect((await note({ period: { fromOn: '2025-05-01', toOn: '2025-05-10' } })).facts).toHaveLength(1);
    const { refusal } = await note({ period: { fromOn: '2025-05-01', toOn: '2025-05-11' } });
    expect(refusal?.code).toBe('DEPLOYMENT_NOT_PAST');
  });

  it('is noted once under its id, in its place', async () => {
    expect((await note({}, noted())).refusal?.code).toBe('DEPLOYMENT_EXISTS');
    expect((await note({}, noted({ placeId: 'north-land' }))).facts).toHaveLength(1);
  });

  it('uses words the law knows, and names every one it does not', async () => {
    const strange = {
      statusId: 'pirate',
      delegationIds: ['letter'],
      taskId: 'plunder',
      placeId: 'moon',
      lenderId: 'sea',
    };
    const { refusal } = await note(strange);
    expect(refusal?.code).toBe('DECISION_TERM_UNKNOWN');
    const fields = ['statusId', 'delegationIds.0', 'taskId', 'placeId', 'lenderId'];
    expect(refusal?.faults?.map((f) => f.field)).toEqual(fields);
  });

  it.each([
    ['nobody', { people: 0 }, 'must be at least one person'],
    ['no days', { period: { fromOn: '2024-05-01', toOn: '2024-05-01' } }, 'must end after it begins'],
    ['no id of a deployment', { deploymentId: 'flood' }, 'must be an id like dep_'],
    ['persons', { persons: ['somebody'] }, 'Unrecognized key'],
  ])('is not read with %s', (_what, over, problem) => {
    const parsed = notePastDeployment.data.safeParse({ ...deployment, ...over });
    expect(parsed.error?.issues.map((i) => i.message).join()).toContain(problem);
  });
});
