import type { ConsentAsked, ConsentFact, ConsentGranted, DecisionFact, StandInFact } from '@muster/decision/events';
import type {
  Assignment,
  CommitmentFact,
  CommittedUse,
  PlanCommitted,
  PlanFact,
  PoolsOffered,
} from '@muster/plan/events';
import type { Line, RequestFact } from '@muster/request/events';
import { dayOf, type Recorded } from '@muster/terms';

export type Story = readonly Recorded[];
type AnyKnown = RequestFact | DecisionFact | ConsentFact | StandInFact | PlanFact | CommitmentFact | PoolsOffered;

/**
 * What must always be true (design, "What is always true"), checked on the events alone and without
 * the deciders' own code, so that a fault of theirs cannot hide itself. The first lie found, in words; events
 * before `since` were found true already.
 */
export function findLie(story: Story, since = 0): string | undefined {
  const known = story as Recorded<AnyKnown>[];
  for (const [i, event] of known.entries()) {
    if (i < since) continue;
    const seen = known.slice(0, i + 1);
    const requestId = requestOf(event);
    const lie =
      lieOf(
        event,
        seen.filter((e) => requestOf(e) === requestId || e.stream.startsWith('standins/')),
      ) ?? overCommitted(event, seen);
    if (lie) return `${event.stream} ${event.position}, ${event.fact.type}: ${lie}`;
  }
  const requestIds = new Set(known.map(requestOf));
  for (const requestId of requestIds) {
    const lie = unshownLoss(known.filter((e) => requestOf(e) === requestId));
    if (lie) return lie;
  }
  return heldByTheWithdrawn(known) ?? halfCommitted(known);
}

/** The request an event is about; what is committed of a lender, and who stands in for it, is about no single one. */
const requestOf = ({ stream }: Recorded): string | undefined =>
  stream.startsWith('commitments/') || stream.startsWith('standins/') ? undefined : stream.split('/')[1];

/** What each request has of a lender's people. */
function usesByRequest(lenderId: string, seen: readonly Recorded<AnyKnown>[]): Map<string, readonly CommittedUse[]> {
  const uses = new Map<string, readonly CommittedUse[]>();
  for (const { fact } of seen) {
    if (fact.type === 'PeopleCommitted' && fact.data.lenderId === lenderId)
      uses.set(fact.data.requestId, fact.data.uses);
    if (fact.type === 'PeopleReleased' && fact.data.lenderId === lenderId)
      uses.set(fact.data.requestId, fact.data.still);
  }
  return uses;
}

/** No pool has more people committed, over all requests, than it was ever offered with. */
function overCommitted({ fact }: Recorded<AnyKnown>, seen: readonly Recorded<AnyKnown>[]): string | undefined {
  if (fact.type !== 'PeopleCommitted' && fact.type !== 'PeopleReleased') return undefined;
  const uses = [...usesByRequest(fact.data.lenderId, seen).values()].flat();
  const pools = seen.flatMap((e) => (e.fact.type === 'PoolsOffered' ? e.fact.data.pools : []));
  for (const { poolId, period } of uses) {
    const people = uses
      .filter((u) => u.poolId === poolId && u.period.fromOn <= period.fromOn && period.fromOn < u.period.toOn)
      .reduce((n, u) => n + u.people, 0);
    const offered = Math.max(0, ...pools.filter((p) => p.poolId === poolId).map((p) => p.people));
    if (people > offered) return `${poolId} has ${people} people committed across requests, and ${offered} in all`;
  }
  return undefined;
}

/** A plan is committed for every lender it sends people of, by one and the same command, or for none. */
function halfCommitted(story: readonly Recorded<AnyKnown>[]): string | undefined {
  for (const { fact, commandId } of story) {
    if (fact.type !== 'PlanCommitted') continue;
    const together = story.filter((e) => e.commandId === commandId).map((e) => e.fact);
    for (const { lenderId } of fact.data.assignments) {
      const committed = together.some((f) => f.type === 'PeopleCommitted' && f.data.lenderId === lenderId);
      if (!committed) return `${fact.data.planId} is committed, and the people of ${lenderId} are not`;
    }
  }
  return undefined;
}

/** Nobody stays committed to a request that was withdrawn. */
function heldByTheWithdrawn(story: readonly Recorded<AnyKnown>[]): string | undefined {
  for (const { fact } of story) {
    if (fact.type !== 'RequestWithdrawn') continue;
    for (const lenderId of ['north', 'south', 'isle']) {
      const held = usesByRequest(lenderId, story).get(fact.data.requestId) ?? [];
      if (held.length > 0) return `${lenderId} has people committed to ${fact.data.requestId}, which is withdrawn`;
    }
  }
  return undefined;
}

