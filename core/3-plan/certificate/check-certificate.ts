import type { LinearModel, Objective } from '../solver-port.ts';
import { boundByDuals, type Held } from './bound-by-duals.ts';
import { faultOfModel, faultOfValues, totalOf } from './check-answer.ts';
import type { WholeDuals } from './whole-duals.ts';

/** What is claimed of one level, and the duals that are to prove it. Without duals they count as none. */
export interface ClaimedLevel {
  readonly value: number;
  readonly bound: number;
  readonly duals?: WholeDuals | undefined;
}

export interface CertifiedLevel {
  readonly level: string;
  readonly value: number;
  /** As the duals prove it; never below what was claimed. */
  readonly bound: number;
  /** (value - bound) / max(1, |value|). */
  readonly gap: number;
}

/** The gap between a value and its bound, as plans state it; 0 means that no better answer exists. */
export const gapBetween = (value: number, bound: number): number => (value - bound) / Math.max(1, Math.abs(value));

/**
 * Makes sure of an answer without any solver: the values keep every column and row, each level is what the columns
 * add up to, and its duals prove at least the bound that is claimed. Gives the levels as proved, or the first fault
 * as a sentence.
 */
export function checkCertificate(
  model: LinearModel,
  objectives: readonly Objective[],
  values: readonly number[],
  levels: readonly ClaimedLevel[],
): readonly CertifiedLevel[] | { readonly fault: string } {
  const fault = faultOfModel(model, objectives) ?? faultOfValues(model, values);
  if (fault) return { fault };
  if (levels.length !== objectives.length) {
    return { fault: `There are ${objectives.length} objectives, and ${levels.length} levels are claimed.` };
  }
  const certified: CertifiedLevel[] = [];
  const held: Held[] = [];
  for (const [i, objective] of objectives.entries()) {
    const { level } = objective;
    const claimed = levels[i] as ClaimedLevel;
    const value = totalOf(objective.terms, values);
    if (!Number.isSafeInteger(claimed.value) || value !== BigInt(claimed.value)) {
      return { fault: `The objective "${level}" is ${value}, and ${claimed.value} is claimed.` };
    }
    const bound = boundByDuals(model, objective, held, claimed.duals ?? none);
    if (!(claimed.bound <= bound)) {
      return {
        fault: `The objective "${level}" is claimed to be at least ${claimed.bound}, and its duals prove ${bound}.`,
      };
    }
    certified.push({ level, value: claimed.value, bound, gap: gapBetween(claimed.value, bound) });
    held.push({ objective, value: claimed.value });
  }
  return certified;
}

const none: WholeDuals = { per: 1, rows: [], held: [] };
