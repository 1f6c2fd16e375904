import type { Append, Appended, Cursor, RecordPort } from '@muster/flow';
import type { StreamName } from '@muster/terms';
import { actor } from '@muster/terms/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let made = 0;
/** A name nobody else in this run uses. */
export const fresh = (what: string): string => `${what}-${process.pid}-${++made}`;

/** An append as a test states it; ids of its own unless told. */
export function appending(
  stream: StreamName,
  expectedPosition: Append['expectedPosition'],
  over: Partial<Append> = {},
): Append {
  const commandId = over.commandId ?? (`cmd_${fresh('c')}` as Append['commandId']);
  return {
    stream,
    expectedPosition,
    restsOn: [],
    commandId,
    commandBody: `{"body":"${commandId}"}`,
    at: '2025-05-01T00:00:00Z' as Append['at'],
    by: actor('union', 'flow'),
    facts: [{ type: 'Noted', version: 1, data: { n: 1 } }],
    views: [],
    answer: `{"answer":"${commandId}"}`,
    ...over,
  };
}

async function everything(record: RecordPort, page = 7) {
  const events: Awaited<ReturnType<RecordPort['tail']>>['events'][number][] = [];
  let cursor: Cursor | undefined;
  for (;;) {
    const { events: some, next } = await record.tail(cursor, page);
    events.push(...some);
    if (some.length < page) return events;
    cursor = next;
  }
}

