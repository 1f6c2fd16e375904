import { describe, expect, it } from 'vitest';
import { base64Of, joined, utf8 } from './bytes.ts';
import { signEd25519 } from './ed25519.ts';
import {
  isKeyName,
  noteText,
  openNote,
  readNote,
  readSigningKey,
  readVerifierKey,
  sameKey,
  signingKey,
  signingKeyText,
  signNote,
  verifierKey,
  verifierKeyText,
} from './index.ts';
import { longestNote } from './signed-note.ts';

const seed = (n: number) => new Uint8Array(32).fill(n);
const log = signingKey('log.example', 'ed25519', seed(1));
const witness = signingKey('w.example', 'cosignature', seed(2));
const text = 'log.example\n1\n';
const line = '\u2014 a AAAAAAA=\n';
const signed = (...signatures: Parameters<typeof noteText>[0]['signatures']) => noteText({ text, signatures });

describe('given a key', () => {
  it.each(['', ' ', 'a b', ' a', 'a ', 'a+b', '+a', 'a+', 'a\u0085', 'a\u0001', '\n', 'a\u3000b', '\ud800'])(
    'when its name is %j, then it can name no key',
    (name) => {
      expect(isKeyName(name)).toBe(false);
      expect(() => verifierKey(name, 'ed25519', seed(1))).toThrow(
        `"${name}" cannot name a key: it is empty, or holds a space, a plus or a control character.`,
      );
    },
  );

  it('when its name is in any other letters, then it is one', () => {
    for (const name of ['a', 'log.example/x', 'h\u00f4te', '\u{1f600}']) expect(isKeyName(name)).toBe(true);
  });

  it('when its bytes are not 32, then it is none', () => {
    expect(() => verifierKey('a', 'ed25519', new Uint8Array(31))).toThrow('An Ed25519 public key is 32 bytes long.');
  });

  it('when its id begins with zeros, then they are written and read', () => {
    const low = Array.from({ length: 5_000 }, (_, i) => verifierKey(`n${i}`, 'ed25519', log.publicKey)).find(
      ({ id }) => id < 2 ** 20,
    );
    if (!low) throw new Error('No key has a low id.');
    expect(verifierKeyText(low)).toMatch(/\+000[0-9a-f]{5}\+/);
    expect(readVerifierKey(verifierKeyText(low))).toEqual({ outcome: 'read', value: low });
  });

  it('when name, type or bytes of another differ, then it is not the same', () => {
    expect(sameKey(log, { ...log })).toBe(true);
    expect(sameKey(log, { ...log, name: 'b' })).toBe(false);
    expect(sameKey(log, { ...log, type: 'cosignature' })).toBe(false);
    expect(sameKey(log, { ...log, publicKey: witness.publicKey })).toBe(false);
  });

  const verifier = verifierKeyText(log);
  const material = (bytes: Uint8Array) => verifier.replace(/[^+]+$/, base64Of(bytes));
  const form = 'A verifier key is name, eight hexadecimal digits and base 64, joined by plus.';
  it.each([
    ['has something before it', `x+${verifier}`, form],
    ['has something behind it', `${verifier} `, form],
    ['has an empty name', verifier.replace('log.example', ''), form],
    ['has a name that is none', verifier.replace('log', 'l g'), form],
    ['has an id in capitals', verifier.replace(/\+(\w{8})\+/, (id) => id.toUpperCase().replace(/\d/g, 'A')), form],
    ['has an id too short', verifier.replace(/\+\w/, '+'), form],
    ['has base 64 that is none', `${verifier}=`, 'The base 64 of the verifier key of log.example cannot be read.'],
    [
      'is of a type nobody knows',
      material(joined(Uint8Array.of(2), seed(1))),
      'The verifier key of log.example is of type 2; 1 (Ed25519) and 4 (cosignature/v1) are known.',
    ],
    [
      'is a byte too long',
      material(new Uint8Array(34).fill(1)),
      'The verifier key of log.example holds 33 bytes instead of 32.',
    ],
    [
      'has the id of another',
      verifier.replace(/\+\w{8}\+/, '+0000000a+'),
      `The key of log.example has the id ${log.id.toString(16).padStart(8, '0')}, not 0000000a.`,
    ],
  ])('when its line %s, then it is not read, and the fault is named', (_, broken, why) => {
    expect(readVerifierKey(broken)).toEqual({ outcome: 'malformed', why });
  });

  it('when its secret line is read, then it is that very key; another line is no secret', () => {
    expect(readSigningKey(signingKeyText(witness))).toEqual({ outcome: 'read', value: witness });
    const why = 'A signing key begins with PRIVATE+KEY+.';
    expect(readSigningKey(verifier)).toEqual({ outcome: 'malformed', why });
    expect(readSigningKey(signingKeyText(log).slice(0, -8))).toMatchObject({
      why: expect.stringMatching(/^The signing key of log\.example holds \d+ bytes instead of 32\.$/),
    });
  });
});

