import { gapBetween } from '../../certificate/check-certificate.ts';
import type { LinearWork } from '../../linear-port.ts';
import type { SolveOptions } from '../../solver-port.ts';
import type { ProblemModel } from '../problem-model.ts';

/** Tells whoever wants to hear how far a condensed problem is. */
export interface PlanningWatch {
  /** The same work, each of whose steps is told. */
  over(work: LinearWork): LinearWork;
  /** All levels together: what is being done now. */
  begins(doing: string): void;
  /** One level: a plan comes to this much of it, and how good any could be is being looked for. */
  proves(level: number, value: number): void;
  /** Parts of people come to `least`, so that no plan comes to less. */
  proved(level: number, value: number, least: number): void;
}

export function watchPlan({ levels }: ProblemModel, { onProgress = () => {} }: SolveOptions): PlanningWatch {
  let level = levels[0]?.level ?? 'fill';
  let incumbent: { readonly incumbent?: number } = {};
  let doing = 'parts of people';
  let steps = 0;
  onProgress({ level });
  return {
    over: (work) => ({
      solver: work.solver,
      solve: (step) => {
        steps += 1;
        onProgress({ level, ...incumbent, doing: `${doing}, step ${steps}` });
        return work.solve(step);
      },
      close: () => work.close(),
    }),
    begins: (now) => {
      level = levels[0]?.level ?? 'fill';
      incumbent = {};
      [doing, steps] = [now, 0];
    },
    proves: (k, value) => {
      level = levels[k]?.level ?? 'fill';
      incumbent = { incumbent: value };
      [doing, steps] = ['proof', 0];
    },
    proved: (_, value, least) => {
      const bound = Math.min(value, Math.ceil(least - 1e-6));
      onProgress({ level, incumbent: value, bound, gap: gapBetween(value, bound) });
    },
  };
}
