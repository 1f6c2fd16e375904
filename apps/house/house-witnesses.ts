import {
  askWitness,
  type CheckpointGuard,
  findContradiction,
  keysIn,
  type LogStore,
  type LogTrouble,
  type VerifierKey,
  type Witnessed,
  type WitnessPort,
} from '@muster/log';
import { z } from 'zod';

/** Where one witness stands with this log. */
export const witnessStandingSchema = z.object({
  name: z.string(),
  url: z.string(),
  /** Of which log; absent before it was first asked. */
  origin: z.string().optional(),
  state: z.enum(['waiting', 'cosigned', 'unreachable', 'refused', 'ahead', 'contradicted']),
  /** How many leaves it has cosigned of what we hold. */
  size: z.int(),
  /** When it signed that, by its own clock. */
  signedAt: z.string().optional(),
  /** What it says, or why it could not be asked. */
  words: z.string().optional(),
  /** The checkpoint with the log's signature and the witness's: anybody can check it. */
  note: z.string().optional(),
});
export type WitnessStanding = z.infer<typeof witnessStandingSchema>;

/** The witnesses of one house's log. */
export interface HouseWitnesses {
  /** Asks each witness that is due to cosign the newest published checkpoint. Throws what is the matter, once all were asked. */
  ask(): Promise<void>;
  standings(): Promise<readonly WitnessStanding[]>;
  /** Why nothing may be signed: a witness knows more of this log than we. Waits until each was asked once. */
  barred(): Promise<LogTrouble | undefined>;
}

interface Witness {
  readonly url: string;
  readonly key: VerifierKey;
  readonly port: WitnessPort;
}

export interface HouseWitnessesMeans {
  readonly store: Pick<LogStore, 'head' | 'keys' | 'tiles'>;
  /** Who is asked; read again each time, so that whoever is added is asked without a new start. Throws what is wrong with it. */
  readonly witnesses: () => Promise<readonly Witness[]>;
  /** Takes the evidence that a witness shows: a checkpoint of our own that we do not hold. */
  readonly guard: CheckpointGuard;
  readonly memory: { load(): Promise<unknown>; save(remembered: unknown): Promise<void> };
  /** Milliseconds, of any clock that only goes on. */
  readonly nowMs: () => number;
}

const rememberedSchema = z.array(witnessStandingSchema);
/** A witness in trouble is asked again after so long, then twice as long, up to the most. */
const again = { firstMs: 5_000, mostMs: 300_000 };

