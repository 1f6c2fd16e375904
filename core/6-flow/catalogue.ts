import {
  askConsent,
  deriveAuthority,
  giveOpinion,
  grantConsent,
  type LawPort,
  lapseConsent,
  refuseConsent,
  seekConsents,
  withdrawConsent,
} from '@muster/decision';
import { breakPlan, offerPools, proposePlan, revisePlan } from '@muster/plan';
import { amendRequest, draftRequest, submitRequest, withdrawRequest } from '@muster/request';
import type { Act, Fact } from '@muster/terms';

/** What deciders may ask: nothing but the law. */
export interface Tools {
  readonly law: LawPort;
}

/**
 * An act of which the catalogue knows no more than that its own parts fit together.
 * `never` where a part takes its data, since only the act's own schema makes data it can take.
 */
export type AnyAct = Act<string, never, never, Fact, Tools>;

/** Everything that can be done. HTTP routes, OpenAPI, the typed client, the CLI and the docs are derived from this. */
export const catalogue = {
  DraftRequest: draftRequest,
  AmendRequest: amendRequest,
  SubmitRequest: submitRequest,
  WithdrawRequest: withdrawRequest,
  DeriveAuthority: deriveAuthority,
  GiveOpinion: giveOpinion,
  SeekConsents: seekConsents,
  AskConsent: askConsent,
  GrantConsent: grantConsent,
  RefuseConsent: refuseConsent,
  LapseConsent: lapseConsent,
  WithdrawConsent: withdrawConsent,
  OfferPools: offerPools,
  ProposePlan: proposePlan,
  BreakPlan: breakPlan,
  RevisePlan: revisePlan,
} as const;

export type CommandName = keyof typeof catalogue;

export const commandNames = Object.keys(catalogue) as CommandName[];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(catalogue, name);
