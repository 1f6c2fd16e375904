import type { CompiledProblem } from '../compile-problem.ts';
import { keptUses } from '../kept-uses.ts';
import { useNumber, usesNumbered } from '../use-numbers.ts';
import { isOpen } from '../uses.ts';

/**
 * People of a use who go by an arc of their own, besides those who go through hubs: as many as the plan before had, each of
 * whom is one change fewer, or as many as are pinned.
 */
export interface DirectUse {
  readonly pool: number;
  readonly slot: number;
  readonly kind: number;
  readonly least: number;
  readonly most: number;
  readonly kept: boolean;
}

/** The direct uses of a problem: who could be kept, where changes count, and whoever is pinned beyond that. */
export function directUses(c: CompiledProblem, changesCount: boolean): DirectUse[] {
  const pinned = pinnedUses(c) ?? new Map<number, number>();
  const kept = changesCount ? keptUses(c) : [];
  const found = kept.map(({ pool, slot, kind, people }): DirectUse => {
    const pin = pinned.get(useNumber(c, pool, slot, kind)) ?? 0;
    return { pool, slot, kind, least: Math.min(pin, people), most: people, kept: true };
  });
  const most = new Map(kept.map((use) => [useNumber(c, use.pool, use.slot, use.kind), use.people]));
  for (const [number, pin] of pinned) {
    const rest = pin - (most.get(number) ?? 0);
    if (rest <= 0) continue;
    const { pool, slot, kind } = usesNumbered(c, [number]);
    found.push({ pool: pool[0] ?? 0, slot: slot[0] ?? 0, kind: kind[0] ?? 0, least: rest, most: rest, kept: false });
  }
  return found;
}

/**
 * How many are pinned to each use, by its number; undefined where a pin leaves open which of several kinds they serve under,
 * or where nobody could.
 */
export function pinnedUses(c: CompiledProblem): ReadonlyMap<number, number> | undefined {
  const pinned = new Map<number, number>();
  for (const pin of c.problem.pins) {
    const pool = c.pools.findIndex((one) => one.poolId === pin.poolId);
    for (const [slot, { line }] of c.slots.entries()) {
      if (c.lines[line]?.ofLineId !== pin.lineId) continue;
      const kinds = pin.kind === undefined ? (c.pools[pool]?.kinds ?? []) : [pin.kind];
      const [kind, ...others] = kinds.filter((one) => isOpen(c, pool, line, slot, one));
      if (kind === undefined || others.length > 0 || pin.people > (c.pools[pool]?.people ?? 0)) return undefined;
      const number = useNumber(c, pool, slot, c.kinds.indexOf(kind));
      pinned.set(number, Math.max(pin.people, pinned.get(number) ?? 0));
    }
  }
  return pinned;
}
