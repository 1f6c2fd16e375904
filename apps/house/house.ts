import type { Accounts } from '@muster/accounts-sql';
import { type DecisionPicture, gatherDecision, type Hypothesis } from '@muster/decision';
import { type StandIn, type StandInFact, standInsIn } from '@muster/decision/events';
import type { AnyFact, Cursor } from '@muster/flow';
import {
  type Answer,
  asKnown,
  contributions,
  followEvent,
  type GivenCommand,
  gatherOutcome,
  gatherWhatIf,
  knownRecord,
  lapseSilent,
  type OrderSummary,
  type Outcome,
  ordersBoard,
  type PersonKeys,
  type PersonRead,
  type Planned,
  type PlanningMeans,
  type PlanOrder,
  planRequest,
  type ReadOrder,
  type RequestSummary,
  readBoard,
  readOrders,
  readPerson,
  remindSilent,
  requestBoard,
  type StoryEntry,
  takeIn,
  tell,
  type WhatIf,
} from '@muster/flow';
import type { Jobs } from '@muster/jobs-graphile';
import { gatherPicture, type PlanningPicture, type PlanWatch } from '@muster/plan';
import type { PlanProblem } from '@muster/plan/problem';
import { type HypothesisWords, type LoadedPack, readHypothesis, wordFaultText } from '@muster/policy-cedar';
import type { RecordFigures, SqlRecord } from '@muster/record-sql';
import {
  type CommandId,
  type Instant,
  isRefusal,
  type PartyId,
  type ReadStream,
  type Recorded,
  type Refusal,
  type RequestId,
  standInStream,
} from '@muster/terms';
import { asSeen, type OnRead, type SeenPosition } from './as-seen.ts';
import { type HouseDirectory, houseDirectory } from './house-directory.ts';
import { type HouseJobs, houseJobs } from './house-jobs.ts';
import type { HouseLog } from './house-log.ts';
import { type HouseSight, houseSight } from './house-sight.ts';
import type { HouseWitnesses } from './house-witnesses.ts';
import { meteredPlan, meteredRecord } from './metered.ts';
import { planningProblem } from './planning-problem.ts';
import { lawTaken, underLaw } from './under-law.ts';

type SoundPack = Extract<LoadedPack, { outcome: 'loaded' }>;

