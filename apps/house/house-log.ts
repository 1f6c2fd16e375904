import { setTimeout as pause } from 'node:timers/promises';
import {
  type CheckpointGuard,
  type EventPlace,
  findContradiction,
  type HandedOver,
  type Handover,
  handOver,
  keptCheckpoints,
  type LogStep,
  type LogStore,
  type LogTrouble,
  logKeeper,
  proveEvents,
  verifierKeyText,
} from '@muster/log';
import type { SigningKeyFile, SigningKeyTrouble } from '@muster/log-files';

/** The log of one house: its tree, and the key that signs it if that is here. */
export interface HouseLog {
  readonly store: LogStore;
  /** Why the tree cannot be what was signed; undefined when it can. Nothing is written. */
  check(): Promise<LogTrouble | undefined>;
  /** Brings what was committed into the tree, signs and publishes. Whoever asks while a step is under way gets that one. */
  keep(): Promise<HouseLogStep>;
  /**
   * The proof file of each event, waiting up to so long for a checkpoint that covers them all; undefined for one that is
   * not covered by then.
   */
  proofs(places: readonly EventPlace[], mostMs: number): Promise<readonly (string | undefined)[]>;
  /** The key that signs, if it is here. */
  openKey(): Promise<SigningKeyFile>;
  /** Makes a new key and hands the log over to it. */
  rotate(): Promise<HouseHandover>;
  /** Makes a new key of another name and begins a log with it that names the old one. */
  beginAnew(origin: string): Promise<HouseHandover>;
}

type KeyRefused = { readonly outcome: 'refused' } & SigningKeyTrouble;
export type HouseLogStep = LogStep | KeyRefused;
export type HouseHandover = HandedOver | KeyRefused;

/** Where a house's signing key lies. */
export interface KeyPlace {
  /** The key of the log whose newest verifier key is `last`; with none yet, the first one is made. */
  open(last: string | undefined): Promise<SigningKeyFile>;
  /** A new key for a log of that name, kept beside the one that signs. */
  next(origin: string): Promise<SigningKeyFile>;
}

export interface HouseLogMeans {
  readonly store: LogStore;
  readonly guards: readonly CheckpointGuard[];
  readonly keyPlace: KeyPlace;
  /** Why nothing may be signed now, whatever the tree says; asked before each step. */
  readonly barred?: () => Promise<LogTrouble | undefined>;
}

/** How long to wait while another server has the tree, or while a commit under way holds events back. */
const againMs = 25;

export function houseLog({ store, guards, keyPlace, barred }: HouseLogMeans): HouseLog {
  const last = async () => (await store.keys()).at(-1)?.verifierKey;
  let keeper: { readonly verifierKey: string; readonly step: () => Promise<LogStep> } | undefined;

  async function step(): Promise<HouseLogStep> {
    const trouble = await barred?.();
    if (trouble) return { outcome: 'refused', ...trouble };
    const signing = await last();
    // The log was handed over since, maybe by another process: the key at hand is not the one that signs.
    if (!keeper || keeper.verifierKey !== signing) {
      const file = await keyPlace.open(signing);
      if (file.outcome === 'refused') return file;
      if (file.outcome === 'missing') return noKey(signing);
      const { key } = file;
      keeper = { verifierKey: verifierKeyText(key), step: logKeeper({ store, guards, key }).step };
    }
    return keeper.step();
  }

  let stepping: Promise<HouseLogStep> | undefined;
  const keep = () => {
    stepping ??= step().finally(() => {
      stepping = undefined;
    });
    return stepping;
  };

  async function hand(origin: string | undefined, because: Handover['because']): Promise<HouseHandover> {
    const signing = await last();
    const from = await keyPlace.open(signing);
    if (from.outcome === 'refused' && because === 'rotated' && from.code !== 'LOG_KEY_EXPOSED') return from;
    const old = from.outcome === 'opened' ? from.key : undefined;
    const to = await keyPlace.next(origin ?? old?.name ?? signing?.split('+')[0] ?? '');
    if (to.outcome === 'refused') return to;
    if (to.outcome === 'missing') return noKey(signing);
    for (let tries = 0; ; tries++) {
      const handed = await handOver({ store, guards, from: old, to: to.key, because });
      if (handed.outcome === 'busy' && tries < 100) await pause(againMs);
      else {
        if (handed.outcome === 'handedOver') await keyPlace.open(verifierKeyText(to.key));
        return handed;
      }
    }
  }

  return {
    store,
    check: async () => {
      const [head, keys] = [await store.head(), await store.keys()];
      if (keys.length === 0 && (await keptCheckpoints(undefined, guards)).length === 0) return undefined;
      return findContradiction(store, head.size, keys, await keptCheckpoints(head.checkpoint, guards));
    },
    keep,
    proofs: async (places, mostMs) => {
      const until = performance.now() + mostMs;
      for (;;) {
        const proofs = await proveEvents(store, places);
        if (proofs.every((proof) => proof !== undefined) || performance.now() >= until) return proofs;
        const { outcome } = await keep();
        if (outcome === 'refused') return proveEvents(store, places);
        if (outcome === 'busy') await pause(againMs);
        else if ((await store.leavesOf(places)).includes(undefined)) await pause(againMs);
      }
    },
    openKey: async () => keyPlace.open(await last()),
    rotate: () => hand(undefined, 'rotated'),
    beginAnew: (origin) => hand(origin, 'begunAnew'),
  };
}

const noKey = (signing = 'none'): { outcome: 'refused' } & LogTrouble => ({
  outcome: 'refused',
  code: 'LOG_KEY_NOT_OURS',
  why: `This log is signed by the key ${signing}, whose file "log-key" is not in this data folder: nothing is signed here. Copy it from the data folder of the server that signs, or leave the signing to that one. If it is lost, "muster log begin-anew --origin NAME" begins a log that names this one.`,
});
