import type { z } from 'zod';

interface PlainIssue {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

/** What a schema found, in plain words, once a field; a field that nobody asked for is named itself. */
export function plainIssues(error: z.ZodError): PlainIssue[] {
  const found = new Map<string, PlainIssue>();
  const keep = (issue: PlainIssue) => {
    const key = JSON.stringify(issue.path.map(String));
    if (!found.has(key)) found.set(key, issue);
  };
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) keep({ path: [...issue.path, key], problem: 'there is no such field' });
    } else keep({ path: issue.path, problem: problemOf(issue.message) });
  }
  return [...found.values()];
}

const problemOf = (message: string): string =>
  message.endsWith('received undefined') ? 'is missing' : message.replace(/^Invalid input: /, '');