/** One running Muster: the record, the law and the solver, and what can be asked of them together. */
export interface House extends PlanningMeans {
  /** Where the record is kept, in words a person understands; never a password. */
  readonly where: string;
  /** What proves the record to outsiders. */
  readonly log: HouseLog;
  /** Who else keeps the newest checkpoint, so that the log cannot show two histories. */
  readonly witnesses: HouseWitnesses;
  /** Who may log in, and how: no part of the record. */
  readonly accounts: Accounts;
  /** Organisations, roles and settings: who may act for whom. */
  readonly directory: HouseDirectory;
  /** Who sees what. */
  readonly sight: HouseSight;
  /**
   * Takes a command in: who somebody is is sealed before it is carried out. With `looks`, only on what its giver has
   * seen: else `SeenMoved` is thrown.
   */
  carryOut(command: GivenCommand, looks?: readonly SeenPosition[]): Promise<Answer>;
  /** `watch` hears how far it is, and can end it: then nothing is recorded. */
  plan(order: PlanOrder, watch?: PlanWatch, looks?: readonly SeenPosition[]): Promise<Planned>;
  outcome(requestId: RequestId, onRead?: OnRead): Promise<Outcome | undefined>;
  /** What law, counsel and sovereigns have decided on a request, as plan and check-in must respect it. */
  decided(requestId: RequestId): Promise<DecisionPicture>;
  /** All that a plan of it must respect, as the record has it. */
  planning(requestId: RequestId): Promise<PlanningPicture>;
  /** The same as plain data, with the plan that stands: for trying another plan elsewhere. */
  planningProblem(requestId: RequestId, onRead?: OnRead): Promise<PlanProblem | Refusal>;
  /** A hypothesis as people type it, in the words of the law pack. */
  readHypothesis(words: HypothesisWords): HypothesisRead;
  /** Which lines would live or die if something were otherwise: by law, counsel and consents alone. Nothing is recorded. */
  whatIf(requestId: RequestId, hypothesis: Hypothesis): Promise<WhatIf | Refusal>;
  /** Who a person is, for their lender's coordinator alone; that it was read is recorded first. */
  readPerson(order: ReadOrder, onRead?: OnRead): Promise<PersonRead | Refusal>;
  /** Who may stand in for a sovereign, over all requests, and who might once. */
  standIns(partyId: PartyId, onRead?: OnRead): Promise<readonly StandIn[]>;
  requests(): Promise<RequestSummary[]>;
  /** What became of each lender's order for a request; none where nothing was ordered. */
  orders(requestId: RequestId): Promise<OrderSummary[]>;
  story(after: Cursor | undefined, limit: number): Promise<StoryPage>;
  /** Closes every consent whose last day has gone by in silence, and calls to mind those that are due a reminder. */
  keepDates(at: Instant): Promise<KeptDates>;
  /** Makes what is kept of views anew from the events, while others go on. Gives how much was read. */
  rebuildViews(onProgress?: (events: number, of: number) => void): ReturnType<RebuildViews>;
  /** Whether it can serve now: the database answers and is the right one, and nothing bars the log. */
  standing(): Promise<HouseStanding>;
  /** What is done later; a record in memory has none, and is looked through in rounds. */
  readonly jobs: HouseJobs | undefined;
  /** What whoever runs it watches; nothing of a record in memory. */
  figures(): Promise<RecordFigures | undefined>;
  close(): Promise<void>;
}

/** A hypothesis, or every word in it that the law pack does not know, with what was probably meant. */
export type HypothesisRead =
  | { readonly hypothesis: Hypothesis }
  | { readonly faults: readonly { readonly option: keyof HypothesisWords; readonly problem: string }[] };

/** How many consents were closed, and how many called to mind. */
export interface KeptDates {
  readonly lapsed: number;
  readonly reminded: number;
}

export interface StoryPage {
  readonly entries: readonly StoryEntry[];
  readonly next: Cursor | undefined;
}

/** Ready, or the first thing that stands in the way. */
export type HouseStanding =
  | { readonly state: 'ready' }
  | { readonly state: 'notReady'; readonly code: string; readonly why: string };

/** Is told how long what cost how much, for whoever counts. */
export interface HouseMeter {
  appended(outcome: 'recorded' | 'repeated' | 'commandReused' | 'clashed' | 'failed', ms: number): void;
  planned(outcome: 'proposed' | 'refused' | 'unsolved' | 'failed', ms: number): void;
}

type RebuildViews = SqlRecord['rebuildViews'];

export interface HouseParts extends PlanningMeans {
  /** A record in memory has no need to: it has no views but those it was just given. */
  readonly rebuildViews?: RebuildViews;
  readonly health?: SqlRecord['health'];
  readonly figures?: SqlRecord['figures'];
  readonly meter?: HouseMeter | undefined;
  readonly jobs?: Jobs | undefined;
  readonly keys: PersonKeys;
  readonly log: HouseLog;
  readonly witnesses: HouseWitnesses;
  readonly accounts: Accounts;
}

