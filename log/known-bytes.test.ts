import { describe, expect, it } from 'vitest';
import { base64Of, textOf, utf8 } from './bytes.ts';
import { publicKeyOf, signEd25519, verifiesEd25519 } from './ed25519.ts';
import {
  checkpointText,
  emptyTree,
  growTree,
  leafHash,
  nodeHash,
  noteText,
  openNote,
  proofFileText,
  readVerifierKey,
  rootOf,
  signedHandover,
  signingKey,
  signingKeyText,
  signNote,
  verifierKeyText,
} from './index.ts';

// Nothing is computed outside a test here: what is wrong with the means of the other tests is found by these.
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

describe('given the first example of RFC 8032', () => {
  const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
  const publicKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
  const signature =
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';

  it('when its seed is taken, then key and signature are the known ones', () => {
    expect(hex(publicKeyOf(fromHex(seed)))).toBe(publicKey);
    expect(hex(signEd25519(new Uint8Array(), fromHex(seed)))).toBe(signature);
    expect(verifiesEd25519(new Uint8Array(), fromHex(signature), fromHex(publicKey))).toBe(true);
  });
});

describe('given texts', () => {
  it('when they are made bytes, then these are UTF-8, and lead back', () => {
    expect(hex(utf8('a\u00e9\u{1f600}'))).toBe('61c3a9f09f9880');
    expect(textOf(utf8('a\u00e9'))).toBe('a\u00e9');
    expect(base64Of(utf8('abc'))).toBe('YWJj');
  });
});

describe('given two leaves', () => {
  it('when they are hashed, then each has its mark before it, and so has the node over them (RFC 6962)', () => {
    const [a, b] = [leafHash(utf8('a')), leafHash(utf8('longer than a'))];
    expect(hex(a)).toBe('022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c');
    expect(hex(b)).toBe('8577ee025820911541aaae364048e1a0674ed00d41989659e0405b40c99cb75f');
    expect(hex(nodeHash(a, b))).toBe('998a005a4606d668e0828ae33d2d2932b635ac124c037e0ef84b5e8784419d17');
    expect(hex(rootOf(growTree(emptyTree, [a, b]).edge))).toBe(
      '998a005a4606d668e0828ae33d2d2932b635ac124c037e0ef84b5e8784419d17',
    );
  });
});

describe('given a key whose seed is known', () => {
  const keys = () => {
    const seed = (n: number) => new Uint8Array(32).fill(n);
    return [signingKey('log.example', 'ed25519', seed(1)), signingKey('w.example', 'cosignature', seed(2))] as const;
  };

  it('when it is written, then its lines are always the same, and lead back', () => {
    const [log, witness] = keys();
    expect(verifierKeyText(log)).toBe('log.example+1cc758f9+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c');
    expect(verifierKeyText(witness)).toBe('w.example+a26f2ad7+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU');
    expect(signingKeyText(log)).toBe('PRIVATE+KEY+log.example+1cc758f9+AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB');
    expect(readVerifierKey(verifierKeyText(witness))).toMatchObject({ outcome: 'read', value: { name: 'w.example' } });
  });

  it('when it signs a checkpoint, a handover and a proof, then these are always the same bytes', () => {
    const [log, witness] = keys();
    const root = rootOf(emptyTree);
    const text = checkpointText({ origin: 'log.example', size: 0, root, extensions: [] });
    expect(text).toBe('log.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n');
    const checkpoint = noteText({ text, signatures: [signNote(text, log), signNote(text, witness, 1_700_000_000)] });
    expect(checkpoint).toBe(
      'log.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 log.example HMdY+Vp3TDNpkeQkhxN1L7En0YJoe9ye/VesYSPaxxfmwusbKh0Gw9yEvvr8EQDZNtc4IDQgitOBh7xmvqf90ZONdw4=\n\u2014 w.example om8q1wAAAABlU/EAZ8k0dUGmJmV04wYLi42xn76y9hmC4PTfqJeAn2erZkeltYEkORHDmV5pQi24s1G2icJmHiDhdJz09fi6hU46Aw==\n',
    );
    expect(openNote(checkpoint, [log, witness])).toMatchObject({ outcome: 'verified', unknown: [] });
    expect(proofFileText({ index: 0, proof: [root], checkpoint: 'c\n' })).toBe(
      'c2sp.org/tlog-proof@v1\nindex 0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nc\n',
    );
    const handover = signedHandover({ from: log, to: witness, size: 7, root, because: 'rotated' }, [log]);
    expect(handover).toBe(
      'muster/log-handover/v1\nfrom log.example+1cc758f9+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c\nto w.example+a26f2ad7+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU\nsize 7\nroot 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nbecause rotated\n\n\u2014 log.example HMdY+WqJkvFfWQofwzoaek2H4IowjpELX8aAHv3RnEBbOWp0WYxqiLhDPI8Emmn5T4gPOhC4BltCLehHPktNWXU88gs=\n',
    );
  });
});
