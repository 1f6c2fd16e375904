import { kindKey, type LawPort } from '@muster/decision/events';
import { type Refusal, refuse } from '@muster/terms';
import { checkCertificate, gapBetween } from '../certificate/check-certificate.ts';
import type { Plan } from '../events.ts';
import type { PlanningPicture } from '../planning-picture.ts';
import { posePlan } from '../pose-plan.ts';
import { columnValues } from '../problem/column-values.ts';
import type { PeopleInUses } from '../problem/evaluate.ts';
import type { ProblemModel } from '../problem/problem-model.ts';
import { problemPoolId } from '../problem/problem-of-picture.ts';

/**
 * A plan states how well it does at each objective, below what no plan can lie, and the duals that prove it. The question
 * is posed again here from the record, the values are made again from the assignments, and the duals are added up: no
 * solver's word is needed. Without duals nothing but what is plain can be claimed. A plan may leave out later objectives.
 */
export function checkLevels(picture: PlanningPicture, law: LawPort, plan: Plan, asked: string): Refusal | undefined {
  const wrong = (why: string) =>
    refuse('PLAN_FIGURES_WRONG', {
      asked,
      why,
      allowed: 'State what the assignments add up to and what the duals prove; plan again if the record has changed.',
    });
  const posed = posePlan(picture, law, plan);
  if (!posed) return wrong('No request stands submitted.');
  const { model, written } = posed;
  const people = peopleInPlan(model, plan);
  if (typeof people === 'string') return wrong(people);
  const { linear, objectives } = written;
  if (plan.levels.length === 0) return wrong('It does not say how well it fills the lines.');
  for (const [i, { level, value, bound, gap }] of plan.levels.entries()) {
    const objective = objectives[i];
    if (objective?.level !== level) {
      return wrong(`Its objective ${i + 1} must be "${objective?.level ?? 'none'}", and it is "${level}".`);
    }
    if (gap !== gapBetween(value, bound)) {
      return wrong(
        `Its objective "${level}" is ${value} with bound ${bound}: the gap is ${gapBetween(value, bound)}, and it says ${gap}.`,
      );
    }
  }
  const stated = objectives.slice(0, plan.levels.length);
  const certified = checkCertificate(linear, stated, columnValues(model, written, people), plan.levels);
  return 'fault' in certified ? wrong(certified.fault) : undefined;
}

/** People by the uses that the assignments stand for; or why there is no such use. */
function peopleInPlan({ c, uses }: ProblemModel, plan: Plan): PeopleInUses | string {
  const lineNumbers = new Map(c.lines.map((line, l) => [line.lineId, l]));
  const open = new Map<string, number>();
  for (let use = 0; use < uses.count; use++) {
    open.set(`${c.pools[uses.pool[use] ?? 0]?.poolId} ${uses.slot[use]} ${c.kinds[uses.kind[use] ?? 0]}`, use);
  }
  const people = new Map<number, number>();
  for (const assignment of plan.assignments) {
    const { poolId, lenderId, lineId, kind, period } = assignment;
    const l = lineNumbers.get(lineId) ?? -1;
    const slots = Array.from(
      { length: (c.slotStart[l + 1] ?? 0) - (c.slotStart[l] ?? 0) },
      (_, i) => (c.slotStart[l] ?? 0) + i,
    );
    const periods = slots.flatMap((slot) => c.slots[slot]?.period ?? []);
    const isCut = periods.some((p) => p.fromOn === period.fromOn) && periods.some((p) => p.toOn === period.toOn);
    if (!isCut) {
      const days = [...new Set(periods.flatMap((p) => [p.fromOn, p.toOn]))].join(', ');
      return `An assignment to ${lineId} lasts from ${period.fromOn} to ${period.toOn}; its time is cut on ${days}.`;
    }
    for (const slot of slots) {
      const { fromOn, toOn } = c.slots[slot]?.period ?? period;
      if (fromOn < period.fromOn || period.toOn < toOn) continue;
      const use = open.get(`${problemPoolId(lenderId, poolId)} ${slot} ${kindKey(kind)}`);
      if (use === undefined) return `${poolId} may not be on ${lineId} from ${fromOn}.`;
      people.set(use, (people.get(use) ?? 0) + assignment.people);
    }
  }
  return people;
}
