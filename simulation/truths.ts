import type { ConsentAsked, ConsentFact, ConsentGranted, DecisionFact } from '@muster/decision/events';
import type { Assignment, Plan, PlanFact, PoolsOffered } from '@muster/plan/events';
import type { Line, RequestFact } from '@muster/request/events';
import { dayOf, type Recorded } from '@muster/terms';

export type Story = readonly Recorded[];
type AnyKnown = RequestFact | DecisionFact | ConsentFact | PlanFact | PoolsOffered;

/**
 * What must always be true (design, "What is always true"), checked on the events alone and without
 * the deciders' own code, so that a fault of theirs cannot hide itself. The first lie found, in words; events
 * before `since` were found true already.
 */
export function findLie(story: Story, since = 0): string | undefined {
  for (const [i, event] of story.entries()) {
    if (i < since) continue;
    const lie = lieOf(event as Recorded<AnyKnown>, story.slice(0, i + 1) as Recorded<AnyKnown>[]);
    if (lie) return `${event.stream} ${event.position}, ${event.fact.type}: ${lie}`;
  }
  return unshownLoss(story as Recorded<AnyKnown>[]);
}

function lieOf(event: Recorded<AnyKnown>, seen: readonly Recorded<AnyKnown>[]): string | undefined {
  const { fact, by } = event;
  switch (fact.type) {
    case 'OpinionGiven':
      return by.partyId === 'union.asker' ? 'whoever asks has decided' : undefined;
    case 'ConsentGranted':
    case 'ConsentRefused':
      return answerLie(event, seen);
    case 'PlanProposed':
    case 'PlanRevised':
      return planLie(fact.data, seen);
    default:
      return undefined;
  }
}

/** One answer to one ask, in time, by the sovereign itself, and never by somebody who asked. */
function answerLie(event: Recorded<AnyKnown>, seen: readonly Recorded<AnyKnown>[]): string | undefined {
  const mine = seen.filter((e) => e.stream === event.stream);
  const ask = mine.at(-2)?.fact;
  if (ask?.type !== 'ConsentAsked') return 'it answers what was not asked, or was answered before';
  if (dayOf(event.at) > ask.data.answerByOn) return 'it came too late';
  if (event.by.partyId !== ask.data.partyId) return 'another party answered';
  const asker = seen.some((e) => e.stream.startsWith('request/') && e.by.personId === event.by.personId);
  return asker ? 'somebody who asked has consented' : undefined;
}

function planLie(plan: Plan, seen: readonly Recorded<AnyKnown>[]): string | undefined {
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
