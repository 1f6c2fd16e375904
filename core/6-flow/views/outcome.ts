import {
  type AuthorityDerived,
  type ConsentFact,
  type ConsentGranted,
  type ConsentRefused,
  type ConsentState,
  type ConsentWithdrawn,
  type DecisionFact,
  evolveConsent,
  type LawTerms,
  lastSubmitted,
  noConsent,
  type SoughtConsent,
  type StandIn,
  type StandInFact,
  standInsIn,
} from '@muster/decision/events';
import { filledThroughout, peopleAtFullest } from '@muster/plan';
import type { Plan, PlanFact } from '@muster/plan/events';
import type { Line, RequestFact } from '@muster/request/events';
import {
  consentStream,
  decisionStream,
  type PartyId,
  planStream,
  type ReadStream,
  type Recorded,
  type RequestId,
  refusalStream,
  requestStream,
  type StandInId,
  standInStream,
} from '@muster/terms';
import type { CommandRefused } from '../facts.ts';
import { brokenPlans } from './broken-plans.ts';
import type { Outcome } from './outcome-schema.ts';
import { gatherSeenOf, type SeenOf } from './outcome-seen.ts';
import { conditionWords } from './story.ts';
import { tally, type Words, words } from './words.ts';

/** The whole of one request as it stands: who asked, what the law says, who consented, who goes, and why some do not. */
export async function gatherOutcome(
  read: ReadStream,
  requestId: RequestId,
  terms: LawTerms,
): Promise<Outcome | undefined> {
  const requestEvents = (await read(requestStream(requestId))) as Recorded<RequestFact>[];
  const found = requestPart(requestEvents, terms);
  if (!found) return undefined;
  const { people: asked, ...request } = found;
  const say = words(terms);
  const decided = (await read(decisionStream(requestId))) as Recorded<DecisionFact>[];
  const planned = (await read(planStream(requestId))) as Recorded<PlanFact>[];
  const refused = await refusedOf(read, request);
  // What was sought for a version that has changed materially since is no consent to this one.
  const since = lastSubmitted(requestEvents)?.sameSince ?? 0;
  const sought = decided.flatMap(({ fact }) =>
    fact.type === 'ConsentsSought' && fact.data.requestVersion >= since
      ? fact.data.consents.map((consent) => ({ consent, kinds: fact.data.kinds }))
      : [],
  );
  const derived = decided.map((d) => d.fact).findLast((f) => f.type === 'AuthorityDerived')?.data;
  const seen = await gatherSeenOf(read, derived?.classes ?? [], request.lines, terms);
  const consents = await Promise.all(
    sought.map(async ({ consent, kinds }) => ({
      ...(await consentPart(read, requestId, consent, terms, say)),
      firstOfItsKind: seen.firstAsked(kinds, consent.lineIds),
    })),
  );
  const plans = planned.flatMap(({ fact, at }) =>
    fact.type === 'PlanProposed' || fact.type === 'PlanRevised'
      ? [
          {
            ...planPart(fact.data, at, fact.type === 'PlanRevised' ? fact.data : undefined, say),
            ...commitmentPart(fact.data.planId, planned),
          },
        ]
      : [],
  );
  const authority = authorityPart(derived, request.lines, seen, say);
  const standing = plans.at(-1);
  const lenders = consents.filter((c) => c.side === 'lender');
  return {
    ...request,
    refusals: refused.map(({ fact, at, by }) => {
      const { code, why, allowed, faults } = fact.data.refusal;
      const party = { id: by.partyId, name: say.party(by.partyId) };
      return { at, party, command: fact.data.name, code, why, allowed, faults: [...(faults ?? [])] };
    }),
    authority,
    ...opinionPart(decided, say),
    consents,
    plans,
    broken: brokenPlans(planned, say),
    figures: {
      asked,
      permitted: permittedPeople(authority, request.lines),
      permittedByKind: Object.fromEntries(
        authority.kinds.map((kind) => [kind, permittedPeople(authority, request.lines, kind)]),
      ),
      consented: lenders.reduce((n, c) => n + (c.status === 'granted' ? c.granted : 0), 0),
      planned: standing?.planned ?? 0,
      short: standing?.short ?? asked,
      shortByReason: standing?.shortByReason ?? {},
      lenders: tally(lenders.map((c) => (c.status === 'granted' && c.partial ? 'grantedInPart' : c.status))),
      ...(standing ? { gap: standing.gap } : {}),
      costCents: standing?.costCents ?? 0,
    },
  };
}