function lieOf(event: Recorded<AnyKnown>, seen: readonly Recorded<AnyKnown>[]): string | undefined {
  const { fact, by } = event;
  switch (fact.type) {
    case 'OpinionGiven':
      if (hasAsked(by.personId, seen)) return 'somebody who asked has given the opinion';
      return by.partyId === 'union.asker' ? 'whoever asks has decided' : undefined;
    case 'ConsentGranted':
    case 'ConsentRefused':
      return answerLie(event, seen) ?? speakerLie(event, seen, fact.type === 'ConsentGranted' ? fact.data.people : 0);
    case 'ConsentWithdrawn':
      return speakerLie(event, seen, 0);
    case 'ConsentReminded':
      return reminderLie(event, fact.data, seen);
    case 'StandInNamed':
      return by.partyId === fact.data.partyId && by.personId !== fact.data.personId
        ? undefined
        : 'somebody named whom they may not';
    case 'PlanProposed':
    case 'PlanRevised':
      return planLie(fact.data, seen);
    case 'PlanCommitted':
      return planLie(fact.data, seen) ?? notFrozen(fact.data, seen);
    default:
      return undefined;
  }
}

/** One answer to one ask, in time. */
function answerLie(event: Recorded<AnyKnown>, seen: readonly Recorded<AnyKnown>[]): string | undefined {
  const mine = seen.filter((e) => e.stream === event.stream && e.fact.type !== 'ConsentReminded');
  const ask = mine.at(-2)?.fact;
  if (ask?.type !== 'ConsentAsked') return 'it answers what was not asked, or was answered before';
  return dayOf(event.at) > ask.data.answerByOn ? 'it came too late' : undefined;
}

const hasAsked = (personId: string, seen: readonly Recorded<AnyKnown>[]): boolean =>
  seen.some((e) => e.stream.startsWith('request/') && e.by.personId === personId);

/** By the sovereign itself or whom it named; never by somebody who asked, nor through anybody whom such a one has named. */
function speakerLie(
  { stream, by, at, fact }: Recorded<AnyKnown>,
  seen: readonly Recorded<AnyKnown>[],
  people: number,
): string | undefined {
  if (hasAsked(by.personId, seen)) return 'somebody who asked has consented';
  const reviewed = seen.some((e) => e.fact.type === 'OpinionGiven' && e.by.personId === by.personId);
  if (reviewed) return 'counsel who gave the opinion has consented';
  const sovereign = stream.split('/')[3];
  if (by.partyId === sovereign) return undefined;
  const { standInId } = fact.data as { readonly standInId?: string };
  const mine = seen.filter((e) => e.stream === `standins/${sovereign}`);
  const named = mine.find((e) => e.fact.type === 'StandInNamed' && e.fact.data.standInId === standInId);
  if (named?.fact.type !== 'StandInNamed') return 'another party answered';
  const { personId, ofPartyId, capacities, period, mostPeople } = named.fact.data;
  if (personId !== by.personId || ofPartyId !== by.partyId) return 'another than the one named has answered';
  if (!(capacities as readonly string[]).includes(stream.split('/')[2] ?? ''))
    return 'the stand-in has no such capacity';
  if (dayOf(at) < period.fromOn || dayOf(at) >= period.toOn) return 'nobody stood in on that day';
  if (mine.some((e) => e.fact.type === 'StandInEnded' && e.fact.data.standInId === standInId))
    return 'the standing-in had ended';
  if (people > (mostPeople ?? people)) return 'the stand-in consented to more people than it may';
  if (hasAsked(named.by.personId, seen)) return 'somebody whom one who asked has named has consented';
  return by.partyId === 'union.asker' ? 'the party that asks stood in' : undefined;
}

/** Once for each number of days, while the ask waits. */
function reminderLie(
  { stream, at }: Recorded<AnyKnown>,
  { daysBefore, answerByOn }: { readonly daysBefore: number; readonly answerByOn: string },
  seen: readonly Recorded<AnyKnown>[],
): string | undefined {
  const mine = seen.filter((e) => e.stream === stream).map((e) => e.fact);
  const since = mine.slice(mine.findLastIndex((f) => f.type === 'ConsentAsked') + 1, -1);
  if (since.some((f) => f.type !== 'ConsentReminded')) return 'it reminds of what was answered';
  if (since.some((f) => f.type === 'ConsentReminded' && f.data.daysBefore === daysBefore)) return 'it reminds again';
  return dayOf(at) > answerByOn ? 'it reminds too late' : undefined;
}

/** What is committed is the plan as it was made, and that one had not broken. */
function notFrozen(committed: PlanCommitted['data'], seen: readonly Recorded<AnyKnown>[]): string | undefined {
  const facts = seen.map((e) => e.fact);
  const made = facts.findLast((f) => f.type === 'PlanProposed' || f.type === 'PlanRevised')?.data;
  if (made?.planId !== committed.planId) return 'another plan stands';
  if (JSON.stringify(made.assignments) !== JSON.stringify(committed.assignments))
    return 'it is not the plan that was made';
  const broken = facts.some((f) => f.type === 'PlanBroken' && f.data.planId === committed.planId);
  return broken ? 'a broken plan is committed' : undefined;
}

