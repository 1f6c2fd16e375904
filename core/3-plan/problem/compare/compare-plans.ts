import type { Day, Period } from '@muster/terms';
import type { PlanProblem } from '../plan-problem.ts';
import type { SolvedAssignment, SolvedProblem } from '../solved-problem.ts';
import { planFigures } from './plan-figures.ts';

interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** One pool on one line under one kind of service over one period, where the plans differ. */
export interface AssignmentChange extends BeforeAfter {
  readonly poolId: string;
  readonly lenderId: string;
  readonly lineId: string;
  readonly kind: string;
  readonly period: Period;
}

/** What is different between two plans; whatever is the same in both is left out, but for the figures. */
export interface PlanDifference {
  readonly figures: readonly (BeforeAfter & { readonly figure: string; readonly unit: string })[];
  readonly lines: readonly { readonly lineId: string; readonly asked: BeforeAfter; readonly filled: BeforeAfter }[];
  /** The most people of a lender away at any one time. */
  readonly lenders: readonly (BeforeAfter & { readonly lenderId: string })[];
  readonly assignments: readonly AssignmentChange[];
  /** People put on and taken off, summed over the assignments above. */
  readonly putOn: number;
  readonly takenOff: number;
}

interface Plan {
  readonly problem: PlanProblem;
  readonly plan: SolvedProblem;
}

/** The difference from one plan to another, as data; words when one of them is no plan for its problem. */
export function comparePlans(before: Plan, after: Plan): PlanDifference | string {
  const then = planFigures(before.problem, before.plan);
  if (typeof then === 'string') return `the first: ${then}`;
  const now = planFigures(after.problem, after.plan);
  if (typeof now === 'string') return `the second: ${now}`;
  const people = (['asked', 'filled', 'short'] as const).map((figure) => ({
    figure,
    unit: 'people',
    before: before.plan[figure],
    after: after.plan[figure],
  }));
  const levels = then.levels.map(({ level, unit, value }, k) => ({
    figure: level,
    unit,
    before: value,
    after: now.levels[k]?.value ?? 0,
  }));
  const assignments = changedAssignments(before.plan.assignments, after.plan.assignments);
  return {
    figures: [...people, ...levels],
    lines: changedLines(before.plan, after.plan),
    lenders: keysOf(then.lenders, now.lenders).flatMap((lenderId) => {
      const change = { before: then.lenders.get(lenderId) ?? 0, after: now.lenders.get(lenderId) ?? 0 };
      return change.before === change.after ? [] : [{ lenderId, ...change }];
    }),
    assignments,
    putOn: assignments.reduce((n, a) => n + Math.max(0, a.after - a.before), 0),
    takenOff: assignments.reduce((n, a) => n + Math.max(0, a.before - a.after), 0),
  };
}

const keysOf = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].sort();

function changedLines(before: SolvedProblem, after: SolvedProblem): PlanDifference['lines'] {
  const then = new Map(before.lines.map((line) => [line.lineId, line]));
  const now = new Map(after.lines.map((line) => [line.lineId, line]));
  return keysOf(then, now).flatMap((lineId) => {
    const [a, b] = [then.get(lineId), now.get(lineId)];
    if (a?.asked === b?.asked && a?.filled === b?.filled) return [];
    return [
      {
        lineId,
        asked: { before: a?.asked ?? 0, after: b?.asked ?? 0 },
        filled: { before: a?.filled ?? 0, after: b?.filled ?? 0 },
      },
    ];
  });
}

/** Day by day, however each plan cuts its periods; days that follow each other with the same change are one. */
function changedAssignments(before: readonly SolvedAssignment[], after: readonly SolvedAssignment[]) {
  const byUse = new Map<string, { readonly old: SolvedAssignment[]; readonly now: SolvedAssignment[] }>();
  const at = (a: SolvedAssignment) => {
    const key = `${a.poolId} ${a.lineId} ${a.kind}`;
    const both = byUse.get(key) ?? { old: [], now: [] };
    byUse.set(key, both);
    return both;
  };
  for (const a of before) at(a).old.push(a);
  for (const a of after) at(a).now.push(a);
  const changes: AssignmentChange[] = [];
  for (const { old, now } of byUse.values()) {
    const [any] = [...old, ...now];
    if (!any) continue;
    const { poolId, lenderId, lineId, kind } = any;
    const days = [...new Set([...old, ...now].flatMap(({ period }) => [period.fromOn, period.toOn]))].sort();
    let open: AssignmentChange | undefined;
    for (const [i, fromOn] of days.slice(0, -1).entries()) {
      const [a, b] = [peopleOn(old, fromOn), peopleOn(now, fromOn)];
      const toOn = days[i + 1] as Day;
      if (open && open.before === a && open.after === b && a !== b) {
        open = { ...open, period: { ...open.period, toOn } };
        changes[changes.length - 1] = open;
      } else if (a !== b) {
        open = { poolId, lenderId, lineId, kind, period: { fromOn, toOn }, before: a, after: b };
        changes.push(open);
      } else open = undefined;
    }
  }
  return changes;
}

const peopleOn = (assignments: readonly SolvedAssignment[], day: Day): number =>
  assignments.reduce((n, { period, people }) => (period.fromOn <= day && day < period.toOn ? n + people : n), 0);
