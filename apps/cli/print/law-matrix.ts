import type { LawMatrix } from '@muster/policy-cedar';
import { columns } from './text.ts';

/** The matrix as one screen: a letter for each verdict. */
export function printLawMatrix({ pack, title, on, tasks, rows, disclaimer }: LawMatrix): string {
  const head = ['status', ...tasks.map((task) => task.code), 'gate'];
  const lines = rows.map((row) => [row.code, ...row.cells.map((cell) => cell.letter), row.gate.letter]);
  return [
    `${title}, on ${on}`,
    '',
    columns([head, ...lines]),
    '',
    'P permitted, N needs consent, C contested (needs counsel), F forbidden, – no authority found. The gate is how the status comes into being.',
    '`muster law why` tells the ground of a cell. Our reading, not legal advice; counsel decides.',
    disclaimer,
    `Law pack ${pack}.`,
  ].join('\n');
}
