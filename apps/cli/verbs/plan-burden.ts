import { exitCodes } from '@muster/house';
import {
  checkSolved,
  compileProblem,
  fairerProblem,
  noWorseThan,
  type ProblemAnswer,
  planFigures,
  usualSlacks,
} from '@muster/plan/problem';
import { openHighsSolver } from '@muster/solver-highs';
import { faulty, planFileOf, readPlanFile, savePlan } from '../plan-file.ts';
import { type FairerPlan, printBurden } from '../print/plan-burden.ts';
import { print, printJson, Stop } from '../session.ts';
import { solveShown } from '../solve-shown.ts';

interface Asked {
  readonly slack?: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
}

/** How much fairer the shares could be, for so many percent more of arrival and cost: a plan each, proved and checked. */
export async function planBurden(file: string, { slack, out, json }: Asked): Promise<void> {
  const slacks = slack === undefined ? usualSlacks : slack.map(slackOf).sort((a, b) => a - b);
  if (out !== undefined && slacks.length !== 1)
    throw wrong('--out writes one plan: say which with one --slack, such as --slack 1.');
  const { problem, plan } = readPlanFile(file);
  const figures = planFigures(problem, plan);
  if (typeof figures === 'string')
    throw new Stop('PLAN_NOT_PROVED', `The plan does not hold: ${figures}.`, exitCodes.refused);
  const values = new Map([...figures.levels, ...plan.levels].map(({ level, value }) => [level as string, value]));
  const solver = await openHighsSolver();
  const points: FairerPlan[] = [];
  let before: Extract<ProblemAnswer, { outcome: 'solved' }> | undefined;
  for (const slackPercent of slacks) {
    const fairer = fairerProblem(problem, plan, slackPercent);
    if ('fault' in fairer) throw new Stop('PLAN_NOTHING_TO_GIVE', `${file}: ${fairer.fault}.`, exitCodes.badInput);
    const answer = await solveShown(fairer, solver, { title: `${slackPercent} %: ` });
    if (answer.outcome === 'impossible') throw faulty('PLAN_IMPOSSIBLE', 'There is no plan', answer.faults);
    const best = noWorseThan(fairer, before, answer);
    before = best;
    const checked = checkSolved(compileProblem(fairer), best.solved, best);
    if (!checked.holds) throw new Stop('PLAN_NOT_PROVED', `It does not hold: ${checked.fault}.`, exitCodes.refused);
    points.push({ slackPercent, filled: best.solved.filled, levels: best.solved.levels });
    if (out !== undefined) savePlan(out, planFileOf(fairer, best));
  }
  if (json) printJson({ now: { filled: plan.filled, ...Object.fromEntries(values) }, points });
  else print(printBurden({ filled: plan.filled, values }, points));
}

function slackOf(text: string): number {
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(text)) throw wrong(`--slack ${text} is no percentage, such as 0.1.`);
  return Number(text);
}

const wrong = (words: string): Stop => new Stop('TYPED_WRONG', words, exitCodes.badInput);
