import { describe, expect, it } from 'vitest';
import {
  type Checkpoint,
  checkProofFile,
  checkpointText,
  emptyRoot,
  followHandovers,
  leafHash,
  noteText,
  openCheckpoint,
  openCheckpointInTerms,
  proofFileText,
  readCheckpoint,
  readHandover,
  readProofFile,
  type SigningKey,
  signedHandover,
  signingKey,
  signNote,
  sizeIn,
  utf8,
  verifierKeyText,
} from './index.ts';

const origin = 'log.example/record';
const keyOf = (n: number, name = origin) => signingKey(name, 'ed25519', new Uint8Array(32).fill(n));
const [first, second, third] = [keyOf(1), keyOf(2), keyOf(3)];
const root = leafHash(utf8('the only leaf'));
const rootText = Buffer.from(root).toString('base64');
const of = (size: number): Checkpoint => ({ origin, size, root, extensions: [] });
const signed = (checkpoint: Checkpoint, ...keys: SigningKey[]) => {
  const text = checkpointText(checkpoint);
  return noteText({ text, signatures: keys.map((key) => signNote(text, key, 5)) });
};

describe('given a checkpoint', () => {
  it('when it has further lines, then they are kept, and its text is what C2SP says', () => {
    const whole = { ...of(7), extensions: ['more', 'and more'] };
    expect(checkpointText(whole)).toBe(`${origin}\n7\n${rootText}\nmore\nand more\n`);
    expect(readCheckpoint(checkpointText(whole))).toEqual({ outcome: 'read', value: whole });
    expect(readCheckpoint(checkpointText({ ...whole, size: 0 }))).toMatchObject({ value: { size: 0 } });
  });

  const sized = 'A checkpoint has a whole size and a root of 32 bytes.';
  const lined = 'A line of a checkpoint is empty or broken.';
  it.each([
    ['a size below nothing', { size: -1 }, sized],
    ['a size that is no whole number', { size: 0.5 }, sized],
    ['a root cut short', { root: root.subarray(1) }, sized],
    ['no name', { origin: '' }, lined],
    ['an empty line behind it', { extensions: ['a', ''] }, lined],
    ['a broken line behind it', { extensions: ['a\nb', 'c'] }, lined],
  ])('when it has %s, then it is not written', (_, change, why) => {
    expect(() => checkpointText({ ...of(1), ...change })).toThrow(why);
  });

  const threeLines = 'A checkpoint has at least three lines, each with its newline.';
  const emptyLine = 'A line of the checkpoint is empty.';
  const rootWrong = 'The root of the checkpoint is not the base 64 of 32 bytes.';
  it.each([
    ['is nothing', '', threeLines],
    ['is a name alone', `${origin}\n`, threeLines],
    ['has no root', `${origin}\n1\n`, threeLines],
    ['does not end its last line', `${origin}\n1\n${rootText}`, threeLines],
    ['has no name', `\n1\n${rootText}\n`, emptyLine],
    ['has an empty line behind it', `${origin}\n1\n${rootText}\n\nx\n`, emptyLine],
    ['has a root that is no base 64', `${origin}\n1\n!\n`, rootWrong],
    ['has a root cut short', `${origin}\n1\nAAAA\n`, rootWrong],
    [
      'has a size in letters',
      `${origin}\nx\n${rootText}\n`,
      'The size of the checkpoint is "x": a whole number without leading zeros is expected.',
    ],
  ])('when its text %s, then it is not read, and the fault is named', (_, text, why) => {
    expect(readCheckpoint(text)).toEqual({ outcome: 'malformed', why });
  });

  it('when it is of another log, then it is refused, and both are named', () => {
    expect(openCheckpoint(signed(of(1), first), 'log.example/other', [first])).toEqual({
      outcome: 'refused',
      why: `The checkpoint is of the log "${origin}", not of "log.example/other".`,
    });
  });

  it('when the log signed what is no checkpoint, or nobody known signed it, then it is refused for that', () => {
    const text = 'a letter\n';
    const letter = noteText({ text, signatures: [signNote(text, first)] });
    expect(openCheckpoint(letter, origin, [first])).toEqual({ outcome: 'refused', why: threeLines });
    expect(openCheckpoint(signed(of(1), second), origin, [first])).toMatchObject({
      outcome: 'refused',
      why: `No known key signed the note; it names ${origin}.`,
    });
    expect([sizeIn(signed(of(9), second)), sizeIn(letter), sizeIn('torn')]).toEqual([9, undefined, undefined]);
  });
});

