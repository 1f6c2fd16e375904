import { median } from '../figures.ts';

/** One solver on one instance: what it took each time, and what came of it. */
export interface Row {
  readonly solver: string;
  readonly times: readonly { readonly wallS: number; readonly cpuS: number; readonly memoryMb: number }[];
  /** Whether it found the same, in words. */
  readonly objective: string;
  readonly proved: string;
}

const head = ['solver', 'wall s', 'CPU s', 'memory MB', 'objective', 'proved', 'runs'] as const;

/** Prints rows as a table in Markdown, medians of what was run more than once. */
export function printRows(title: string, rows: readonly Row[]): void {
  const cells = rows.map(({ solver, times, objective, proved }) => {
    const middle = (of: (time: Row['times'][number]) => number, digits: number) =>
      times.length === 0 ? '-' : median(times.map(of)).toFixed(digits);
    return [
      solver,
      middle((t) => t.wallS, 2),
      middle((t) => t.cpuS, 2),
      middle((t) => t.memoryMb, 0),
      objective,
      proved,
      String(times.length),
    ];
  });
  const widths = head.map((word, i) => Math.max(word.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |\n`;
  process.stdout.write(
    `\n${title}\n\n${line(head)}${line(widths.map((n) => '-'.repeat(n)))}${cells.map(line).join('')}`,
  );
}
