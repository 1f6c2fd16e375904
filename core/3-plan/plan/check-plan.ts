import { type BindingPolicy, type LawPort, opinionLacking } from '@muster/decision/events';
import { type Day, isRefusal, type Period, type Refusal, type RefusalCode, refuse } from '@muster/terms';
import { type Arc, weighArc } from '../arc.ts';
import type { Assignment, Barrier, Plan } from '../events.ts';
import type { PlanningPicture } from '../planning-picture.ts';
import { committedElsewhere, lendable } from '../pools/lendable.ts';
import { checkLevels, type PlanToCheck } from './check-levels.ts';
import { checkFigures } from './figures.ts';

const barrierCodes: Record<Barrier, RefusalCode> = {
  authority: 'PLAN_NO_AUTHORITY',
  consent: 'PLAN_CONSENT_MISSING',
  review: 'PLAN_CONDITION_BROKEN',
  skill: 'PLAN_SKILL_MISSING',
  distance: 'PLAN_ARRIVES_LATE',
  reserve: 'PLAN_BELOW_RESERVE',
};

/**
 * Checks a proposed plan against all it must respect. It trusts no solver: every assignment is
 * weighed again, and every sum is made again. Undefined when the plan holds.
 */
export function checkPlan(picture: PlanToCheck, law: LawPort, plan: Plan, asked: string): Refusal | undefined {
  const { request } = picture;
  if (!request || request.requestVersion !== plan.requestVersion) {
    return refuse('REQUEST_NOT_SUBMITTED', {
      asked,
      why: request
        ? `The plan is for version ${plan.requestVersion}, and version ${request.requestVersion} is submitted.`
        : 'No such request stands submitted.',
      allowed: 'Plan for the version that is submitted.',
    });
  }
  const lacking = opinionLacking(picture.opinion, request, plan.orderOn, asked);
  if (lacking) return lacking;

  const arcs = checkAssignments(picture, law, plan, asked);
  if (isRefusal(arcs)) return arcs;
  return checkFigures(picture, plan, asked) ?? checkLevels(picture, law, plan, asked);
}

/** Weighs every assignment and makes every sum: the uses they stand for, or why the first that does not hold does not. */
export function checkAssignments(
  picture: PlanningPicture,
  law: LawPort,
  plan: Plan,
  asked: string,
): readonly Arc[] | Refusal {
  const arcs: Arc[] = [];
  for (const assignment of plan.assignments) {
    const arc = weighAssignment(picture, law, plan, assignment, asked);
    if (isRefusal(arc)) return arc;
    const first = arc.obstacles[0];
    if (first) {
      return refuse(barrierCodes[first.barrier], {
        asked,
        why: `${assignment.people} people of ${assignment.poolId} on ${assignment.lineId}: ${first.words}.`,
        allowed: 'Plan only what law, counsel and every consent permit.',
        ...(arc.because.length > 0
          ? { policies: arc.because.map(({ policyId, citation }) => ({ policyId, citation })) }
          : {}),
      });
    }
    arcs.push(arc);
  }
  return checkSums(picture, plan, arcs, asked) ?? arcs;
}

/** The use that an assignment stands for, or why there is no such use. */
export function weighAssignment(
  picture: PlanningPicture,
  law: LawPort,
  plan: Plan,
  assignment: Assignment,
  asked: string,
): Arc | Refusal {
  const { poolId, lenderId, lineId, kind, period } = assignment;
  const pool = picture.offers.find((o) => o.lenderId === lenderId)?.pools.find((p) => p.poolId === poolId);
  if (!pool) {
    return refuse('PLAN_POOL_UNKNOWN', {
      asked,
      why: `${lenderId} has offered no pool "${poolId}".`,
      allowed: 'Plan with pools that were offered.',
    });
  }
  const line = picture.request?.lines.find((l) => l.lineId === lineId);
  if (!line || period.fromOn < line.period.fromOn || line.period.toOn < period.toOn) {
    return refuse('PLAN_LINE_UNKNOWN', {
      asked,
      why: `The request has no line "${lineId}" from ${period.fromOn} to ${period.toOn}.`,
      allowed: 'Plan for the lines of the request, within their periods.',
    });
  }
  return weighArc(picture, law, plan, { pool, lenderId, line, kind, period });
}

