import { Worker } from 'node:worker_threads';
import type {
  CheckedLevels,
  FilledWithout,
  LevelChecker,
  ProblemSolver,
  ProvedLevels,
  Solution,
  SolveOptions,
  Unproved,
} from '@muster/plan';
import type { ProblemAnswer } from '@muster/plan/problem';
import type { FromThread, Question, ThreadAnswer } from './answer-questions.ts';
import type { SolverTerms } from './open-solver.ts';

/** A solver with a thread of its own, which has to be ended. */
export interface SolverThread extends ProblemSolver, LevelChecker {
  /** Ends the thread; what it is at, and what it is asked later, is cancelled. */
  close(): Promise<void>;
}

/** Below that adding up takes a few milliseconds, and to begin a thread half a second. */
const checksFromPairs = 1_000;

type Unsolved = Exclude<Solution, { outcome: 'solved' | 'infeasible' }>;
type Watch = Pick<SolveOptions, 'signal' | 'onProgress'>;

/**
 * A solver in a thread of its own: the thread that asks goes on with its work. What is asked meanwhile waits its turn. To
 * cancel is to end the thread, since a solver hears nothing while it solves; the next question begins a new one.
 */
export function openSolverThread(terms: SolverTerms & { readonly checksFromPairs?: number } = {}): SolverThread {
  // Begun by the first question: most commands of the line never ask one.
  let thread: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  const answerTo = async (question: Question, level: string, watch: Watch): Promise<Heard> => {
    if (watch.signal?.aborted || closing.signal.aborted) return { unsolved: { outcome: 'cancelled', level } };
    thread ??= begin(terms);
    const heard = await askThread(thread, question, level, watch, closing.signal);
    if ('unsolved' in heard) {
      await thread.terminate();
      thread = undefined;
    }
    return heard;
  };
  const ask = (question: Question, level: string, watch: Watch): Promise<Heard> => {
    const heard = turn.then(() => answerTo(question, level, watch));
    turn = heard.catch(() => {});
    return heard;
  };

  return {
    solve: async (problem, { signal, onProgress, relaxed, enoughGap } = {}) => {
      const question = { solve: problem, tells: onProgress !== undefined, relaxed, enoughGap };
      const heard = await ask(question, problem.objectives[0] ?? 'all', { signal, onProgress });
      return 'unsolved' in heard ? heard.unsolved : (heard.answer as ProblemAnswer);
    },
    fillWithout: async (question, { signal } = {}) => {
      const heard = await ask({ fillWithout: question }, 'lean', { signal });
      return 'unsolved' in heard ? heard : (heard.answer as FilledWithout);
    },
    prove: async (plan, { signal } = {}) => {
      const heard = await ask({ prove: plan }, 'all', { signal });
      return 'unsolved' in heard ? heard : (heard.answer as ProvedLevels | Unproved);
    },
    fromPairs: terms.checksFromPairs ?? checksFromPairs,
    check: async (plan) => {
      const heard = await ask({ check: plan }, 'all', {});
      return 'unsolved' in heard ? undefined : (heard.answer as CheckedLevels);
    },
    close: async () => {
      closing.abort();
      await turn;
      await thread?.terminate();
    },
  };
}

/** Idle, it keeps no process alive. */
function begin(terms: SolverTerms): Worker {
  // Nothing of how this process was begun: the thread's first file sees to its own loader.
  const thread = new Worker(new URL('./solver-thread.mjs', import.meta.url), { execArgv: [], workerData: terms });
  // One that dies idle is found dead by the next question.
  thread.on('error', () => {});
  thread.unref();
  return thread;
}

/** What came of a question; the thread that did not answer it is of no more use. */
type Heard = { readonly answer: ThreadAnswer } | { readonly unsolved: Unsolved };

function askThread(
  thread: Worker,
  question: Question,
  first: string,
  { signal, onProgress }: Watch,
  closing: AbortSignal,
): Promise<Heard> {
  let level = first;
  return new Promise((settle) => {
    const hear = (message: FromThread): void => {
      if ('answer' in message) end(message);
      else if ('failed' in message) fail(message.failed);
      else {
        level = message.progress.level;
        onProgress?.(message.progress);
      }
    };
    const fail = (why: string): void =>
      end({ unsolved: { outcome: 'unproved', level, why: `The thread of the solver ended: ${why}.` } });
    const failed = (error: Error): void => fail(error.message);
    const exited = (code: number): void => fail(`exit code ${code}`);
    const cancel = (): void => end({ unsolved: { outcome: 'cancelled', level } });
    function end(heard: Heard): void {
      thread.off('message', hear).off('error', failed).off('exit', exited);
      signal?.removeEventListener('abort', cancel);
      closing.removeEventListener('abort', cancel);
      thread.unref();
      settle(heard);
    }
    thread.on('message', hear).on('error', failed).on('exit', exited);
    signal?.addEventListener('abort', cancel);
    closing.addEventListener('abort', cancel);
    thread.ref();
    thread.postMessage(question);
  });
}
