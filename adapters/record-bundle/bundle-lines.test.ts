import { describe, expect, it } from 'vitest';
import { type OwnLine, ownLineText, ownMark, readOwnLine, sealText } from './bundle-lines.ts';

const hash = `${'A'.repeat(43)}=`;
const lines = {
  muster: {
    bundle: 'muster',
    version: 1,
    origin: 'a',
    size: 0,
    checkpoint: 'c',
    keys: [
      { verifierKey: 'v', fromSize: 0 },
      { verifierKey: 'w', fromSize: 1, handover: 'h' },
    ],
  },
  command: { bundle: 'command', id: 'i', body: '{}', answer: '{}', seq: [0, 1], recordedAt: ['a', 'b'] },
  leaves: { bundle: 'leaves', from: 0, hashes: 'AA==', lines: hash },
  head: { bundle: 'head', stream: 's', position: 1, hash },
  end: { bundle: 'end', commands: 0, silent: 0, streams: 0, hash, seal: 's' },
} as const satisfies Record<string, OwnLine>;

describe('given a line of a bundle’s own', () => {
  it.each(Object.values(lines))('when it is whole ($bundle), then it is read as it was written', (line) => {
    const text = ownLineText(line);
    expect(text.startsWith(ownMark)).toBe(true);
    expect(readOwnLine(text)).toEqual(line);
  });

  it('when nobody sealed the bundle, then its last line lacks the seal, and is read', () => {
    const { seal: _, ...unsealed } = lines.end;
    expect(readOwnLine(ownLineText(unsealed))).toEqual(unsealed);
  });

  const oneWay = 'its fields are not written in their order, or not in the one way';
  const { command, leaves, head, end, muster } = lines;
  it.each<[string, string, string | RegExp]>([
    ['is torn', '{"bundle":"head"', 'it is not JSON'],
    ['is of a kind nobody knows', '{"bundle":"tail"}', 'it is of no known kind'],
    ['is of a kind that every object has', '{"bundle":"toString"}', 'it is of no known kind'],
    ['is of a kind that is no word', '{"bundle":1}', 'it is of no known kind'],
    ['is of a kind in a list', '{"bundle":["head"]}', 'it is of no known kind'],
    ['has a space in it', ownLineText(head).replace(',', ', '), oneWay],
    ['has its fields in another order', JSON.stringify({ bundle: 'head', position: 1, stream: 's', hash }), oneWay],
    ['has a field that is not its own', JSON.stringify({ ...head, more: 1 }), /^the line: Unrecognized key/],
    ['lacks a field', JSON.stringify({ bundle: 'head', stream: 's', position: 1 }), /^hash: Invalid input/],
    ['is of a newer bundle', JSON.stringify({ ...muster, version: 2 }), /^version: Invalid input/],
    ['names no log', JSON.stringify({ ...muster, origin: '' }), /^origin: Too small/],
    ['names no key', JSON.stringify({ ...muster, keys: [] }), /^keys: Too small/],
    [
      'has a key with a field that is not its own',
      JSON.stringify({ ...muster, keys: [{ verifierKey: 'v', fromSize: 0, x: 1 }] }),
      /^keys\.0: Unrecognized key/,
    ],
    ['has a number below nothing', JSON.stringify({ ...command, seq: [-1] }), /^seq\.0: Too small/],
    ['has a number that is not whole', JSON.stringify({ ...muster, size: 0.5 }), /^size: Invalid input/],
    ['has the end of a stream without events', JSON.stringify({ ...head, position: 0 }), /^position: Too small/],
    ['has a hash too short', JSON.stringify({ ...head, hash: 'AA==' }), /^hash: Too small/],
    ['has a hash too long', JSON.stringify({ ...end, hash: `AAAA${hash}` }), /^hash: Too big/],
    ['has something before its base 64', JSON.stringify({ ...leaves, hashes: '!AA==' }), /^hashes: Invalid string/],
    ['has something behind its base 64', JSON.stringify({ ...leaves, hashes: 'AA==!' }), /^hashes: Invalid string/],
    ['has base 64 with too much padding', JSON.stringify({ ...leaves, hashes: 'A===' }), /^hashes: Invalid string/],
  ])('when it %s, then it is not read, and the fault is named', (_, text, words) => {
    const read = readOwnLine(text);
    if (typeof words === 'string') expect(read).toBe(words);
    else expect(read).toMatch(words);
  });
});

it('given a bundle that is sealed, when its seal is read as a note, then its text is no checkpoint of a log', () => {
  expect(sealText('a', 7, hash)).toBe(`muster-bundle-1\na\n7\n${hash}\n`);
});