export function houseWitnesses({ store, witnesses, guard, memory, nowMs }: HouseWitnessesMeans): HouseWitnesses {
  const standings = new Map<string, WitnessStanding>();
  const due = new Map<string, { readonly at: number; readonly waited: number }>();
  const asked = new Set<string>();
  let remembered: readonly WitnessStanding[] | undefined;
  let listed: readonly Witness[] = [];
  let asking: Promise<void> | undefined;
  let first: Promise<void> | undefined;

  /** Those named now: who is new begins with what is remembered of it, and who is named no more is forgotten. */
  async function ready(): Promise<void> {
    listed = await witnesses();
    remembered ??= rememberedSchema.safeParse(await memory.load()).data ?? [];
    const names = new Set(listed.map(({ key }) => key.name));
    for (const known of [standings, due, asked])
      for (const name of known.keys()) if (!names.has(name)) known.delete(name);
    for (const { url, key } of listed) {
      const before = standings.get(key.name) ?? remembered.find((one) => one.name === key.name);
      standings.set(key.name, { ...(before ?? { name: key.name, state: 'waiting', size: 0 }), url });
    }
  }

  async function askOne(witness: Witness): Promise<void> {
    const { name } = witness.key;
    const head = await store.head();
    if (head.checkpoint === undefined) return;
    const { origin, size } = saidBy(head.checkpoint);
    const known = standings.get(name) as WitnessStanding;
    // A log that was begun anew is another one: what the witness said of the old counts no more.
    const isAnother = known.origin !== undefined && known.origin !== origin;
    if (isAnother) due.delete(name);
    const { url } = witness;
    const before: WitnessStanding = isAnother ? { name, url, state: 'waiting', size: 0, origin } : { ...known, origin };
    const wait = due.get(name);
    // What is remembered may have been restored with all else: each process asks once, whatever it remembers.
    const isDone = asked.has(name) && before.state === 'cosigned' && before.size >= size;
    if (wait ? nowMs() < wait.at : isDone) return;
    const { words: _, ...plain } = before;
    let after: WitnessStanding;
    try {
      const logKeys = keysIn(await store.keys());
      const { checkpoint } = head;
      const ask = { witness: witness.port, witnessKey: witness.key, logKeys, checkpoint, tiles: store.tiles };
      const said = await askWitness({ ...ask, lastSize: before.size });
      // Another server may have gone on while we asked: then it is we who were behind, not the database.
      const behind = said.outcome === 'ahead' && (await store.head()).size >= said.size;
      asked.add(name);
      after = behind ? { ...plain, state: 'waiting' } : await standingAfter(plain, said);
    } catch (error) {
      // What a witness showed before stands, though it cannot be asked again.
      const state = isBar(before.state) ? before.state : 'unreachable';
      after = { ...before, state, words: isBar(before.state) ? before.words : (error as Error).message };
    }
    standings.set(name, after);
    if (after.state === 'cosigned' || after.state === 'waiting') due.delete(name);
    else {
      const waited = Math.min(wait ? wait.waited * 2 : again.firstMs, again.mostMs);
      due.set(name, { at: nowMs() + waited, waited });
    }
    if (JSON.stringify(after) !== JSON.stringify(known)) await memory.save([...standings.values()]);
  }

  async function standingAfter(before: Omit<WitnessStanding, 'words'>, said: Witnessed): Promise<WitnessStanding> {
    if (said.outcome === 'cosigned') {
      const signedAt = new Date(said.signedAtSeconds * 1000).toISOString();
      return { ...before, state: 'cosigned', size: said.size, signedAt, note: said.note };
    }
    if (said.outcome === 'refused') return { ...before, state: 'refused', words: said.why };
    const claim =
      said.outcome === 'ahead'
        ? `has cosigned ${said.size} events of this log, and the database holds fewer`
        : `cosigned another history of this log: ${said.why}`;
    if (said.evidence === undefined) return { ...before, state: said.outcome, words: claim };
    // What it shows counts only for what it proves: a checkpoint that we signed, and that the tree contradicts.
    const shown = { where: `the witness ${before.name}`, note: said.evidence };
    const trouble = await findContradiction(store, (await store.head()).size, await store.keys(), [shown]);
    if (!trouble) return { ...before, state: 'refused', words: `${claim}, and what it shows agrees with what we hold` };
    await guard.keep(said.evidence);
    return { ...before, state: said.outcome, words: claim };
  }

  async function askAll(): Promise<void> {
    // Who was named before is asked on, whatever has become of the list.
    const trouble = await ready().then(
      () => undefined,
      (error: Error) => error,
    );
    await Promise.all(listed.map(askOne));
    if (trouble) throw trouble;
    const troubles = [...standings.values()].filter(({ state }) => state !== 'cosigned' && state !== 'waiting');
    if (troubles.length > 0) throw new Error(troubles.map(({ name, words }) => `${name}: ${words}`).join('; '));
  }
  const ask = () => {
    asking ??= askAll().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return {
    ask,
    standings: async () => {
      await ready().catch(() => {});
      return [...standings.values()];
    },
    barred: async () => {
      first ??= ask().catch(() => {});
      await first;
      const known = [...standings.values()].find(({ state }) => isBar(state));
      return known && barOf(known);
    },
  };
}

const isBar = (state: WitnessStanding['state']) => state === 'ahead' || state === 'contradicted';

const barOf = ({ state, name, words }: WitnessStanding): LogTrouble => ({
  code: state === 'ahead' ? 'LOG_OLDER_THAN_WITNESSED' : 'LOG_CONTRADICTS_WITNESSED',
  why: `The witness ${name} ${words}: maybe an older copy of the database was restored. Nothing is signed. Put back a newer copy of the database, import the missing events from a bundle, or begin a new log that names this one with "muster log begin-anew". If the witness is wrong, take it out of witnesses.json.`,
});

function saidBy(note: string): { readonly origin: string; readonly size: number } {
  const [origin = '', size = ''] = note.split('\n');
  return { origin, size: Number.isSafeInteger(Number(size)) ? Number(size) : 0 };
}
