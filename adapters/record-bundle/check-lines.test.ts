import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ownMark } from './bundle-lines.ts';
import { type CheckOptions, checkBundle } from './check-bundle.ts';
import { at, b1, command, event, head, key, made, origin, stranger, whole } from './testing/made-bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'told.muster');

async function check(lines: readonly string[], options: CheckOptions = { key }) {
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return checkBundle(file, options);
}
const faultsOf = async (lines: readonly string[], options?: CheckOptions) => (await check(lines, options)).faults;

describe('given commands and their events', () => {
  const changed = (change: (lines: string[]) => string[], counts: object = {}) => {
    const end = JSON.parse(whole.at(-1) as string);
    return made(change([...whole]).with(-1, JSON.stringify({ ...end, ...counts })));
  };

  it('when one has fewer moments than events, then both are counted', async () => {
    const line = command('c1', 1, 2).replace('["1","2"]', '["1"]');
    expect(await faultsOf(changed((l) => l.with(1, line)))).toEqual([
      { kind: 'line', line: 2, words: 'Line 2 has 2 numbers and 1 moments for its events.' },
    ]);
  });

  it('when one stands behind the heads or behind those without events, then it is in the wrong place', async () => {
    expect(
      await faultsOf(changed((l) => [...l.slice(0, 9), ...l.slice(10, 13), l[9] as string, l[13] as string])),
    ).toEqual([{ kind: 'line', line: 13, words: 'Line 13 is a command behind the heads of the streams.' }]);
    expect(await faultsOf(changed((l) => [l[0] as string, l[9] as string, ...l.slice(1, 9), ...l.slice(10)]))).toEqual(
      [3, 6, 8].map((line) => ({
        kind: 'line',
        line,
        words: `Line ${line} is a command with events behind those without.`,
      })),
    );
  });

  it('when one has another number of events than it says, then both are told, with the last leaf', async () => {
    expect(await faultsOf(changed((l) => l.with(4, command('c2', 3, 5))))).toEqual([
      {
        kind: 'count',
        leaf: 2,
        words: 'Command c2 has 2 events by its own word, and 1 stand behind it, up to leaf 2.',
      },
    ]);
    expect(await faultsOf(changed((l) => l.with(6, command('c3', 4, 5))))).toEqual([
      {
        kind: 'count',
        leaf: 3,
        words: 'Command c3 has 2 events by its own word, and 1 stand behind it, up to leaf 3.',
      },
    ]);
    const first = await faultsOf(changed((l) => l.toSpliced(1, 0, command('c0', 9)), { commands: 4 }));
    expect(first).toEqual([
      {
        kind: 'count',
        leaf: 0,
        words: 'Command c0 has 1 events by its own word, and 0 stand behind it, up to leaf -1.',
      },
    ]);
  });

  it('when an event has no command of its own before it, or is of another, then its leaf is named', async () => {
    expect(await faultsOf(changed((l) => l.with(1, command('c1', 1))))).toEqual([
      { kind: 'line', line: 4, leaf: 1, words: 'Leaf 1, on line 4, stands behind no command of its own.' },
      {
        kind: 'count',
        leaf: 1,
        words: 'Command c1 has 1 events by its own word, and 2 stand behind it, up to leaf 1.',
      },
    ]);
    expect(await faultsOf(changed((l) => l.toSpliced(1, 1), { commands: 2 }))).toEqual([
      { kind: 'line', line: 2, leaf: 0, words: 'Leaf 0, on line 2, stands behind no command of its own.' },
      { kind: 'line', line: 3, leaf: 1, words: 'Leaf 1, on line 3, stands behind no command of its own.' },
    ]);
    expect(await faultsOf(changed((l) => l.with(4, command('cX', 3))))).toEqual([
      { kind: 'line', line: 6, leaf: 2, words: 'Leaf 2, on line 6, is of command c2, and stands behind command cX.' },
    ]);
  });

  it('when what stands for an event is none, then it is no line of a bundle', async () => {
    for (const line of [
      'Dear Sir,',
      '{}',
      'null',
      '{"commandId":"c1","position":1}',
      '{"position":1,"stream":"s"}',
      '{"commandId":"c1","position":"1","stream":"s"}',
      '{"commandId":"c1","position":1.5,"stream":"s"}',
      '{"commandId":"c1","position":0,"stream":"s"}',
      '{"commandId":1,"position":1,"stream":"s"}',
    ]) {
      const lines = changed((l) => [...l.slice(0, 8), line, ...l.slice(8)]);
      expect(await faultsOf(lines), line).toEqual([
        { kind: 'line', line: 9, leaf: 4, words: 'Line 9 is no line of a bundle: neither its own nor an event.' },
      ]);
    }
  });

  it('when a position of a stream comes twice, or is left out, then the stream is named', async () => {
    const twice = event('c3', 's/a', 2);
    expect(await faultsOf(changed((l) => l.with(7, twice).toSpliced(12, 1), { streams: 2 }))).toEqual([
      {
        kind: 'chain',
        line: 8,
        leaf: 3,
        words: 'Leaf 3, on line 8, is position 2 of s/a, which an earlier leaf is already.',
      },
    ]);
    const later = event('c3', 's/c', 3);
    expect(await faultsOf(changed((l) => l.with(7, later).toSpliced(12, 1), { streams: 2 }))).toEqual([
      { kind: 'chain', words: 'The stream s/c lacks position 1, and has later ones.' },
      { kind: 'head', words: 'There are 3 streams, and the heads of 2 are stated.' },
    ]);
  });

  it('when a line of its own cannot be read, then it is shown where it stands', async () => {
    expect(await faultsOf(changed((l) => l.with(9, '{"bundle":"tail"}'), { silent: 0 }))).toEqual([
      { kind: 'line', line: 10, leaf: 3, words: 'Line 10, behind leaf 3, cannot be read: it is of no known kind.' },
    ]);
    expect(await faultsOf(changed((l) => l.toSpliced(1, 0, '{"bundle":"tail"}')))).toEqual([
      { kind: 'line', line: 2, leaf: 0, words: 'Line 2 cannot be read: it is of no known kind.' },
    ]);
    // The mark alone is no line of its own.
    expect(await faultsOf(changed((l) => l.toSpliced(8, 0, ownMark)))).toMatchObject([
      { kind: 'line', line: 9, words: 'Line 9 is no line of a bundle: neither its own nor an event.' },
    ]);
  });
});

