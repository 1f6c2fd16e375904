import type { CompiledProblem } from './compile-problem.ts';
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
export function keptUses(c: CompiledProblem): KeptUse[] {
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
  const sums = new Map<string, KeptUse>();
  for (const a of c.problem.former) {
    const pool = poolNumber.get(a.poolId);
    const kind = c.kinds.indexOf(a.kind);
    if (pool === undefined || kind < 0) continue;
    for (const slot of slotsOf.get(a.lineId) ?? []) {
      const period = c.slots[slot]?.period;
      if (!period || a.period.fromOn > period.fromOn || period.toOn > a.period.toOn) continue;
      const l = c.slots[slot]?.line ?? 0;
      if (!isOpen(c, pool, l, slot, a.kind)) continue;
      const key = keyOf(pool, slot, kind);
      const sum = sums.get(key) ?? { pool, slot, kind, people: 0 };
      sums.set(key, { ...sum, people: sum.people + a.people });
    }
  }
  return [...sums.values()];
}

/** The rows of kept uses that a use touches, one a slot. */
export function keptRows(kept: readonly KeptUse[]): (pool: number, slot: number, kind: number) => number | undefined {
  const rows = new Map(kept.map(({ pool, slot, kind }, row) => [keyOf(pool, slot, kind), row]));
  return (pool, slot, kind) => rows.get(keyOf(pool, slot, kind));
}

const keyOf = (pool: number, slot: number, kind: number): string => `${pool} ${slot} ${kind}`;
