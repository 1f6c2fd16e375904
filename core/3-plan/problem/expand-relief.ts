import { addDays, type Day } from '@muster/terms';
import type { ProblemLine } from './plan-problem.ts';

/** A line as it is served: the line itself, or one tour of it. */
export interface ServedLine extends ProblemLine {
  /** The line it is a tour of; its own id otherwise. */
  readonly ofLineId: string;
}

/**
 * A line with relief is served in tours: each is a line of its own, served throughout by the same people, and the next
 * one begins so many days before it ends, so that both are there while work is handed over.
 */
export function expandRelief(line: ProblemLine): ServedLine[] {
  if (!line.relief) return [{ ...line, ofLineId: line.lineId }];
  const { tourDays, overlapDays } = line.relief;
  const tours: ServedLine[] = [];
  for (let fromOn = line.period.fromOn; fromOn < line.period.toOn; fromOn = addDays(fromOn, tourDays)) {
    const end = addDays(fromOn, tourDays + overlapDays);
    const toOn: Day = end < line.period.toOn ? end : line.period.toOn;
    const lineId = `${line.lineId}.tour${tours.length + 1}`;
    tours.push({ ...line, lineId, ofLineId: line.lineId, period: { fromOn, toOn }, throughout: true });
  }
  return tours;
}
