import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AnsweredCommand } from '@muster/audit';
import { bundleCommands, checkBundle, inDecidedOrder } from '@muster/record-bundle';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveAll, no, submit, wholeStory } from '../flow/toy-flow.ts';
import { heardRecord } from './heard-record.ts';
import { bundleOf, isEvent, linesOf, logKey, strangerKey, writeLines } from './toy-bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

/** How many bits are flipped by chance. */
const flips = 1000;

const whole = at('whole.muster');
const altered = at('altered.muster');
let commands: AnsweredCommand[];
let silent: AnsweredCommand[];
let lines: string[];

beforeAll(async () => {
  const heard = heardRecord();
  await giveAll(heard.record, [
    submit('early'),
    ...wholeStory,
    no('leave', 'WithdrawConsent', 'south'),
    no('leave-2', 'WithdrawConsent', 'south'),
  ]);
  silent = heard.silent();
  commands = [...heard.commands(), ...silent];
  await bundleOf(whole, commands);
  lines = linesOf(whole);
});

/** What is wrong with these lines as a file. */
async function faultsOf(changed: readonly string[]) {
  writeLines(altered, changed);
  return (await checkBundle(altered, { key: logKey })).faults;
}
const leafLines = () => lines.flatMap((line, i) => (isEvent(line) ? [i] : []));
const lineOfLeaf = (leaf: number) => leafLines()[leaf] as number;

describe('a bundle that is whole', () => {
  it('holds, packed or not, and gives back what was put in', async () => {
    const packed = at('whole.muster.gz');
    await bundleOf(packed, commands);
    expect(gunzipSync(readFileSync(packed))).toEqual(readFileSync(whole));
    for (const file of [whole, packed]) {
      const report = await checkBundle(file, { key: logKey });
      expect(report.faults).toEqual([]);
      expect(report).toMatchObject({ keyFrom: 'given', sealed: true, events: leafLines().length });
      // What should have followed from the opinion, and from the consent withdrawn twice: there was no plan.
      expect([report.silent, silent.length]).toEqual([2, 2]);
      const back: AnsweredCommand[] = [];
      for await (const { seq: _, recordedAt: __, ...command } of bundleCommands(file)) back.push(command);
      expect(back).toEqual(commands.map((c) => (c.events.length > 0 ? c : { ...c, firstLeaf: leafLines().length })));
    }
  });

  it('is the same bytes whenever it is written', async () => {
    await bundleOf(at('again.muster'), commands);
    expect(readFileSync(at('again.muster'))).toEqual(readFileSync(whole));
  });

  it('holds without a key given, and says whose word that is; without a seal, and says so', async () => {
    await bundleOf(at('unsealed.muster'), commands, { sealed: false });
    expect(await checkBundle(at('unsealed.muster'))).toMatchObject({ faults: [], keyFrom: 'bundle', sealed: false });
  });

  it('holds where it is empty, and over the edges of runs of 256', async () => {
    for (const n of [0, 1, 255, 256, 257, 600]) {
      const many = Array.from({ length: n }, (_, i): AnsweredCommand => {
        const event = JSON.stringify({ commandId: `cmd_${i}`, position: 1, stream: `s/${i}` });
        return { commandId: `cmd_${i}` as never, body: '{}', answer: '{}', events: [event], firstLeaf: i };
      });
      await bundleOf(altered, many);
      expect((await checkBundle(altered, { key: logKey })).faults, `${n}`).toEqual([]);
    }
  });
});