describe('given a note', () => {
  it('when it is as long as one may be, then it is read; a character more, and it is not', () => {
    const of = (length: number) => `${'a'.repeat(length - line.length - 2)}\n\n${line}`;
    expect(readNote(of(longestNote)).outcome).toBe('read');
    expect(readNote(of(longestNote + 1))).toEqual({
      outcome: 'malformed',
      why: 'A note of more than 1000000 characters is not read.',
    });
  });

  it('when it has as many signatures as it may, then it is read; one more, and it is not', () => {
    expect(readNote(`${text}\n${line.repeat(100)}`).outcome).toBe('read');
    expect(readNote(`${text}\n${line.repeat(101)}`)).toEqual({
      outcome: 'malformed',
      why: 'The note has 101 signatures; at most 100 are read.',
    });
  });

  it('when its text is one empty line, then that is its text', () => {
    expect(readNote(`\n\n${line}`)).toMatchObject({ value: { text: '\n' } });
  });

  it('when a character below the space is in it, but for the newline, then it is neither read nor signed', () => {
    for (let code = 0; code < 0x21; code++) {
      const body = `a${String.fromCharCode(code)}b\n`;
      const isFine = code === 10 || code === 32;
      expect(readNote(`${body}\n${line}`).outcome, `${code}`).toBe(isFine ? 'read' : 'malformed');
      if (isFine) expect(signNote(body, log).name).toBe(log.name);
      else
        expect(() => signNote(body, log)).toThrow('A note ends with a newline and holds no other control character.');
    }
    expect(() => signNote('a\ud800\n', log)).toThrow(RangeError);
    expect(() => signNote('no newline', log)).toThrow(RangeError);
  });

  const noLine = (shown: string) => `"${shown}" is no signature line.`;
  it.each([
    ['begins otherwise', 'x\u2014 a AAAAAAA=', undefined],
    ['goes on behind its base 64', '\u2014 a AAAAAAA= x', undefined],
    ['has no base 64', '\u2014 a', undefined],
    ['has a name that is none', '\u2014 a+b AAAAAAA=', undefined],
    ['has base 64 that is none', '\u2014 a AAAA!AA=', undefined],
    ['has an id and nothing behind it', '\u2014 a AAAAAA==', undefined],
    ['is long', `\u2014 a b c ${'d'.repeat(80)}`, `\u2014 a b c ${'d'.repeat(52)}`],
  ])('when a signature line %s, then it is not read, and the line is shown as far as it fits', (_, one, shown) => {
    expect(readNote(`${text}\n${one}\n`)).toEqual({ outcome: 'malformed', why: noLine(shown ?? one) });
  });

  it('when a line has a byte behind the id, then that is its signature', () => {
    expect(readNote(`${text}\n\u2014 a AAAABwk=\n`)).toMatchObject({
      value: { signatures: [{ name: 'a', keyId: 7, bytes: Uint8Array.of(9) }] },
    });
  });
});

describe('given who signed', () => {
  it('when one key signed twice, then it counts once, by its first signature', () => {
    const first = signNote(text, log);
    const opened = openNote(signed(first, { ...first, bytes: first.bytes.with(0, 0) }), [log]);
    expect(opened).toMatchObject({ outcome: 'verified', by: [{ key: log }], unknown: [] });
  });

  it('when two known keys have one name and id, then nobody is said to have signed', () => {
    expect(openNote(signed(signNote(text, log)), [log, { ...log }])).toEqual({
      outcome: 'refused',
      why: 'Two keys of log.example have one id, so nobody can say whose signature it is.',
    });
  });

  it('when nobody known signed, then each name is told once', () => {
    const [a, b] = [signNote(text, log), signNote(text, witness, 1)];
    expect(openNote(signed(a, b, a), [])).toEqual({
      outcome: 'refused',
      why: 'No known key signed the note; it names log.example, w.example.',
    });
    expect(openNote('torn', [log])).toEqual({
      outcome: 'refused',
      why: 'The note has no blank line between its text and its signatures.',
    });
  });

  it('when a key has another name or another id than the signature, then it is not known', () => {
    const note = signed(signNote(text, log));
    expect(openNote(note, [{ ...log, name: 'other' }])).toMatchObject({ why: expect.stringMatching(/^No known key/) });
    expect(openNote(note, [{ ...log, id: log.id + 1 }])).toMatchObject({ why: expect.stringMatching(/^No known key/) });
  });
});

describe('given a cosignature', () => {
  const wrong = {
    outcome: 'refused',
    why: 'The signature of w.example is wrong: the note was changed, or never signed.',
  };
  const by = (bytes: Uint8Array) => openNote(signed({ name: witness.name, keyId: witness.id, bytes }), [witness]);

  it('when a witness signs at the beginning of time, then it says so; without a whole time it cannot sign', () => {
    expect(openNote(signed(signNote(text, witness, 0)), [witness])).toMatchObject({ by: [{ signedAtSeconds: 0 }] });
    for (const time of [undefined, 1.5, -1, 2 ** 53]) {
      expect(() => signNote(text, witness, time)).toThrow('A cosignature needs the time in whole seconds since 1970.');
    }
  });

  it('when it is of any length but its own, then it is wrong', () => {
    const { bytes } = signNote(text, witness, 5);
    expect(by(bytes)).toMatchObject({ outcome: 'verified' });
    for (const other of [bytes.subarray(0, 4), bytes.subarray(0, 71), joined(bytes, bytes)])
      expect(by(other)).toEqual(wrong);
  });

  it('when its time is beyond what a number holds, then it is wrong, whoever signed it', () => {
    const message = utf8(`cosignature/v1\ntime ${2 ** 53}\n${text}`);
    const bytes = joined(new Uint8Array(8), signEd25519(message, witness.seed));
    new DataView(bytes.buffer).setBigUint64(0, 2n ** 53n);
    expect(by(bytes)).toEqual(wrong);
  });

  it('when another program made it after C2SP, then it is right', () => {
    const message = utf8(`cosignature/v1\ntime 1700000000\n${text}`);
    const bytes = joined(Uint8Array.of(0, 0, 0, 0, 0x65, 0x53, 0xf1, 0), signEd25519(message, witness.seed));
    expect(by(bytes)).toMatchObject({ by: [{ signedAtSeconds: 1_700_000_000 }] });
    expect(signNote(text, witness, 1_700_000_000).bytes).toEqual(bytes);
  });
});