/** Puts a house together from its parts: the law pack as it was read, and a record that is kept under it. */
export function house(parts: HouseParts, pack: SoundPack, where: string, close: () => Promise<void>): House {
  const { book } = pack;
  const record = underLaw(knownRecord(meteredRecord(parts.record, parts.meter)), parts, lawTaken(pack));
  const means = { ...parts, record };
  const { law } = means;
  const reading =
    (onRead: OnRead = () => {}): ReadStream =>
    async (stream) => {
      const events = await record.read(stream);
      onRead(stream, events.length);
      return events;
    };
  const held = (commandId: CommandId, looks?: readonly SeenPosition[]) =>
    looks ? { ...means, record: asSeen(record, commandId, looks) } : means;
  const planning = (requestId: RequestId, onRead?: OnRead) => gatherPicture(reading(onRead), { requestId });
  const mindDates = async (requestId: RequestId, at: Instant) => ({
    lapsed: await lapseSilent(means, requestId, at),
    reminded: await remindSilent(means, requestId, at),
  });
  const follow = async (event: Recorded<AnyFact>) => {
    const { isDone } = await followEvent(means, event);
    if (!isDone) throw new Error('What follows from it clashed with other commands.');
  };
  const jobs =
    parts.jobs &&
    houseJobs({ jobs: parts.jobs, record, follow, mindDates: async (...which) => void (await mindDates(...which)) });
  return {
    ...means,
    where,
    directory: houseDirectory(means),
    sight: houseSight(record, law),
    carryOut: (command, looks) => takeIn(held(command.commandId, looks), command),
    readPerson: (order, onRead) => readPerson({ ...means, record: { ...record, read: reading(onRead) } }, order),
    standIns: async (partyId, onRead) =>
      standInsIn((await reading(onRead)(standInStream(partyId))) as Recorded<StandInFact>[]),
    plan: (order, watch, looks) =>
      meteredPlan(parts.meter, () => planRequest(held(order.commandId, looks), order, watch)),
    outcome: (requestId, onRead) => gatherOutcome(reading(onRead), requestId, law.terms),
    decided: (requestId) => gatherDecision((stream) => record.read(stream), { requestId }),
    planning,
    planningProblem: async (requestId, onRead) => planningProblem(requestId, await planning(requestId, onRead), law),
    readHypothesis: (words) => {
      const read = readHypothesis(book, words);
      if ('hypothesis' in read) return read;
      return { faults: read.faults.map((fault) => ({ option: fault.option, problem: wordFaultText(fault) })) };
    },
    whatIf: async (requestId, hypothesis) => {
      const found = await gatherWhatIf((stream) => record.read(stream), requestId, law, hypothesis);
      return isRefusal(found) ? found : { ...found, disclaimer: book.heading.disclaimer.trim() };
    },
    requests: async () => readBoard(await record.view(requestBoard), law.terms),
    orders: async (requestId) => readOrders(await record.view(ordersBoard, requestId), law.terms),
    story: async (after, limit) => {
      const page = await record.tail(after, limit);
      return { entries: page.events.map((e) => tell(e as Recorded<AnyFact>, law.terms)), next: page.next };
    },
    keepDates: async (at) => {
      const keys = new Set((await record.view(requestBoard)).map((p) => p.key as RequestId));
      let [lapsed, reminded] = [0, 0];
      const troubles: unknown[] = [];
      for (const requestId of keys) {
        try {
          const minded = await mindDates(requestId, at);
          lapsed += minded.lapsed;
          reminded += minded.reminded;
        } catch (trouble) {
          // One request's trouble keeps no other waiting; it is told once all have been looked through.
          troubles.push(trouble);
        }
      }
      if (troubles.length > 0) throw troubles[0];
      return { lapsed, reminded };
    },
    rebuildViews: async (onProgress) =>
      (parts.rebuildViews ?? nothingToRebuild)((stream, events) => {
        const facts = events.map((event) => asKnown(event).fact as AnyFact);
        return contributions(stream, facts);
      }, onProgress),
    standing: () => houseStanding(parts),
    jobs,
    figures: async () => parts.figures?.(),
    close,
  };
}

async function houseStanding({ health, witnesses }: HouseParts): Promise<HouseStanding> {
  const record = await health?.();
  if (record?.state === 'ill') return { state: 'notReady', code: record.code, why: record.why };
  const barred = await witnesses.barred();
  return barred ? { state: 'notReady', ...barred } : { state: 'ready' };
}

const nothingToRebuild: RebuildViews = async () => ({ streams: 0, events: 0 });
