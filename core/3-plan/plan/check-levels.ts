import type { LawPort } from '@muster/decision/events';
import { type Refusal, refuse } from '@muster/terms';
import { checkCertificate, gapBetween } from '../certificate/check-certificate.ts';
import type { Plan } from '../events.ts';
import { posePlan } from '../model/pose-plan.ts';
import { valuesOf } from '../model/values-of.ts';
import type { PlanningPicture } from '../planning-picture.ts';

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
  const { model, objectives, slots } = posePlan(picture, law, plan, picture.plan);
  for (const { lineId, period } of plan.assignments) {
    const periods = slots.filter((s) => s.line.lineId === lineId).map((s) => s.period);
    const isCut = periods.some((p) => p.fromOn === period.fromOn) && periods.some((p) => p.toOn === period.toOn);
    if (!isCut) {
      const days = [...new Set(periods.flatMap((p) => [p.fromOn, p.toOn]))].join(', ');
      return wrong(
        `An assignment to ${lineId} lasts from ${period.fromOn} to ${period.toOn}; its time is cut on ${days}.`,
      );
    }
  }
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
  const certified = checkCertificate(model, stated, valuesOf(plan, model, picture.plan), plan.levels);
  return 'fault' in certified ? wrong(certified.fault) : undefined;
}