type RequestPart = Pick<
  Outcome,
  | 'requestId'
  | 'title'
  | 'status'
  | 'requestVersion'
  | 'requester'
  | 'addressee'
  | 'need'
  | 'grounds'
  | 'source'
  | 'lines'
> & { readonly people: number };

function requestPart(events: readonly Recorded<RequestFact>[], terms: LawTerms): RequestPart | undefined {
  const facts = events.map((e) => e.fact);
  const submitted = facts.findLast((f) => f.type === 'RequestSubmitted');
  const drafted = facts.findLast((f) => f.type === 'RequestDrafted');
  const heading = submitted?.data ?? drafted?.data;
  if (!heading) return undefined;
  const say = words(terms);
  const { requestId, title, need, grounds, source, people, requesterId, addresseeId } = heading;
  const withdrawn = facts.some((f) => f.type === 'RequestWithdrawn');
  return {
    requestId,
    title,
    need,
    grounds,
    source,
    people,
    status: withdrawn ? 'withdrawn' : submitted ? 'submitted' : 'drafted',
    requestVersion: submitted?.data.requestVersion ?? 0,
    requester: { id: requesterId, name: say.party(requesterId) },
    addressee: { id: addresseeId, name: say.party(addresseeId) },
    lines: (submitted?.data.lines ?? []).map((line) => linePart(line, terms)),
  };
}

function linePart(line: Line, terms: LawTerms): Outcome['lines'][number] {
  const { lineId, title, people, period, priority, source } = line;
  return {
    lineId,
    title,
    people,
    period,
    priority,
    source,
    task: { id: line.taskId, name: terms.tasks.get(line.taskId)?.label ?? line.taskId },
    skill: { id: line.skillId, name: terms.skills.get(line.skillId)?.label ?? line.skillId },
    place: { id: line.placeId, name: terms.places.get(line.placeId)?.name ?? line.placeId },
  };
}

function authorityPart(
  derived: AuthorityDerived['data'] | undefined,
  lines: Outcome['lines'],
  seen: SeenOf,
  say: Words,
): Outcome['authority'] {
  if (!derived) return { pack: '', kinds: [], tasks: [], policies: [], seen: [] };
  const taskIds = [...new Set(lines.map((l) => l.task.id))];
  return {
    pack: derived.pack,
    kinds: [...new Set(derived.classes.map((c) => say.kind(c.kind)))],
    tasks: taskIds.map((id) => {
      const mine = lines.filter((l) => l.task.id === id);
      return {
        task: mine[0]?.task ?? { id, name: id },
        lineIds: mine.map((l) => l.lineId),
        people: mine.reduce((n, l) => n + l.people, 0),
        cells: derived.classes
          .filter((c) => c.taskId === id)
          .map((c) => ({
            kind: say.kind(c.kind),
            status: c.kind.statusId,
            relation: c.relation,
            verdict: c.verdict,
            contested: c.contested,
            needs: c.needs.map((n) => say.capacity(n.capacity)),
            policyIds: [...c.because],
            ...seen.firstIn(c),
          })),
      };
    }),
    policies: derived.policies.map((p) => ({ ...p })),
    seen: seen.all,
  };
}

/** What the requester or the addressee tried for this request and was refused, in the order it happened. */
async function refusedOf(
  read: ReadStream,
  request: Pick<Outcome, 'requestId' | 'requester' | 'addressee'>,
): Promise<Recorded<CommandRefused>[]> {
  const parties = [request.requester.id, request.addressee.id] as PartyId[];
  const pages = await Promise.all([...new Set(parties)].map((id) => read(refusalStream(id))));
  const refused = pages.flat() as Recorded<CommandRefused>[];
  return refused
    .filter((r) => r.fact.data.requestId === request.requestId)
    .sort((a, b) => (a.at === b.at ? a.position - b.position : a.at < b.at ? -1 : 1));
}

