import type { ConsentAsked, ConsentGranted } from '@muster/decision/events';
import type { Assignment, PlanCommitted } from '@muster/plan/events';
import type { Line } from '@muster/request/events';
import type { Lie } from './lie.ts';
import type { KnownEvent } from './story.ts';

/** What is committed is the plan as it was made, and that one had not broken. */
export function notFrozen(committed: PlanCommitted['data'], seen: readonly KnownEvent[]): Lie | undefined {
  const lie = (words: string): Lie => ({ truth: 'frozen-as-made', words });
  const facts = seen.map((e) => e.fact);
  const made = facts.findLast((f) => f.type === 'PlanProposed' || f.type === 'PlanRevised')?.data;
  if (made?.planId !== committed.planId) return lie('another plan stands');
  if (JSON.stringify(made.assignments) !== JSON.stringify(committed.assignments))
    return lie('it is not the plan that was made');
  const broken = facts.some((f) => f.type === 'PlanBroken' && f.data.planId === committed.planId);
  return broken ? lie('a broken plan is committed') : undefined;
}

/** Everybody in a plan may be where it sends them, and no limit is passed on any day. */
export function planLie(
  plan: { readonly assignments: readonly Assignment[] },
  seen: readonly KnownEvent[],
): Lie | undefined {
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
      if (onLine > line.people) return { truth: 'line-not-over-filled', words: `line ${line.lineId} is over-filled` };
      if (onLine > 0 && (line.taskId === 'seize' || line.taskId === 'guess'))
        return { truth: 'authority-holds', words: `people work ${line.taskId} without authority` };
    }
    for (const { lenderId, pools, reserve } of offers) {
      const offered = pools.reduce((n, p) => n + p.people, 0);
      if (people((a) => a.lenderId === lenderId) > Math.max(0, offered - reserve))
        return { truth: 'reserve-kept', words: `${lenderId} is below its reserve` };
      for (const pool of pools) {
        if (people((a) => a.lenderId === lenderId && a.poolId === pool.poolId) > pool.people)
          return { truth: 'pool-not-over-committed', words: `${pool.poolId} gives more people than it has` };
      }
    }
    for (const c of opinion?.conditions ?? []) {
      if (people((a) => c.lineIds.includes(a.lineId)) > (c.maxPeople ?? Number.POSITIVE_INFINITY))
        return { truth: 'counsel-binds', words: "counsel's condition is broken" };
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
  seen: readonly KnownEvent[],
): Lie | undefined {
  const used = new Map<string, number>();
  for (const a of there) {
    const line = lines.find((l) => l.lineId === a.lineId);
    const host = line?.placeId.replace('-land', '');
    const needed = [`lender/${a.lenderId}`, ...(host === a.lenderId ? [] : [`host/${host}`])];
    for (const key of needed) {
      const grant = standingGrant(seen, key, a.period.toOn);
      if (!grant)
        return { truth: 'consent-holds', words: `${a.lenderId} works on ${a.lineId} without the consent ${key}` };
      if (line && grant.conditions.barredTaskIds?.includes(line.taskId))
        return { truth: 'consent-binds', words: `${key} bars ${line.taskId}` };
      used.set(key, (used.get(key) ?? 0) + a.people);
      if ((used.get(key) ?? 0) > grant.people) return { truth: 'consent-binds', words: `${key} is exceeded` };
    }
  }
  return undefined;
}

function standingGrant(seen: readonly KnownEvent[], key: string, untilOn: string): ConsentGranted['data'] | undefined {
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
