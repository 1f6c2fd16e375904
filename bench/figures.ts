import { cpus } from 'node:os';

/** What was measured: a name, a value with its unit, and, where there is one, the ratio to a baseline of the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: { readonly to: string; readonly value: number };
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export const percentile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
};

export const machine = (): string => `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;

export function printFigures(title: string, figures: readonly Figure[]): void {
  process.stdout.write(`${title}\n`);
  for (const { name, value, unit, ratio } of figures) {
    const shown = value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2);
    const beside = ratio ? `  (${ratio.value.toFixed(2)} x ${ratio.to})` : '';
    process.stdout.write(`  ${name.padEnd(46)} ${shown.padStart(9)} ${unit}${beside}\n`);
  }
}