describe('a bundle in which something was changed', () => {
  it('is found out wherever one of 1,000 bits drawn by chance is flipped, and the leaf is named', async () => {
    const bytes = readFileSync(whole);
    const lineStarts = [0];
    for (const line of lines) lineStarts.push((lineStarts.at(-1) as number) + Buffer.byteLength(line) + 1);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const flipped = Buffer.from(bytes);
        const byte = bit >> 3;
        flipped[byte] = (flipped[byte] as number) ^ (1 << (bit & 7));
        writeFileSync(altered, flipped);
        const { faults } = await checkBundle(altered, { key: logKey });
        expect(faults.length).toBeGreaterThan(0);
        const line = lineStarts.findLastIndex((start) => start <= byte);
        const leaf = leafLines().indexOf(line);
        if (leaf >= 0) expect(faults.map((f) => f.leaf)).toContain(leaf);
        else
          expect(
            faults.some((f) => f.line !== undefined || f.leaf !== undefined),
            JSON.stringify(faults),
          ).toBe(true);
      }),
      { numRuns: flips },
    );
  }, 120_000);

  it('is found out at bits of a packed one too, unless they change nothing that is in it', async () => {
    const packed = gzipSync(readFileSync(whole));
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length * 8 - 1), async (bit) => {
        const flipped = Buffer.from(packed);
        flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
        writeFileSync(altered, flipped);
        const { faults } = await checkBundle(altered, { key: logKey });
        if (faults.length === 0) expect(gunzipSync(flipped)).toEqual(readFileSync(whole));
        else expect(faults[0]?.words).toMatch(/^\S.*\.$/);
      }),
      { numRuns: Math.ceil(flips / 4) },
    );
  }, 60_000);

  it('names a leaf that was changed, and what else no longer fits; where its hash is stated anew, the tree', async () => {
    const i = lineOfLeaf(5);
    const other = (lines[i] as string).replace('"at":"2025', '"at":"2026');
    expect(await faultsOf(lines.with(i, other))).toMatchObject([
      { kind: 'lines', line: 1 },
      { kind: 'head' },
      { kind: 'seal' },
      {
        kind: 'changed',
        leaf: 5,
        line: i + 1,
        words: `Leaf 5, on line ${i + 1}, was changed: its text does not have the hash stated for it.`,
      },
    ]);
    await bundleOf(
      altered,
      commands.map((c) => ({ ...c, events: c.events.map((text) => (text === lines[i] ? other : text)) })),
    );
    const heading = {
      ...JSON.parse(linesOf(altered)[0] as string),
      checkpoint: JSON.parse(lines[0] as string).checkpoint,
    };
    const faults = await faultsOf(linesOf(altered).with(0, JSON.stringify(heading)));
    expect(faults.map((f) => f.kind)).toEqual(['lines', 'seal', 'tree']);
  });

  it('names a leaf that is left out, one that stands twice, and two that changed places', async () => {
    const [a, b] = [lineOfLeaf(4), lineOfLeaf(5)];
    expect(await faultsOf(lines.toSpliced(a, 1))).toContainEqual(expect.objectContaining({ kind: 'missing', leaf: 4 }));
    expect(await faultsOf(lines.toSpliced(a, 0, lines[a] as string))).toContainEqual(
      expect.objectContaining({ kind: 'surplus', words: expect.stringContaining('repeats leaf 4') }),
    );
    const swapped = lines.with(a, lines[b] as string).with(b, lines[a] as string);
    expect(await faultsOf(swapped)).toContainEqual(expect.objectContaining({ kind: 'moved', leaf: 4, line: b + 1 }));
    const strange = '{"commandId":"cmd_x","position":1,"stream":"x"}';
    expect(await faultsOf(lines.toSpliced(b, 0, strange))).toContainEqual(
      expect.objectContaining({
        kind: 'surplus',
        leaf: 5,
        words: expect.stringContaining('is no leaf for which a hash is stated'),
      }),
    );
  });

  it('says where the text is right and the hash stated for it is wrong', async () => {
    const i = lines.findIndex((line) => line.startsWith('{"bundle":"leaves"'));
    const said = JSON.parse(lines[i] as string);
    const hashes = Buffer.from(said.hashes, 'base64');
    hashes.writeUInt8((hashes.readUInt8(3 * 32) + 1) % 256, 3 * 32);
    const faults = await faultsOf(lines.with(i, JSON.stringify({ ...said, hashes: hashes.toString('base64') })));
    expect(faults).toContainEqual(
      expect.objectContaining({
        kind: 'statedHash',
        leaf: 3,
        words: expect.stringContaining('the text is the one that was signed'),
      }),
    );
    expect(faults.map((f) => f.kind)).not.toContain('tree');
  });

  it('is found out where all but the signature is made to fit', async () => {
    for (const leave of [0, 5, commands.length - 2]) {
      await bundleOf(altered, commands.toSpliced(leave, 1), { key: strangerKey });
      const { faults } = await checkBundle(altered, { key: logKey });
      expect(faults.map((f) => f.kind)).toEqual(['origin', 'signature', 'seal']);
    }
    // The checkpoint of the whole over a tree that fits in itself.
    const less = at('less.muster');
    await bundleOf(less, commands.slice(0, -3), {});
    const told = linesOf(less);
    const heading = { ...JSON.parse(told[0] as string), checkpoint: JSON.parse(lines[0] as string).checkpoint };
    const kinds = (await faultsOf(told.with(0, JSON.stringify(heading)))).map((f) => f.kind);
    expect(kinds).toEqual(expect.arrayContaining(['count', 'tree', 'seal']));
  });

  it('is found out where the checkpoint is of another log, forged, or by nobody who is known', async () => {
    await bundleOf(altered, commands, { origin: 'other.example/record' });
    expect((await checkBundle(altered)).faults.map((f) => f.kind)).toContain('origin');
    const heading = JSON.parse(lines[0] as string);
    const forged = heading.checkpoint.replace(/(.{8})\n$/, 'AAAAAAA=\n');
    const kinds = (await faultsOf(lines.with(0, JSON.stringify({ ...heading, checkpoint: forged })))).map(
      (f) => f.kind,
    );
    expect(kinds).toEqual(expect.arrayContaining(['signature', 'seal']));
    expect((await checkBundle(whole, { key: strangerKey })).faults.map((f) => f.kind)).toEqual([
      'origin',
      'signature',
      'seal',
    ]);
  });

  it.each([
    ['an answer', 'command', (c: Record<string, unknown>) => ({ ...c, answer: '{"outcome":"recorded"}' })],
    ['a body', 'command', (c: Record<string, unknown>) => ({ ...c, body: '{}' })],
    [
      'a number in the order',
      'command',
      (c: Record<string, unknown>) => ({ ...c, seq: (c.seq as number[]).map((n) => n + 7) }),
    ],
    ['the head of a stream', 'head', (h: Record<string, unknown>) => ({ ...h, position: 9 })],
  ])('is found out where %s was changed, though no leaf was', async (_, kind, change) => {
    const i = lines.findIndex((line) => line.startsWith(`{"bundle":"${kind}"`));
    const faults = await faultsOf(lines.with(i, JSON.stringify(change(JSON.parse(lines[i] as string)))));
    expect(faults.map((f) => f.kind)).toContain('seal');
    expect(faults.map((f) => f.kind)).not.toContain('tree');
  });

  it('is found out where its own lines are left out, put elsewhere or put in', async () => {
    const places = lines.flatMap((line, i) => (isEvent(line) ? [] : [i]));
    for (const i of places) {
      expect((await faultsOf(lines.toSpliced(i, 1))).length, `without line ${i + 1}`).toBeGreaterThan(0);
      expect((await faultsOf(lines.toSpliced(i, 0, lines[i] as string))).length, `line ${i + 1} twice`).toBeGreaterThan(
        0,
      );
    }
  });
});

