import type { FromThread, Supposition, ToThread, WhatIfAnswer } from './messages.ts';

/** Words for how far it is, for a person who waits. */
export type Tell = (words: string) => void;

export interface PlanningThread {
  /** Works a what-if out. Ending the thread ends this too; it is then never answered. */
  ask(supposed: Supposition, tell: Tell): Promise<WhatIfAnswer>;
  end(): void;
}

/** Opens a thread that plans for one problem: solver and all are fetched only now. */
export function openPlanningThread(problem: unknown): PlanningThread {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const give = (message: ToThread): void => thread.postMessage(message);
  give({ problem: problem as Extract<ToThread, { problem: unknown }>['problem'] });
  return {
    ask: (supposed, tell) =>
      new Promise((answered) => {
        thread.onmessage = ({ data }: MessageEvent<FromThread>) => {
          if ('answer' in data) answered(data.answer);
          else tell(progressWords(data));
        };
        // A thread that fails to start says so by an event without words.
        thread.onerror = (event) => {
          event.preventDefault();
          answered({ outcome: 'notWorkedOut', why: event.message || 'The solver could not be fetched.' });
        };
        give({ supposed });
      }),
    end: () => thread.terminate(),
  };
}

const plans = { now: 'the plan as it is', supposed: 'the plan as supposed' } as const;
const aims: Readonly<Record<string, string>> = {
  lean: 'people',
  fill: 'days',
  changes: 'changes',
  arrival: 'arrival',
  travel: 'arrival',
  cost: 'cost',
};

function progressWords({ plan, progress }: Extract<FromThread, { progress: unknown }>): string {
  const gap = progress.gap === undefined ? '' : `, gap ${(100 * progress.gap).toFixed(1)} %`;
  return `Making ${plans[plan]}: ${aims[progress.level] ?? progress.level}${gap}`;
}
