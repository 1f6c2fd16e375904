import { describe, expect, it } from 'vitest';
import { base64Of, bytesOfBase64, joined, sameBytes, textOf, utf8 } from './bytes.ts';
import { verifiesEd25519 } from './ed25519.ts';
import { type Hash, leafHash, nodeHash, verifyConsistency, verifyInclusion } from './index.ts';
import { malformed, reading, valueRead, wholeNumberIn } from './outcome.ts';
import { naiveConsistency, naiveInclusion, naiveRoot } from './testing.ts';

const many: Hash[] = Array.from({ length: 20 }, (_, i) => leafHash(utf8(`leaf ${i}`)));
const leaves: Hash[] = Array.from({ length: 8 }, (_, i) => leafHash(utf8(`${i}`)));
const [one, two] = leaves as [Hash, Hash];
const short = new Uint8Array(31);

describe('given an inclusion claim', () => {
  const whole = {
    index: 2,
    size: 7,
    leafHash: leaves[2] as Hash,
    proof: naiveInclusion(2, leaves.slice(0, 7)),
    root: naiveRoot(leaves.slice(0, 7)),
  };

  it('when all of it is right, then it holds', () => {
    expect(verifyInclusion(whole)).toEqual({ holds: true });
  });

  it.each([
    ['the size is no whole number', { index: 0, size: 1.5 }, 'A tree of 1.5 leaves has no leaf 0.'],
    ['the size is beyond what a number holds', { size: 2 ** 60 }, `A tree of ${2 ** 60} leaves has no leaf 2.`],
    ['the leaf is no whole number', { index: 0.5 }, 'A tree of 7 leaves has no leaf 0.5.'],
    ['the leaf lies before the first', { index: -1 }, 'A tree of 7 leaves has no leaf -1.'],
    ['the leaf lies behind the last', { index: 7 }, 'A tree of 7 leaves has no leaf 7.'],
    ['the leaf is cut short', { leafHash: short }, 'A hash of the inclusion proof is not 32 bytes long.'],
    ['the root is cut short', { root: short }, 'A hash of the inclusion proof is not 32 bytes long.'],
    [
      'one hash is cut short',
      { proof: [...whole.proof.slice(1), short] },
      'A hash of the inclusion proof is not 32 bytes long.',
    ],
    ['a hash is lacking', { proof: whole.proof.slice(1) }, 'The inclusion proof is too short.'],
    ['a hash is one too many', { proof: [...whole.proof, one] }, 'The inclusion proof is too long.'],
    ['the root is another', { root: one }, 'The inclusion proof leads to another root.'],
  ])('when %s, then it does not hold, and says why', (_, change, why) => {
    expect(verifyInclusion({ ...whole, ...change })).toEqual({ holds: false, why });
  });

  it('when it is of any leaf of a small tree, then its proof holds, and for no other leaf', () => {
    for (let size = 1; size <= many.length; size++) {
      const root = naiveRoot(many.slice(0, size));
      for (let index = 0; index < size; index++) {
        const proof = naiveInclusion(index, many.slice(0, size));
        const claim = { index, size, leafHash: many[index] as Hash, proof, root };
        expect(verifyInclusion(claim), `${index} of ${size}`).toEqual({ holds: true });
        expect(verifyInclusion({ ...claim, leafHash: many.at(index - 1) as Hash }).holds).toBe(false);
      }
    }
  });

  it('when the proof is longer than the tree is high, then it does not hold, though its root was made to fit', () => {
    const claim = { index: 0, size: 1, leafHash: one, proof: [two], root: nodeHash(two, one) };
    expect(verifyInclusion(claim)).toEqual({ holds: false, why: 'The inclusion proof is too long.' });
  });
});

describe('given a consistency claim', () => {
  const whole = {
    firstSize: 3,
    firstRoot: naiveRoot(leaves.slice(0, 3)),
    secondSize: 7,
    secondRoot: naiveRoot(leaves.slice(0, 7)),
    proof: naiveConsistency(3, leaves.slice(0, 7)),
  };
  const same = { ...whole, secondSize: 3, secondRoot: whole.firstRoot, proof: [] };

  it('when all of it is right, or both trees are one, then it holds', () => {
    expect(verifyConsistency(whole)).toEqual({ holds: true });
    expect(verifyConsistency(same)).toEqual({ holds: true });
  });

  const notLong = 'A hash of the consistency proof is not 32 bytes long.';
  it.each([
    ['the earlier size is no whole number', { firstSize: 1.5 }, 'A tree of 7 leaves cannot hold one of 1.5.'],
    ['the later size is no whole number', { secondSize: 7.5 }, 'A tree of 7.5 leaves cannot hold one of 3.'],
    ['the earlier tree is the larger', { firstSize: 8 }, 'A tree of 7 leaves cannot hold one of 8.'],
    ['the earlier tree is empty', { firstSize: 0 }, 'Nothing can be proved from an empty tree.'],
    ['the earlier tree is smaller than empty', { firstSize: -1 }, 'Nothing can be proved from an empty tree.'],
    ['the earlier root is cut short', { firstRoot: short }, notLong],
    ['the later root is cut short', { secondRoot: short }, notLong],
    ['one hash is cut short', { proof: [...whole.proof.slice(1), short] }, notLong],
    ['there is no hash', { proof: [] }, 'The consistency proof is too short.'],
    ['a hash is lacking', { proof: whole.proof.slice(0, -1) }, 'The consistency proof is too short.'],
    ['a hash is one too many', { proof: [...whole.proof, one] }, 'The consistency proof is too long.'],
    [
      'the earlier root is another',
      { firstRoot: one },
      'The consistency proof leads to another root of the earlier tree.',
    ],
    [
      'the later root is another',
      { secondRoot: one },
      'The consistency proof leads to another root of the later tree.',
    ],
  ])('when %s, then it does not hold, and says why', (_, change, why) => {
    expect(verifyConsistency({ ...whole, ...change })).toEqual({ holds: false, why });
  });

  it('when a small tree grew from any smaller, then its proof holds, and from no other', () => {
    for (let secondSize = 1; secondSize <= many.length; secondSize++) {
      const secondRoot = naiveRoot(many.slice(0, secondSize));
      for (let firstSize = 1; firstSize <= secondSize; firstSize++) {
        const proof = naiveConsistency(firstSize, many.slice(0, secondSize));
        const claim = { firstSize, firstRoot: naiveRoot(many.slice(0, firstSize)), secondSize, secondRoot, proof };
        expect(verifyConsistency(claim), `${firstSize} in ${secondSize}`).toEqual({ holds: true });
        expect(verifyConsistency({ ...claim, firstRoot: short }).holds).toBe(false);
      }
    }
  });

  it('when trees of one size have two roots, or a proof between them, then it does not hold', () => {
    const why = 'Two trees of one size have different roots.';
    expect(verifyConsistency({ ...same, secondRoot: one })).toEqual({ holds: false, why });
    const needless = 'Trees of one size need no consistency proof.';
    expect(verifyConsistency({ ...same, proof: [one] })).toEqual({ holds: false, why: needless });
  });
});

