import type { CompiledProblem } from './compile-problem.ts';
import { useNumber } from './use-numbers.ts';
import { isOpen } from './uses.ts';

/** People whom the plan before had in a slot. */
export interface KeptUse {
  readonly pool: number;
  readonly slot: number;
  readonly kind: number;
  readonly people: number;
}

/**
 * What the plan before had and could be kept, slot by slot: who can be there no more is no change of ours. Of a line with
 * relief a tour may be named, as plans name it.
 */
export function keptUses(c: CompiledProblem): readonly KeptUse[] {
  const known = found.get(c) ?? findKept(c);
  found.set(c, known);
  return known;
}

/** Levels, rules, networks and checks of one problem ask the same. */
const found = new WeakMap<CompiledProblem, readonly KeptUse[]>();

function findKept(c: CompiledProblem): KeptUse[] {
  if (!c.problem.former) return [];
  const poolNumber = new Map(c.pools.map((p, i) => [p.poolId, i]));
  const slotsOf = new Map<string, number[]>();
  for (const [s, slot] of c.slots.entries()) {
    const { lineId = '', ofLineId = '' } = c.lines[slot.line] ?? {};
    for (const id of new Set([lineId, ofLineId])) {
      const slots = slotsOf.get(id);
      if (slots) slots.push(s);
      else slotsOf.set(id, [s]);
    }
  }
  const sums = new Map<number, KeptUse>();
  for (const a of c.problem.former) {
    const pool = poolNumber.get(a.poolId);
    const kind = c.kinds.indexOf(a.kind);
    if (pool === undefined || kind < 0) continue;
    for (const slot of slotsOf.get(a.lineId) ?? []) {
      const period = c.slots[slot]?.period;
      if (!period || a.period.fromOn > period.fromOn || period.toOn > a.period.toOn) continue;
      if (!isOpen(c, pool, c.slots[slot]?.line ?? 0, slot, a.kind)) continue;
      const number = useNumber(c, pool, slot, kind);
      const before = sums.get(number)?.people ?? 0;
      sums.set(number, { pool, slot, kind, people: before + a.people });
    }
  }
  return [...sums.values()];
}

/** The rows of kept uses that a use touches, one a slot. */
export function keptRows(
  c: CompiledProblem,
  kept: readonly KeptUse[],
): (pool: number, slot: number, kind: number) => number | undefined {
  const rows = new Map(kept.map(({ pool, slot, kind }, row) => [useNumber(c, pool, slot, kind), row]));
  return (pool, slot, kind) => rows.get(useNumber(c, pool, slot, kind));
}
