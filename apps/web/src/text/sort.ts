const names = new Intl.Collator('en-US', { numeric: true });

export interface Order<Key extends string> {
  readonly by: Key;
  readonly descending: boolean;
}

/** The same rows in another order; equals stay as they were. */
export function sorted<Row, Key extends string>(
  rows: readonly Row[],
  { by, descending }: Order<Key>,
  values: Readonly<Record<Key, (row: Row) => string | number>>,
): Row[] {
  const value = values[by];
  const compare = (a: Row, b: Row): number => {
    const [x, y] = [value(a), value(b)];
    return typeof x === 'number' && typeof y === 'number' ? x - y : names.compare(String(x), String(y));
  };
  return [...rows].sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
}

/** Pressing a heading sorts by it; pressing it again turns the order round. Numbers begin with the greatest. */
export const pressed = <Key extends string>(order: Order<Key>, by: Key, isNumber: boolean): Order<Key> =>
  order.by === by ? { by, descending: !order.descending } : { by, descending: isNumber };
