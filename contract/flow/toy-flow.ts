import { line, planner, requestId, source, toyLaw } from '@muster/decision/testing';
import {
  type Answer,
  carryOut,
  type GivenCommand,
  type Means,
  type PlanningMeans,
  type PlanOrder,
  type RecordPort,
} from '@muster/flow';
import type { ProblemSolver } from '@muster/plan';
import type { Actor, Recorded } from '@muster/terms';
import { actor } from '@muster/terms/testing';

export { planner };
export const sourcing = actor('union.defense', 'sourcingOfficer', 'per_sourcing');
export const counsel = actor('union.defense', 'counsel', 'per_counsel');
export const official = (partyId: string) => actor(partyId, 'consentingOfficial', `per_${partyId}`);
export const coordinator = (partyId: string) => actor(partyId, 'lenderCoordinator', `per_${partyId}-coordinator`);

const militia = { statusId: 'militia', delegationIds: [] };
/** Any moment: what a command says and who gives it decide, and answers must come before 20 May. */
const noon = '2025-05-10T12:00:00Z';

export const command = (id: string, by: Actor, name: string, data: object, at = noon): GivenCommand => ({
  commandId: `cmd_${id}` as never,
  name,
  by,
  at: at as never,
  data: { requestId, ...data },
});

const lines = [line('lin_a'), line('lin_b', { placeId: 'north-land', people: 4 })];

const opinion = {
  outcome: 'concur',
  criteria: ['cost', 'readiness', 'appropriateness', 'risk', 'legality', 'lethality'].map((criterion) => ({
    criterion,
    finding: 'met',
    evidence: 'seen in the papers',
    foundBy: 'office',
    source,
  })),
  conditions: [],
  clears: [],
  lapsesOn: '2026-01-01',
  words: 'read',
  source,
};

export const one = (partyId: string, capacity: 'lender' | 'host') => ({ partyId, capacity });
export const grant = (id: string, partyId: string, capacity: 'lender' | 'host', people = 10) =>
  command(id, official(partyId), 'GrantConsent', {
    ...one(partyId, capacity),
    people,
    conditions: {},
    words: 'Yes.',
    source,
  });
export const no = (id: string, name: 'RefuseConsent' | 'WithdrawConsent', partyId: string, by = official(partyId)) =>
  command(id, by, name, { ...one(partyId, 'lender'), reason: 'homeNeed', words: 'No.', source });
const deputy = actor('isle', 'consentingOfficial', 'per_deputy');
/** The north names somebody of the isle to answer for it, for this request. */
export const nameDeputy = command('name-deputy', official('north'), 'NameStandIn', {
  standInId: 'sta_deputy',
  partyId: 'north',
  capacities: ['lender'],
  personId: deputy.personId,
  ofPartyId: 'isle',
  period: { fromOn: '2025-05-01', toOn: '2025-06-01' },
  words: 'In absence.',
  source,
});
export const endDeputy: GivenCommand = {
  ...nameDeputy,
  commandId: 'cmd_end-deputy' as never,
  name: 'EndStandIn',
  data: { standInId: 'sta_deputy', partyId: 'north', reason: 'Back in office.' },
};
export const byDeputy = (answer: GivenCommand): GivenCommand => ({ ...answer, by: deputy });
export const offer = (id: string, lenderId: string, people = 10) =>
  command(id, coordinator(lenderId), 'OfferPools', {
    lenderId,
    reserve: 0,
    reserveSource: source,
    pools: [
      {
        poolId: `pol_${lenderId}`,
        skillId: 'porter',
        people,
        kinds: [militia],
        placeId: `${lenderId}-land`,
        readyDays: 0,
        personDayCents: 100,
        source,
      },
    ],
  });
export const opine = (id: string, requestVersion = 1) =>
  command(id, counsel, 'GiveOpinion', { ...opinion, requestVersion });
export const derive = (id: string) => command(id, sourcing, 'DeriveAuthority', { kinds: [militia] });
export const seek = (id: string, lenders: readonly string[]) =>
  command(id, sourcing, 'SeekConsents', {
    kinds: [militia],
    lenders: lenders.map((partyId) => ({ partyId, people: 12 })),
    answerByOn: '2025-05-20',
  });
export const amend = (id: string) =>
  command(id, planner, 'AmendRequest', { reason: 'better known', lines: [line('lin_a', { people: 14 })] });
export const submit = (id: string) => command(id, planner, 'SubmitRequest', {});
export const draft = (id: string, title = 'Help') =>
  command(id, planner, 'DraftRequest', {
    title,
    addresseeId: 'union.defense',
    people: 14,
    need: 'help',
    grounds: 'law',
    source,
    lines,
  });

/** A request from the ask to the answers: asked, reviewed, put to two states, answered, offered. */
export const wholeStory: readonly GivenCommand[] = [
  draft('draft'),
  submit('submit'),
  derive('derive'),
  opine('opine'),
  seek('seek', ['north', 'south']),
  offer('offer-north', 'north'),
  offer('offer-south', 'south'),
  grant('grant-north', 'north', 'lender'),
  grant('grant-south', 'south', 'lender', 6),
  grant('host-south', 'south', 'host'),
  grant('host-north', 'north', 'host'),
];

/** The commands of the story before the one with this id. */
export const before = (id: string): readonly GivenCommand[] =>
  wholeStory.slice(
    0,
    wholeStory.findIndex((c) => c.commandId === `cmd_${id}`),
  );

export const order = (id: string, over: Partial<PlanOrder> = {}): PlanOrder => ({
  commandId: `cmd_${id}` as never,
  at: noon as never,
  by: sourcing,
  requestId,
  planId: `pln_${id}` as never,
  orderOn: '2025-05-20' as never,
  travelKmPerDay: 2000,
  ...over,
});

export const meansOver = (record: RecordPort): Means => ({ record, law: toyLaw });
export const planningOver = (record: RecordPort, solver: ProblemSolver): PlanningMeans => ({
  ...meansOver(record),
  solver,
});

/** Gives commands one after another. */
export async function giveAll(record: RecordPort, commands: readonly GivenCommand[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const c of commands) answers.push(await carryOut(meansOver(record), c));
  return answers;
}

/** All that is recorded, in order, without the machine's clock. */
export async function recordedIn(record: RecordPort): Promise<Recorded[]> {
  const { events } = await record.tail(undefined, 10_000);
  return events.map(({ recordedAt: _, ...event }) => event);
}

/** All that is recorded, by stream: what order streams were written in is nobody's promise. */
export async function streamsIn(record: RecordPort): Promise<Record<string, Recorded[]>> {
  const streams: Record<string, Recorded[]> = {};
  for (const event of await recordedIn(record)) streams[event.stream] = [...(streams[event.stream] ?? []), event];
  return Object.fromEntries(Object.entries(streams).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const typesIn = async (record: RecordPort): Promise<string[]> =>
  (await recordedIn(record)).map((e) => e.fact.type);
export const codeOf = (answer: object): string | undefined => ('code' in answer ? String(answer.code) : undefined);
