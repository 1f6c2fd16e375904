import { exitCodes } from '@muster/house';
import {
  checkSolved,
  compileProblem,
  openPlan,
  type PlanProblem,
  planProblemSchema,
  prices,
} from '@muster/plan/problem';
import { makeProblem, problemNames } from '@muster/scenarios/problems';
import { openHighsSolver } from '@muster/solver-highs';
import { faultsOf, faulty, isPlanFile, planFileOf, readJson, readPlanFile } from '../plan-file.ts';
import { ordered } from '../plan-words.ts';
import { printSolved } from '../print/solved-problem.ts';
import { print, printJson, Stop } from '../session.ts';
import { solveShown } from '../solve-shown.ts';

interface Asked {
  readonly scenario?: string;
  readonly problem?: string;
  readonly seed: number;
  readonly order?: readonly string[];
  readonly gap: number;
  readonly json?: boolean;
}

/** Makes the best plan for a problem, and proves it. */
export async function solvePlan(asked: Asked): Promise<void> {
  const problem = ordered(readProblem(asked), asked.order);
  const answer = await solveShown(problem, await openHighsSolver(), { enoughGap: asked.gap });
  if (answer.outcome === 'impossible') throw faulty('PLAN_IMPOSSIBLE', 'There is no plan', answer.faults);
  if (asked.json) printJson(planFileOf(problem, answer));
  else {
    const opened = openPlan(compileProblem(problem), answer.solved, answer);
    print(printSolved(problem, answer.solved, typeof opened === 'string' ? [] : prices(opened)));
  }
}

/** Checks a plan file with no solver: lawful, possible, added up right, and how far it is proved. */
export function verifyPlan(file: string, { json }: { readonly json?: boolean }): void {
  const { problem, plan, ...proof } = readPlanFile(file);
  const checked = checkSolved(compileProblem(problem), plan, proof);
  if (!checked.holds) throw new Stop('PLAN_NOT_PROVED', `It does not hold: ${checked.fault}.`, exitCodes.refused);
  if (json) {
    printJson({ file, ...checked });
    return;
  }
  const levels = checked.levels.map((l) => `  ${l.level}: ${l.value}, at least ${l.bound} (gap ${l.gap})`);
  print(
    [
      'It holds: every assignment is possible, every rule is kept, every figure adds up. Proved, by level:',
      ...levels,
    ].join('\n'),
  );
}

function readProblem({ scenario, problem: file, seed }: Asked): PlanProblem {
  if ((scenario === undefined) === (file === undefined)) {
    throw new Stop('TYPED_WRONG', 'Say either --scenario or --problem.', exitCodes.badInput);
  }
  if (scenario !== undefined) {
    const made = makeProblem(scenario, seed);
    if (made) return made;
    const words = `There is no planning problem "${scenario}"; Muster ships ${problemNames.join(', ')}.`;
    throw new Stop('SCENARIO_UNKNOWN', words, exitCodes.badInput);
  }
  const json = readJson(file ?? '');
  const read = planProblemSchema.safeParse(isPlanFile(json) ? json.problem : json);
  if (read.success) return read.data;
  throw faulty('PLAN_PROBLEM_WRONG', `${file} is no planning problem`, faultsOf(read.error));
}
