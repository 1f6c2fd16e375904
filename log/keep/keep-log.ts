import { checkpointText, sizeIn } from '../checkpoint.ts';
import { growTree, rootOf, type TreeEdge } from '../grow-tree.ts';
import { type SigningKey, verifierKeyText } from '../note-key.ts';
import { edgeFromTiles } from '../prove.ts';
import { noteText, signNote } from '../signed-note.ts';
import { findContradiction, keptCheckpoints } from './check-guards.ts';
import type { CheckpointGuard } from './checkpoint-guard.ts';
import type { LogHead, LogKey, LogStore, LogWriter } from './log-store.ts';
import type { LogTrouble } from './log-trouble.ts';

export interface LogMeans {
  readonly store: LogStore;
  /** The key that signs; its name is the log's origin. */
  readonly key: SigningKey;
  /** Told of each checkpoint before it is published. */
  readonly guards: readonly CheckpointGuard[];
}

/** What one step of keeping the log came to. */
export type LogStep =
  /** The tree holds every event that was committed; `grew` of them are new. `checkpoint` is the newest, of `size` leaves. */
  | { readonly outcome: 'kept'; readonly size: number; readonly grew: number; readonly checkpoint: string }
  /** Somebody else does it just now. */
  | { readonly outcome: 'busy' }
  | ({ readonly outcome: 'refused' } & LogTrouble);

/** How many leaves enter the tree in one step of the database, and how many such steps before one signature. */
const batch = { leaves: 4_096, most: 16 };

/**
 * The integrator of a log: reads what was committed, extends the tree, signs and publishes. Any number of servers may
 * each have one; one step is taken at a time, and each leaves a state that any of them goes on from:
 *
 * 1. leaves and tiles are stored, fenced by the size they grow from; nothing is said of them yet;
 * 2. the checkpoint is signed and given to every guard;
 * 3. it is published. Only now does anybody see it.
 *
 * A crash after 1 leaves a tree without a checkpoint, which the next step signs. A crash after 2 leaves guards that know
 * of a tree which is stored. So a guard that knows more than the store means that the store has lost something.
 */
export function logKeeper({ store, key, guards }: LogMeans): { step(): Promise<LogStep> } {
  let edge: TreeEdge | undefined;
  /** The checkpoints found to agree with the tree: it only grows, so each root is compared once. */
  let agreed: ReadonlySet<string> = new Set();

  async function step(writer: LogWriter): Promise<LogStep> {
    const [head, keys] = [await store.head(), await signingKeys(writer)];
    if ('code' in keys) return { outcome: 'refused', ...keys };
    const trouble = await contradiction(head, keys);
    if (trouble) return { outcome: 'refused', ...trouble };

    if (edge?.size !== head.size) edge = await edgeFromTiles(head.size, store.tiles);
    let grown = edge;
    for (let n = 0; n < batch.most; n++) {
      const waiting = await writer.waiting(batch.leaves);
      if (waiting.leaves.length === 0) break;
      const grew = growTree(
        grown,
        waiting.leaves.map(({ hash }) => hash),
      );
      if (!(await writer.extend({ ...waiting, size: grown.size, tiles: grew.tiles }))) return forget();
      grown = edge = grew.edge;
      if (waiting.leaves.length < batch.leaves) break;
    }

    const grew = grown.size - head.size;
    if (head.checkpoint !== undefined && sizeIn(head.checkpoint) === grown.size) {
      return { outcome: 'kept', size: grown.size, grew, checkpoint: head.checkpoint };
    }
    const checkpoint = signedCheckpoint(grown, [key]);
    await Promise.all(guards.map((guard) => guard.keep(checkpoint)));
    agreed = new Set([checkpoint]);
    if (!(await writer.publish(grown.size, checkpoint))) return forget();
    return { outcome: 'kept', size: grown.size, grew, checkpoint };
  }

  /** Another went on while we believed to be alone: what we remember of the tree is not to be trusted. */
  function forget(): LogStep {
    edge = undefined;
    return { outcome: 'busy' };
  }

  async function signingKeys(writer: LogWriter): Promise<readonly LogKey[] | LogTrouble> {
    const keys = await store.keys();
    const ours = verifierKeyText(key);
    const last = keys.at(-1);
    if (!last) {
      const first: LogKey = { verifierKey: ours, fromSize: 0 };
      return (await writer.enterKey(0, first)) ? [first] : signingKeys(writer);
    }
    if (last.verifierKey === ours) return keys;
    return {
      code: 'LOG_KEY_NOT_OURS',
      why: `This log is signed by the key ${last.verifierKey}, and the one here is ${ours}: nothing is signed here. Copy the key file from the data folder of the server that signs, or leave the signing to it.`,
    };
  }

  async function contradiction(head: LogHead, keys: readonly LogKey[]): Promise<LogTrouble | undefined> {
    const kept = await keptCheckpoints(head.checkpoint, guards);
    const open = kept.filter(({ note }) => !agreed.has(note) || (sizeIn(note) ?? Number.POSITIVE_INFINITY) > head.size);
    const trouble = await findContradiction(store, head.size, keys, open);
    if (!trouble) agreed = new Set(kept.map(({ note }) => note));
    return trouble;
  }

  return {
    step: async () => {
      const done = await store.alone(step);
      return done === 'busy' ? { outcome: 'busy' } : done;
    },
  };
}

/** A checkpoint of this tree, signed by each key; their name is its origin. */
export function signedCheckpoint(edge: TreeEdge, keys: readonly [SigningKey, ...SigningKey[]]): string {
  const text = checkpointText({ origin: keys[0].name, size: edge.size, root: rootOf(edge), extensions: [] });
  return noteText({ text, signatures: keys.map((key) => signNote(text, key)) });
}
