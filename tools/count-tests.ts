import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Processes that ended in the midst of a file, by Node's own fault or killed from outside. */
  readonly ended: number;
  /** The files they were in the midst of, by their paths from the root. */
  readonly unfinished: readonly string[];
}

/** Vitest's reporter for `tools/test.ts`: leaves the counts in the file that MUSTER_TEST_COUNTS names. */
export default class CountTests implements Reporter {
  onTestRunEnd(files: readonly TestModule[], strayErrors: readonly unknown[]): void {
    const file = process.env.MUSTER_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(countTests(files, strayErrors)));
  }
}

/** Counts the tests of files that came to their end. A file that could not be loaded counts as one that failed, and so does an error outside any test. */
function countTests(files: readonly TestModule[], strayErrors: readonly unknown[]): TestCounts {
  const statesIn = (some: readonly TestModule[]) =>
    some.flatMap((file) => [...file.children.allTests()].map((test) => test.result().state));
  const unfinished = files.filter(isUnfinished);
  const states = statesIn(files.filter((file) => !unfinished.includes(file)));
  const count = (state: string) => states.filter((s) => s === state).length;
  const failedBeforeEnd = statesIn(unfinished).filter((state) => state === 'failed').length;
  const ended = strayErrors.filter(isEndOfProcess).length;
  const broken = files.filter((file) => file.errors().length > 0).length;
  return {
    passed: count('passed'),
    failed: count('failed') + failedBeforeEnd + broken + strayErrors.length - ended,
    skipped: count('skipped'),
    ended,
    unfinished: unfinished.map(({ relativeModuleId }) => relativeModuleId),
  };
}

function isUnfinished(file: TestModule): boolean {
  const isPending = (state: string): boolean => state === 'pending' || state === 'queued';
  return isPending(file.state()) || [...file.children.allTests()].some((test) => isPending(test.result().state));
}

function isEndOfProcess(error: unknown): boolean {
  const { cause } = error as { cause?: { message?: unknown } };
  return cause?.message === 'Worker exited unexpectedly';
}