/** What every record must do, wherever it keeps its events. */
export function describeRecordContract(
  name: string,
  open: () => Promise<{ record: RecordPort; close: () => Promise<void> }>,
): void {
  describe(`record contract: ${name}`, () => {
    let record: RecordPort;
    let close: () => Promise<void>;
    beforeAll(async () => ({ record, close } = await open()), 120_000);
    afterAll(async () => close());

    it('gives back what was recorded, in order, to the last character', async () => {
      const stream = fresh('s');
      const data = { text: 'Grüße, 漢字, \u0000, "quotes", 🏔', deep: [{ a: null }, 1.5, -0.25, true] };
      await record.append(
        appending(stream, 0, {
          facts: [
            { type: 'A', version: 1, data },
            { type: 'B', version: 2, data: {} },
          ],
        }),
      );
      await record.append(appending(stream, 2));
      const events = await record.read(stream);
      expect(events.map((e) => [e.position, e.fact.type, e.fact.version])).toEqual([
        [1, 'A', 1],
        [2, 'B', 2],
        [3, 'Noted', 1],
      ]);
      expect(events[0]?.fact.data).toEqual(data);
      expect((await record.read(stream, 3)).map((e) => e.position)).toEqual([3]);
      expect(await record.read(fresh('nobody'))).toEqual([]);
    });

    it('records nothing where the stream has moved', async () => {
      const stream = fresh('s');
      await record.append(appending(stream, 0));
      expect(await record.append(appending(stream, 0))).toEqual({ outcome: 'clashed', stream });
      expect(await record.append(appending(stream, 2))).toEqual({ outcome: 'clashed', stream });
      expect(await record.append(appending(stream, 'any'))).toEqual({ outcome: 'recorded', lastPosition: 2 });
    });

    it('records nothing where a stream the decision rests on has moved, or has come to be', async () => {
      const [stream, other, empty] = [fresh('s'), fresh('o'), fresh('e')];
      await record.append(appending(other, 0));
      const rest = (position: number, on = other) => appending(stream, 0, { restsOn: [{ stream: on, position }] });
      expect(await record.append(rest(0))).toEqual({ outcome: 'clashed', stream: other });
      await record.append(appending(empty, 0));
      expect(await record.append(rest(0, empty))).toEqual({ outcome: 'clashed', stream: empty });
      expect(await record.read(stream)).toEqual([]);
      expect(await record.append(rest(1))).toMatchObject({ outcome: 'recorded' });
    });

    it('writes several streams in one step, or none of them', async () => {
      const [main, first, second] = [fresh('s'), fresh('a'), fresh('a')];
      const facts = [{ type: 'Noted', version: 1, data: { n: 2 } }];
      const view = fresh('v');
      const told = async () => new Map((await record.view(view)).map(({ stream, part }) => [stream, part]));
      const both = (position: number, over: Partial<Append> = {}) =>
        appending(main, position, {
          alongside: [
            {
              stream: second,
              expectedPosition: position,
              facts: [...facts, ...facts],
              views: [{ view, key: 'k', part: { position } }],
            },
            { stream: first, expectedPosition: 'any', facts, views: [{ view, key: 'k', part: 'first' }] },
          ],
          ...over,
        });
      const heads = async () =>
        (await Promise.all([main, first, second].map((s) => record.read(s)))).map((e) => e.length);
      const once = both(0);
      expect(await record.append(once)).toEqual({ outcome: 'recorded', lastPosition: 1 });
      expect(await heads()).toEqual([1, 1, 2]);
      // Each stream tells the views of itself, also one that is written alongside.
      expect(await told()).toEqual(
        new Map<string, unknown>([
          [first, 'first'],
          [second, { position: 0 }],
        ]),
      );
      const [event] = await record.read(second, 2);
      expect(event).toMatchObject({ stream: second, position: 2, commandId: once.commandId, fact: facts[0] });
      expect((await record.append(once)).outcome).toBe('repeated');
      // Its own stream stands where it was read, and the other has moved by two, not by one.
      expect(await record.append(both(1))).toEqual({ outcome: 'clashed', stream: second });
      expect(await record.append(both(2))).toMatchObject({ outcome: 'clashed' });
      await record.append(appending(main, 1));
      const rests = { restsOn: [{ stream: first, position: 0 }] };
      expect(await record.append({ ...both(2, rests), alongside: [] })).toEqual({ outcome: 'clashed', stream: first });
      expect(await heads()).toEqual([2, 1, 2]);
      expect(await record.append(both(2))).toEqual({ outcome: 'recorded', lastPosition: 3 });
      expect(await heads()).toEqual([3, 2, 4]);
      expect((await told()).get(second)).toEqual({ position: 2 });
      const twice = appending(main, 3, { alongside: [{ stream: main, expectedPosition: 3, facts, views: [] }] });
      await expect(record.append(twice)).rejects.toThrow();
      expect(await heads()).toEqual([3, 2, 4]);
    });

    it('lets writers meet who write each other’s streams alongside their own, and never half of what they write', async () => {
      const streams = [fresh('m'), fresh('m'), fresh('m')];
      const write = async (n: number): Promise<void> => {
        const [own, ...others] = [0, 1, 2].map((i) => streams[(n + i) % 3] as StreamName);
        for (;;) {
          const heads = new Map(
            await Promise.all(streams.map(async (s) => [s, (await record.read(s)).length] as const)),
          );
          const alongside = others.map((stream) => ({
            stream,
            expectedPosition: heads.get(stream) ?? 0,
            facts: [{ type: 'Noted', version: 1, data: { n } }],
            views: [],
          }));
          const append = appending(own as StreamName, heads.get(own as StreamName) ?? 0, { alongside });
          if ((await record.append(append)).outcome === 'recorded') return;
        }
      };
      await Promise.all(Array.from({ length: 24 }, (_, n) => write(n)));
      const written = await Promise.all(streams.map((s) => record.read(s)));
      const commands = written.map((events) => events.map((e) => e.commandId));
      expect(commands[0]).toHaveLength(24);
      expect(commands[1]).toEqual(commands[0]);
      expect(commands[2]).toEqual(commands[0]);
    }, 60_000);

    it('answers the same command with the same bytes, and takes no other under its id', async () => {
      const stream = fresh('s');
      const first = appending(stream, 0, { answer: '{"exact":  "bytes"}' });
      await record.append(first);
      expect(await record.append({ ...first, answer: 'otherwise' })).toEqual({
        outcome: 'repeated',
        answer: '{"exact":  "bytes"}',
      });
      expect(await record.append({ ...first, commandBody: '{}' })).toEqual({ outcome: 'commandReused' });
      expect(await record.read(stream)).toHaveLength(1);
      expect(await record.answerOf(first.commandId)).toEqual({ commandBody: first.commandBody, answer: first.answer });
      expect(await record.answerOf(`cmd_${fresh('none')}` as Append['commandId'])).toBeUndefined();
    });

    it('leaves the id of a command that clashed free to be decided again', async () => {
      const stream = fresh('s');
      const late = appending(stream, 3);
      expect((await record.append(late)).outcome).toBe('clashed');
      expect((await record.append({ ...late, expectedPosition: 0 })).outcome).toBe('recorded');
    });

    it('keeps an answer that records no event', async () => {
      const nothing = appending(fresh('s'), 'any', { facts: [] });
      expect((await record.append(nothing)).outcome).toBe('recorded');
      expect((await record.append(nothing)).outcome).toBe('repeated');
    });

    it('lets one of 64 writers win each position', async () => {
      const stream = fresh('s');
      const write = async (): Promise<number> => {
        for (let tries = 0; ; tries++) {
          const { length } = await record.read(stream);
          if ((await record.append(appending(stream, length))).outcome === 'recorded') return tries;
        }
      };
      await Promise.all(Array.from({ length: 64 }, write));
      expect((await record.read(stream)).map((e) => e.position)).toEqual(Array.from({ length: 64 }, (_, i) => i + 1));
    }, 60_000);

    it('gives one command sent 16 times at once one answer and one event', async () => {
      const stream = fresh('s');
      const command = appending(stream, 0);
      const outcomes = await Promise.all(Array.from({ length: 16 }, () => record.append(command)));
      const count = (outcome: Appended['outcome']) => outcomes.filter((o) => o.outcome === outcome).length;
      expect([count('recorded'), count('repeated')]).toEqual([1, 15]);
      expect(await record.read(stream)).toHaveLength(1);
    });

    it('shows a reader every event once, while 16 others write', async () => {
      const streams = Array.from({ length: 16 }, () => fresh('t'));
      let writing = true;
      const writers = Promise.all(
        streams.map(async (stream) => {
          for (let i = 0; i < 20; i++) await record.append(appending(stream, i));
        }),
      ).then(() => {
        writing = false;
      });
      const seen: string[] = [];
      let cursor: Cursor | undefined;
      for (let last = false; !last; ) {
        last = !writing;
        for (;;) {
          const page = await record.tail(cursor, 50);
          seen.push(...page.events.map((e) => `${e.stream} ${e.position}`));
          cursor = page.next;
          if (page.events.length === 0) break;
        }
      }
      await writers;
      const mine = seen.filter((s) => s.startsWith('t-'));
      expect(new Set(mine).size).toBe(mine.length);
      for (const stream of streams) {
        const positions = mine.filter((s) => s.startsWith(`${stream} `)).map((s) => Number(s.split(' ')[1]));
        expect(positions).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      }
    }, 60_000);

    it('shows a reader who wants some types only those, and loses none of them between pages', async () => {
      const [stream, wanted] = [fresh('s'), fresh('Wanted')];
      const types = ['Noted', wanted, 'Noted', wanted, wanted, 'Noted', wanted];
      const facts = types.map((type, n) => ({ type, version: 1, data: { n } }));
      await record.append(appending(stream, 0, { facts }));
      const seen: unknown[] = [];
      let cursor: Cursor | undefined;
      for (let pages = 0; pages < 4; pages++) {
        const { events, next } = await record.tail(cursor, 2, [wanted]);
        seen.push(...events.map((e) => e.fact.data));
        cursor = next;
      }
      expect(seen).toEqual([{ n: 1 }, { n: 3 }, { n: 4 }, { n: 6 }]);
      expect((await record.tail(undefined, 5, [])).events).toEqual([]);
    });

    it('says where a reader stands who has read everything, and from there shows what comes after', async () => {
      const stream = fresh('s');
      await record.append(appending(stream, 0));
      let end: Cursor | undefined;
      // Others may be writing in the same database: what they had begun is not behind the end yet.
      for (;;) {
        end = await record.end();
        const seen = await everything(record, 1000);
        if (seen.some((e) => e.stream === stream) && (await record.end()) === end) break;
      }
      await record.append(appending(stream, 1));
      let after: readonly string[] = [];
      while (after.length === 0) {
        const { events } = await record.tail(end, 1000);
        after = events.filter((e) => e.stream === stream).map((e) => `${e.position}`);
      }
      expect(after).toEqual(['2']);
    });

    it('holds a fact of a megabyte', async () => {
      const stream = fresh('s');
      const text = 'é'.repeat(500_000);
      await record.append(appending(stream, 0, { facts: [{ type: 'Big', version: 1, data: { text } }] }));
      expect((await record.read(stream))[0]?.fact.data).toEqual({ text });
    });

    it('keeps of a view what each stream last contributed, and nothing of what clashed', async () => {
      const [view, one, other] = [fresh('view'), fresh('s'), fresh('s')];
      const says = (stream: StreamName, position: number, part: unknown) =>
        record.append(appending(stream, position, { views: [{ view, key: 'k', part }] }));
      await says(one, 0, { n: 1 });
      await says(other, 0, { n: 2 });
      await says(one, 1, { n: 3 });
      await says(one, 0, { n: 4 });
      const parts = await record.view(view, 'k');
      expect(parts.map((p) => [p.stream, p.part]).sort()).toEqual(
        [
          [one, { n: 3 }],
          [other, { n: 2 }],
        ].sort(),
      );
      expect(await record.view(view)).toHaveLength(2);
      expect(await record.view(view, 'elsewhere')).toEqual([]);
    });

    it('takes appends to one stream that come at once in their order, and keeps of a view what the last contributed', async () => {
      const [stream, other, view] = [fresh('s'), fresh('ü-漢'), fresh('v')];
      const part = (n: number) => [{ view, key: 'k', part: { n } }];
      const outcomes = await Promise.all([
        record.append(appending(stream, 0, { views: part(1) })),
        record.append(appending(other, 0, { views: part(2), restsOn: [{ stream: fresh('none'), position: 0 }] })),
        record.append(appending(stream, 1, { views: part(3) })),
        record.append(appending(stream, 1, { views: part(4) })),
        record.append(appending(stream, 'any', { views: part(5), restsOn: [{ stream: other, position: 1 }] })),
      ]);
      expect(outcomes).toEqual([
        { outcome: 'recorded', lastPosition: 1 },
        { outcome: 'recorded', lastPosition: 1 },
        { outcome: 'recorded', lastPosition: 2 },
        { outcome: 'clashed', stream },
        { outcome: 'recorded', lastPosition: 3 },
      ]);
      expect((await record.view(view)).map((p) => [p.stream, p.part])).toEqual([
        [stream, { n: 5 }],
        [other, { n: 2 }],
      ]);
    });

    it('is, after any course of appends, what the acknowledged ones say', async () => {
      const step = fc.record({
        stream: fc.integer({ min: 0, max: 2 }),
        off: fc.constantFrom(0, 0, 0, 1, -1),
        facts: fc.integer({ min: 1, max: 3 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const streams = [fresh('p'), fresh('p'), fresh('p')];
          const heads = [0, 0, 0];
          for (const { stream, off, facts } of steps) {
            const head = heads[stream] ?? 0;
            const append = appending(streams[stream] as string, head + off, {
              facts: Array.from({ length: facts }, (_, i) => ({ type: 'Noted', version: 1, data: { i } })),
            });
            const { outcome } = await record.append(append);
            expect(outcome).toBe(off === 0 ? 'recorded' : 'clashed');
            if (outcome === 'recorded') heads[stream] = head + facts;
          }
          for (const [i, stream] of streams.entries()) expect(await record.read(stream)).toHaveLength(heads[i] ?? 0);
        }),
        { numRuns: 25 },
      );
    }, 60_000);

    it('tells the whole story in an order that respects each stream', async () => {
      const last = new Map<string, number>();
      for (const { stream, position } of await everything(record)) {
        expect(position).toBe((last.get(stream) ?? 0) + 1);
        last.set(stream, position);
      }
      expect(last.size).toBeGreaterThan(5);
    });
  });
}
