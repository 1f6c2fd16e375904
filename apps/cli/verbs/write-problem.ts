import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitCodes, type House } from '@muster/house';
import { type PlanProblem, planProblemSchema, problemOf } from '@muster/plan/problem';
import { daySchema, type RequestId } from '@muster/terms';
import { type Common, print, printJson, Stop, unknownRequest, withHouse } from '../session.ts';

interface ProblemOptions {
  /** Where to write it; printed when absent. */
  readonly out?: string;
  /** The day from which people can be told to come; that of the plan that stands unless told. */
  readonly orderOn?: string;
  /** How far people travel in a day; as in the plan that stands unless told. */
  readonly travelKmPerDay?: number;
}

/** Writes a request's planning problem, for `plan solve` and whoever else would try another plan. */
export async function writeProblem(id: string, options: Common & ProblemOptions): Promise<void> {
  const problem = await withHouse(options, (house) => problemOfRequest(house, id as RequestId, options));
  if (options.out === undefined) return printJson(problem);
  const said = saveProblem(problem, options.out);
  if (options.json) printJson({ file: resolve(options.out), problemId: problem.problemId });
  else print(said);
}

export function saveProblem(problem: PlanProblem, file: string): string {
  try {
    writeFileSync(file, `${JSON.stringify(problem, null, 1)}\n`);
  } catch (error) {
    throw new Stop('FILE_UNWRITABLE', `"${file}" cannot be written: ${(error as Error).message}.`, exitCodes.badInput);
  }
  const { pools, lines, bars, limits } = problem;
  return `${file}: ${pools.length} pools, ${lines.length} lines, ${bars.length} bars, ${limits.length} limits. Try \`muster plan solve --problem ${file}\`.`;
}

export async function problemOfRequest(
  house: House,
  requestId: RequestId,
  { orderOn, travelKmPerDay }: ProblemOptions,
): Promise<PlanProblem> {
  const picture = await house.planning(requestId);
  const travel = {
    orderOn: orderOn === undefined ? picture.plan?.orderOn : readDay(orderOn),
    travelKmPerDay: travelKmPerDay ?? picture.plan?.travelKmPerDay,
  };
  if (!picture.request) {
    if (!(await house.outcome(requestId))) throw unknownRequest(requestId);
    const words = `"${requestId}" does not stand submitted: there is nothing to plan until it is.`;
    throw new Stop('REQUEST_NOT_SUBMITTED', words, exitCodes.badInput);
  }
  const { orderOn: order, travelKmPerDay: km } = travel;
  if (order === undefined || km === undefined) {
    const words = `No plan of "${requestId}" stands yet: say --order-on, such as 2025-06-01, and --travel-km-per-day, such as 800.`;
    throw new Stop('TYPED_WRONG', words, exitCodes.badInput);
  }
  const problem = problemOf(picture, house.law, { orderOn: order, travelKmPerDay: km });
  // What is written must be readable again.
  return planProblemSchema.parse(problem);
}

function readDay(text: string) {
  const read = daySchema.safeParse(text);
  if (read.success) return read.data;
  throw new Stop('TYPED_WRONG', `--order-on: "${text}" ${read.error.issues[0]?.message}.`, exitCodes.badInput);
}
