import { exitCodes } from '@muster/house';
import { comparePlans, type PlanDifference, type PlanProblem, suppose } from '@muster/plan/problem';
import { openHighsSolver } from '@muster/solver-highs';
import { faulty, type PlanFile, planFileOf, readPlanFile, savePlan } from '../plan-file.ts';
import { ordered } from '../plan-words.ts';
import { printDifference } from '../print/plan-difference.ts';
import { print, printJson, Stop } from '../session.ts';
import { solveShown } from '../solve-shown.ts';
import { readSupposition, type TypedSupposition } from './read-supposition.ts';

interface Asked extends TypedSupposition {
  readonly order?: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
}

/** Plans again as if something were otherwise, and says what is different. */
export async function planWhatIf(file: string, asked: Asked): Promise<void> {
  const before = readPlanFile(file);
  const supposed = readSupposition(before.problem, asked);
  const otherwise = suppose(before.problem, before.plan, supposed);
  if (!('lines' in otherwise)) throw faulty('PLAN_IMPOSSIBLE', 'There is no plan', otherwise);
  const after = await planAgain(ordered(otherwise, asked.order));
  const difference = differenceOf(before, after);
  if (asked.out !== undefined) savePlan(asked.out, after);
  if (asked.json) printJson({ supposed, difference });
  else print(printDifference(difference));
}

/** The difference from one plan file to another. */
export function comparePlanFiles(first: string, second: string, { json }: { readonly json?: boolean }): void {
  const difference = differenceOf(readPlanFile(first), readPlanFile(second));
  if (json) printJson({ difference });
  else print(printDifference(difference));
}

async function planAgain(problem: PlanProblem): Promise<PlanFile> {
  const solver = await openHighsSolver();
  const answer = await solveShown(problem, solver);
  if (answer.outcome === 'impossible') {
    const { mostChanges, ...free } = problem;
    const least =
      mostChanges === undefined ? undefined : await solveShown({ ...free, objectives: ['changes'] }, solver);
    const faults =
      least?.outcome !== 'solved'
        ? answer.faults
        : [
            {
              field: 'stability',
              problem: `is ${mostChanges}, and at least ${least.solved.levels[0]?.value} people must be put on or taken off`,
            },
          ];
    throw faulty('PLAN_IMPOSSIBLE', 'There is no plan', faults);
  }
  return planFileOf(problem, answer);
}

function differenceOf(before: PlanFile, after: PlanFile): PlanDifference {
  const difference = comparePlans(before, after);
  if (typeof difference !== 'string') return difference;
  throw new Stop('PLAN_NOT_PROVED', `The plans cannot be compared; ${difference}.`, exitCodes.refused);
}
