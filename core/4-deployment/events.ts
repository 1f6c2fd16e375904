import type {
  DelegationId,
  DeploymentId,
  Fact,
  PartyId,
  People,
  Period,
  PlaceId,
  Source,
  StatusId,
  TaskId,
} from '@muster/terms';

/** So many people of a lender did a task in a place under a status, as a source tells it. Counts only: never who they were. */
export type PastDeploymentNoted = Fact<
  'PastDeploymentNoted',
  {
    readonly deploymentId: DeploymentId;
    readonly statusId: StatusId;
    /** Empty where the source names none. */
    readonly delegationIds: readonly DelegationId[];
    readonly taskId: TaskId;
    /** Where they worked: the host's place. */
    readonly placeId: PlaceId;
    readonly lenderId: PartyId;
    /** As the source counts them; where it counts several tasks together, its words say so. */
    readonly people: People;
    /** The days for which the source shows them there. */
    readonly period: Period;
    readonly source: Source;
  },
  1
>;

export type DeploymentFact = PastDeploymentNoted;