/** People on lines that a kind of service may serve, given its consents; any kind when none is named. */
function permittedPeople(authority: Outcome['authority'], lines: Outcome['lines'], kind?: string): number {
  const open = new Set(
    authority.tasks
      .filter((t) => t.cells.some((c) => (kind === undefined || c.kind === kind) && mayServeWithConsents(c)))
      .flatMap((t) => t.lineIds),
  );
  return lines.filter((l) => open.has(l.lineId)).reduce((n, l) => n + l.people, 0);
}

const mayServeWithConsents = (cell: Outcome['authority']['tasks'][number]['cells'][number]): boolean =>
  (cell.verdict === 'permitted' || cell.verdict === 'needs') && !cell.contested;

function opinionPart(decided: readonly Recorded<DecisionFact>[], say: Words): Pick<Outcome, 'opinion'> {
  const given = decided.findLast((d) => d.fact.type === 'OpinionGiven');
  if (given?.fact.type !== 'OpinionGiven') return {};
  const { outcome, words: said, lapsesOn, criteria, conditions, source } = given.fact.data;
  return {
    opinion: {
      at: given.at,
      party: { id: given.by.partyId, name: say.party(given.by.partyId) },
      outcome,
      words: said,
      lapsesOn,
      source,
      criteria: [...criteria],
      conditions: conditions.map((c) => ({ conditionId: c.conditionId, words: c.words, lineIds: [...c.lineIds] })),
    },
  };
}

async function consentPart(
  read: ReadStream,
  requestId: RequestId,
  sought: SoughtConsent,
  terms: LawTerms,
  say: Words,
): Promise<Omit<Outcome['consents'][number], 'firstOfItsKind'>> {
  const events = (await read(consentStream(requestId, sought.capacity, sought.partyId))) as Recorded<ConsentFact>[];
  const state = events.map((e) => e.fact).reduce<ConsentState>(evolveConsent, noConsent);
  // What was said of an earlier ask is no answer to this one.
  const current = events.slice(events.findLastIndex((e) => e.fact.type === 'ConsentAsked') + 1);
  const answered = current.map((e) => e.fact).findLast(isAnswer);
  const grant = state.status === 'granted' || state.status === 'withdrawn' ? state.grant : undefined;
  const conditions = grant ? conditionWords(grant.conditions) : '';
  const { placeId } = terms.parties.get(sought.partyId) ?? {};
  const { recallNoticeDays: _, ...limits } = grant?.conditions ?? {};
  return {
    party: { id: sought.partyId, name: say.party(sought.partyId) },
    ...(placeId ? { placeId } : {}),
    capacity: { id: sought.capacity, name: say.capacity(sought.capacity) },
    side: sideOf(sought, terms),
    status: state.status === 'notAsked' ? 'asked' : state.status,
    asked: sought.people,
    granted: grant?.people ?? 0,
    partial:
      grant !== undefined && (grant.people < sought.people || Object.values(limits).some((l) => l !== undefined)),
    conditions,
    words: answered?.data.words ?? '',
    ...(answered ? { source: answered.data.source } : {}),
    ...(state.status === 'withdrawn' ? { endsOn: state.endsOn } : {}),
    ...(state.status === 'notAsked' ? {} : { answerByOn: state.ask.answerByOn }),
    reminders: current.flatMap(({ fact, at }) =>
      fact.type === 'ConsentReminded' ? [{ at, daysBefore: fact.data.daysBefore }] : [],
    ),
    ...standInsPart(await read(standInStream(sought.partyId)), requestId, sought, answered?.data.standInId, say),
  };
}

type Answered = ConsentGranted | ConsentRefused | ConsentWithdrawn;

const isAnswer = (fact: ConsentFact): fact is Answered =>
  fact.type === 'ConsentGranted' || fact.type === 'ConsentRefused' || fact.type === 'ConsentWithdrawn';

