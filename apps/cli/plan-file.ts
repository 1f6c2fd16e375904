import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exitCodes } from '@muster/house';
import {
  certificateSchema,
  compileProblem,
  type OpenPlan,
  openPlan,
  type PlanProblem,
  type ProblemAnswer,
  type Proof,
  planProblemSchema,
  priceProofSchema,
  problemFaults,
  type SolvedProblem,
  solvedProblemSchema,
} from '@muster/plan/problem';
import type { Fault } from '@muster/terms';
import { z } from 'zod';
import { Stop } from './session.ts';

/** What `muster plan solve --json` prints, and every verb that takes a plan file reads. */
const planFileSchema = z.strictObject({
  format: z.literal('muster-plan-2'),
  gap: z.number(),
  plan: solvedProblemSchema,
  certificates: z.array(certificateSchema),
  prices: priceProofSchema.optional(),
  problem: planProblemSchema,
});

export interface PlanFile extends Proof {
  readonly format: 'muster-plan-2';
  readonly gap: number;
  readonly plan: SolvedProblem;
  readonly problem: PlanProblem;
}

/** A plan just made, as a file. */
export const planFileOf = (
  problem: PlanProblem,
  { solved, certificates, prices }: Extract<ProblemAnswer, { outcome: 'solved' }>,
): PlanFile => ({
  format: 'muster-plan-2',
  gap: solved.gap,
  plan: solved,
  certificates,
  ...(prices && { prices }),
  problem,
});

export function savePlan(file: string, plan: PlanFile): void {
  try {
    writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
  } catch (error) {
    throw new Stop('FILE_UNWRITABLE', `"${file}" cannot be written: ${(error as Error).message}.`, exitCodes.badInput);
  }
}

/** Reads a plan file whose problem does not contradict itself. */
export function readPlanFile(file: string): PlanFile {
  const read = planFileSchema.safeParse(ofOlder(file, readJson(file)));
  if (!read.success) throw faulty('PLAN_FILE_WRONG', `${file} is no plan file`, faultsOf(read.error));
  const { problem, plan, gap } = read.data;
  const faults = problemFaults(problem);
  if (faults.length > 0) throw faulty('PLAN_FILE_WRONG', `The problem in ${file} contradicts itself`, faults);
  if (plan.problemId !== problem.problemId || gap !== plan.gap) {
    const words = `${file}: the plan is for "${plan.problemId}" with gap ${plan.gap}, and the file says "${problem.problemId}" with gap ${gap}.`;
    throw new Stop('PLAN_NOT_PROVED', words, exitCodes.refused);
  }
  return read.data;
}

/**
 * A plan file of an older Muster as one of today. Multipliers of rows are read as they always were; prices have another
 * meaning since people are counted through hubs.
 */
function ofOlder(file: string, json: unknown): unknown {
  if (!isPlanFile(json) || json.format !== 'muster-plan-1') return json;
  if (json.prices === undefined) return { ...json, format: 'muster-plan-2' };
  const words = `${file} was made by an older Muster (muster-plan-1), whose prices prove nothing to this one. Solve its problem again: muster plan solve --problem ${file} --json`;
  throw new Stop('PLAN_FILE_OLD', words, exitCodes.badInput);
}

/** Whether this is a plan file of whatever Muster, by what it calls itself. */
export const isPlanFile = (json: unknown): json is { readonly format: string; prices?: unknown; problem?: unknown } =>
  typeof json === 'object' && json !== null && /^muster-plan-\d+$/.test(String((json as { format?: unknown }).format));

/** Opens the plan of a file to be asked about; one that breaks a rule of its problem explains nothing. */
export function openPlanFile({ problem, plan, ...proof }: PlanFile): OpenPlan {
  const opened = openPlan(compileProblem(problem), plan, proof);
  if (typeof opened === 'string') {
    throw new Stop('PLAN_NOT_PROVED', `The plan does not hold, so nothing explains it: ${opened}.`, exitCodes.refused);
  }
  return opened;
}

export function readJson(file: string): unknown {
  if (!existsSync(file)) throw new Stop('FILE_UNKNOWN', `There is no file "${file}".`, exitCodes.badInput);
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const words = `${file} is not JSON: ${(error as Error).message}.`;
    throw new Stop('FILE_NOT_JSON', words, exitCodes.badInput);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'it is a folder' : (error as Error).message;
    throw new Stop('FILE_UNREADABLE', `"${file}" cannot be read: ${why}.`, exitCodes.badInput);
  }
}

/** One fault a field, the last found: of a number that is far too large that it is too large, not that it is no whole number. */
export const faultsOf = (error: z.ZodError): Fault[] => {
  const faults = new Map<string, Fault>();
  for (const { path, message } of error.issues) {
    const field = path.join('.') || 'file';
    faults.set(field, { field, problem: message });
  }
  return [...faults.values()];
};

export function faulty(code: string, what: string, faults: readonly Fault[]): Stop {
  const few = faults.slice(0, 10).map((f) => `  ${f.field} ${f.problem}`);
  const more = faults.length > 10 ? [`  and ${faults.length - 10} more`] : [];
  return new Stop(code, [`${what}:`, ...few, ...more].join('\n'), exitCodes.badInput, { faults });
}
