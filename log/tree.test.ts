import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  edgeFromTiles,
  emptyTree,
  growTree,
  type Hash,
  leafHash,
  proveConsistency,
  proveInclusion,
  proveInclusions,
  rootFromTiles,
  rootOf,
  tilesOf,
  utf8,
  verifyConsistency,
  verifyInclusion,
} from './index.ts';
import { sha256 as sha256Anywhere } from './sha256/anywhere.ts';
import { sha256 as sha256Node } from './sha256/node.ts';
import { memoryTiles, naiveConsistency, naiveInclusion, naiveRoot } from './testing.ts';

const leaves = (count: number): Hash[] => Array.from({ length: count }, (_, i) => leafHash(utf8(`entry ${i}`)));
const all = leaves(2_000);

/** Sizes near what makes a tree ragged: powers of two and full tiles. */
const size = fc.oneof(
  fc.integer({ min: 1, max: 2_000 }),
  fc.constantFrom(1, 2, 3, 255, 256, 257, 511, 512, 513, 1023, 1025),
);

async function grown(count: number, steps: readonly number[] = []) {
  const tiles = memoryTiles();
  let edge = emptyTree;
  for (let at = 0, i = 0; at < count; i++) {
    const next = Math.min(count, at + (steps[i % Math.max(1, steps.length)] ?? count));
    const grew = growTree(edge, all.slice(at, next));
    tiles.keep(grew.tiles);
    edge = grew.edge;
    at = next;
  }
  return { edge, read: tiles.read };
}

it('has the root of RFC 6962 for no leaf, and for one the leaf itself', () => {
  expect(Buffer.from(rootOf(emptyTree)).toString('hex')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
  expect(rootOf(growTree(emptyTree, leaves(1)).edge)).toEqual(all[0]);
  expect(Buffer.from(leafHash(new Uint8Array())).toString('hex')).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
});

it('tells the tiles that came to be or became wider, and none that is empty', () => {
  const told = (from: number, to: number) => {
    const { edge } = growTree(emptyTree, all.slice(0, from));
    return growTree(edge, all.slice(from, to)).tiles.map(({ tile, hashes }) => [
      tile.level,
      tile.index,
      tile.width,
      hashes.length / 32,
    ]);
  };
  expect(told(0, 3)).toEqual([[0, 0, 3, 3]]);
  expect(told(3, 5)).toEqual([[0, 0, 5, 5]]);
  expect(told(5, 256)).toEqual([
    [0, 0, 256, 256],
    [1, 0, 1, 1],
  ]);
  expect(told(256, 513)).toEqual([
    [0, 1, 256, 256],
    [0, 2, 1, 1],
    [1, 0, 2, 2],
  ]);
});

it('gives away a root that is not its own memory', () => {
  const { edge } = growTree(emptyTree, leaves(1));
  rootOf(edge).fill(0);
  expect(rootOf(edge)).toEqual(all[0]);
});

it('in whatever steps it grows, its root, tiles and edge are those of the naive tree', async () => {
  await fc.assert(
    fc.asyncProperty(
      size,
      fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 }),
      async (n, steps) => {
        const { edge, read } = await grown(n, steps);
        const root = naiveRoot(all.slice(0, n));
        expect(edge.size).toBe(n);
        expect(rootOf(edge)).toEqual(root);
        expect(await rootFromTiles(n, read)).toEqual(root);
        expect(await edgeFromTiles(n, read)).toEqual(edge);
        const [leaf] = await read([{ level: 0, index: 0, width: 1 }]);
        expect(leaf?.subarray(0, 32)).toEqual(all[0]);
      },
    ),
    { numRuns: 60 },
  );
});

