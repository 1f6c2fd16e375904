import { base64Of, emptyTree, growTree, hashLength, leafHash, rootOf, type TreeEdge } from '@muster/log';
import type { BundleFault } from './bundle-fault.ts';

/** Holds the leaves of a bundle against the hashes stated for them, run by run, and builds the tree. */
export interface LeafCheck {
  /** The next leaf's text; how many leaves there were before it. */
  add(text: Uint8Array, line: number): number;
  /** The hashes stated for leaves already told. */
  stated(from: number, hashes: Uint8Array, line: number): readonly BundleFault[];
  /** After all leaves: what else is wrong, and what the leaves, by their texts, hash to. */
  end(signedRoot: Uint8Array | undefined): readonly BundleFault[];
  readonly leaves: number;
}

interface Told {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly line: number;
}

export function leafCheck(): LeafCheck {
  let told: Told[] = [];
  let leaves = 0;
  let statedEdge: TreeEdge = emptyTree;
  /** The tree over the texts, kept apart from the first leaf on whose text and stated hash differ. */
  let textEdge: TreeEdge | undefined;
  /** Faults of single leaves, whose cause is known only when the whole tree is. */
  const differing: BundleFault[] = [];

  function grow(run: readonly Told[], stated: readonly Uint8Array[], differs: boolean): void {
    // Stryker disable next-line ConditionalExpression: kept from the start it comes to the same, at twice the cost
    if (differs) textEdge ??= statedEdge;
    if (textEdge)
      textEdge = growTree(
        textEdge,
        run.map((one) => one.bytes),
      ).edge;
    statedEdge = growTree(statedEdge, stated).edge;
  }

  return {
    get leaves() {
      return leaves;
    },
    add(text, line) {
      const bytes = leafHash(text);
      told.push({ hash: Buffer.from(bytes.buffer, bytes.byteOffset, hashLength).toString('latin1'), bytes, line });
      return leaves++;
    },
    stated(from, hashes, line) {
      const stated: Uint8Array[] = [];
      for (let at = 0; at + hashLength <= hashes.length; at += hashLength)
        stated.push(hashes.slice(at, at + hashLength));
      const faults: BundleFault[] = [];
      if (stated.length === 0 || hashes.length % hashLength !== 0 || hashes.length > 256 * hashLength) {
        faults.push({ kind: 'line', line, words: `Line ${line} does not state 1 to 256 hashes.` });
      }
      if (from !== statedEdge.size) {
        const words = `Line ${line} states the hashes from leaf ${from} on, and the next to state is ${statedEdge.size}.`;
        faults.push({ kind: 'line', line, words });
      }
      const matched = match(told, stated, statedEdge.size);
      differing.push(...matched.faults);
      // Stryker disable next-line ConditionalExpression,EqualityOperator: as above
      const differs = matched.faults.length > 0;
      grow(told.slice(0, matched.taken), stated, differs);
      told = told.slice(matched.taken);
      return faults;
    },
    end(signedRoot) {
      const faults: BundleFault[] = [...differing];
      for (const [i, one] of told.entries()) {
        const leaf = statedEdge.size + i;
        faults.push({
          kind: 'surplus',
          leaf,
          line: one.line,
          words: `Line ${one.line} is a leaf for which no hash is stated: it is one too many.`,
        });
      }
      if (!signedRoot) return faults;
      const signed = base64Of(signedRoot);
      if (signed === base64Of(rootOf(statedEdge))) return faults;
      if (textEdge && told.length === 0 && signed === base64Of(rootOf(textEdge))) {
        return faults.map((fault) => ({
          ...fault,
          kind: 'statedHash',
          words: `The hash stated for leaf ${fault.leaf} is not that of its text; the text is the one that was signed.`,
        }));
      }
      const words = `The ${leaves} leaves do not make up the tree that was signed: at least one was put in, left out or changed, with the hashes stated for it.`;
      return [...faults, { kind: 'tree', words }];
    },
  };
}

/** Finds, of the leaves told, which is which of those stated; names each that is changed, missing, moved or too many. */
function match(told: readonly Told[], stated: readonly Uint8Array[], first: number) {
  const wanted = stated.map((bytes) => Buffer.from(bytes).toString('latin1'));
  const faults: BundleFault[] = [];
  let taken = 0;
  // In a bundle that is whole nobody asks where else something stands.
  const placeTold = placesOf(() => told.map((one) => one.hash));
  const placeStated = placesOf(() => wanted);
  const moved = new Set<number>();
  for (let i = 0; i < wanted.length; i++) {
    while (moved.has(taken)) taken++;
    const leaf = first + i;
    const one = told[taken];
    if (one?.hash === wanted[i]) {
      taken++;
      continue;
    }
    const elsewhere = placeTold(wanted[i] as string);
    // Stryker disable next-line EqualityOperator: at this very place it would have been found above
    if (elsewhere > taken) {
      const before = told.slice(taken, elsewhere).filter((_, n) => !moved.has(taken + n));
      if (before.some((t) => placeStated(t.hash) > i)) {
        moved.add(elsewhere);
        const line = told[elsewhere]?.line as number;
        faults.push({
          kind: 'moved',
          leaf,
          line,
          words: `Leaf ${leaf} stands on line ${line}, behind leaves that come after it.`,
        });
        continue;
      }
      for (const t of before) {
        const repeats = placeStated(t.hash);
        const what = repeats < 0 ? 'is no leaf for which a hash is stated' : `repeats leaf ${first + repeats}`;
        faults.push({
          kind: 'surplus',
          leaf,
          line: t.line,
          words: `Line ${t.line}, before leaf ${leaf}, ${what}: it is one too many.`,
        });
      }
      taken = elsewhere + 1;
      continue;
    }
    // Stryker disable next-line EqualityOperator: one that is stated for this very place was found above
    if (!one || placeStated(one.hash) > i) {
      faults.push({
        kind: 'missing',
        leaf,
        words: `Leaf ${leaf} is missing: a hash is stated for it, and no line has that hash.`,
      });
      continue;
    }
    faults.push({
      kind: 'changed',
      leaf,
      line: one.line,
      words: `Leaf ${leaf}, on line ${one.line}, was changed: its text does not have the hash stated for it.`,
    });
    taken++;
  }
  while (moved.has(taken)) taken++;
  return { taken, faults };
}

/** Where each hash stands, the last where it stands twice, and -1 where it does not; looked up once somebody asks. */
function placesOf(hashes: () => readonly string[]): (hash: string) => number {
  let places: Map<string, number> | undefined;
  return (hash) => {
    places ??= new Map(hashes().map((one, n) => [one, n]));
    return places.get(hash) ?? -1;
  };
}
