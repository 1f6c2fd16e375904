import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyTree, growTree, leafHash, rootOf, signedHandover, signingKey, utf8, verifierKeyText } from '@muster/log';
import { afterAll, describe, expect, it } from 'vitest';
import { type CheckOptions, checkBundle } from './check-bundle.ts';
import { a1, command, key, keyOf, made, next, origin, stranger, type Terms, whole } from './testing/made-bundle.ts';

const witness = signingKey('w.example', 'cosignature', new Uint8Array(32).fill(5));
const folder = mkdtempSync(join(tmpdir(), 'muster-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'told.muster');

async function check(lines: readonly string[], options: CheckOptions = { key }) {
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return checkBundle(file, options);
}
const faultsOf = async (lines: readonly string[], options?: CheckOptions) => (await check(lines, options)).faults;

describe('given a bundle that is whole', () => {
  it('when it is checked, then nothing is wrong, and all that is in it is counted', async () => {
    const report = await check(made(whole));
    expect(report).toMatchObject({
      faults: [],
      moreFaults: 0,
      keyFrom: 'given',
      sealed: true,
      events: 4,
      commands: 3,
      silent: 1,
      streams: 3,
      signedBy: [{ key: { id: key.id } }],
      header: { origin, size: 4 },
      checkpoint: { origin, size: 4 },
    });
    expect([...report.order.leastFrom()]).toEqual([1, 3, 4, Number.POSITIVE_INFINITY]);
  });

  it('when no key is given, then its own is taken, and that is said; when nobody sealed it, that is said too', async () => {
    expect(await check(made(whole), {})).toMatchObject({ faults: [], keyFrom: 'bundle', sealed: true });
    expect(await check(made(whole, { sealedBy: undefined }))).toMatchObject({ faults: [], sealed: false });
  });

  it('when a witness is known that signed it, then it is told', async () => {
    const { signedBy, faults } = await check(made(whole, { by: [key, witness] }), { key, witnesses: [witness] });
    expect(faults).toEqual([]);
    expect(signedBy.map((one) => [one.key.name, one.signedAtSeconds])).toEqual([
      [origin, undefined],
      ['w.example', 5],
    ]);
  });

  it('when it is read, then it is told how many bytes of the file are', async () => {
    let read = 0;
    await check(made(whole), { onProgress: (bytes) => (read = bytes) });
    expect(read).toBe(readFileSync(file).length);
  });

  it('when its hashes are stated in runs, then each run is held against its own lines', async () => {
    const runs = [...whole.slice(0, 6), JSON.stringify({ bundle: 'leaves' }), ...whole.slice(6)];
    expect(await faultsOf(made(runs))).toEqual([]);
    const late = made(runs);
    expect(await faultsOf(late.with(1, command('c1', 1, 9)))).toMatchObject([
      {
        kind: 'lines',
        line: 1,
        leaf: 2,
        words: 'The lines 1 to 6, before leaf 3, are not those that were written there.',
      },
      { kind: 'seal' },
    ]);
    expect(await faultsOf(late.with(7, command('c3', 9)))).toMatchObject([
      {
        kind: 'lines',
        line: 7,
        leaf: 3,
        words: 'The lines 7 to 9, before leaf 4, are not those that were written there.',
      },
      { kind: 'seal' },
    ]);
  });

  it('when its log was handed to another key, then the old one leads to the new, which sealed it', async () => {
    const root = rootOf(growTree(emptyTree, [leafHash(utf8(a1))]).edge);
    const handover = signedHandover({ from: key, to: next, size: 1, root, because: 'rotated' }, [key, next]);
    const keys = [
      { verifierKey: verifierKeyText(key), fromSize: 0 },
      { verifierKey: verifierKeyText(next), fromSize: 1, handover },
    ];
    const lines = made(whole, { by: [next], keys });
    for (const options of [{ key }, { key: next }, {}]) {
      expect(await check(lines, options)).toMatchObject({ faults: [], sealed: true });
    }
    const half = signedHandover({ from: key, to: next, size: 1, root, because: 'rotated' }, [next]);
    const [first, second] = keys;
    const broken = made(whole, { by: [next], keys: [first as object, { ...second, handover: half }] });
    expect(await faultsOf(broken)).toMatchObject([
      {
        kind: 'signature',
        line: 1,
        words: expect.stringMatching(/^The log was not handed on as it should be: The handover at 1 /),
      },
      { kind: 'seal', words: expect.stringMatching(/^The seal does not hold: No known key signed the note/) },
    ]);
  });
});

describe('given a heading', () => {
  const heading = (terms: Terms, options?: CheckOptions) => faultsOf(made(whole, terms), options);
  const ours = { verifierKey: verifierKeyText(key), fromSize: 0 };

  it('when a key in it cannot be read, then why is said, and the others still count', async () => {
    expect(await heading({ keys: [{ verifierKey: 'x', fromSize: 0 }, ours] })).toEqual([
      {
        kind: 'signature',
        line: 1,
        words:
          'A key of the bundle cannot be read: A verifier key is name, eight hexadecimal digits and base 64, joined by plus.',
      },
    ]);
  });

  it('when its newest key is of another log, or of a witness, then it is not that of the log', async () => {
    const words = `The bundle's newest key is not one of the log "${origin}".`;
    for (const last of [keyOf(3, 'other'), signingKey(origin, 'cosignature', new Uint8Array(32).fill(3))]) {
      const keys = [ours, { verifierKey: verifierKeyText(last), fromSize: 4 }];
      expect(await heading({ keys })).toEqual([{ kind: 'origin', line: 1, words }]);
    }
  });

  it('when the key given is none of its own, then both are shown', async () => {
    const keys = [ours, { verifierKey: verifierKeyText(next), fromSize: 4 }];
    const [first, ...others] = await heading({ keys }, { key: stranger });
    expect(first).toEqual({
      kind: 'origin',
      line: 1,
      words: `The bundle is of the log "${origin}", whose keys it gives as ${verifierKeyText(key)}, ${verifierKeyText(next)}; the key given is ${verifierKeyText(stranger)}.`,
    });
    expect(others).toMatchObject([
      { kind: 'signature', line: 1, words: expect.stringMatching(/^The checkpoint does not hold: No known key/) },
      { kind: 'seal', words: expect.stringMatching(/^The seal does not hold: No known key/) },
    ]);
  });

  it('when no key in it can be read and none is given, then nothing is taken for signed', async () => {
    const report = await check(made(whole, { keys: [{ verifierKey: 'x', fromSize: 0 }] }), {});
    expect(report.checkpoint).toBeUndefined();
    expect(report.signedBy).toEqual([]);
    expect(report.sealed).toBe(false);
    expect(report.faults.map(({ kind }) => kind)).toEqual(['signature', 'origin', 'seal']);
  });

  it('when it names another log than its checkpoint, then both are said', async () => {
    const other = keyOf(7, 'toy.example/other');
    const keys = [{ verifierKey: verifierKeyText(other), fromSize: 0 }];
    expect(await heading({ by: [other], keys }, { key: other })).toEqual([
      { kind: 'origin', line: 1, words: `The bundle's newest key is not one of the log "${origin}".` },
      {
        kind: 'origin',
        line: 1,
        words: `The bundle says it is of the log "${origin}", and its checkpoint is of "toy.example/other".`,
      },
    ]);
  });

  it('when it holds another number of leaves than was signed, then it is said of both', async () => {
    expect(await heading({ size: 5 })).toEqual([
      { kind: 'count', line: 1, words: 'The bundle says it holds 5 leaves, and the checkpoint was signed over 4.' },
      { kind: 'count', words: 'The bundle says it holds 5 leaves, and holds 4.' },
    ]);
  });

  it('when it is none, then the file is no bundle, and why is said', async () => {
    const lines = made(whole);
    const none = 'The file is no bundle: its first line is not the heading of one.';
    expect((await faultsOf(lines.slice(1)))[0]).toEqual({ kind: 'file', line: 1, words: none });
    expect((await faultsOf(['Dear Sir,', ...lines]))[0]).toEqual({ kind: 'file', line: 1, words: none });
    const newer = lines[0]?.replace('"version":1', '"version":2') as string;
    expect((await faultsOf(lines.with(0, newer)))[0]).toMatchObject({
      kind: 'file',
      line: 1,
      words: expect.stringMatching(/^Line 1 is no heading of a bundle that this Muster reads: version: /),
    });
  });

  it('when there is a second, then it is one too many', async () => {
    const lines = made(whole);
    const again = lines.toSpliced(1, 0, lines[0] as string);
    expect(await faultsOf(again)).toContainEqual({ kind: 'line', line: 2, words: 'Line 2 is a second heading.' });
  });
});