it('proves each leaf as the naive tree does, and the proof holds for that leaf, place and size alone', async () => {
  await fc.assert(
    fc.asyncProperty(size, fc.nat(), fc.nat(), async (n, leaf, other) => {
      const index = leaf % n;
      const { edge, read } = await grown(n);
      const proof = await proveInclusion(index, n, read);
      expect(proof).toEqual(naiveInclusion(index, all.slice(0, n)));
      const claim = { index, size: n, leafHash: all[index] as Hash, proof, root: rootOf(edge) };
      expect(verifyInclusion(claim)).toEqual({ holds: true });
      const elsewhere = other % n;
      if (elsewhere !== index) {
        expect(verifyInclusion({ ...claim, index: elsewhere }).holds).toBe(false);
        expect(verifyInclusion({ ...claim, leafHash: all[elsewhere] as Hash }).holds).toBe(false);
      }
      expect(verifyInclusion({ ...claim, proof: [...proof, all[0] as Hash] }).holds).toBe(false);
      expect(verifyInclusion({ ...claim, proof: proof.slice(1) }).holds).toBe(n === 1);
    }),
    { numRuns: 100 },
  );
});

it('proves that a tree begins with an earlier one as the naive tree does, from its own later tiles', async () => {
  await fc.assert(
    fc.asyncProperty(size, fc.nat(), async (n, earlier) => {
      const m = 1 + (earlier % n);
      const { read } = await grown(n);
      const proof = await proveConsistency(m, n, read);
      expect(proof).toEqual(naiveConsistency(m, all.slice(0, n)));
      const claim = {
        firstSize: m,
        firstRoot: naiveRoot(all.slice(0, m)),
        secondSize: n,
        secondRoot: naiveRoot(all.slice(0, n)),
        proof,
      };
      expect(verifyConsistency(claim)).toEqual({ holds: true });
      // The same leaves but one: no proof leads from there.
      const forged = all.slice(0, m).with(earlier % m, leafHash(utf8('another')));
      expect(verifyConsistency({ ...claim, firstRoot: naiveRoot(forged) }).holds).toBe(false);
      expect(verifyConsistency({ ...claim, proof: [...proof, all[0] as Hash] }).holds).toBe(false);
      expect(verifyConsistency({ ...claim, proof: proof.slice(1) }).holds).toBe(m === n);
    }),
    { numRuns: 100 },
  );
});

it('proves many leaves at once as one by one, and reads each tile once', async () => {
  const n = 1_537;
  const { read } = await grown(n);
  let tilesRead = 0;
  const proofs = await proveInclusions([...Array(n).keys()], n, (tiles) => {
    tilesRead += tiles.length;
    return read(tiles);
  });
  for (let index = 0; index < n; index += 97) expect(proofs[index]).toEqual(await proveInclusion(index, n, read));
  expect(tilesRead).toBe(tilesOf(n).length);
});

it('an earlier size is proved from the tiles of a later one', async () => {
  const { read } = await grown(2_000);
  for (const n of [1, 255, 256, 300, 512, 1_999]) {
    expect(await rootFromTiles(n, read)).toEqual(naiveRoot(all.slice(0, n)));
    expect(await proveInclusion(n - 1, n, read)).toEqual(naiveInclusion(n - 1, all.slice(0, n)));
  }
});

it('says which tile is missing, and refuses what no tree can prove', async () => {
  await expect(proveInclusion(0, 300, memoryTiles().read)).rejects.toThrow(/The log lacks tile\//);
  await expect(proveInclusion(3, 3, memoryTiles().read)).rejects.toThrow('A tree of 3 leaves has no leaf 3.');
  await expect(proveConsistency(0, 3, memoryTiles().read)).rejects.toThrow('No proof leads from 0 leaves to 3.');
  expect(verifyInclusion({ index: 0, size: 0, leafHash: all[0] as Hash, proof: [], root: all[0] as Hash })).toEqual({
    holds: false,
    why: 'A tree of 0 leaves has no leaf 0.',
  });
});

it('hashes the same with Node and without', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256Node(bytes)).toEqual(sha256Anywhere(bytes));
    }),
  );
});