interface Limit {
  readonly code: RefusalCode;
  readonly keysOf: (arc: Arc) => readonly string[];
  readonly limitOf: (key: string, arc: Arc, on: Day) => number;
  readonly words: (key: string, arc: Arc, on: Day) => string;
}

function limits(picture: PlanningPicture): Limit[] {
  return [
    {
      code: 'PLAN_LINE_OVERFILLED',
      keysOf: (a) => [a.line.lineId],
      limitOf: (_, a) => a.line.people,
      words: (key) => `line ${key} asks for`,
    },
    {
      code: 'PLAN_POOL_OVERCOMMITTED',
      keysOf: (a) => [`${a.lenderId} ${a.pool.poolId}`],
      limitOf: (_, a, on) => a.pool.people - committedElsewhere(picture, a.lenderId, a.pool.poolId, on),
      words: (key, a, on) =>
        `pool ${key} has${elsewhereWords(committedElsewhere(picture, a.lenderId, a.pool.poolId, on))}`,
    },
    {
      code: 'PLAN_BELOW_RESERVE',
      keysOf: (a) => [a.lenderId],
      limitOf: (_, a, on) => lendable(picture, a.lenderId, on),
      words: (key) => `${key} can lend above its reserve`,
    },
    bindingLimit('PLAN_CONSENT_EXCEEDED', 'consent', (p) => `${p.words} consents to`),
    bindingLimit('PLAN_CONDITION_BROKEN', 'review', (p) => `${p.words} (${p.policyId}) allows`),
  ];
}

const elsewhereWords = (people: number): string => (people > 0 ? `, ${people} being committed to other requests,` : '');

/** The people that conditions of one kind allow: each rule is found again by its id in the use it binds. */
function bindingLimit(
  code: RefusalCode,
  boundBy: BindingPolicy['boundBy'],
  words: (policy: BindingPolicy) => string,
): Limit {
  const seen = new Map<string, BindingPolicy & { readonly mostPeople: number }>();
  return {
    code,
    keysOf: ({ policies }) =>
      policies.flatMap((p) => {
        if (p.boundBy !== boundBy || p.mostPeople === undefined) return [];
        seen.set(p.policyId, { ...p, mostPeople: p.mostPeople });
        return [p.policyId];
      }),
    limitOf: (key) => seen.get(key)?.mostPeople ?? 0,
    words: (key) => words(seen.get(key) as BindingPolicy),
  };
}

/** Sums people over every limit, at every day on which an assignment, here or for another request, begins: between those nothing grows. */
function checkSums(picture: PlanningPicture, plan: Plan, arcs: readonly Arc[], asked: string): Refusal | undefined {
  const elsewhere = [...picture.committedElsewhere.values()].flat();
  const days = new Set([...plan.assignments, ...elsewhere].map((a) => a.period.fromOn));
  for (const limit of limits(picture)) {
    for (const day of days) {
      const sums = new Map<string, number>();
      for (const [i, arc] of arcs.entries()) {
        if (!isOn(arc.period, day)) continue;
        for (const key of limit.keysOf(arc)) {
          const sum = (sums.get(key) ?? 0) + (plan.assignments[i]?.people ?? 0);
          sums.set(key, sum);
          const most = limit.limitOf(key, arc, day);
          if (sum > most) {
            return refuse(limit.code, {
              asked,
              why: `On ${day} the plan uses ${sum} people, and ${limit.words(key, arc, day)} ${Math.max(0, most)}.`,
              allowed: `At most ${Math.max(0, most)} people there.`,
            });
          }
        }
      }
    }
  }
  return undefined;
}

const isOn = (period: Period, day: string): boolean => period.fromOn <= day && day < period.toOn;
