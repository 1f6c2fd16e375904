export const count = (n: number): string => n.toLocaleString('en-US');
export const dollars = (cents: number): string => `$${count(Math.round(cents / 100))}`;

/** Columns padded to their widest cell; numbers to the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? count(cell) : cell)));
  const widths = (cells[0] ?? []).map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  return cells
    .map((row, r) =>
      row
        .map((cell, i) => {
          const last = i === row.length - 1;
          return typeof rows[r]?.[i] === 'number'
            ? cell.padStart(widths[i] ?? 0)
            : last
              ? cell
              : cell.padEnd(widths[i] ?? 0);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Why a line is short, as a reader says it. */
const reasonWords: Record<string, string> = {
  authority: 'no authority',
  consent: 'consent not given',
  review: "counsel's condition",
  skill: 'skill',
  reserve: 'kept in reserve',
  distance: 'too far to arrive in time',
  strength: 'nobody else offered',
};
export const reason = (barrier: string): string => reasonWords[barrier] ?? barrier;

export const reasons = (byReason: Readonly<Record<string, number>>): string =>
  Object.entries(byReason)
    .sort((a, b) => b[1] - a[1])
    .map(([barrier, people]) => `${count(people)} ${reason(barrier)}`)
    .join(', ');
