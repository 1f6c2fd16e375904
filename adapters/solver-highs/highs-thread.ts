import { Worker } from 'node:worker_threads';
import type { Objective, Solution, SolveOptions, SolverPort } from '@muster/plan';
import type { FromThread, ToSolve } from './solve-messages.ts';

/** A solver with a thread of its own, which has to be ended. */
export interface SolverThread extends SolverPort {
  /** Ends the thread; what it solves, and what it is asked later, is cancelled. */
  close(): Promise<void>;
}

/**
 * HiGHS in a thread of its own: the thread that asks goes on with its work. What is asked while it solves waits its
 * turn. To cancel is to end the thread, since HiGHS hears nothing while it solves; the next question begins a new one.
 */
export function openHighsThread(): SolverThread {
  // Begun by the first question: most commands of the line never ask one.
  let thread: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  const solve = async (question: ToSolve, options: SolveOptions): Promise<Solution> => {
    if (options.signal?.aborted || closing.signal.aborted) return cancelled(question.objectives);
    thread ??= begin();
    const { solution, isSound } = await askThread(thread, question, options, closing.signal);
    if (!isSound) {
      await thread.terminate();
      thread = undefined;
    }
    return solution;
  };

  return {
    solveInOrder: (model, objectives, options = {}) => {
      // Only what the solver reads crosses: a plan's model carries much more.
      const { columns, rows } = model;
      const { relaxed, enoughGap } = options;
      const tells = options.onProgress !== undefined;
      const question = { model: { columns, rows }, objectives, tells, relaxed, enoughGap };
      const answer = turn.then(() => solve(question, options));
      turn = answer.catch(() => {});
      return answer;
    },
    close: async () => {
      closing.abort();
      await turn;
      await thread?.terminate();
    },
  };
}

const cancelled = (objectives: readonly Objective[]): Solution => ({
  outcome: 'cancelled',
  level: objectives[0]?.level ?? 'none',
});

/** Idle, it keeps no process alive. */
function begin(): Worker {
  // Nothing of how this process was begun: the thread's first file sees to its own loader.
  const thread = new Worker(new URL('./solver-thread.mjs', import.meta.url), { execArgv: [] });
  // One that dies idle is found dead by the next question.
  thread.on('error', () => {});
  thread.unref();
  return thread;
}

interface Heard {
  readonly solution: Solution;
  /** Whether the thread can be asked again. */
  readonly isSound: boolean;
}

function askThread(
  thread: Worker,
  question: ToSolve,
  { signal, onProgress }: SolveOptions,
  closing: AbortSignal,
): Promise<Heard> {
  let level = question.objectives[0]?.level ?? 'none';
  return new Promise((settle) => {
    const hear = (message: FromThread): void => {
      if ('solution' in message) end(message.solution, true);
      else {
        level = message.progress.level;
        onProgress?.(message.progress);
      }
    };
    const fail = (why: string): void =>
      end({ outcome: 'unproved', level, why: `The thread of the solver ended: ${why}.` }, false);
    const failed = (error: Error): void => fail(error.message);
    const exited = (code: number): void => fail(`exit code ${code}`);
    const cancel = (): void => end({ outcome: 'cancelled', level }, false);
    function end(solution: Solution, isSound: boolean): void {
      thread.off('message', hear).off('error', failed).off('exit', exited);
      signal?.removeEventListener('abort', cancel);
      closing.removeEventListener('abort', cancel);
      thread.unref();
      settle({ solution, isSound });
    }
    thread.on('message', hear).on('error', failed).on('exit', exited);
    signal?.addEventListener('abort', cancel);
    closing.addEventListener('abort', cancel);
    thread.ref();
    thread.postMessage(question);
  });
}
