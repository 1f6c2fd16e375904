import type { ConsentFact, DecisionFact, LawTaken, StandInFact } from '@muster/decision/events';
import type { DeploymentFact, OrderFact, OrdersIssued, ServingPersonFact, TourFact } from '@muster/deployment/events';
import type { DirectoryFact } from '@muster/directory/events';
import type { CommitmentFact, OfferFact, PlanFact } from '@muster/plan/events';
import type { RequestFact } from '@muster/request/events';
import type { Fact, Refusal, RequestId } from '@muster/terms';

/** Somebody asked for something and was refused: kept, since what was not allowed is part of the story. */
export type CommandRefused = Fact<
  'CommandRefused',
  { readonly name: string; readonly refusal: Refusal; readonly requestId?: RequestId },
  1
>;

/** Every fact the record can hold. */
export type AnyFact =
  | DirectoryFact
  | RequestFact
  | LawTaken
  | DecisionFact
  | ConsentFact
  | StandInFact
  | OfferFact
  | PlanFact
  | CommitmentFact
  | DeploymentFact
  | ServingPersonFact
  | OrdersIssued
  | OrderFact
  | TourFact
  | CommandRefused;
