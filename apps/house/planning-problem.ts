import type { LawPort } from '@muster/decision';
import { inOrder, type PlanningPicture } from '@muster/plan';
import { type PlanProblem, planProblemSchema, problemOf } from '@muster/plan/problem';
import { type Refusal, type RequestId, refuse } from '@muster/terms';

/**
 * A request's planning problem with the plan that stands in it, ordered on the same day, at the same pace and with the same
 * order of objectives: what anybody needs to try another plan elsewhere.
 */
export function planningProblem(requestId: RequestId, picture: PlanningPicture, law: LawPort): PlanProblem | Refusal {
  const asked = `The planning problem of ${requestId}, with the plan that stands.`;
  const { plan } = picture;
  if (!picture.request) {
    return refuse('REQUEST_NOT_SUBMITTED', {
      asked,
      why: 'No such request stands submitted: it is unknown, still a draft, or withdrawn.',
      allowed: 'Submit it first.',
    });
  }
  if (!plan) {
    return refuse('PLAN_UNKNOWN', {
      asked,
      why: 'No plan of it stands, so nothing tells from which day people can be told to come.',
      allowed: 'Have a plan made first.',
    });
  }
  const { orderOn, travelKmPerDay, order } = plan;
  const problem = problemOf(picture, law, { orderOn, travelKmPerDay }) as PlanProblem;
  // What is handed out must be readable again.
  return planProblemSchema.parse(inOrder(problem, order));
}
