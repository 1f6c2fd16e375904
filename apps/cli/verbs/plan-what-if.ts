import { exitCodes } from '@muster/house';
import { comparePlans, type PlanDifference, type PlanProblem, suppose } from '@muster/plan/problem';
import { openHighsSolver } from '@muster/solver-highs';
import { faulty, type PlanFile, planFileOf, readPlanFile, savePlan } from '../plan-file.ts';
import { ordered } from '../plan-words.ts';
import { printDifference } from '../print/plan-difference.ts';
import { count } from '../print/text.ts';
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
  const givenUp = await filledOtherwise(after);
  const difference = differenceOf(before, after);
  if (asked.out !== undefined) savePlan(asked.out, after);
  if (asked.json) printJson({ supposed, difference, ...(givenUp && { givenUp }) });
  else print([...(givenUp ? [givenUpWords(givenUp)] : []), printDifference(difference)].join('\n'));
}

/** What is not filled for the sake of stability. */
interface GivenUp {
  readonly stability: number;
  /** People who lack more than would if any number might be put on or taken off. */
  readonly people: number;
  /** The fewest put on or taken off with which they would not. */
  readonly changes: number;
}

/** Plans once more, with no more in mind than filling and the fewest changes, where so few are allowed that people may lack for it. */
async function filledOtherwise({ problem, plan }: PlanFile): Promise<GivenUp | undefined> {
  const { mostChanges, objectives, ...free } = problem;
  if (mostChanges === undefined || plan.short === 0) return undefined;
  const filling = objectives.filter((level) => level === 'lean' || level === 'fill');
  const title = 'what filling would take: ';
  const best = await solveShown({ ...free, objectives: [...filling, 'changes'] }, await openHighsSolver(), { title });
  if (best.outcome !== 'solved' || best.solved.short >= plan.short) return undefined;
  const changes = best.solved.levels.at(-1)?.value ?? 0;
  return { stability: mostChanges, people: plan.short - best.solved.short, changes };
}

const givenUpWords = ({ stability, people, changes }: GivenUp): string =>
  `With at most ${count(stability)} put on or taken off, ${count(people)} more ${people === 1 ? 'person lacks' : 'people lack'} than need be: --stability ${changes} would fill as much as can be filled.`;

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
