import { type Day, daySchema } from '@muster/terms';

/** Something a court did that bears on a policy. A verdict shows only what had happened by the day it asks about. */
export interface LitigationNote {
  /** Undefined where the note bears no day: it is then always shown. */
  readonly on?: Day;
  readonly words: string;
}

/** Reads `2025-09-02: … 2025-12-23: …`: each day begins a note. */
export function readLitigation(text: string): LitigationNote[] {
  return text
    .split(/(?=\b\d{4}-\d{2}-\d{2}: )/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, day, words] = /^(\d{4}-\d{2}-\d{2}): (.+)$/s.exec(part) ?? [];
      const on = daySchema.safeParse(day);
      return on.success && words !== undefined ? { on: on.data, words } : { words: part };
    });
}

/** The notes known on a day, as one text; undefined where there are none. */
export function litigationBy(notes: readonly LitigationNote[], on: Day): string | undefined {
  const known = notes.filter((note) => note.on === undefined || note.on <= on);
  return known.length > 0
    ? known.map((note) => (note.on === undefined ? note.words : `${note.on}: ${note.words}`)).join(' ')
    : undefined;
}
