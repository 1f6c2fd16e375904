/** Answers each planning problem given as JSON, plan and proof, by both solvers, and prints it: for comparing one process with another. */
import { readFileSync } from 'node:fs';
import { type PlanProblem, solveProblem } from '@muster/plan/problem';
import { flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';

export async function answerProblems(problems: readonly PlanProblem[]): Promise<string> {
  const solver = await openHighsSolver();
  const answers: unknown[] = [];
  for (const problem of problems)
    answers.push(
      await solveProblem(problem, solver),
      await solveProblem(problem, solver, { flow: flowSolver, mostWritten: -1 }),
    );
  return JSON.stringify(answers);
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(await answerProblems(JSON.parse(readFileSync(0, 'utf8'))));
}
