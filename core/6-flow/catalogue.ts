import {
  askConsent,
  deriveAuthority,
  endStandIn,
  giveOpinion,
  grantConsent,
  type LawPort,
  lapseConsent,
  nameStandIn,
  refuseConsent,
  remindConsent,
  seekConsents,
  takeLaw,
  withdrawConsent,
} from '@muster/decision';
import {
  acceptOrder,
  attestPresence,
  checkIn,
  comeHome,
  correctPerson,
  declineSeats,
  demobilise,
  erasePerson,
  issueOrders,
  mobilise,
  nameRoster,
  notePastDeployment,
  notePerson,
  orderMission,
  personInPlainSchema,
  readParticulars,
  releasePeople,
  strikeFromRoster,
} from '@muster/deployment';
import {
  closeOrganisation,
  endRole,
  giveRole,
  keepDirectory,
  moveOrganisation,
  noteOrganisation,
  setSetting,
} from '@muster/directory';
import {
  breakPlan,
  commitPlan,
  type LevelChecker,
  offerPools,
  overtakePlan,
  proposePlan,
  releasePlan,
  revisePlan,
} from '@muster/plan';
import {
  amendRequest,
  draftRequest,
  publishRequest,
  submitRequest,
  withdrawRequest,
  withholdRequest,
} from '@muster/request';
import type { Act, Fact } from '@muster/terms';
import type { z } from 'zod';

/** What deciders may ask: nothing but the law, and what comes to the same whoever adds it up. */
export interface Tools {
  readonly law: LawPort;
  readonly levelChecker?: LevelChecker | undefined;
}

/**
 * An act of which the catalogue knows no more than that its own parts fit together.
 * `never` where a part takes its data, since only the act's own schema makes data it can take.
 */
export type AnyAct = Act<string, never, never, Fact, Tools>;

/** Everything that can be done. HTTP routes, OpenAPI, the typed client, the CLI and the docs are derived from this. */
export const catalogue = {
  TakeLaw: takeLaw,
  KeepDirectory: keepDirectory,
  NoteOrganisation: noteOrganisation,
  MoveOrganisation: moveOrganisation,
  CloseOrganisation: closeOrganisation,
  GiveRole: giveRole,
  EndRole: endRole,
  SetSetting: setSetting,
  DraftRequest: draftRequest,
  AmendRequest: amendRequest,
  SubmitRequest: submitRequest,
  WithdrawRequest: withdrawRequest,
  PublishRequest: publishRequest,
  WithholdRequest: withholdRequest,
  DeriveAuthority: deriveAuthority,
  GiveOpinion: giveOpinion,
  SeekConsents: seekConsents,
  AskConsent: askConsent,
  GrantConsent: grantConsent,
  RefuseConsent: refuseConsent,
  RemindConsent: remindConsent,
  LapseConsent: lapseConsent,
  WithdrawConsent: withdrawConsent,
  NameStandIn: nameStandIn,
  EndStandIn: endStandIn,
  OfferPools: offerPools,
  ProposePlan: proposePlan,
  BreakPlan: breakPlan,
  OvertakePlan: overtakePlan,
  RevisePlan: revisePlan,
  CommitPlan: commitPlan,
  ReleasePlan: releasePlan,
  NotePastDeployment: notePastDeployment,
  NotePerson: notePerson,
  CorrectPerson: correctPerson,
  ReadParticulars: readParticulars,
  ErasePerson: erasePerson,
  IssueOrders: issueOrders,
  AcceptOrder: acceptOrder,
  DeclineSeats: declineSeats,
  NameRoster: nameRoster,
  StrikeFromRoster: strikeFromRoster,
  OrderMission: orderMission,
  Mobilise: mobilise,
  CheckIn: checkIn,
  AttestPresence: attestPresence,
  ReleasePeople: releasePeople,
  Demobilise: demobilise,
  ComeHome: comeHome,
} as const;

/**
 * Only the house gives these. A plan is one its own solver has made: that no better plan exists rests on
 * the solver's word, so nobody may bring a plan with a proof of their own. Particulars are read where they are shown.
 */
const givenByTheHouse: readonly string[] = ['ProposePlan', 'RevisePlan', 'ReadParticulars'];

/** Whether people may give the command from outside; the rest the flow and the house give. */
export const isGivenByPeople = (name: CommandName): boolean =>
  !givenByTheHouse.includes(name) && catalogue[name].who.some((role) => role !== 'flow');

/** The commands that say who somebody is: what people give in plain the door seals, and the act knows it sealed only. */
const sealedAtTheDoor = { NotePerson: personInPlainSchema, CorrectPerson: personInPlainSchema } as const;
export type SealedCommandName = keyof typeof sealedAtTheDoor;

export const isSealedAtTheDoor = (name: string): name is SealedCommandName => Object.hasOwn(sealedAtTheDoor, name);

/** The data of a command as people give it. */
export const givenSchema = (name: CommandName): z.ZodType =>
  isSealedAtTheDoor(name) ? sealedAtTheDoor[name] : catalogue[name].data;

export type CommandName = keyof typeof catalogue;

export const commandNames = Object.keys(catalogue) as CommandName[];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(catalogue, name);
