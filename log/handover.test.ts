import { expect, it } from 'vitest';
import {
  checkpointText,
  emptyRoot,
  emptyTree,
  followHandovers,
  growTree,
  leafHash,
  noteText,
  openCheckpointInTerms,
  readHandover,
  rootOf,
  type SigningKey,
  signedHandover,
  signingKey,
  signNote,
  utf8,
} from './index.ts';

const origin = 'muster.example/record';
const keyOf = (n: number, name = origin) => signingKey(name, 'ed25519', new Uint8Array(32).fill(n));
const [first, second, third, stranger] = [keyOf(1), keyOf(2), keyOf(3), keyOf(4)];

const tree = (size: number) =>
  growTree(
    emptyTree,
    Array.from({ length: size }, (_, i) => leafHash(utf8(`${i}`))),
  ).edge;
const handing = (from: SigningKey, to: SigningKey, size: number, by = [from, to]) =>
  signedHandover({ from, to, size, root: rootOf(tree(size)), because: 'rotated' }, by);
const checkpoint = (size: number, key: SigningKey) => {
  const text = checkpointText({ origin, size, root: rootOf(tree(size)), extensions: [] });
  return noteText({ text, signatures: [signNote(text, key)] });
};

it('leads from any key that is trusted to the one that signs today', () => {
  const notes = [handing(first, second, 10), handing(second, third, 20)];
  const termsFrom = (key: SigningKey) => {
    const read = followHandovers(key, notes);
    if (read.outcome === 'malformed') throw new Error(read.why);
    return read.value.map((term) => [term.key.id, term.fromSize, term.untilSize]);
  };
  expect(termsFrom(first)).toEqual([
    [first.id, 0, 10],
    [second.id, 10, 20],
    [third.id, 20, undefined],
  ]);
  expect(termsFrom(second)).toEqual([
    [second.id, 0, 20],
    [third.id, 20, undefined],
  ]);
  expect(termsFrom(third)).toEqual([[third.id, 0, undefined]]);
});

it('counts a key in its own time alone: old evidence verifies, and an old key found later signs no future', () => {
  const read = followHandovers(first, [handing(first, second, 10)]);
  const terms = read.outcome === 'read' ? read.value : [];
  expect(openCheckpointInTerms(checkpoint(7, first), terms)).toMatchObject({
    outcome: 'verified',
    checkpoint: { size: 7 },
  });
  expect(openCheckpointInTerms(checkpoint(10, second), terms)).toMatchObject({ outcome: 'verified' });
  expect(openCheckpointInTerms(checkpoint(11, first), terms)).toMatchObject({
    why: 'The checkpoint is of 11 leaves, and the key that signed it had handed over before, or had not begun.',
  });
  expect(openCheckpointInTerms(checkpoint(9, second), terms)).toMatchObject({ outcome: 'refused' });
  expect(openCheckpointInTerms(checkpoint(12, stranger), terms)).toMatchObject({ outcome: 'refused' });
});

it('is not followed unless both keys signed it', () => {
  for (const by of [[first], [second]]) {
    expect(followHandovers(first, [handing(first, second, 10, by)])).toMatchObject({
      outcome: 'malformed',
      why: expect.stringContaining('not signed by both keys'),
    });
  }
  const forged = handing(first, second, 10).replace('size 10', 'size 11');
  expect(followHandovers(first, [forged])).toMatchObject({ why: expect.stringContaining('is wrong') });
  expect(followHandovers(first, [handing(first, second, 10), handing(stranger, third, 20)])).toMatchObject({
    why: expect.stringContaining('by another key'),
  });
  expect(followHandovers(first, [handing(first, second, 10), handing(second, third, 9)])).toMatchObject({
    why: 'The handover at 9 lies before the one at 10.',
  });
});

it('is read strictly, and is no checkpoint', () => {
  const note = handing(first, second, 10);
  expect(readHandover(note)).toMatchObject({
    value: { from: { id: first.id }, size: 10, because: 'rotated' },
  });
  for (const broken of [
    note.replace('/v1', '/v2'),
    note.replace('because rotated', 'because tired'),
    note.replace('size 10', 'size 010'),
    note.replace('from ', 'From '),
    note.replace('\nroot ', '\nextra line\nroot '),
    note.replace(/root \S+/, 'root AAAA'),
    note.replace(/\+\w{8}\+/, '+00000000+'),
  ]) {
    expect(readHandover(broken), broken).toMatchObject({ outcome: 'malformed' });
  }
  expect(openCheckpointInTerms(note, [{ key: first, fromSize: 0 }])).toMatchObject({ outcome: 'refused' });
  const anew = signedHandover({ from: first, to: second, size: 0, root: emptyRoot, because: 'begunAnew' }, [second]);
  expect(readHandover(anew)).toMatchObject({ value: { because: 'begunAnew' } });
});
