import { gapBetween, type SolveOptions, type SolveProgress } from '@muster/plan';
import type { CallbackData, Highs, HighsCallbackMap } from 'highs';

/** Looks on while one level is solved: tells how far it is, and stops it when it is cancelled. */
export interface Watch {
  readonly callbacks: HighsCallbackMap;
  /** The level is solved, with this value and bound as asked. */
  solved(value: number, bound: number): void;
}

/** `unit` is what the level's objective was divided by. */
export function watchLevel(highs: Highs, level: string, unit: number, { signal, onProgress }: SolveOptions): Watch {
  const { callbackType } = highs.constants;
  const began = performance.now();
  const tell = (progress: Omit<SolveProgress, 'level' | 'seconds'>): undefined => {
    onProgress?.({ level, ...progress, seconds: (performance.now() - began) / 1000 });
  };
  const tellMip = ({ data }: { readonly data: CallbackData }) => tell(progressOf(data, unit));
  const stop = (event: { interrupt(): void }): undefined => {
    if (signal?.aborted) event.interrupt();
  };
  tell({});
  return {
    callbacks: {
      ...(onProgress && { [callbackType.mipImprovingSolution]: tellMip, [callbackType.mipLogging]: tellMip }),
      ...(signal && { [callbackType.mipInterrupt]: stop, [callbackType.simplexInterrupt]: stop }),
    },
    solved: (incumbent, bound) => tell({ incumbent, bound, gap: gapBetween(incumbent, bound) }),
  };
}

/** What HiGHS does not know yet it says with an infinity. */
function progressOf(data: CallbackData, unit: number): Omit<SolveProgress, 'level' | 'seconds'> {
  const incumbent = known(data.mip_primal_bound, unit);
  const bound = known(data.mip_dual_bound, unit);
  return {
    ...(incumbent !== undefined && { incumbent }),
    ...(bound !== undefined && { bound }),
    ...(incumbent !== undefined && bound !== undefined && { gap: gapBetween(incumbent, bound) }),
  };
}

const known = (value: number | undefined, unit: number): number | undefined =>
  value !== undefined && Math.abs(value) < 1e20 ? value * unit : undefined;
