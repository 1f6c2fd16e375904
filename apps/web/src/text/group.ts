/** Rows under their key, keys in the order first met. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [key: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups];
}

export const sumOf = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + value(row), 0);

/** A record of counts, greatest first. */
export const greatestFirst = (counts: Readonly<Record<string, number>>): [key: string, n: number][] =>
  Object.entries(counts)
    .filter(([, n]) => n !== 0)
    .sort(([, a], [, b]) => b - a);
