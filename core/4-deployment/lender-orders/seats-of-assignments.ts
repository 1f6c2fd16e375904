import { kindKey } from '@muster/decision/events';
import type { Assignment } from '@muster/plan/events';
import type { Day } from '@muster/terms';
import type { SeatGroup } from '../events.ts';

/** Seats that have no number yet. */
export type Seats = Omit<SeatGroup, 'group'>;

/**
 * A plan counts people stretch by stretch; a person comes for a while. So the counts of one pool on one line under one
 * kind of service become seats from a first day to a last: whoever is there stays, and where fewer are needed, whoever
 * came first goes home first.
 */
export function seatsOfAssignments(assignments: readonly Assignment[]): Seats[] {
  const alike = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const { lineId, poolId, kind } = assignment;
    const key = [lineId, poolId, kindKey(kind)].join(' ');
    alike.set(key, [...(alike.get(key) ?? []), assignment]);
  }
  return [...alike.values()].flatMap(seatsOfAlike);
}

function seatsOfAlike(alike: readonly Assignment[]): Seats[] {
  const days = [...new Set(alike.flatMap(({ period }) => [period.fromOn, period.toOn]))].sort();
  const there: { from: Assignment; fromOn: Day; people: number }[] = [];
  const seats: Seats[] = [];
  const leave = (people: number, toOn: Day): void => {
    let still = people;
    while (still > 0) {
      const first = there[0];
      if (!first) return;
      const going = Math.min(still, first.people);
      const { lineId, poolId, kind, arriveOn } = first.from;
      seats.push({ lineId, poolId, kind, period: { fromOn: first.fromOn, toOn }, arriveOn, people: going });
      first.people -= going;
      still -= going;
      if (first.people === 0) there.shift();
    }
  };
  for (const day of days) {
    const now = alike.filter(({ period }) => period.fromOn <= day && day < period.toOn);
    const needed = now.reduce((n, a) => n + a.people, 0);
    const before = there.reduce((n, t) => n + t.people, 0);
    if (needed < before) leave(before - needed, day);
    const [from] = now;
    if (needed > before && from) there.push({ from, fromOn: day, people: needed - before });
  }
  return seats.sort((a, b) =>
    a.period.fromOn === b.period.fromOn
      ? a.period.toOn < b.period.toOn
        ? -1
        : 1
      : a.period.fromOn < b.period.fromOn
        ? -1
        : 1,
  );
}
