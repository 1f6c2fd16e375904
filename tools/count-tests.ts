import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Files, by their paths from the root, of which a test was begun or waiting when its process ended. */
  readonly unfinished: readonly string[];
}

/** Vitest's reporter for `tools/test.ts`: leaves the counts in the file that MUSTER_TEST_COUNTS names. */
export default class CountTests implements Reporter {
  onTestRunEnd(files: readonly TestModule[], strayErrors: readonly unknown[]): void {
    const file = process.env.MUSTER_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(countTests(files, strayErrors)));
  }
}

/** Counts tests. A file that could not be loaded counts as one that failed, and so does an error outside any test. */
function countTests(files: readonly TestModule[], strayErrors: readonly unknown[]): TestCounts {
  const states = files.flatMap((file) => [...file.children.allTests()].map((test) => test.result().state));
  const count = (state: string) => states.filter((s) => s === state).length;
  const broken = files.filter((file) => file.errors().length > 0).length;
  return {
    passed: count('passed'),
    failed: count('failed') + broken + strayErrors.length,
    skipped: count('skipped'),
    unfinished: files.filter(isUnfinished).map(({ relativeModuleId }) => relativeModuleId),
  };
}

function isUnfinished(file: TestModule): boolean {
  const isPending = (state: string): boolean => state === 'pending' || state === 'queued';
  return isPending(file.state()) || [...file.children.allTests()].some((test) => isPending(test.result().state));
}
