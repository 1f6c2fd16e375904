import { emptyTree, growTree, leafHash, rootOf, utf8 } from '@muster/log';
import { describe, expect, it } from 'vitest';
import { leafCheck } from './leaf-check.ts';

const hashOf = (text: string) => leafHash(utf8(text));
const hashesOf = (texts: readonly string[]) => Uint8Array.from(texts.flatMap((text) => [...hashOf(text)]));
const signedOver = (texts: readonly string[]) => rootOf(growTree(emptyTree, texts.map(hashOf)).edge);

/** Tells leaves, each a letter on a line of its own, and behind each run of them the hashes stated for it. */
function told(runs: readonly (readonly [leaves: string, stated: string])[], signed = runs.map(([, s]) => s).join('')) {
  const check = leafCheck();
  let line = 1;
  let from = 0;
  for (const [leaves, stated] of runs) {
    for (const leaf of leaves) check.add(utf8(leaf), line++);
    expect(check.stated(from, hashesOf([...stated]), line++)).toEqual([]);
    from += stated.length;
  }
  return check.end(signedOver([...signed]));
}
const shortly = (faults: ReturnType<typeof told>) => faults.map(({ kind, leaf, line }) => [kind, leaf, line]);

describe('given the hashes of four leaves', () => {
  it.each<[string, string, (string | number | undefined)[][]]>([
    ['all are as stated', 'abcd', []],
    ['the first is another', 'xbcd', [['changed', 0, 1]]],
    ['the last is another', 'abcx', [['changed', 3, 4]]],
    [
      'two are others',
      'xycd',
      [
        ['changed', 0, 1],
        ['changed', 1, 2],
      ],
    ],
    ['the first is lacking', 'bcd', [['missing', 0, undefined]]],
    ['one in the middle is lacking', 'abd', [['missing', 2, undefined]]],
    ['the last is lacking', 'abc', [['missing', 3, undefined]]],
    [
      'all but one are lacking',
      'c',
      [
        ['missing', 0, undefined],
        ['missing', 1, undefined],
        ['missing', 3, undefined],
      ],
    ],
    ['a strange one stands before all', 'xabcd', [['surplus', 0, 1]]],
    ['a strange one stands in the middle', 'abxcd', [['surplus', 2, 3]]],
    [
      'two strange ones stand in the middle',
      'abxycd',
      [
        ['surplus', 2, 3],
        ['surplus', 2, 4],
      ],
    ],
    ['a strange one stands behind all', 'abcdx', [['surplus', 4, 5]]],
    ['one stands twice', 'abbcd', [['surplus', 2, 3]]],
    ['one stands again further on', 'abcad', [['surplus', 3, 4]]],
    ['the first two changed places', 'bacd', [['moved', 0, 2]]],
    ['the last two changed places', 'abdc', [['moved', 2, 4]]],
    ['the first stands last', 'bcda', [['moved', 0, 4]]],
    [
      'the last stands first',
      'dabc',
      [
        ['moved', 0, 2],
        ['moved', 1, 3],
        ['moved', 2, 4],
      ],
    ],
    [
      'they stand the other way round',
      'dcba',
      [
        ['moved', 0, 4],
        ['moved', 1, 3],
        ['moved', 2, 2],
      ],
    ],
    [
      'one moved and another changed',
      'bxad',
      [
        ['moved', 0, 3],
        ['changed', 2, 2],
      ],
    ],
    [
      'one moved and another is lacking',
      'cab',
      [
        ['moved', 0, 2],
        ['moved', 1, 3],
        ['missing', 3, undefined],
      ],
    ],
    [
      'one moved over a strange one',
      'cxabd',
      [
        ['moved', 0, 3],
        ['moved', 1, 4],
        ['surplus', 3, 2],
      ],
    ],
    [
      'one is another and one too many',
      'xbbcd',
      [
        ['changed', 0, 1],
        ['surplus', 2, 3],
      ],
    ],
  ])('when %s, then each fault is named by leaf and line', (_, leaves, faults) => {
    expect(shortly(told([[leaves, 'abcd']]))).toEqual(faults);
  });

  it('when one of each fault is there, then each says what it is', () => {
    expect(told([['xbcd', 'abcd']])).toEqual([
      {
        kind: 'changed',
        leaf: 0,
        line: 1,
        words: 'Leaf 0, on line 1, was changed: its text does not have the hash stated for it.',
      },
    ]);
    expect(told([['bcd', 'abcd']])).toEqual([
      { kind: 'missing', leaf: 0, words: 'Leaf 0 is missing: a hash is stated for it, and no line has that hash.' },
    ]);
    expect(told([['abxbcd', 'abcd']])).toEqual([
      {
        kind: 'surplus',
        leaf: 2,
        line: 3,
        words: 'Line 3, before leaf 2, is no leaf for which a hash is stated: it is one too many.',
      },
      { kind: 'surplus', leaf: 2, line: 4, words: 'Line 4, before leaf 2, repeats leaf 1: it is one too many.' },
    ]);
    expect(told([['bacd', 'abcd']])).toEqual([
      { kind: 'moved', leaf: 0, line: 2, words: 'Leaf 0 stands on line 2, behind leaves that come after it.' },
    ]);
    expect(told([['abcdx', 'abcd']])).toEqual([
      { kind: 'surplus', leaf: 4, line: 5, words: 'Line 5 is a leaf for which no hash is stated: it is one too many.' },
    ]);
  });

  it('when there are no leaves at all, then each is missing', () => {
    expect(shortly(told([['', 'ab']]))).toEqual([
      ['missing', 0, undefined],
      ['missing', 1, undefined],
    ]);
  });
});

