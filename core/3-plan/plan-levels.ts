import { checkCertificate, gapBetween } from './certificate/check-certificate.ts';
import { wholeDuals } from './certificate/whole-duals.ts';
import type { ProvedLevel } from './events.ts';
import { recordedName } from './plan-order.ts';
import { assignedUses, peopleAmong } from './problem/assigned-uses.ts';
import { columnValues } from './problem/column-values.ts';
import { compileProblem } from './problem/compile-problem.ts';
import { evaluate, type PeopleInUses } from './problem/evaluate.ts';
import type { PlanProblem } from './problem/plan-problem.ts';
import { type ProblemModel, problemModel, type WrittenModel, writeOut } from './problem/problem-model.ts';
import type { LevelCertificate, SolvedAssignment } from './problem/solved-problem.ts';
import { placeOfUse } from './problem/use-numbers.ts';

/** A problem posed from the record, and who is where by a plan for it. */
interface PeopleOfPlan {
  readonly problem: PlanProblem;
  readonly assignments: readonly SolvedAssignment[];
}

/** A plan that was found, with what its solver says proves it. */
export interface FoundPlan extends PeopleOfPlan {
  readonly certificates: readonly LevelCertificate[];
}

/** A plan as it was handed in: an assignment may last over several of the times in which its line is cut. */
export interface StatedPlan extends PeopleOfPlan {
  readonly levels: readonly ProvedLevel[];
}

export type ProvedLevels = { readonly levels: readonly ProvedLevel[] } | { readonly fault: string };

/** States each level as the duals prove it: a solver's own word of a bound counts for nothing. */
export function proveLevels({ problem, assignments, certificates }: FoundPlan): ProvedLevels {
  const { model, written } = writtenOut(problem);
  const assigned = assignedUses(model.c, assignments);
  if (typeof assigned === 'string') return { fault: assigned };
  const people = peopleAmong(model.uses, assigned);
  const { linear, objectives } = written;
  const rowNumbers = new Map(written.rows.map((row, i) => [row, i]));
  const { values } = evaluate(model, people);
  const claims = objectives.map((_, k) => {
    const { rows = [], held = [] } = certificates[k] ?? {};
    const duals = rows.flatMap(([row, y]) => {
      const i = rowNumbers.get(row);
      return i === undefined ? [] : [[i, y] as const];
    });
    return {
      value: values[k] ?? 0,
      bound: Number.NEGATIVE_INFINITY,
      duals: wholeDuals(linear.rows.length, { duals, heldDuals: held.map((y) => -y) }),
    };
  });
  const certified = checkCertificate(linear, objectives, columnValues(model, written, people), claims);
  if ('fault' in certified) return certified;
  const levels = certified.map((level, k) => ({
    ...level,
    meaning: objectives[k]?.meaning ?? '',
    duals: claims[k]?.duals,
  }));
  return { levels };
}

/**
 * What is wrong with what a plan states of its levels: how well it does at each, below what no plan can lie, and the duals that
 * prove it. The values are made again from the assignments, and the duals are added up: no solver's word is needed. Without duals
 * nothing but what is plain can be claimed. A plan may leave out later levels.
 */
export function faultOfLevels({ problem, assignments, levels }: StatedPlan): string | undefined {
  const { model, written } = writtenOut(problem);
  const people = peopleInPlan(model, assignments);
  if (typeof people === 'string') return people;
  const { linear, objectives } = written;
  if (levels.length === 0) return 'It does not say how well it fills the lines.';
  for (const [i, { level, value, bound, gap }] of levels.entries()) {
    const objective = objectives[i];
    if (objective?.level !== level) {
      return `Its objective ${i + 1} must be "${objective?.level ?? 'none'}", and it is "${level}".`;
    }
    if (gap !== gapBetween(value, bound)) {
      return `Its objective "${level}" is ${value} with bound ${bound}: the gap is ${gapBetween(value, bound)}, and it says ${gap}.`;
    }
  }
  const stated = objectives.slice(0, levels.length);
  const certified = checkCertificate(linear, stated, columnValues(model, written, people), levels);
  return 'fault' in certified ? certified.fault : undefined;
}

/** The model with every open use, its objectives by the names that plans give them. */
function writtenOut(problem: PlanProblem): { readonly model: ProblemModel; readonly written: WrittenModel } {
  const model = problemModel(compileProblem(problem));
  const written = writeOut(model);
  const objectives = written.objectives.map((o) => ({ ...o, level: recordedName(o.level) }));
  return { model, written: { ...written, objectives } };
}

/** People by the uses that the assignments stand for; or why there is no such use. */
function peopleInPlan({ c, uses }: ProblemModel, assignments: StatedPlan['assignments']): PeopleInUses | string {
  const lineNumbers = new Map(c.lines.map((line, l) => [line.lineId, l]));
  const poolNumbers = new Map(c.pools.map((pool, p) => [pool.poolId, p]));
  const people = new Map<number, number>();
  for (const { poolId, lenderId, lineId, kind, period, people: n } of assignments) {
    const l = lineNumbers.get(lineId) ?? -1;
    const first = c.slotStart[l] ?? 0;
    const slots = Array.from({ length: (c.slotStart[l + 1] ?? first) - first }, (_, i) => first + i);
    const periods = slots.flatMap((slot) => c.slots[slot]?.period ?? []);
    const isCut = periods.some((p) => p.fromOn === period.fromOn) && periods.some((p) => p.toOn === period.toOn);
    if (!isCut) {
      const days = [...new Set(periods.flatMap((p) => [p.fromOn, p.toOn]))].join(', ');
      return `An assignment to ${lineId} lasts from ${period.fromOn} to ${period.toOn}; its time is cut on ${days}.`;
    }
    for (const slot of slots) {
      const { fromOn, toOn } = c.slots[slot]?.period ?? period;
      if (fromOn < period.fromOn || period.toOn < toOn) continue;
      const use = placeOfUse(uses, poolNumbers.get(poolId) ?? -1, slot, c.kinds.indexOf(kind));
      // Pools have their lender's name before their own in a problem.
      if (use < 0) return `${poolId.slice(lenderId.length + 1)} may not be on ${lineId} from ${fromOn}.`;
      people.set(use, (people.get(use) ?? 0) + n);
    }
  }
  return people;
}
