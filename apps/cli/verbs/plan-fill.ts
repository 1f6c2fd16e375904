import { exitCodes } from '@muster/house';
import { fillLine, type LineFill } from '@muster/plan/problem';
import { openHighsSolver } from '@muster/solver-highs';
import { openPlanFile, readPlanFile } from '../plan-file.ts';
import { named } from '../plan-words.ts';
import { printFills } from '../print/plan-fill.ts';
import { print, printJson, Stop } from '../session.ts';

interface Asked {
  readonly line?: string;
  /** How many of the shortest lines are looked at. */
  readonly most: number;
  readonly json?: boolean;
}

/** For each short line, the smallest sets of changes that would fill it. */
export async function planFill(file: string, { line, most, json }: Asked): Promise<void> {
  const read = readPlanFile(file);
  const short = read.plan.lines.filter((one) => one.short > 0).sort((a, b) => b.short - a.short);
  const lineIds =
    line === undefined ? short.slice(0, most).map((one) => one.lineId) : [named(read.problem, 'line', line)];
  const plan = openPlanFile(read);
  const solver = await openHighsSolver();
  const fills: LineFill[] = [];
  for (const lineId of lineIds) {
    const found = await fillLine(plan, lineId, solver);
    if (typeof found === 'string') throw new Stop('PLAN_UNPROVED', `${found}.`, exitCodes.refused);
    fills.push(found);
  }
  if (json) printJson({ lines: fills });
  else print(printFills(fills, line === undefined ? short.length - lineIds.length : 0));
}