describe('given what is computed over the lines', () => {
  const lines = made(whole);
  const leaves = at('leaves');
  const end = lines.length - 1;
  const said = (i: number) => JSON.parse(lines[i] as string);

  it('when a hash is stated in another way than the one it can be, then it is none', async () => {
    const { hashes, ...rest } = said(leaves);
    const loose = made(
      whole.with(leaves, JSON.stringify({ ...rest, hashes: hashes.replace(/=*$/, ''), lines: undefined })),
    );
    expect((await faultsOf(loose)).map(({ words }) => words)).toContain(
      `Line ${leaves + 1} does not state 1 to 256 hashes.`,
    );
  });

  it('when the chain of a stream ends elsewhere, then where and how is said', async () => {
    const [b, c] = [at('head', 1), at('head', 2)];
    const ends = (position: number, hash: string) =>
      `The chain of s/b should end at position ${position} with the hash ${hash}; it ends at position`;
    const { hash } = said(b);
    expect(await faultsOf(made(whole.with(b, JSON.stringify({ ...said(b), position: 2 }))))).toEqual([
      { kind: 'head', line: b + 1, words: `${ends(2, hash)} 1.` },
    ]);
    const other = said(c).hash;
    expect(await faultsOf(made(whole.with(b, JSON.stringify({ ...said(b), hash: other }))))).toEqual([
      { kind: 'head', line: b + 1, words: `${ends(1, other)} 1 with another.` },
    ]);
    expect(await faultsOf(made(whole.with(b, head('s/x', b1))))).toEqual([
      {
        kind: 'head',
        line: b + 1,
        words: `The chain of s/x should end at position 1 with the hash ${hash}; it ends at position 0.`,
      },
    ]);
  });

  it('when a head is lacking, then the streams are counted', async () => {
    const last = JSON.stringify({ bundle: 'end', commands: 3, silent: 1, streams: 2 });
    expect(await faultsOf(made(whole.with(-1, last).toSpliced(at('head'), 1)))).toEqual([
      { kind: 'head', words: 'There are 3 streams, and the heads of 2 are stated.' },
    ]);
  });

  it.each([{ commands: 4 }, { silent: 2 }, { streams: 4 }])(
    'when the last line counts %j, then both counts are said',
    async (counts) => {
      const stated = { bundle: 'end', commands: 3, silent: 1, streams: 3, ...counts };
      const words = `The last line counts ${stated.commands} commands with events, ${stated.silent} without and ${stated.streams} streams; there are 3, 1, 3.`;
      expect(await faultsOf(made(whole.with(-1, JSON.stringify(stated))))).toEqual([
        { kind: 'count', line: end + 1, words },
      ]);
    },
  );

  it('when the seal is wrong, of somebody else or of another bundle, then it does not hold', async () => {
    expect(await faultsOf(made(whole, { sealedBy: stranger }))).toEqual([
      {
        kind: 'seal',
        line: end + 1,
        words: `The seal does not hold: No known key signed the note; it names ${origin}.`,
      },
    ]);
    const { seal } = JSON.parse(made(whole.with(9, command('c5'))).at(-1) as string);
    const stolen = JSON.stringify({ ...JSON.parse(whole.at(-1) as string), seal });
    const report = await check(made(whole.with(-1, stolen)));
    expect(report.faults).toEqual([{ kind: 'seal', line: end + 1, words: 'The seal was signed for another bundle.' }]);
    expect(report.sealed).toBe(false);
  });

  it('when a line was changed that no leaf covers, then the file as a whole is another', async () => {
    expect(await faultsOf(lines.with(9, command('c5')))).toEqual([
      {
        kind: 'seal',
        line: end + 1,
        words: 'The file as a whole is not the one that was written: the hash of its lines is another.',
      },
    ]);
  });
});

