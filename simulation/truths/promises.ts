import type { Answer } from '@muster/flow';
import type { Recorded } from '@muster/terms';
import type { Lie } from './lie.ts';

/** What was promised to those who gave commands, held against what the record does. */
export interface Promises {
  /** Told of every answer that reaches anybody, also of late and doubled ones. */
  answered(name: string, answer: Answer): void;
  recorded(events: readonly Recorded[]): void;
  /** Whether the record as it is now still holds all that was seen in it and all that was acknowledged. */
  heldBy(events: readonly Recorded[]): Lie | undefined;
  lie(): Lie | undefined;
}

const at = (stream: string, position: number): string => `${stream} ${position}`;

export function promises(): Promises {
  const answers = new Map<string, string>();
  /** By place: what was seen there. */
  const seen = new Map<string, { readonly event: Recorded; readonly text: string }>();
  const order: string[] = [];
  let lie: Lie | undefined;

  function unkept(name: string, answer: Answer): Lie | undefined {
    if (answer.outcome === 'refused') return undefined;
    const lost = answer.facts.find((f) => {
      const there = seen.get(at(answer.stream, f.position))?.event;
      return there?.commandId !== answer.commandId || there.fact.type !== f.type;
    });
    if (!lost) return undefined;
    const words = `${name} was acknowledged with ${lost.type} at ${answer.stream} ${lost.position}, where there is none of it`;
    return { truth: 'acknowledged-is-kept', words };
  }

  return {
    answered(name, answer) {
      // Neither is remembered: a clash may be tried again, and what is no command at all leaves no trace.
      if (answer.outcome === 'refused' && forgotten.has(answer.code)) return;
      const text = JSON.stringify(answer);
      const before = answers.get(answer.commandId);
      answers.set(answer.commandId, before ?? text);
      if (before !== undefined && before !== text) {
        lie ??= {
          truth: 'same-answer',
          words: `${name} (${answer.commandId}) was answered ${before}, and then ${text}`,
        };
      }
      lie ??= unkept(name, answer);
    },
    recorded(events) {
      for (const event of events) {
        const place = at(event.stream, event.position);
        if (seen.has(place)) {
          lie ??= { truth: 'nothing-changes', words: `${place} was written twice` };
        }
        seen.set(place, { event, text: JSON.stringify(event) });
        order.push(place);
      }
    },
    heldBy(events) {
      for (const [i, place] of order.entries()) {
        const { text, event } = seen.get(place) as { text: string; event: Recorded };
        const now = events[i];
        if (now === undefined) return { truth: 'acknowledged-is-kept', words: `${place}, ${event.fact.type}, is gone` };
        if (JSON.stringify(now) !== text)
          return { truth: 'nothing-changes', words: `${place}, ${event.fact.type}, has changed` };
      }
      return undefined;
    },
    lie: () => lie,
  };
}

const forgotten: ReadonlySet<string> = new Set([
  'COMMAND_CLASHED',
  'COMMAND_INVALID',
  'COMMAND_UNKNOWN',
  'COMMAND_ROLE_NOT_ALLOWED',
]);
