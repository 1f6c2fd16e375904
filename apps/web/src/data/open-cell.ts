import { useRef, useState } from 'react';
import type { AuthorityCell, AuthorityTask } from './outcome-parts.ts';

/** Which verdict is open, and how to open or close one; closing brings the keyboard back to where it was. */
export interface OpenCell {
  readonly key: string | undefined;
  readonly press: (key: string, chip: HTMLElement) => void;
  readonly close: () => void;
}

export function useOpenCell(): OpenCell {
  const [key, setKey] = useState<string>();
  const opener = useRef<HTMLElement>(null);
  return {
    key,
    press: (pressed, chip) => {
      opener.current = chip;
      setKey((before) => (before === pressed ? undefined : pressed));
    },
    close: () => {
      setKey(undefined);
      opener.current?.focus();
    },
  };
}

const relations: Readonly<Record<AuthorityCell['relation'], string>> = {
  home: 'in their own state',
  away: 'in another state',
};

export const cellKey = (task: AuthorityTask, cell: AuthorityCell): string =>
  [task.task.id, cell.kind, cell.relation].join('-').replace(/\W+/g, '-');

export const cellName = (task: AuthorityTask, cell: AuthorityCell): string =>
  `${task.task.name}, ${cell.kind}, ${relations[cell.relation]}`;