/** Who answered in the sovereign's stead, and who still might. */
function standInsPart(
  events: readonly Recorded[],
  requestId: RequestId,
  { capacity }: SoughtConsent,
  answeredBy: StandInId | undefined,
  say: Words,
): Pick<Outcome['consents'][number], 'answeredBy' | 'standIns'> {
  const named = standInsIn(events as readonly Recorded<StandInFact>[]);
  const part = ({ terms: { standInId, ofPartyId, period, mostPeople } }: StandIn) => ({
    standInId,
    party: { id: ofPartyId, name: say.party(ofPartyId) },
    period,
    ...(mostPeople === undefined ? {} : { mostPeople }),
  });
  const spoke = named.find((s) => s.terms.standInId === answeredBy);
  const standing = named.filter(
    ({ endedOn, terms }) =>
      !endedOn && terms.capacities.includes(capacity) && (terms.requestId ?? requestId) === requestId,
  );
  return { ...(spoke ? { answeredBy: part(spoke) } : {}), standIns: standing.map(part) };
}

function sideOf(sought: SoughtConsent, terms: LawTerms): 'lender' | 'host' | 'other' {
  const resolves = terms.capacities.get(sought.capacity)?.resolves;
  if (resolves === 'lender' || resolves === 'lenderSovereign') return 'lender';
  return resolves === 'hostSovereign' ? 'host' : 'other';
}

function planPart(
  plan: Plan,
  at: string,
  revised: Extract<PlanFact, { type: 'PlanRevised' }>['data'] | undefined,
  say: Words,
): Outcome['plans'][number] {
  const shortByReason: Record<string, number> = {};
  for (const r of plan.lines.flatMap((l) => l.reasons))
    shortByReason[r.barrier] = (shortByReason[r.barrier] ?? 0) + r.people;
  return {
    planId: plan.planId,
    at,
    ...(revised ? { replacesPlanId: revised.replacesPlanId } : {}),
    planned: filledThroughout(plan.lines),
    short: plan.lines.reduce((n, l) => n + l.short, 0),
    shortByReason,
    costCents: plan.costCents,
    solver: plan.solver,
    levels: plan.levels.map(({ duals: _, ...level }) => level),
    gap: Math.max(0, ...plan.levels.map((l) => l.gap)),
    lines: plan.lines.map((l) => ({
      lineId: l.lineId,
      asked: l.asked,
      filled: l.filled,
      short: l.short,
      byPeriod: l.byPeriod.map((p) => ({ ...p })),
      reasons: l.reasons.map((r) => ({ ...r })),
      from: senders(plan, l.lineId, say),
    })),
    changes: (revised?.changes ?? []).map((c) => ({
      party: { id: c.lenderId, name: say.party(c.lenderId) },
      lineId: c.lineId,
      before: c.before,
      after: c.after,
    })),
  };
}

/** When a plan was committed, and until when: another took its place, or its people were released. */
function commitmentPart(
  planId: string,
  planned: readonly Recorded<PlanFact>[],
): Pick<Outcome['plans'][number], 'committed'> {
  const turns = planned.filter(({ fact }) => fact.type === 'PlanCommitted' || fact.type === 'PlanReleased');
  const i = turns.findLastIndex(({ fact }) => fact.type === 'PlanCommitted' && fact.data.planId === planId);
  const turn = turns[i];
  if (turn?.fact.type !== 'PlanCommitted') return {};
  const { people, pack } = turn.fact.data;
  const ended = turns[i + 1];
  return { committed: { at: turn.at, people, pack, ...(ended ? { endedAt: ended.at } : {}) } };
}

function senders(plan: Plan, lineId: string, say: Words): Outcome['plans'][number]['lines'][number]['from'] {
  const mine = plan.assignments.filter((a) => a.lineId === lineId);
  const byKey = peopleAtFullest(mine, (a) => JSON.stringify([a.lenderId, say.kind(a.kind)]));
  return [...byKey]
    .map(([key, people]) => {
      const [id, kind] = JSON.parse(key) as [PartyId, string];
      return { party: { id, name: say.party(id) }, kind, people };
    })
    .sort((a, b) => b.people - a.people || (a.party.name < b.party.name ? -1 : 1));
}
