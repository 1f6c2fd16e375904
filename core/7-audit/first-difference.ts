/** Where two values first differ: the path, and what stands there in each; undefined where they are the same. */
export interface Difference {
  readonly path: string;
  readonly recorded: unknown;
  readonly byRules: unknown;
}

export function firstDifference(recorded: unknown, byRules: unknown, path = ''): Difference | undefined {
  if (Object.is(recorded, byRules)) return undefined;
  if (!isBranch(recorded) || !isBranch(byRules) || Array.isArray(recorded) !== Array.isArray(byRules)) {
    return { path, recorded, byRules };
  }
  const keys = new Set([...Object.keys(recorded), ...Object.keys(byRules)]);
  for (const key of [...keys].sort()) {
    const found = firstDifference(recorded[key], byRules[key], path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return undefined;
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