function planLie(
  plan: { readonly assignments: readonly Assignment[] },
  seen: readonly Recorded<AnyKnown>[],
): string | undefined {
  const facts = seen.map((e) => e.fact);
  const lines = facts.findLast((f) => f.type === 'RequestSubmitted')?.data.lines ?? [];
  const offers = facts.flatMap((f) => (f.type === 'PoolsOffered' ? [f.data] : []));
  const opinion = facts.findLast((f) => f.type === 'OpinionGiven')?.data;
  const days = [...new Set(plan.assignments.map((a) => a.period.fromOn))];
  for (const day of days) {
    const there = plan.assignments.filter((a) => a.period.fromOn <= day && day < a.period.toOn);
    const people = (test: (a: Assignment) => boolean) => there.filter(test).reduce((n, a) => n + a.people, 0);
    for (const line of lines) {
      const onLine = people((a) => a.lineId === line.lineId);
      if (onLine > line.people) return `line ${line.lineId} is over-filled`;
      if (onLine > 0 && (line.taskId === 'seize' || line.taskId === 'guess'))
        return `people work ${line.taskId} without authority`;
    }
    for (const { lenderId, pools, reserve } of offers) {
      const offered = pools.reduce((n, p) => n + p.people, 0);
      if (people((a) => a.lenderId === lenderId) > Math.max(0, offered - reserve))
        return `${lenderId} is below its reserve`;
    }
    for (const c of opinion?.conditions ?? []) {
      if (people((a) => c.lineIds.includes(a.lineId)) > (c.maxPeople ?? Number.POSITIVE_INFINITY))
        return "counsel's condition is broken";
    }
    const lie = consentLie(there, lines, seen);
    if (lie) return lie;
  }
  return undefined;
}

/** Everybody who works has the lender's consent, and away from home the host's; no consent is exceeded. */
function consentLie(
  there: readonly Assignment[],
  lines: readonly Line[],
  seen: readonly Recorded<AnyKnown>[],
): string | undefined {
  const used = new Map<string, number>();
  for (const a of there) {
    const line = lines.find((l) => l.lineId === a.lineId);
    const host = line?.placeId.replace('-land', '');
    const needed = [`lender/${a.lenderId}`, ...(host === a.lenderId ? [] : [`host/${host}`])];
    for (const key of needed) {
      const grant = standingGrant(seen, key, a.period.toOn);
      if (!grant) return `${a.lenderId} works on ${a.lineId} without the consent ${key}`;
      if (line && grant.conditions.barredTaskIds?.includes(line.taskId)) return `${key} bars ${line.taskId}`;
      used.set(key, (used.get(key) ?? 0) + a.people);
      if ((used.get(key) ?? 0) > grant.people) return `${key} is exceeded`;
    }
  }
  return undefined;
}

function standingGrant(
  seen: readonly Recorded<AnyKnown>[],
  key: string,
  untilOn: string,
): ConsentGranted['data'] | undefined {
  let asked: ConsentAsked['data'] | undefined;
  let grant: ConsentGranted['data'] | undefined;
  for (const { stream, fact } of seen) {
    if (!stream.endsWith(`/${key}`)) continue;
    if (fact.type === 'ConsentAsked') [asked, grant] = [fact.data, undefined];
    if (fact.type === 'ConsentGranted' && asked) grant = fact.data;
    if (fact.type === 'ConsentWithdrawn' && untilOn > fact.data.endsOn) grant = undefined;
  }
  return grant;
}

/** A withdrawal that takes people from the plan that stands is shown in the plan at once. */
function unshownLoss(story: readonly Recorded<AnyKnown>[]): string | undefined {
  for (const [i, { fact }] of story.entries()) {
    if (fact.type !== 'ConsentWithdrawn' || fact.data.capacity !== 'lender') continue;
    const standing = story
      .slice(0, i)
      .map((e) => e.fact)
      .findLast((f) => f.type === 'PlanProposed' || f.type === 'PlanRevised');
    if (standing?.type !== 'PlanProposed' && standing?.type !== 'PlanRevised') continue;
    const loses = standing.data.assignments.some(
      (a) => a.lenderId === fact.data.partyId && a.period.toOn > fact.data.endsOn,
    );
    const shown = story.slice(i).some((e) => e.fact.type === 'PlanBroken' || e.fact.type === 'PlanRevised');
    if (loses && !shown) return `the plan does not show what it lost with ${fact.data.partyId}`;
  }
  return undefined;
}
