import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Append, RecordPort } from '@muster/flow';
import { expect } from 'vitest';
import { appending, fresh } from '../record/describe-record-contract.ts';

/** Whether the suites go on for minutes, as `npm run test:faults` has them, or show in seconds that they work. */
export const isWhole = process.env.MUSTER_FAULTS === 'whole';

/** What some writers were told of each append: that it is recorded, or nothing they could rely on. */
export interface Written {
  readonly acknowledged: Map<string, Append>;
  /** What is under way, or failed. */
  readonly unknown: Map<string, Append>;
  /** The codes of failures, each once. */
  readonly troubles: Set<string>;
  stop(): Promise<void>;
}

/** Writers that append, each to a stream of its own and one after another, until they are stopped. */
export function keepWriting(record: RecordPort, writers = 64, bytes = 200): Written {
  const acknowledged = new Map<string, Append>();
  const unknown = new Map<string, Append>();
  const troubles = new Set<string>();
  let isStopped = false;
  // Nothing that the database could make smaller.
  const words = () => randomBytes((bytes * 3) / 4).toString('base64');

  async function write(stream: string): Promise<void> {
    for (let position = 0; !isStopped; ) {
      const append = appending(stream, position, { facts: [{ type: 'Noted', version: 1, data: { words: words() } }] });
      unknown.set(append.commandId, append);
      const outcome = await record.append(append).then(
        ({ outcome: o }) => o,
        (error: { code?: string }) => void troubles.add(error.code ?? String(error)),
      );
      if (outcome === 'recorded' || outcome === 'repeated') {
        unknown.delete(append.commandId);
        acknowledged.set(append.commandId, append);
        position++;
        continue;
      }
      if (outcome === undefined) unknown.set(append.commandId, append);
      // Nobody knows whether it was done: another stream is written, so that this question stays what it is.
      await pause(50);
      return isStopped ? undefined : write(fresh('s'));
    }
  }

  const writing = Promise.all(Array.from({ length: writers }, () => write(fresh('s'))));
  return {
    acknowledged,
    unknown,
    troubles,
    stop: async () => {
      isStopped = true;
      await writing;
    },
  };
}

/**
 * All that was acknowledged is there, once and at its place; sent again, it is answered the same. What nobody knows of
 * is there whole or not at all, and can be sent again too.
 */
export async function expectKept(
  record: RecordPort,
  { acknowledged, unknown }: Pick<Written, 'acknowledged' | 'unknown'>,
): Promise<void> {
  const heads = new Map<string, number>();
  for (const { stream, expectedPosition } of acknowledged.values()) {
    heads.set(stream, Math.max(heads.get(stream) ?? 0, Number(expectedPosition) + 1));
  }
  const lost: string[] = [];
  for (const [stream, head] of heads) {
    const events = await record.read(stream);
    for (let i = 0; i < head; i++)
      if (!events[i] || !acknowledged.has(events[i]?.commandId ?? '')) lost.push(`${stream} ${i + 1}`);
    expect(events.map((e) => e.position)).toEqual(events.map((_, i) => i + 1));
  }
  expect(lost, 'acknowledged, and lost').toEqual([]);
  const sample = [...acknowledged.values()].slice(-200);
  const again = await Promise.all(sample.map((append) => record.append(append)));
  expect(again).toEqual(sample.map(({ answer }) => ({ outcome: 'repeated', answer })));
  for (const append of unknown.values()) {
    expect(['recorded', 'repeated', 'clashed']).toContain((await record.append(append)).outcome);
  }
  const { checkChains } = record as unknown as { checkChains(): Promise<{ faults: unknown[] }> };
  expect((await checkChains()).faults).toEqual([]);
}
