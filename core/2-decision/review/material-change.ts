import type { Line } from '@muster/request/events';
import { covers } from '@muster/terms';

/**
 * What changed between two versions of a request that law, counsel and sovereigns answered to, in words; undefined
 * when nothing did. Fewer people, fewer lines, fewer days, another title or priority ask for nothing more than was
 * answered already; all else does.
 */
export function materialChange(before: readonly Line[], after: readonly Line[]): string | undefined {
  const known = new Map(before.map((line) => [line.lineId, line]));
  for (const line of after) {
    const former = known.get(line.lineId);
    if (!former) return `line ${line.lineId} is new`;
    const changed = changedFields(former, line);
    if (changed.length > 0) return `line ${line.lineId} changed its ${changed.join(' and ')}`;
  }
  return undefined;
}

const changedFields = (before: Line, after: Line): string[] => [
  ...(before.taskId === after.taskId ? [] : ['task']),
  ...(before.skillId === after.skillId ? [] : ['skill']),
  ...(before.placeId === after.placeId ? [] : ['place']),
  ...(covers(before.period, after.period) ? [] : ['period']),
  ...(after.people <= before.people ? [] : ['number of people']),
];
