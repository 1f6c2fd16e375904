import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Checkpoint,
  checkProofFile,
  checkpointText,
  emptyTree,
  growTree,
  leafHash,
  noteText,
  openCheckpoint,
  openNote,
  proofFileText,
  proveInclusion,
  readCheckpoint,
  readNote,
  readProofFile,
  readSigningKey,
  readVerifierKey,
  rootOf,
  signingKey,
  signingKeyText,
  signNote,
  utf8,
  verifierKeyText,
} from './index.ts';
import { memoryTiles } from './testing.ts';

const seed = (n: number) => new Uint8Array(32).fill(n);
const log = signingKey('muster.example/record', 'ed25519', seed(1));
const other = signingKey('muster.example/record', 'ed25519', seed(2));
const witness = signingKey('witness.example/w1', 'cosignature', seed(3));
const text = 'muster.example/record\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n';
const note = noteText({ text, signatures: [signNote(text, log), signNote(text, witness, 1_679_315_147)] });

/** The example of Go's package note, whose key and signature are public: another implementation made both. */
const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const petersNote =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
  '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

it("verifies the note of Go's documentation, and not with a letter changed", () => {
  const key = readVerifierKey(peter);
  if (key.outcome !== 'read') throw new Error(key.why);
  expect(verifierKeyText(key.value)).toBe(peter);
  expect(openNote(petersNote, [key.value])).toMatchObject({
    outcome: 'verified',
    by: [{ key: { name: 'PeterNeumann' } }],
  });
  expect(openNote(petersNote.replace('answer', 'Answer'), [key.value])).toMatchObject({
    why: 'The signature of PeterNeumann is wrong: the note was changed, or never signed.',
  });
});

it('verifies what it signed, tells when a witness signed, and passes over who is not known', () => {
  expect(openNote(note, [log, witness])).toMatchObject({
    outcome: 'verified',
    text,
    by: [{ key: log }, { key: witness, signedAtSeconds: 1_679_315_147 }],
    unknown: [],
  });
  expect(openNote(note, [log])).toMatchObject({ outcome: 'verified', unknown: [{ name: 'witness.example/w1' }] });
  // The same name with another key: not known, and so not judged.
  expect(openNote(note, [other])).toMatchObject({
    why: 'No known key signed the note; it names muster.example/record, witness.example/w1.',
  });
});

it('a wrong signature of a known key refuses the note, though another is right', () => {
  const wrong = { ...signNote(`another\n`, log) };
  const forged = noteText({ text, signatures: [wrong, signNote(text, witness, 5)] });
  expect(openNote(forged, [log, witness])).toMatchObject({ outcome: 'refused' });
  // A witness's time is signed too.
  const { bytes, ...rest } = signNote(text, witness, 5);
  const later = noteText({ text, signatures: [{ ...rest, bytes: bytes.with(7, 6) }] });
  expect(openNote(later, [witness])).toMatchObject({ outcome: 'refused' });
  // What a witness signed is no signature of the log, even with one key for both.
  const both = signingKey('muster.example/record', 'cosignature', seed(1));
  expect(both.id).not.toBe(log.id);
});

it('reads notes strictly', () => {
  for (const [broken, why] of [
    ['no blank line\n', 'no blank line'],
    ['text\n\n', 'does not end with signature lines'],
    [note.slice(0, -1), 'does not end with signature lines'],
    [note.replace('\u2014', '-'), 'is no signature line'],
    [note.replace('\n\n\u2014 ', '\n\n\u2014  '), 'is no signature line'],
    [note.replace('record\n1', 'record\r\n1'), 'control character'],
    [`\ud800${note}`, 'surrogate'],
    [`${text}\n${'\u2014 a AAAAAAA=\n'.repeat(101)}`, '101 signatures'],
    [`${text}\n\u2014 a AAAA\n`, 'is no signature line'],
    [`${text}\n\u2014 a AAAAAAB=\n`, 'is no signature line'], // bits that stand for nothing
  ] as const) {
    expect(readNote(broken), broken.slice(0, 80)).toMatchObject({
      outcome: 'malformed',
      why: expect.stringContaining(why),
    });
  }
  expect(readNote(`${text}\n${'\u2014 a AAAAAAA=\n'.repeat(16)}`)).toMatchObject({ outcome: 'read' });
  expect(readNote('a\n\nb\n\n\u2014 a AAAAAAA=\n')).toMatchObject({ value: { text: 'a\n\nb\n' } });
});

it('any note is read back as it was written', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((t) => !/\p{Cc}/u.test(t));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      const body = `${lines.join('\n')}\n`;
      const written = noteText({ text: body, signatures: [signNote(body, log)] });
      expect(openNote(written, [log])).toMatchObject({ outcome: 'verified', text: body });
    }),
    { numRuns: 30 },
  );
});

