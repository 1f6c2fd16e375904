import type { PeopleInUses } from '../evaluate.ts';
import { placeOfUse } from '../use-numbers.ts';
import { type Condensed, teamOfWay } from './condense.ts';
import { comparing, type PeopleInWays } from './make-whole.ts';

/**
 * Puts people of berths on the slots that they stand for, those that weigh most first: whole teams before people who come one
 * by one, since these fit anywhere. Whoever fits nowhere stays at home.
 */
export function spreadPeople(condensed: Condensed, people: PeopleInWays): PeopleInUses {
  const { model, berths, ways } = condensed;
  const { c, levels } = model;
  const lacking = Float64Array.from(c.slots, ({ line }) => c.lines[line]?.people ?? 0);
  const placed = new Map<number, number>();
  const weighs = (slot: number) => levels.map((level) => level.perLacking(slot));
  const inBerth = berths.map((): number[] => []);
  for (const way of [...people.keys()].sort((a, b) => a - b)) inBerth[ways.berth[way] ?? 0]?.push(way);
  for (const [berth, mine] of inBerth.entries()) {
    mine.sort((a, b) => teamOfWay(condensed, b) - teamOfWay(condensed, a));
    const slots = [...(berths[berth]?.slots ?? [])].sort((a, b) => comparing(weighs(b), weighs(a)) || a - b);
    for (const way of mine) {
      const team = teamOfWay(condensed, way);
      let left = people.get(way) ?? 0;
      for (const slot of slots) {
        const room = Math.min(left, lacking[slot] ?? 0);
        const n = room - (room % team);
        const use = n > 0 ? useOfWay(condensed, way, slot) : -1;
        if (use < 0) continue;
        placed.set(use, n);
        lacking[slot] = (lacking[slot] ?? 0) - n;
        left -= n;
      }
    }
  }
  return new Map([...placed].sort(([a], [b]) => a - b));
}

/** The use of a way in one slot of its berth; -1 where it is none. */
const useOfWay = ({ model: { uses }, ways }: Condensed, way: number, slot: number): number =>
  placeOfUse(uses, ways.pool[way] ?? 0, slot, uses.kind[ways.use[way] ?? 0] ?? 0);
