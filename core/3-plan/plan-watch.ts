import type { CancelSignal, SolveProgress } from './solver-port.ts';

/** Looks on while a plan is made. */
export interface PlanWatch {
  /** So many of so many steps done, and what is being done now, with how far it is: in words, and as figures while a level is solved. */
  readonly onProgress?: ((done: number, of: number, words: string, at?: SolveProgress) => void) | undefined;
  /** Ends the solving; the plan is then unsolved, "cancelled", and nothing is recorded. */
  readonly signal?: CancelSignal | undefined;
}

/** Where a level stands, such as "arrival: 120 found, none below 118, gap 1.7 %". */
export function progressWords({ level, incumbent, bound, gap, doing }: SolveProgress): string {
  const count = (n: number) => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');
  const parts = [
    ...(incumbent === undefined ? [] : [`${count(incumbent)} found`]),
    ...(bound === undefined ? [] : [`none below ${count(bound)}`]),
    ...(gap === undefined ? [] : [`gap ${(gap * 100).toFixed(1)} %`]),
    ...(doing === undefined ? [] : [doing]),
  ];
  return parts.length === 0 ? level : `${level}: ${parts.join(', ')}`;
}
