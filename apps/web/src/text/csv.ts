/**
 * One cell of a CSV file that a spreadsheet will show as text: what begins like a formula gets an apostrophe in front,
 * so that nothing a party wrote is ever computed. Numbers pass as they are.
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@\t\r\n]/.test(value) || /^\s*[＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180: CRLF after every row. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
