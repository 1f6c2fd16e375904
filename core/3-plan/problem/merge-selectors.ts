import type { PartyId, Period } from '@muster/terms';
import type { Selector } from './selector.ts';

/** Uses of one lender's people under one kind of service on one line, on all its days or on some. */
export interface PickedUses {
  readonly lenderId: PartyId;
  readonly kind: string;
  readonly lineId: string;
  readonly period?: Period | undefined;
}

/** The same uses in few selectors: first lines are taken together, then kinds, then lenders. */
export function mergeSelectors(picked: readonly PickedUses[]): Selector[] {
  let merged = picked.map(
    ({ lenderId, kind, lineId, period }): Selector => ({
      lenderIds: [lenderId],
      kinds: [kind],
      lineIds: [lineId],
      ...(period && { period }),
    }),
  );
  for (const part of ['lineIds', 'kinds', 'lenderIds'] as const) merged = joinOn(merged, part);
  return merged;
}

/** Joins selectors that differ in this part only. */
function joinOn(selectors: readonly Selector[], part: 'lineIds' | 'kinds' | 'lenderIds'): Selector[] {
  const joined = new Map<string, Selector>();
  for (const selector of selectors) {
    const key = JSON.stringify({ ...selector, [part]: undefined });
    const before = joined.get(key);
    const ids = [...new Set([...(before?.[part] ?? []), ...(selector[part] ?? [])])];
    joined.set(key, { ...selector, [part]: ids });
  }
  return [...joined.values()];
}
