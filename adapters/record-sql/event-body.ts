import type { Append } from '@muster/flow';
import { canonicalJson, type Fact, type Recorded } from '@muster/terms';
import { RecordFailure } from './record-failure.ts';

/**
 * An event's canonical JSON, around the digits of its position: only the database knows that for certain, and the
 * keys are in order, so `position` stands between `fact` and `stream`.
 */
export function bodyAround({ stream, commandId, at, by }: Append, fact: Fact): { before: string; after: string } {
  const before = `${canonicalJson({ at, by, commandId, fact }).slice(0, -1)},"position":`;
  return { before, after: `,"stream":${JSON.stringify(stream)}}` };
}

/** The event that a stored body holds. */
export function eventIn(body: string): Recorded {
  const event: unknown = JSON.parse(body);
  if (!isRecorded(event)) {
    throw new RecordFailure('RECORD_DAMAGED', `The record holds what is no event of Muster's: ${body.slice(0, 80)}`);
  }
  return event;
}

function isRecorded(value: unknown): value is Recorded {
  if (typeof value !== 'object' || value === null) return false;
  const { stream, position, fact, at, by, commandId } = value as { [Key in keyof Recorded]?: unknown };
  return (
    [stream, at, commandId].every((text) => typeof text === 'string') &&
    Number.isSafeInteger(position) &&
    [fact, by].every((part) => typeof part === 'object' && part !== null)
  );
}
