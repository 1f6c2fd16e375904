import type { Fault } from '@muster/terms';
import { mostTeams, type ProblemModel, teamOf } from './problem-model.ts';
import { pins } from './rows/pins.ts';
import { hindrances } from './uses.ts';

/** Pins that no plan can meet, each with what stands in its way. */
export function unmeetablePins(model: ProblemModel): Fault[] {
  const { c, uses } = model;
  if (c.problem.pins.length === 0) return [];
  const family = pins(c);
  const most = new Float64Array(family.count);
  for (let use = 0; use < uses.count; use++) {
    family.touch(uses, use, (row) => {
      most[row] = (most[row] ?? 0) + mostTeams(model, use) * teamOf(model, use);
    });
  }
  const faults = new Map<string, Fault>();
  for (const [row, there] of most.entries()) {
    const wanted = family.low(row);
    if (there >= wanted) continue;
    const i = c.problem.pins.findIndex((pin) => `${pin.poolId} on ${pin.lineId}` === family.name(row));
    const pin = c.problem.pins[i];
    const p = c.pools.findIndex((pool) => pool.poolId === pin?.poolId);
    const l = c.lines.findIndex((line) => line.ofLineId === pin?.lineId);
    const [period] = c.slots.filter((slot) => slot.line === l).map((slot) => slot.period);
    const kind = pin?.kind ?? c.pools[p]?.kinds[0] ?? '';
    const why = period ? hindrances(c, p, l, period, kind).map((h) => h.words) : [];
    const words = why.length > 0 ? why.join('; ') : `at most ${there} can be there`;
    faults.set(family.name(row), {
      field: `pins.${i}`,
      problem: `puts ${wanted} people of "${pin?.poolId}" on "${pin?.lineId}", and no plan can: ${words}`,
    });
  }
  return [...faults.values()];
}
