import type { Order } from '../text/sort.ts';
import { Mark } from './mark.tsx';

interface SortHeadingProps<Key extends string> {
  readonly by: Key;
  readonly label: string;
  readonly order: Order<Key>;
  readonly isNumber?: boolean;
  readonly onPress: (by: Key, isNumber: boolean) => void;
}

/** A column's heading that sorts by it. */
export function SortHeading<Key extends string>({
  by,
  label,
  order,
  isNumber = false,
  onPress,
}: SortHeadingProps<Key>) {
  const isOrder = order.by === by;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={isNumber ? 'number' : undefined} {...(isOrder ? { 'aria-sort': direction } : {})}>
      <button type="button" className="sort-heading" onClick={() => onPress(by, isNumber)}>
        {label}
        <Mark name={isOrder ? (order.descending ? 'down' : 'up') : 'both'} />
      </button>
    </th>
  );
}