describe('given a proof file', () => {
  const checkpoint = signed(of(1), first);
  const whole = proofFileText({ index: 0, proof: [], checkpoint });
  const check = (text: string) => checkProofFile(text, root, origin, [first]);

  it('when it proves its leaf, then it says which, in which tree, and who signed it', () => {
    expect(check(whole)).toEqual({ outcome: 'proved', index: 0, checkpoint: of(1), by: [{ key: first }] });
    expect(readProofFile(whole)).toStrictEqual({ outcome: 'read', value: { index: 0, proof: [], checkpoint } });
  });

  it('when it carries bytes that nobody vouches for, and be they none, then they come back', () => {
    for (const extra of [utf8('more'), new Uint8Array()]) {
      const file = { index: 0, proof: [root], checkpoint, extra };
      expect(readProofFile(proofFileText(file))).toEqual({ outcome: 'read', value: file });
    }
  });

  it('when it has as many hashes as the highest tree, then it is read; one more, and it is not', () => {
    const high = (n: number) => proofFileText({ index: 0, proof: new Array(n).fill(root), checkpoint });
    expect(readProofFile(high(63)).outcome).toBe('read');
    expect(readProofFile(high(64))).toEqual({
      outcome: 'malformed',
      why: 'The proof has 64 hashes; no tree is that high.',
    });
  });

  const begins = 'A proof begins with the line c2sp.org/tlog-proof@v1, and a blank line ends it.';
  it.each([
    ['is nothing', '', begins],
    ['has no blank line', 'c2sp.org/tlog-proof@v1\nindex 0\n', begins],
    ['begins otherwise', whole.replace('@v1', '@v2'), begins],
    ['ends behind its first line', `c2sp.org/tlog-proof@v1\n\n${checkpoint}`, 'The proof lacks its index line.'],
    ['has another line for its index', whole.replace('index 0', 'leaf index 0'), 'The proof lacks its index line.'],
    [
      'has an index in letters',
      whole.replace('index 0', 'index x'),
      'The index of the proof is "x": a whole number without leading zeros is expected.',
    ],
    [
      'has an extra line that is no base 64',
      whole.replace('index 0', 'extra !\nindex 0'),
      'The extra line of the proof is not base 64.',
    ],
    [
      'has an extra line behind its index',
      whole.replace('index 0', 'index 0\nextra AAAA'),
      '"extra AAAA" is not the base 64 of 32 bytes.',
    ],
    [
      'has a hash cut short',
      whole.replace('index 0', `index 0\n${'A'.repeat(64)}`),
      `"${'A'.repeat(60)}" is not the base 64 of 32 bytes.`,
    ],
    ['proves another leaf', whole.replace('index 0', 'index 1'), 'A tree of 1 leaves has no leaf 1.'],
    [
      'is of a checkpoint changed since',
      whole.replace('\n1\n', '\n2\n'),
      `The signature of ${origin} is wrong: the note was changed, or never signed.`,
    ],
  ])('when it %s, then it is refused, and the fault is named', (_, text, why) => {
    expect(check(text)).toEqual({ outcome: 'refused', why });
  });
});