it('keys are read as they are written, and each fault is named without the secret', () => {
  expect(readSigningKey(signingKeyText(log))).toEqual({ outcome: 'read', value: log });
  expect(readVerifierKey(verifierKeyText(witness))).toMatchObject({ value: { type: 'cosignature', id: witness.id } });
  const secret = signingKeyText(log);
  for (const [broken, why] of [
    [secret.slice(1), 'begins with PRIVATE+KEY+'],
    [secret.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), 'has the id'],
    [secret.slice(0, -4), 'bytes instead of 32'],
    [secret.replace('record+', 'the record+'), 'joined by plus'],
    [secret.replace(/.$/, '!'), 'joined by plus'],
  ] as const) {
    const read = readSigningKey(broken);
    expect(read).toMatchObject({ outcome: 'malformed', why: expect.stringContaining(why) });
    expect(JSON.stringify(read)).not.toContain(secret.slice(-30, -6));
  }
  expect(readVerifierKey('a+b+c')).toMatchObject({ outcome: 'malformed' });
  expect(() => signingKey('a b', 'ed25519', seed(1))).toThrow('cannot name a key');
});

it('checkpoints are written and read in one way', () => {
  const checkpoint: Checkpoint = {
    origin: 'muster.example/record',
    size: 0,
    root: rootOf(emptyTree),
    extensions: ['x'],
  };
  expect(readCheckpoint(checkpointText(checkpoint))).toEqual({ outcome: 'read', value: checkpoint });
  for (const broken of [
    text.replace('\n1\n', '\n01\n'),
    text.replace('\n1\n', '\n-1\n'),
    text.replace('\n1\n', '\n1.0\n'),
    text.replace('\n1\n', '\n99999999999999999\n'),
    text.replace('oB0=', 'oB0'),
    text.replace('oB0=', 'oB1='),
    text.slice(0, -1),
    `${text}\n`,
    `\n${text}`,
    'only\n1\n',
  ]) {
    expect(readCheckpoint(broken), broken).toMatchObject({ outcome: 'malformed' });
  }
  expect(() => checkpointText({ ...checkpoint, origin: 'a\nb' })).toThrow('is empty or broken');
  expect(() => checkpointText({ ...checkpoint, size: 1.5 })).toThrow('whole size');
});

it('a checkpoint counts only for its own log, and only when the log signed it', () => {
  expect(openCheckpoint(note, 'muster.example/record', [log, witness])).toMatchObject({
    outcome: 'verified',
    checkpoint: { size: 1 },
    by: [{}, {}],
  });
  expect(openCheckpoint(note, 'muster.example/other', [log])).toMatchObject({
    why: 'The checkpoint is of the log "muster.example/record", not of "muster.example/other".',
  });
  expect(openCheckpoint(note, 'muster.example/record', [witness])).toMatchObject({
    why: 'Only witnesses signed the checkpoint: the log itself did not.',
  });
});

it('a proof file proves its own entry, and no other', async () => {
  const entries = Array.from({ length: 300 }, (_, i) => utf8(`entry ${i}`));
  const { edge, tiles } = growTree(emptyTree, entries.map(leafHash));
  const kept = memoryTiles();
  kept.keep(tiles);
  const body = checkpointText({ origin: log.name, size: 300, root: rootOf(edge), extensions: [] });
  const file = {
    index: 7,
    proof: await proveInclusion(7, 300, kept.read),
    checkpoint: noteText({ text: body, signatures: [signNote(body, log)] }),
    extra: utf8('out of band'),
  };
  const written = proofFileText(file);
  expect(written.split('\n').slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', 'extra b3V0IG9mIGJhbmQ=', 'index 7']);
  expect(readProofFile(written)).toEqual({ outcome: 'read', value: file });
  const check = (proof: string, entry = 7) =>
    checkProofFile(proof, leafHash(entries[entry] as Uint8Array), log.name, [log]);
  expect(check(written)).toMatchObject({ outcome: 'proved', index: 7, checkpoint: { size: 300 } });
  expect(check(written, 8)).toMatchObject({ why: 'The inclusion proof leads to another root.' });
  for (const broken of [
    written.replace('index 7', 'index 07'),
    written.replace('index 7', 'index 8'),
    written.replace('index 7', 'index 300'),
    written.replace('@v1', '@v2'),
    written.replace('extra ', 'extra !'),
    written.replace(/index 7\n.*\n/, 'index 7\n'),
    written.replace(/index 7\n.*\n/, 'index 7\nAAAA\n'),
    written.replace('\n300\n', '\n301\n'),
    '',
  ]) {
    expect(check(broken)).toMatchObject({ outcome: 'refused' });
  }
  // A tree of one leaf needs no hashes.
  const one = proofFileText({ index: 0, proof: [], checkpoint: note });
  expect(checkProofFile(one, leafHash(new Uint8Array()), log.name, [log])).toMatchObject({ outcome: 'proved' });
});
