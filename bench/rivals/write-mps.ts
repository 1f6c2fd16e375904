import { closeSync, openSync, writeSync } from 'node:fs';
import { greatestCommonDivisor, type LinearModel, type Objective } from '@muster/plan';

/** An objective held at the value that was found for it. */
export interface Held {
  readonly objective: Objective;
  readonly value: number;
}

/**
 * Writes a model as free MPS, which every solver reads: one objective, divided by what its coefficients share, and a row
 * for each that is held. Tells what the objective was divided by.
 */
export function writeMps(
  file: string,
  { columns, rows }: LinearModel,
  objective: Objective,
  held: readonly Held[],
  whole: boolean,
): number {
  const unit = greatestCommonDivisor(objective.terms);
  const byColumn: string[] = columns.map(() => '');
  const put = (column: number, row: string, coefficient: number) => {
    byColumn[column] += ` c${column} ${row} ${coefficient}\n`;
  };
  for (const [column, c] of objective.terms) put(column, 'objective', c / unit);
  const kept = [...rows.entries()].filter(([, { low, high }]) => Number.isFinite(low) || Number.isFinite(high));
  for (const [r, { terms }] of kept) for (const [column, c] of terms) put(column, `r${r}`, c);
  const units = held.map((h) => greatestCommonDivisor(h.objective.terms));
  for (const [h, { objective: o }] of held.entries())
    for (const [column, c] of o.terms) put(column, `h${h}`, c / (units[h] ?? 1));

  const open = openSync(file, 'w');
  const out = batched((text) => writeSync(open, text));
  out.write('NAME muster FREE\nROWS\n N objective\n');
  for (const [r, row] of kept) out.write(` ${sense(row.low, row.high)} r${r}\n`);
  for (const h of held.keys()) out.write(` L h${h}\n`);
  out.write('COLUMNS\n');
  if (whole) out.write(" MARKER 'MARKER' 'INTORG'\n");
  // A column that no row touches must still be named somewhere.
  for (const [column, entries] of byColumn.entries()) out.write(entries === '' ? ` c${column} objective 0\n` : entries);
  if (whole) out.write(" MARKER 'MARKER' 'INTEND'\n");
  out.write('RHS\n');
  for (const [r, { low, high }] of kept) {
    const side = Number.isFinite(high) ? high : low;
    if (side !== 0) out.write(` rhs r${r} ${side}\n`);
  }
  for (const [h, { value }] of held.entries()) out.write(` rhs h${h} ${value / (units[h] ?? 1)}\n`);
  out.write('RANGES\n');
  for (const [r, { low, high }] of kept)
    if (Number.isFinite(low) && Number.isFinite(high) && low !== high) out.write(` range r${r} ${high - low}\n`);
  out.write('BOUNDS\n');
  for (const [column, { low, high }] of columns.entries()) {
    if (low !== 0) out.write(Number.isFinite(low) ? ` LO b c${column} ${low}\n` : ` MI b c${column}\n`);
    out.write(Number.isFinite(high) ? ` UP b c${column} ${high}\n` : ` PL b c${column}\n`);
  }
  out.write('ENDATA\n');
  out.end();
  closeSync(open);
  return unit;
}

const sense = (low: number, high: number): string => (low === high ? 'E' : Number.isFinite(high) ? 'L' : 'G');

function batched(flush: (text: string) => void) {
  let waiting: string[] = [];
  const end = () => {
    flush(waiting.join(''));
    waiting = [];
  };
  return {
    write: (text: string) => {
      waiting.push(text);
      if (waiting.length >= 50_000) end();
    },
    end,
  };
}