describe('given a handover', () => {
  const handing = (from: SigningKey, to: SigningKey, size: number, by = [from, to]) =>
    signedHandover({ from, to, size, root, because: 'rotated' }, by);
  const note = handing(first, second, 10);
  const notSaid = (n: number, name: string) => `Line ${n} of the handover does not say "${name}".`;
  const sixLines = 'A handover has six lines, of which the first is muster/log-handover/v1.';

  it('when it is read, then it says what was written', () => {
    expect(note.split('\n').slice(0, 6)).toEqual([
      'muster/log-handover/v1',
      `from ${verifierKeyText(first)}`,
      `to ${verifierKeyText(second)}`,
      'size 10',
      `root ${rootText}`,
      'because rotated',
    ]);
    const { seed: _, ...from } = first;
    const { seed: __, ...to } = second;
    expect(readHandover(note)).toEqual({
      outcome: 'read',
      value: { from, to, size: 10, root, because: 'rotated' },
    });
  });

  it.each([
    ['is no note', 'torn', 'The note has no blank line between its text and its signatures.'],
    ['is of another version', note.replace('/v1', '/v2'), sixLines],
    ['has a line more', note.replace('\nsize', '\nmore\nsize'), sixLines],
    ['does not say from whom', note.replace('from ', 'From '), notSaid(2, 'from')],
    ['does not say to whom', note.replace('\nto ', '\nTo '), notSaid(3, 'to')],
    ['does not say at which size', note.replace('size ', 'Size '), notSaid(4, 'size')],
    ['does not say over which root', note.replace('root ', 'Root '), notSaid(5, 'root')],
    ['does not say why', note.replace('because ', 'Because '), notSaid(6, 'because')],
    [
      'says why in another way',
      note.replace('rotated', 'tired'),
      'A handover is because "rotated" or "begunAnew", not "tired".',
    ],
    [
      'has a root cut short',
      note.replace(rootText, 'AAAA'),
      'The root of the handover is not the base 64 of 32 bytes.',
    ],
    [
      'has a root that is no base 64',
      note.replace(rootText, '!'),
      'The root of the handover is not the base 64 of 32 bytes.',
    ],
    [
      'has a size in letters',
      note.replace('size 10', 'size x'),
      'The size of the handover is "x": a whole number without leading zeros is expected.',
    ],
  ])('when it %s, then it is not read, and the fault is named', (_, broken, why) => {
    expect(readHandover(broken)).toEqual({ outcome: 'malformed', why });
    expect(followHandovers(first, [broken])).toEqual({ outcome: 'malformed', why });
  });

  it('when two follow at one size, then both are followed; when one lies before, then neither', () => {
    const twice = followHandovers(first, [note, handing(second, third, 10)]);
    expect(twice).toMatchObject({ value: [{ untilSize: 10 }, { fromSize: 10, untilSize: 10 }, { fromSize: 10 }] });
    expect(followHandovers(first, [note, handing(second, third, 9)])).toEqual({
      outcome: 'malformed',
      why: 'The handover at 9 lies before the one at 10.',
    });
  });

  it('when it is not signed as it must be, then why is said, and who is to be asked', () => {
    expect(followHandovers(first, [handing(first, second, 10, [second])])).toEqual({
      outcome: 'malformed',
      why: `The handover at 10 is not signed by both keys: whether ${verifierKeyText(second)} may go on is to be asked of the log's owner.`,
    });
    expect(followHandovers(first, [handing(first, second, 10, [third])])).toEqual({
      outcome: 'malformed',
      why: `No known key signed the note; it names ${origin}.`,
    });
    expect(followHandovers(first, [note, handing(first, third, 20)])).toEqual({
      outcome: 'malformed',
      why: `The log was handed to ${verifierKeyText(second)}, and then on by another key.`,
    });
  });

  it('when the key trusted came into being by it, then what was before it is passed over', () => {
    expect(followHandovers(third, [note, handing(second, third, 20)])).toMatchObject({
      value: [{ key: { id: third.id }, fromSize: 0 }],
    });
  });
});

describe('given a checkpoint and the terms of the keys of a log', () => {
  const anew = keyOf(4, 'log.example/anew');
  const terms = [
    { key: first, fromSize: 0, untilSize: 10 },
    { key: second, fromSize: 10, untilSize: 20 },
    { key: anew, fromSize: 20 },
  ];
  const open = (size: number, ...keys: SigningKey[]) => openCheckpointInTerms(signed(of(size), ...keys), terms);
  const late = (size: number) => ({
    outcome: 'refused',
    why: `The checkpoint is of ${size} leaves, and the key that signed it had handed over before, or had not begun.`,
  });

  it('when the size lies in the term of who signed it, its edges too, then it holds', () => {
    for (const [size, key] of [
      [0, first],
      [10, first],
      [10, second],
      [20, second],
    ] as const) {
      expect(open(size, key)).toEqual({ outcome: 'verified', checkpoint: of(size), by: [{ key }] });
    }
  });

  it('when it lies before or behind, then it is refused, though the signature is right', () => {
    expect(open(11, first)).toEqual(late(11));
    expect(open(9, second)).toEqual(late(9));
    expect(open(21, second)).toEqual(late(21));
  });

  it('when a key of the log under another name signed it, then it is of nobody known', () => {
    expect(open(25, anew)).toMatchObject({ why: 'No known key signed the note; it names log.example/anew.' });
  });

  it('when a witness is known, then it is told beside the log, and counts for nothing alone', () => {
    const witness = signingKey('w.example', 'cosignature', new Uint8Array(32).fill(9));
    const both = openCheckpointInTerms(signed(of(5), first, witness), terms, [witness]);
    expect(both).toMatchObject({ by: [{ key: first }, { key: witness, signedAtSeconds: 5 }] });
    expect(openCheckpointInTerms(signed(of(5), witness), terms, [witness])).toMatchObject({
      why: 'Only witnesses signed the checkpoint: the log itself did not.',
    });
    const empty = openCheckpointInTerms(signed({ ...of(0), root: emptyRoot }, first), terms);
    expect(empty).toMatchObject({ outcome: 'verified', by: [{ key: first }] });
  });
});
