import { touchedBy } from '../problem-model.ts';
import type { Uses } from '../uses.ts';
import type { OpenPlan } from './open-plan.ts';
import { betterBy, type Move } from './worse.ts';

/** A rule that a use touches and that has no room left. */
export interface BindingRule {
  /** Stable, such as `reserve-floor`. */
  readonly rule: string;
  readonly name: string;
  readonly sentence: string;
  readonly unit: string;
  readonly allowed: number;
  /** What one more would be worth at most; absent where it is proved to be worth nothing. */
  readonly oneMore?: Move;
}

/** The rules of a use that have no room left, those that one more would be worth most for first. */
export function bindingRules(plan: OpenPlan, uses: Uses, use: number): BindingRule[] {
  const { evaluation } = plan;
  const model = { ...plan.model, uses };
  const { families, offsets } = model;
  const levelFamilies = new Set(model.levels.map((level) => level.family));
  const found: BindingRule[] = [];
  touchedBy(model, use, (whole) => {
    const f = families.findIndex((_, i) => whole < (offsets[i + 1] ?? 0));
    const family = families[f];
    if (!family || levelFamilies.has(family) || family.own) return;
    const row = whole - (offsets[f] ?? 0);
    const full = (evaluation.activity[whole] ?? 0) >= family.high(row);
    // A line has room for nobody when nobody lacks.
    if (family.id === 'line-count' ? (evaluation.lacking[row] ?? 0) > 0 : !full) return;
    const oneMore = family.id === 'line-count' ? undefined : betterBy(plan, (prover) => prover.priceOfRow(whole));
    const { id, sentence, unit } = family;
    const allowed = family.high(row);
    found.push({ rule: id, name: family.name(row), sentence, unit, allowed, ...(oneMore && { oneMore }) });
  });
  return found.sort((a, b) => Number(b.oneMore !== undefined) - Number(a.oneMore !== undefined));
}
