import { readdirSync, readFileSync } from 'node:fs';
import { requestId, toyTerms } from '@muster/decision/testing';
import {
  type AnyFact,
  asKnown,
  bindCommand,
  carryOut,
  decideCommand,
  knowing,
  knownRecord,
  newestVersions,
  tell,
  upcasters,
} from '@muster/flow';
import { openMemoryRecord } from '@muster/record-memory';
import { EventUnknown, isRefusal, type Recorded, requestStream } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { draft, meansOver, submit } from '../flow/toy-flow.ts';
import { pinOf, readPins, samplesFolder } from './pin-sample.ts';

const pins = readPins();
const samples = new Map(
  readdirSync(samplesFolder).map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(samplesFolder + file, 'utf8')) as Recorded<AnyFact>,
  ]),
);

describe('the samples of events', () => {
  it('are there for every type and version ever written: pin one with contract/old-events/pin-sample.ts', () => {
    const written = Object.entries(newestVersions).flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, i) => `${type}.${i + 1}`),
    );
    expect([...samples.keys()].sort()).toEqual(written.sort());
  });

  it('are what they were when they were pinned, and none is missing: an event is never edited', () => {
    const now = Object.fromEntries([...samples].map(([name, event]) => [name, pinOf(event)]));
    expect(now).toEqual(pins);
    for (const [name, { fact }] of samples) expect(`${fact.type}.${fact.version}`).toBe(name);
  });

  it.each([...samples])('%s is read in the shape of today, and told', (_name, event) => {
    const known = asKnown(event);
    expect(known.fact.version).toBe(newestVersions[known.fact.type]);
    const { what, ground } = tell(known, toyTerms);
    expect(`${what} ${ground ?? ''}`).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('an event of an older version', () => {
  const old = { fact: { type: 'TourExtended', version: 1, data: { days: 7 } } } as unknown as Recorded;
  const steps = [
    { type: 'TourExtended', from: 1, up: (d: unknown) => ({ hours: (d as { days: number }).days * 24 }) },
    { type: 'TourExtended', from: 2, up: (d: unknown) => ({ ...(d as object), unit: 'h' }) },
  ];

  it('is read by every step in turn, and stays as it is', () => {
    const read = knowing({ TourExtended: 3 }, steps);
    expect(read(old).fact).toEqual({ type: 'TourExtended', version: 3, data: { hours: 168, unit: 'h' } });
    expect(old.fact).toEqual({ type: 'TourExtended', version: 1, data: { days: 7 } });
  });

  it('has a step from each version to the next, or nobody could read it', () => {
    const from = upcasters.map((step) => `${step.type}.${step.from}`);
    const older = Object.entries(newestVersions).flatMap(([type, newest]) =>
      Array.from({ length: newest - 1 }, (_, i) => `${type}.${i + 1}`),
    );
    expect(from.sort()).toEqual(older.sort());
    expect(() => knowing({ TourExtended: 3 }, steps.slice(0, 1))(old)).toThrow(EventUnknown);
  });
});

describe('an event that this Muster does not know', () => {
  const stream = requestStream(requestId);

  /** A record into which a newer Muster has written. */
  async function newer(type: string, version: number) {
    const record = openMemoryRecord();
    await carryOut(meansOver(record), draft('draft'));
    await record.append({
      stream,
      expectedPosition: 1,
      restsOn: [],
      commandId: 'cmd_newer' as never,
      commandBody: '{}',
      at: '2025-05-10T12:00:00Z' as never,
      by: draft('draft').by,
      facts: [{ type, version, data: {} }],
      views: [],
      answer: '{}',
    });
    return record;
  }
  const cases: readonly (readonly [string, number])[] = [
    ['RequestSplit', 1],
    ['RequestDrafted', 2],
    ['RequestDrafted', 0],
    ['RequestDrafted', 1.5],
    ['constructor', 1],
  ];

  it.each(cases)(
    '%s version %d stops the reader of its stream, the tail and every decision, in one sentence',
    async (type, version) => {
      const record = await newer(type, version);
      const sentence = `The record holds an event "${type}" version ${version} that this Muster does not know. Maybe it was written by a newer Muster: upgrade, then start again.`;
      const reader = knownRecord(record);
      await expect(reader.read(stream)).rejects.toThrow(sentence);
      await expect(reader.tail(undefined, 10)).rejects.toThrow(sentence);
      // Those before it can be read.
      expect((await reader.tail(undefined, 1)).events).toHaveLength(1);
      await expect(carryOut(meansOver(record), submit('submit'))).rejects.toThrow(sentence);
      // A replay decides by the same.
      const bound = bindCommand(submit('submit'));
      if (isRefusal(bound)) throw new Error(bound.why);
      await expect(decideCommand(bound, (name) => record.read(name), meansOver(record))).rejects.toThrow(sentence);
      expect((await record.tail(undefined, 10)).events).toHaveLength(2);
    },
  );
});