describe('given leaves that are told or stated twice', () => {
  it('when two stand where one is stated, behind a strange one, then the strange one and the first are too many', () => {
    expect(shortly(told([['xaa', 'ab']]))).toEqual([
      ['surplus', 0, 1],
      ['surplus', 0, 2],
      ['missing', 1, undefined],
    ]);
  });

  it('when one stands where two are stated, then the second is missing', () => {
    expect(shortly(told([['ab', 'aab']]))).toEqual([['missing', 1, undefined]]);
  });

  it('when two are left over behind all, then both are told, each with its own number', () => {
    expect(shortly(told([['abxy', 'ab']]))).toEqual([
      ['surplus', 2, 3],
      ['surplus', 3, 4],
    ]);
  });
});

describe('given hashes that are stated run by run', () => {
  it('when a fault lies in a later run, then its leaf is numbered from the first of all', () => {
    expect(
      told([
        ['ab', 'ab'],
        ['cd', 'cd'],
        ['e', 'e'],
      ]),
    ).toEqual([]);
    expect(
      shortly(
        told([
          ['ab', 'ab'],
          ['xd', 'cd'],
          ['e', 'e'],
        ]),
      ),
    ).toEqual([['changed', 2, 4]]);
    expect(
      shortly(
        told([
          ['ab', 'ab'],
          ['dc', 'cd'],
          ['e', 'e'],
        ]),
      ),
    ).toEqual([['moved', 2, 5]]);
    expect(
      told([
        ['ab', 'ab'],
        ['cdd', 'cd'],
        ['e', 'e'],
      ]),
    ).toEqual([
      {
        kind: 'surplus',
        leaf: 4,
        line: 6,
        words: 'Line 6, before leaf 4, is no leaf for which a hash is stated: it is one too many.',
      },
    ]);
    expect(
      told([
        ['ab', 'ab'],
        ['cdce', 'cde'],
      ]),
    ).toEqual([
      { kind: 'surplus', leaf: 4, line: 6, words: 'Line 6, before leaf 4, repeats leaf 2: it is one too many.' },
    ]);
  });

  it('when a leaf of a later run moved, then the runs behind it are still held against their own', () => {
    expect(
      shortly(
        told([
          ['ba', 'ab'],
          ['cd', 'cd'],
        ]),
      ),
    ).toEqual([['moved', 0, 2]]);
    expect(
      shortly(
        told([
          ['a', 'ab'],
          ['xcd', 'cd'],
        ]),
      ),
    ).toEqual([
      ['missing', 1, undefined],
      ['surplus', 2, 3],
    ]);
  });

  const runFault = (words: string) => [{ kind: 'line', line: 9, words }];
  it('when a line states none, too many or half a hash, then it is no such line', () => {
    const wrong = runFault('Line 9 does not state 1 to 256 hashes.');
    expect(leafCheck().stated(0, new Uint8Array(), 9)).toEqual(wrong);
    expect(leafCheck().stated(0, new Uint8Array(33), 9)).toEqual(wrong);
    expect(leafCheck().stated(0, new Uint8Array(257 * 32), 9)).toEqual(wrong);
    expect(leafCheck().stated(0, new Uint8Array(256 * 32), 9)).toEqual([]);
    expect(leafCheck().stated(0, new Uint8Array(32), 9)).toEqual([]);
  });

  it('when a line states them from another leaf on, then it says which is the next', () => {
    expect(leafCheck().stated(3, new Uint8Array(32), 9)).toEqual(
      runFault('Line 9 states the hashes from leaf 3 on, and the next to state is 0.'),
    );
    const check = leafCheck();
    check.add(utf8('a'), 1);
    check.stated(0, hashesOf(['a']), 2);
    expect(check.stated(1, hashesOf(['b']), 9)).toEqual([]);
    expect(check.stated(1, hashesOf(['c']), 9)).toEqual(
      runFault('Line 9 states the hashes from leaf 1 on, and the next to state is 2.'),
    );
  });

  it('when leaves are added, then each is told how many came before it', () => {
    const check = leafCheck();
    expect(['a', 'b'].map((leaf, i) => check.add(utf8(leaf), i + 1))).toEqual([0, 1]);
    expect(check.leaves).toBe(2);
  });
});