describe('given a file', () => {
  const lines = made(whole);
  const end = lines.length;

  it('when something stands behind its last line, then the first line of it is named, once', async () => {
    expect(await faultsOf([...lines, 'more', 'and more'])).toEqual([
      {
        kind: 'file',
        line: end + 1,
        words: `Line ${end + 1} and what follows stand behind the last line of the bundle.`,
      },
    ]);
  });

  it('when its last line is lacking, then it ends too soon', async () => {
    expect(await faultsOf(lines.slice(0, -1))).toEqual([
      { kind: 'file', leaf: 4, words: 'The file ends too soon, after leaf 3: its last line is lacking.' },
    ]);
  });

  it('when it stops in a line, then that line is named', async () => {
    writeFileSync(file, lines.join('\n'));
    expect((await checkBundle(file, { key })).faults).toEqual([
      { kind: 'file', line: end, words: `Line ${end} does not end: the file stops in it.` },
    ]);
    writeFileSync(file, `${lines.slice(0, -1).join('\n')}`);
    expect((await checkBundle(file, { key })).faults).toEqual([
      { kind: 'file', line: end - 1, words: `Line ${end - 1} does not end: the file stops in it.` },
      { kind: 'file', leaf: 4, words: 'The file ends too soon, after leaf 3: its last line is lacking.' },
    ]);
  });

  it('when it cannot be read or unpacked, then it is damaged, and nothing is thrown', async () => {
    const { faults } = await checkBundle(join(folder, 'none'), { key });
    expect(faults[0]).toMatchObject({
      kind: 'file',
      leaf: 0,
      words: expect.stringMatching(
        /^The file is damaged: it cannot be unpacked or read beyond leaf -1 \(ENOENT.*\)\.$/,
      ),
    });
  });

  it('when it has more faults than anybody reads, then the others are counted', async () => {
    const report = await check([...lines.slice(0, 9), ...new Array(1_200).fill('x'), ...lines.slice(9)]);
    expect(report.faults).toHaveLength(1_000);
    expect(report.moreFaults).toBeGreaterThan(1_300);
  });
});
