import { expect, it } from 'vitest';
import { verifiesEd25519 } from './ed25519.ts';
import { verifyConsistency, verifyInclusion } from './index.ts';
import { thirdPartyVectors } from './testing/third-party-vectors.ts';

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

interface InclusionCase {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}

interface ConsistencyCase {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}

it('judges every inclusion proof of transparency-dev/merkle as it says', () => {
  const cases = thirdPartyVectors('merkle/inclusion').map((text): InclusionCase => JSON.parse(text));
  const wrong = cases.filter(({ leafIdx, treeSize, root, leafHash, proof, wantErr }) => {
    const claim = {
      index: leafIdx,
      size: treeSize,
      root: bytes(root),
      leafHash: bytes(leafHash),
      proof: (proof ?? []).map(bytes),
    };
    return verifyInclusion(claim).holds === wantErr;
  });
  expect(wrong).toEqual([]);
  expect(cases).toHaveLength(98);
});

it('judges every consistency proof of transparency-dev/merkle as it says', () => {
  const cases = thirdPartyVectors('merkle/consistency').map((text): ConsistencyCase => JSON.parse(text));
  const wrong = cases.filter(({ size1, size2, root1, root2, proof, wantErr }) => {
    const claim = {
      firstSize: size1,
      secondSize: size2,
      firstRoot: bytes(root1),
      secondRoot: bytes(root2),
      proof: (proof ?? []).map(bytes),
    };
    return verifyConsistency(claim).holds === wantErr;
  });
  expect(wrong).toEqual([]);
  expect(cases).toHaveLength(98);
});

interface SignatureCase {
  readonly tcId: number;
  readonly comment: string;
  readonly msg: string;
  readonly sig: string;
  readonly result: 'valid' | 'invalid';
}

it('judges every Ed25519 signature of Wycheproof as it says', () => {
  const [text = ''] = thirdPartyVectors('wycheproof/ed25519_test.json');
  const groups: readonly { readonly publicKey: { readonly pk: string }; readonly tests: readonly SignatureCase[] }[] =
    JSON.parse(text).testGroups;
  const judged = groups.flatMap(({ publicKey, tests }) =>
    tests.map(({ tcId, comment, msg, sig, result }) => ({
      name: `${tcId} ${comment}`,
      result,
      ours: verifiesEd25519(hex(msg), hex(sig), hex(publicKey.pk)) ? 'valid' : 'invalid',
    })),
  );
  expect(judged.filter(({ result, ours }) => result !== ours)).toEqual([]);
  expect(judged).toHaveLength(151);
});
