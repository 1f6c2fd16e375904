import { type LawPort, serviceKindSchema } from '@muster/decision/events';
import {
  type Act,
  dayOf,
  deploymentIdSchema,
  deploymentsStream,
  type Fault,
  partyIdSchema,
  periodSchema,
  placeIdSchema,
  type ReadStream,
  refuse,
  somePeopleSchema,
  sourceSchema,
  taskIdSchema,
} from '@muster/terms';
import { z } from 'zod';
import type { DeploymentFact, PastDeploymentNoted } from './events.ts';

const data = z.strictObject({
  deploymentId: deploymentIdSchema,
  ...serviceKindSchema.shape,
  taskId: taskIdSchema,
  placeId: placeIdSchema,
  lenderId: partyIdSchema,
  people: somePeopleSchema,
  period: periodSchema,
  source: sourceSchema,
});
type Data = z.infer<typeof data>;

/** Whether the place has a deployment under this id. */
interface NoteState {
  readonly noted: boolean;
}

async function gather(read: ReadStream, { placeId, deploymentId }: Data): Promise<NoteState> {
  const before = await read(deploymentsStream(placeId));
  return { noted: before.some((e) => (e.fact as DeploymentFact).data.deploymentId === deploymentId) };
}

/** Notes a deployment that is over, so that deciders see what has been done before and what would be first of its kind. */
export const notePastDeployment: Act<'NotePastDeployment', Data, NoteState, PastDeploymentNoted, { law: LawPort }> = {
  name: 'NotePastDeployment',
  doc: 'Note a deployment that is over: how many people of a lender did which task where, under which status, and who says so. Counts only.',
  who: ['sourcingOfficer', 'deploymentDesk', 'programmeOfficer'],
  data,
  writes: (d) => deploymentsStream(d.placeId),
  gather,
  decide: ({ noted }, { at, data: deployment }, { law }) => {
    const { deploymentId, placeId, period } = deployment;
    const asked = `To note the past deployment "${deploymentId}" in ${placeId}.`;
    const faults = unknownTerms(deployment, law);
    if (faults.length > 0) {
      return refuse('DECISION_TERM_UNKNOWN', {
        asked,
        why: `${faults[0]?.field} ${faults[0]?.problem}.`,
        allowed: `Use the words of the law pack ${law.pack}, as its terms list them.`,
        faults,
      });
    }
    if (noted) {
      return refuse('DEPLOYMENT_EXISTS', {
        asked,
        why: `A deployment is noted in ${placeId} under this id.`,
        allowed: 'Give each deployment of a place an id of its own.',
      });
    }
    if (period.toOn > dayOf(at)) {
      return refuse('DEPLOYMENT_NOT_PAST', {
        asked,
        why: `Its last day is the day before ${period.toOn}, and today is ${dayOf(at)}: it is not over.`,
        allowed: 'Note it when it is over, or only the days that have gone by.',
      });
    }
    return [{ type: 'PastDeploymentNoted', version: 1, data: deployment }];
  },
};

function unknownTerms(d: Data, { terms }: LawPort): Fault[] {
  const known = (field: string, word: string, words: ReadonlyMap<string, unknown>): Fault[] =>
    words.has(word) ? [] : [{ field, problem: `names "${word}", which the law pack does not know` }];
  return [
    ...known('statusId', d.statusId, terms.statuses),
    ...d.delegationIds.flatMap((id, i) => known(`delegationIds.${i}`, id, terms.delegations)),
    ...known('taskId', d.taskId, terms.tasks),
    ...known('placeId', d.placeId, terms.places),
    ...known('lenderId', d.lenderId, terms.parties),
  ];
}
