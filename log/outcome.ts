/** Whether a proof holds, and if not, why: one plain sentence. */
export type Verdict = { readonly holds: true } | { readonly holds: false; readonly why: string };

/** What was read from bytes that anybody may have written, or why they cannot be read. */
export type Reading<T> =
  | { readonly outcome: 'read'; readonly value: T }
  | { readonly outcome: 'malformed'; readonly why: string };

export const holds: Verdict = { holds: true };
export const fails = (why: string): Verdict => ({ holds: false, why });

/** Thrown inside a reader by {@link malformed} and turned into an outcome at its face. */
class Malformed extends Error {}

export function malformed(why: string): never {
  throw new Malformed(why);
}

export function reading<T>(read: () => T): Reading<T> {
  try {
    return { outcome: 'read', value: read() };
  } catch (error) {
    if (error instanceof Malformed) return { outcome: 'malformed', why: error.message };
    throw error;
  }
}

/** The value of a reading, inside another reader. */
export const valueRead = <T>(of: Reading<T>): T => (of.outcome === 'read' ? of.value : malformed(of.why));

/** A whole number as a log writes it: decimal, no leading zero, no sign, not beyond what a number holds exactly. */
export function wholeNumberIn(text: string, what: string): number {
  const value = Number(text);
  if (!/^(0|[1-9]\d{0,15})$/.test(text) || !Number.isSafeInteger(value)) {
    malformed(`${what} is "${text.slice(0, 40)}": a whole number without leading zeros is expected.`);
  }
  return value;
}