describe('given the root that was signed', () => {
  const statedWrong = (leaf: number, line: number) => ({
    kind: 'statedHash',
    leaf,
    line,
    words: `The hash stated for leaf ${leaf} is not that of its text; the text is the one that was signed.`,
  });
  const notSigned = (leaves: number) => ({
    kind: 'tree',
    words: `The ${leaves} leaves do not make up the tree that was signed: at least one was put in, left out or changed, with the hashes stated for it.`,
  });

  it('when it is that of the texts, then the hashes stated are what is wrong, in whichever run', () => {
    expect(
      told(
        [
          ['ab', 'xb'],
          ['cd', 'cd'],
        ],
        'abcd',
      ),
    ).toEqual([statedWrong(0, 1)]);
    expect(
      told(
        [
          ['ab', 'ab'],
          ['cd', 'cx'],
          ['e', 'y'],
        ],
        'abcde',
      ),
    ).toEqual([statedWrong(3, 5), statedWrong(4, 7)]);
  });

  it('when a leaf stands before the line that ends the run before its own, then it still counts in its own', () => {
    expect(
      told(
        [
          ['abc', 'xb'],
          ['', 'c'],
        ],
        'abc',
      ),
    ).toEqual([statedWrong(0, 1)]);
  });

  it('when it is neither that of the texts nor of the hashes, then both are said', () => {
    const faults = told(
      [
        ['ab', 'xb'],
        ['cd', 'cd'],
      ],
      'other',
    );
    expect(faults).toHaveLength(2);
    expect(faults).toMatchObject([{ kind: 'changed', leaf: 0 }, notSigned(4)]);
    expect(told([['ab', 'ab']], 'abc')).toEqual([notSigned(2)]);
  });

  it('when a leaf is left over, then the texts are not those that were signed, though the others are', () => {
    expect(told([['abc', 'xb']], 'ab').map(({ kind }) => kind)).toEqual(['changed', 'surplus', 'tree']);
  });

  it('when nobody signed one, then the single leaves are still held against their hashes', () => {
    const check = leafCheck();
    check.add(utf8('a'), 1);
    check.stated(0, hashesOf(['b']), 2);
    expect(check.end(undefined).map(({ kind }) => kind)).toEqual(['changed']);
  });
});
