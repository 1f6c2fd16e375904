import { rootOf } from '../grow-tree.ts';
import { type Handover, signedHandover } from '../handover.ts';
import { type SigningKey, sameKey, type VerifierKey, verifierKeyText } from '../note-key.ts';
import { edgeFromTiles } from '../prove.ts';
import { findContradiction, keptCheckpoints, keysIn } from './check-guards.ts';
import type { CheckpointGuard } from './checkpoint-guard.ts';
import { signedCheckpoint } from './keep-log.ts';
import type { LogKey, LogStore, LogWriter } from './log-store.ts';
import type { LogTrouble } from './log-trouble.ts';

export interface HandOver {
  readonly store: LogStore;
  readonly guards: readonly CheckpointGuard[];
  /** The key that signs today; undefined where it is lost, which only beginning anew can do without. */
  readonly from: SigningKey | undefined;
  /** The key that signs from now on. Of the same name when rotated; when begun anew, its name is the new log's origin. */
  readonly to: SigningKey;
  readonly because: Handover['because'];
}

export type HandedOver =
  | { readonly outcome: 'handedOver'; readonly handover: string; readonly checkpoint: string }
  /** Somebody grows the tree just now: try again. */
  | { readonly outcome: 'busy' }
  | ({ readonly outcome: 'refused' } & LogTrouble);

/**
 * Hands the log to another key, at the size it has now. Rotating asks first whether the tree agrees with every checkpoint
 * that is kept; beginning anew does not, since that is the way out where it does not agree: a log of another name
 * contradicts nothing.
 */
export async function handOver(over: HandOver): Promise<HandedOver> {
  const done = await over.store.alone((writer) => handOverAlone(over, writer));
  return done === 'busy' ? { outcome: 'busy' } : done;
}

async function handOverAlone({ store, guards, from, to, because }: HandOver, writer: LogWriter): Promise<HandedOver> {
  const [head, keys] = [await store.head(), await store.keys()];
  // A database that lost even the keys is begun anew from the one that is at hand.
  const signing = keysIn(keys).at(-1) ?? (because === 'begunAnew' ? from : undefined);
  const trouble = mayHandOver(signing, from, to, because);
  if (trouble) return trouble;
  if (because === 'rotated') {
    const found = await findContradiction(store, head.size, keys, await keptCheckpoints(head.checkpoint, guards));
    if (found) return { outcome: 'refused', ...found };
  }

  const edge = await edgeFromTiles(head.size, store.tiles);
  const old = from && signing && sameKey(from, signing) ? [from] : [];
  const handover = signedHandover({ from: signing as VerifierKey, to, size: head.size, root: rootOf(edge), because }, [
    ...old,
    to,
  ]);
  // Whoever knows only the old key finds its signature under the first checkpoint of the new one, too.
  const checkpoint = signedCheckpoint(edge, because === 'rotated' ? [to, ...old] : [to]);
  for (const guard of guards) await guard.keep(checkpoint);
  const key: LogKey = { verifierKey: verifierKeyText(to), fromSize: head.size, handover };
  const entered = await writer.enterKey(keys.length, key, { size: head.size, note: checkpoint });
  return entered ? { outcome: 'handedOver', handover, checkpoint } : { outcome: 'busy' };
}

function mayHandOver(
  signing: VerifierKey | undefined,
  from: SigningKey | undefined,
  to: SigningKey,
  because: Handover['because'],
): HandedOver | undefined {
  const notOurs = (why: string): HandedOver => ({ outcome: 'refused', code: 'LOG_KEY_NOT_OURS', why });
  if (!signing) return notOurs('The log has no key yet: it gets its first when it is first signed.');
  if (because === 'begunAnew') {
    return to.name === signing.name
      ? notOurs(`The new log needs a name of its own: "${to.name}" is that of the old one.`)
      : undefined;
  }
  if (!from || !sameKey(from, signing)) {
    return notOurs(`Only ${verifierKeyText(signing)} can hand this log over, and that key is not here.`);
  }
  return to.name === signing.name ? undefined : notOurs(`The new key must bear the log's name, "${signing.name}".`);
}
