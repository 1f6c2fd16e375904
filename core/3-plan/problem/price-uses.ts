import { betterBy, usesBySlot } from './first-uses.ts';
import { type ProblemModel, touchedBy } from './problem-model.ts';
import type { LevelCertificate } from './solved-problem.ts';

/** Smaller gains than this are a solver's rounding. */
const leastGain = 1e-7;
/** How many of the best of each slot are shown to the solver at once. */
const mostOfEach = 3;

/**
 * The uses that would make some level better than the certificate says can be, had the solver known of them: the best few
 * of each slot. None are left when the certificates hold for all uses, whether or not a solver has seen them.
 */
export function pricing(model: ProblemModel) {
  const { c, uses, levels, offsets } = model;
  const bySlot = usesBySlot(model);
  const better = betterBy(model);
  const touched = touchedRows(model);
  const costs = levels.map((level) =>
    Float64Array.from({ length: uses.count }, (_, use) => level.perPerson(uses, use)),
  );
  const gains = new Float64Array(uses.count);

  return function attractiveUses(certificates: readonly LevelCertificate[], known: Uint8Array): number[] {
    const found = new Set<number>();
    for (const [k, certificate] of certificates.entries()) {
      const cost = costs[k];
      if (!cost) continue;
      const rows = new Float64Array(offsets.at(-1) ?? 0);
      for (const [row, y] of certificate.rows) rows[row] = y;
      const held = costs.slice(0, k).flatMap((before, j) => {
        const w = certificate.held[j] ?? 0;
        return w > 0 ? [{ before, w }] : [];
      });
      for (const slot of c.slots.keys()) {
        const wanted: number[] = [];
        for (const use of bySlot(slot)) {
          if (known[use] === 1) continue;
          const own = cost[use] ?? 0;
          let gain = touched.worth(use, rows) - own;
          for (const { before, w } of held) gain -= w * (before[use] ?? 0);
          gains[use] = gain;
          if (gain > leastGain * (Math.abs(own) + 1)) wanted.push(use);
        }
        if (wanted.length > mostOfEach) wanted.sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || better(a, b));
        for (const use of wanted.slice(0, mostOfEach)) found.add(use);
      }
    }
    return [...found];
  };
}

/** The rows that each use touches, written out once: what pricing asks again and again. */
function touchedRows(model: ProblemModel) {
  const { count } = model.uses;
  const starts = new Int32Array(count + 1);
  let rows = new Int32Array(count * 4);
  let coefficients = new Float32Array(count * 4);
  let at = 0;
  const put = (row: number, perPerson: number) => {
    if (at === rows.length) {
      const [wider, more] = [new Int32Array(at * 2), new Float32Array(at * 2)];
      wider.set(rows);
      more.set(coefficients);
      [rows, coefficients] = [wider, more];
    }
    rows[at] = row;
    coefficients[at] = perPerson;
    at += 1;
  };
  for (let use = 0; use < count; use++) {
    starts[use] = at;
    touchedBy(model, use, put);
  }
  starts[count] = at;
  return {
    /** What the rows say a person in this use is worth. */
    worth(use: number, duals: Float64Array): number {
      let sum = 0;
      const end = starts[use + 1] ?? 0;
      for (let i = starts[use] ?? 0; i < end; i++) sum += (duals[rows[i] ?? 0] ?? 0) * (coefficients[i] ?? 0);
      return sum;
    },
  };
}
