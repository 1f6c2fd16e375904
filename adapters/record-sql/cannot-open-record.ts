import type { DatabaseTrouble } from './record-failure.ts';

/** A value, never thrown: why the record cannot be opened. */
export interface CannotOpenRecord extends DatabaseTrouble {
  readonly outcome: 'cannotOpen';
}

export const cannotOpenRecord = ({ code, why }: DatabaseTrouble): CannotOpenRecord => ({
  outcome: 'cannotOpen',
  code,
  why,
});

export const isCannotOpenRecord = (value: object): value is CannotOpenRecord =>
  'outcome' in value && value.outcome === 'cannotOpen';
