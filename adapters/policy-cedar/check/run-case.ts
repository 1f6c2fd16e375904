import type { AuthorityQuestion, LawPort, Verdict } from '@muster/decision';
import type { Day, DelegationId, PlaceId, StatusId, TaskId } from '@muster/terms';
import { holdAction } from '../terms/read-terms.ts';
import type { LawCase } from './law-case.ts';

/** One question of a case and what the law answered. */
export interface CaseAnswer {
  readonly taskId: string;
  readonly verdict: Verdict;
  /** How the answer differs from the one expected; undefined when it does not. */
  readonly differs?: string;
}

/** Puts every question of a case to the law, on the case's own day unless another is given. */
export function runCase(law: LawPort, { question, expect }: LawCase, on: Day = question.on): CaseAnswer[] {
  const { taskIds, relation, hostConsent } = question;
  return taskIds.map((taskId) => {
    const verdict = law.verdict({
      // The words have been checked against the pack when the case was read.
      statusId: question.statusId as StatusId,
      delegationIds: question.delegationIds as DelegationId[],
      placeId: question.placeId as PlaceId,
      act: actOf(taskId),
      relation,
      hostConsent,
      on,
    });
    const expected = told(expect.kind, expect.needs, expect.contested);
    const given = told(
      verdict.kind,
      verdict.needs.map((need) => need.capacity),
      verdict.contested,
    );
    return given === expected ? { taskId, verdict } : { taskId, verdict, differs: `${given}, not ${expected}` };
  });
}

const actOf = (taskId: string): AuthorityQuestion['act'] =>
  taskId === holdAction ? { kind: 'hold' } : { kind: 'task', taskId: taskId as TaskId };

/** `needs lenderGovernor and counsel, contested`: the same whatever the order of needs. */
function told(kind: Verdict['kind'], needs: readonly string[], contested: boolean): string {
  const what = needs.length > 0 ? `${kind} ${[...needs].sort().join(' and ')}` : kind;
  return contested ? `${what}, contested` : what;
}
