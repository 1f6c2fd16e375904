import { existsSync, readFileSync } from 'node:fs';
import { exitCodes } from '@muster/house';
import {
  certificateSchema,
  checkSolved,
  compileProblem,
  type PlanProblem,
  planProblemSchema,
  priceProofSchema,
  problemFaults,
  type SolvedProblem,
  solvedProblemSchema,
  solveProblem,
} from '@muster/plan/problem';
import { makeProblem, problemNames } from '@muster/scenarios/problems';
import { flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import type { Fault } from '@muster/terms';
import { z } from 'zod';
import { printSolved } from '../print/solved-problem.ts';
import { print, printJson, Stop } from '../session.ts';

interface Asked {
  readonly scenario?: string;
  readonly problem?: string;
  readonly seed: number;
  readonly json?: boolean;
}

/** What `muster plan solve --json` prints, and `muster plan verify` reads. */
const planFileSchema = z.strictObject({
  format: z.literal('muster-plan-1'),
  gap: z.number(),
  plan: solvedProblemSchema,
  certificates: z.array(certificateSchema),
  prices: priceProofSchema.optional(),
  problem: planProblemSchema,
});

/** Makes the best plan for a problem, and proves it. */
export async function solvePlan(asked: Asked): Promise<void> {
  const problem = readProblem(asked);
  const answer = await solveProblem(problem, await openHighsSolver(), { flow: flowSolver, mostWritten: 100_000 });
  if (answer.outcome === 'impossible') throw faulty('PLAN_IMPOSSIBLE', 'There is no plan', answer.faults);
  if (answer.outcome === 'cancelled')
    throw new Stop('PLAN_CANCELLED', 'The solving was stopped.', exitCodes.interrupted);
  if (answer.outcome !== 'solved') throw new Stop('PLAN_UNPROVED', answer.why, exitCodes.refused);
  const { solved, certificates, prices } = answer;
  if (asked.json)
    printJson({
      format: 'muster-plan-1',
      gap: solved.gap,
      plan: solved,
      certificates,
      ...(prices && { prices }),
      problem,
    });
  else print(printSolved(problem, solved));
}

/** Checks a plan file with no solver: lawful, possible, added up right, and how far it is proved. */
export function verifyPlan(file: string, { json }: { readonly json?: boolean }): void {
  const read = planFileSchema.safeParse(readJson(file));
  if (!read.success) throw faulty('PLAN_FILE_WRONG', `${file} is no plan file`, faultsOf(read.error));
  const { problem, plan, certificates, prices, gap } = read.data;
  const faults = problemFaults(problem);
  if (faults.length > 0) throw faulty('PLAN_FILE_WRONG', `The problem in ${file} contradicts itself`, faults);
  if (plan.problemId !== problem.problemId || gap !== plan.gap) {
    const words = `${file}: the plan is for "${plan.problemId}" with gap ${plan.gap}, and the file says "${problem.problemId}" with gap ${gap}.`;
    throw new Stop('PLAN_NOT_PROVED', words, exitCodes.refused);
  }
  const checked = checkSolved(compileProblem(problem), plan as SolvedProblem, { certificates, prices }, flowSolver);
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
  const read = planProblemSchema.safeParse(readJson(file ?? ''));
  if (read.success) return read.data;
  throw faulty('PLAN_PROBLEM_WRONG', `${file} is no planning problem`, faultsOf(read.error));
}

function readJson(file: string): unknown {
  if (!existsSync(file)) throw new Stop('FILE_UNKNOWN', `There is no file "${file}".`, exitCodes.badInput);
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const words = `${file} is not JSON: ${(error as Error).message}.`;
    throw new Stop('FILE_NOT_JSON', words, exitCodes.badInput);
  }
}

const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.map((issue) => ({ field: issue.path.join('.') || 'file', problem: issue.message }));

function faulty(code: string, what: string, faults: readonly Fault[]): Stop {
  const few = faults.slice(0, 10).map((f) => `  ${f.field} ${f.problem}`);
  const more = faults.length > 10 ? [`  and ${faults.length - 10} more`] : [];
  return new Stop(code, [`${what}:`, ...few, ...more].join('\n'), exitCodes.badInput, { faults });
}