describe('given a signature', () => {
  const point = new Uint8Array(32).with(0, 1);
  const zero = new Uint8Array(64).with(0, 1);

  it('when the key is a point of small order, whose every message would be signed, then it is wrong', () => {
    expect(verifiesEd25519(utf8('anything'), zero, point)).toBe(false);
  });

  it('when signature or key is longer or shorter than it can be, then it is wrong, and nothing is thrown', () => {
    for (const cut of [zero.subarray(1), joined(zero, zero)])
      expect(verifiesEd25519(utf8('a'), cut, point)).toBe(false);
    for (const cut of [point.subarray(1), joined(point, point)])
      expect(verifiesEd25519(utf8('a'), zero, cut)).toBe(false);
  });
});

describe('given bytes', () => {
  it('when they are UTF-8, then the text is theirs to the last mark; when they are not, then there is none', () => {
    expect(textOf(utf8('a\u00e9\u{1f600}'))).toBe('a\u00e9\u{1f600}');
    expect(textOf(utf8('\ufeffa'))).toBe('\ufeffa');
    expect(textOf(Uint8Array.of(0x61, 0xff))).toBeUndefined();
  });

  it('when some begin as others do, then they are not the same', () => {
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(sameBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(joined(Uint8Array.of(1), Uint8Array.of(2, 3), Uint8Array.of())).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('when they are written in base 64, then they are read from that one text alone', () => {
    for (const [bytes, text] of [
      [[], ''],
      [[0], 'AA=='],
      [[0, 0], 'AAA='],
      [[0xfb, 0xff, 0xfe], '+//+'],
    ] as const) {
      expect(base64Of(Uint8Array.from(bytes))).toBe(text);
      expect(bytesOfBase64(text)).toEqual(Uint8Array.from(bytes));
    }
    for (const text of [
      'A',
      'AA',
      'AAA',
      'AAAAA',
      'AB==',
      'AAB=',
      '!AAA',
      'AAA!',
      'A===',
      '====',
      'AA A',
      '-__-',
      'AA=='.repeat(2),
    ]) {
      expect(bytesOfBase64(text), text).toBeUndefined();
    }
  });
});

describe('given a reader', () => {
  it('when it finds what it reads malformed, then that is told; when it fails otherwise, then it throws', () => {
    expect(reading(() => 1)).toEqual({ outcome: 'read', value: 1 });
    expect(reading(() => malformed('It is torn.'))).toEqual({ outcome: 'malformed', why: 'It is torn.' });
    const broken = () => {
      throw new TypeError('A fault of the program.');
    };
    expect(() => reading(broken)).toThrow('A fault of the program.');
    expect(reading(() => valueRead({ outcome: 'read', value: 2 }))).toEqual({ outcome: 'read', value: 2 });
    const inner = { outcome: 'malformed', why: 'The inner one.' } as const;
    expect(reading(() => valueRead(inner))).toEqual(inner);
  });

  it('when a whole number is written in more ways than one, or too large, then only the one way is read', () => {
    const read = (text: string) => reading(() => wholeNumberIn(text, 'The size'));
    for (const n of [0, 7, 10, 2 ** 53 - 1]) expect(read(`${n}`)).toEqual({ outcome: 'read', value: n });
    for (const text of [
      '',
      '00',
      '07',
      '-1',
      '+1',
      '1.0',
      '1e3',
      ' 1',
      '1 ',
      '1\n',
      'x',
      `${2 ** 53}`,
      '12345678901234567',
    ]) {
      const why = `The size is "${text}": a whole number without leading zeros is expected.`;
      expect(read(text), text).toEqual({ outcome: 'malformed', why });
    }
    expect(read('1'.repeat(50))).toMatchObject({ why: expect.stringContaining(`is "${'1'.repeat(40)}": `) });
  });
});