describe('a file that is no bundle', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'Dear Sir,\n'],
    ['JSON of something else', '{"a":1}\n'],
    ['a newer bundle', '{"bundle":"muster","version":2}\n'],
    ['an end of the line left out', '{"bundle":"muster"'],
  ])('%s: one sentence, nothing thrown', async (_, text) => {
    writeFileSync(altered, text);
    const { faults } = await checkBundle(altered, { key: logKey });
    expect(faults[0]?.kind).toBe('file');
    expect(faults[0]?.words).toMatch(/^\S.*\.$/);
  });

  it('cut off anywhere is found out, packed or not', async () => {
    const bytes = readFileSync(whole);
    for (const all of [bytes, gzipSync(bytes)]) {
      for (let n = 1; n < 60; n++) {
        writeFileSync(altered, all.subarray(0, Math.floor((all.length * n) / 60)));
        expect((await checkBundle(altered, { key: logKey })).faults.map((f) => f.kind)).toContain('file');
      }
    }
  });
});

describe('the order in which it was decided', () => {
  it('is given back by its numbers, also where the log has another', async () => {
    const n = leafLines().length;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...Array(n).keys()], { minLength: n }), async (seqs) => {
        await bundleOf(altered, commands, { seqOf: (leaf) => (seqs[leaf] as number) + 1 });
        const { order, faults } = await checkBundle(altered, { key: logKey });
        expect(faults).toEqual([]);
        const given: number[] = [];
        for await (const command of inDecidedOrder(bundleCommands(altered), order)) {
          if (command.seq[0] !== undefined) given.push(command.seq[0]);
        }
        expect(given).toEqual([...given].sort((a, b) => a - b));
        expect(given).toHaveLength(commands.length - silent.length);
      }),
      { numRuns: 30 },
    );
  });
});
