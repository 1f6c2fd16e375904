import type { RecordPort } from '@muster/flow';
import {
  type CheckpointGuard,
  checkProofFile,
  checkpointText,
  type EventPlace,
  emptyTree,
  followHandovers,
  growTree,
  handOver,
  type LogStore,
  leafHash,
  logKeeper,
  noteText,
  openCheckpoint,
  openCheckpointInTerms,
  proveConsistency,
  proveEvents,
  readHandover,
  rootOf,
  type SigningKey,
  signingKey,
  signNote,
  textOf,
  tileWidth,
  verifierKeyText,
  verifyConsistency,
} from '@muster/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appending, fresh } from './describe-record-contract.ts';

export const origin = 'muster.example/contract';
export const key = signingKey(origin, 'ed25519', new Uint8Array(32).fill(7));

/** A guard that keeps the newest checkpoint in memory, as the data folder does in a file. */
export function memoryGuard(note?: string): CheckpointGuard & { note: string | undefined } {
  return {
    where: 'the data folder',
    note,
    newest() {
      return Promise.resolve(this.note);
    },
    async keep(kept) {
      this.note = kept;
    },
  };
}

/** A record with its log, as the suite opens it. */
export interface LoggedRecord {
  readonly record: RecordPort & { readonly log: LogStore };
  readonly close: () => Promise<void>;
}

/** What every log must do, wherever it keeps its tree. The suites of one store go on from what those before left. */
export function describeLogContract(name: string, open: () => Promise<LoggedRecord>): void {
  describe(`log contract: ${name}`, () => {
    let record: LoggedRecord['record'];
    let close: () => Promise<void>;
    beforeAll(async () => ({ record, close } = await open()), 120_000);
    afterAll(async () => close());

    const keeping = (by: SigningKey, guard = memoryGuard()) =>
      logKeeper({ store: record.log, key: by, guards: [guard] }).step();
    const keep = async (guard = memoryGuard()) => {
      const step = await keeping(key, guard);
      if (step.outcome !== 'kept') throw new Error(JSON.stringify(step));
      return step;
    };
    const write = async (count: number): Promise<EventPlace[]> => {
      const stream = fresh('log');
      const facts = Array.from({ length: count }, (_, n) => ({
        type: 'Noted',
        version: 1,
        data: { n, text: 'Łódź 🏔' },
      }));
      await record.append(appending(stream, 0, { facts }));
      return facts.map((_, i) => ({ stream, position: i + 1 }));
    };
    const checkpointIn = (note: string) => {
      const opened = openCheckpoint(note, origin, [key]);
      if (opened.outcome === 'refused') throw new Error(opened.why);
      return opened.checkpoint;
    };

    it('signs the empty log, and enters its key', async () => {
      expect(await record.log.head()).toEqual({ size: 0, checkpoint: undefined });
      const { checkpoint } = await keep();
      expect(checkpointIn(checkpoint)).toMatchObject({ origin, size: 0, root: rootOf(emptyTree) });
      expect(await record.log.keys()).toEqual([{ verifierKey: verifierKeyText(key), fromSize: 0 }]);
    });

    it('holds every event once, by its exact bytes, under the root that was signed', async () => {
      await write(3);
      await write(300);
      const { size, checkpoint } = await keep();
      const entries = await record.log.entries(0, size);
      expect(entries).toHaveLength(size);
      const { edge } = growTree(emptyTree, entries.map(leafHash));
      expect(checkpointIn(checkpoint)).toMatchObject({ size, root: rootOf(edge) });
      expect(JSON.parse(textOf(entries[0] as Uint8Array) as string)).toMatchObject({
        position: 1,
        fact: { type: 'Noted' },
      });
      expect(await record.log.entries(1, 3)).toEqual(entries.slice(1, 3));
      expect(await record.log.entries(size, size + 5)).toEqual([]);
    });

    it('knows which events one append recorded, in whatever streams, though others were written with it', async () => {
      const fact = (n: number) => ({ type: 'Noted', version: 1, data: { n } });
      const appends = Array.from({ length: 40 }, (_, n) => {
        const facts = Array.from({ length: 1 + (n % 3) }, (_, i) => fact(i));
        const alongside = Array.from({ length: n % 4 }, () => ({
          stream: fresh('aside'),
          expectedPosition: 0,
          facts,
          views: [],
        }));
        return appending(fresh('own'), 0, { facts, alongside });
      });
      await Promise.all(appends.map((one) => record.append(one)));
      for (const { stream, facts, alongside = [] } of appends) {
        const all = [{ stream, facts }, ...alongside].flatMap((written) =>
          written.facts.map((_, i) => ({ stream: written.stream, position: i + 1 })),
        );
        expect(await record.log.recordedWith({ stream, position: 1 })).toEqual(all);
        expect(await record.log.recordedWith(all.at(-1) as EventPlace)).toEqual(all.slice(-1));
        expect(await record.log.recordedWith({ stream, position: all.length + 1 })).toEqual([]);
      }
    });

    it('has nothing to do when nothing was recorded, and signs nothing anew', async () => {
      const { checkpoint, size } = await keep();
      expect(await keep()).toEqual({ outcome: 'kept', size, grew: 0, checkpoint });
    });

    it('proves each event offline, and only once it is under a checkpoint', async () => {
      const places = await write(2);
      const nowhere = { stream: fresh('nobody'), position: 1 };
      expect(await proveEvents(record.log, [...places, nowhere])).toEqual([undefined, undefined, undefined]);
      const { size } = await keep();
      const proofs = await proveEvents(record.log, [...places, nowhere]);
      expect(proofs[2]).toBeUndefined();
      const leaves = await record.log.leavesOf(places);
      for (const [i, proof] of proofs.slice(0, 2).entries()) {
        const [entry] = await record.log.entries(leaves[i] as number, (leaves[i] as number) + 1);
        const checked = checkProofFile(proof as string, leafHash(entry as Uint8Array), origin, [key]);
        expect(checked).toMatchObject({ outcome: 'proved', index: leaves[i], checkpoint: { size } });
      }
    });

    it('only grows: each checkpoint is consistent with all before it', async () => {
      const notes: string[] = [];
      for (const count of [1, 255, 1, 257]) {
        await write(count);
        notes.push((await keep()).checkpoint);
      }
      const checkpoints = notes.map(checkpointIn);
      const last = checkpoints.at(-1);
      if (!last) throw new Error('Nothing was signed.');
      for (const { size, root } of checkpoints) {
        const proof = await proveConsistency(size, last.size, record.log.tiles);
        const claim = { firstSize: size, firstRoot: root, secondSize: last.size, secondRoot: last.root, proof };
        expect(verifyConsistency(claim)).toEqual({ holds: true });
      }
      // Full tiles, and an edge that another keeper goes on from.
      const [full] = await record.log.tiles([{ level: 0, index: 0, width: tileWidth }]);
      expect(full).toHaveLength(8_192);
      expect(await record.log.tiles([{ level: 5, index: 9, width: 1 }])).toEqual([new Uint8Array()]);
    });

    it('is kept by one at a time, and gains nothing from a writer that believes in another size', async () => {
      const keepers = Array.from({ length: 8 }, () => logKeeper({ store: record.log, key, guards: [memoryGuard()] }));
      const places = await write(50);
      const before = await record.log.head();
      const steps = await Promise.all(keepers.map((keeper) => keeper.step()));
      expect(steps.filter(({ outcome }) => outcome === 'kept').length).toBeGreaterThan(0);
      expect(steps.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
      await keep();
      expect((await record.log.head()).size).toBe(before.size + 50);
      expect(new Set(await record.log.leavesOf(places)).size).toBe(50);

      await write(1);
      const stale = await record.log.alone(async (writer) => {
        const waiting = await writer.waiting(10);
        return [
          await writer.extend({ ...waiting, size: before.size, tiles: [] }),
          await writer.publish(before.size, 'older\n'),
          await writer.publish(before.size + 1_000, 'beyond the tree\n'),
          await writer.enterKey(0, { verifierKey: 'another', fromSize: 0 }),
        ];
      });
      expect(stale).toEqual([false, false, false, false]);
      await keep();
    });

    it('goes on after a crash between its steps', async () => {
      const places = await write(5);
      // Stored, but not signed.
      await record.log.alone(async (writer) => {
        const { size } = await record.log.head();
        const waiting = await writer.waiting(10);
        const entries = await record.log.entries(0, size);
        const { edge } = growTree(emptyTree, entries.map(leafHash));
        const { tiles } = growTree(
          edge,
          waiting.leaves.map(({ hash }) => hash),
        );
        expect(await writer.extend({ ...waiting, size, tiles })).toBe(true);
      });
      expect(await proveEvents(record.log, places)).toEqual(places.map(() => undefined));
      // Signed and guarded, but not published: the guard knows more than outsiders do, and the tree holds it.
      const guard = memoryGuard();
      const broken: CheckpointGuard = {
        ...guard,
        newest: async () => undefined,
        keep: async (note) => {
          guard.note = note;
          throw new Error('the power went');
        },
      };
      await expect(logKeeper({ store: record.log, key, guards: [broken] }).step()).rejects.toThrow('the power went');
      expect(guard.note).toBeDefined();
      expect((await keep(guard)).checkpoint).toBe(guard.note);
      expect((await proveEvents(record.log, places)).every((proof) => proof !== undefined)).toBe(true);
    });

    it('signs nothing below or beside what a guard remembers, and says the way out', async () => {
      const { checkpoint, size } = await keep();
      const { edge } = growTree(emptyTree, (await record.log.entries(0, size)).map(leafHash));
      const later = growTree(edge, [leafHash(new Uint8Array())]).edge;
      const sign = async (tree: typeof edge) => {
        const text = checkpointText({ origin, size: tree.size, root: rootOf(tree), extensions: [] });
        return noteText({ text, signatures: [signNote(text, key)] });
      };
      const refusedBy = async (note: string) => {
        await write(1);
        const step = await logKeeper({ store: record.log, key, guards: [memoryGuard(note)] }).step();
        expect((await record.log.head()).checkpoint).toBe(checkpoint);
        return step;
      };
      expect(await refusedBy(await sign(later))).toMatchObject({
        outcome: 'refused',
        code: 'LOG_OLDER_THAN_SIGNED',
        why: expect.stringMatching(/older copy of the database was restored.*begin-anew/),
      });
      const other = growTree(emptyTree, [leafHash(new Uint8Array([1]))]).edge;
      expect(await refusedBy(await sign(other))).toMatchObject({ code: 'LOG_CONTRADICTS_SIGNED' });
      expect(await refusedBy(checkpoint.replace('\n\u2014', 'x\n\u2014'))).toMatchObject({
        code: 'LOG_CHECKPOINT_DAMAGED',
      });
      expect(await refusedBy(checkpoint.replaceAll(origin, 'muster.example/other'))).toMatchObject({
        code: 'LOG_OF_ANOTHER_ORIGIN',
      });
      const stranger = signingKey(origin, 'ed25519', new Uint8Array(32).fill(8));
      expect(await logKeeper({ store: record.log, key: stranger, guards: [] }).step()).toMatchObject({
        code: 'LOG_KEY_NOT_OURS',
      });
      await keep();
    });

    it('is handed to another key at one size, and what the old key signed stays proved', async () => {
      const [place] = await write(1);
      await keep();
      const [old] = await proveEvents(record.log, [place as EventPlace]);
      const before = await record.log.head();
      const next = signingKey(origin, 'ed25519', new Uint8Array(32).fill(9));
      const guard = memoryGuard();
      const over = { store: record.log, guards: [guard], because: 'rotated' } as const;
      expect(await handOver({ ...over, from: next, to: next })).toMatchObject({ code: 'LOG_KEY_NOT_OURS' });
      const renamed = signingKey('muster.example/other', 'ed25519', next.seed);
      expect(await handOver({ ...over, from: key, to: renamed })).toMatchObject({ outcome: 'refused' });
      const given = await handOver({ ...over, from: key, to: next });
      expect(given.outcome).toBe('handedOver');
      const keys = await record.log.keys();
      expect(keys.map(({ fromSize }) => fromSize)).toEqual([0, before.size]);
      expect(await keeping(key)).toMatchObject({ code: 'LOG_KEY_NOT_OURS' });
      await write(2);
      const kept = await keeping(next, guard);
      if (kept.outcome !== 'kept') throw new Error(JSON.stringify(kept));

      const terms = followHandovers(
        key,
        keys.flatMap(({ handover }) => handover ?? []),
      );
      if (terms.outcome === 'malformed') throw new Error(terms.why);
      for (const note of [before.checkpoint as string, (given as { checkpoint: string }).checkpoint, kept.checkpoint]) {
        expect(openCheckpointInTerms(note, terms.value)).toMatchObject({ outcome: 'verified' });
      }
      const [leaf] = await record.log.leavesOf([place as EventPlace]);
      const [entry] = await record.log.entries(leaf as number, (leaf as number) + 1);
      expect(checkProofFile(old as string, leafHash(entry as Uint8Array), origin, [key])).toMatchObject({
        outcome: 'proved',
      });
      expect(await handOver({ ...over, from: next, to: key })).toMatchObject({ outcome: 'handedOver' });
    });

    it('begins anew under another name where it contradicts what was signed, and says what it goes on from', async () => {
      const { checkpoint, size } = await keep();
      const lost = growTree(emptyTree, [leafHash(new Uint8Array([2]))]).edge;
      const text = checkpointText({ origin, size: size + 5, root: rootOf(lost), extensions: [] });
      const guard = memoryGuard(noteText({ text, signatures: [signNote(text, key)] }));
      expect(await keeping(key, guard)).toMatchObject({ code: 'LOG_OLDER_THAN_SIGNED' });
      const anew = signingKey(`${origin}-2`, 'ed25519', new Uint8Array(32).fill(11));
      const over = { store: record.log, guards: [guard], from: undefined, because: 'begunAnew' } as const;
      expect(await handOver({ ...over, to: key })).toMatchObject({ outcome: 'refused' });
      expect(await handOver({ ...over, to: anew })).toMatchObject({ outcome: 'handedOver' });
      const { handover } = (await record.log.keys()).at(-1) ?? {};
      expect(readHandover(handover ?? '')).toMatchObject({
        value: { from: { name: origin }, to: { name: anew.name }, size, because: 'begunAnew' },
      });
      await write(1);
      const kept = await keeping(anew, guard);
      expect(kept).toMatchObject({ outcome: 'kept', size: size + 1 });
      expect(openCheckpoint(guard.note ?? '', anew.name, [anew])).toMatchObject({ outcome: 'verified' });
      // The suites that follow know the first name.
      const back = { ...over, guards: [memoryGuard()], from: anew, to: key };
      expect(await handOver(back)).toMatchObject({ outcome: 'handedOver' });
      expect(checkpoint).toContain(origin);
    });

    it('misses no event and doubles none while 16 write, and is never seen to shrink', async () => {
      let writing = true;
      const writers = Promise.all(
        Array.from({ length: 16 }, async () => {
          const stream = fresh('busy');
          for (let i = 0; i < 15; i++) await record.append(appending(stream, i));
          return stream;
        }),
      ).finally(() => {
        writing = false;
      });
      const keepers = [0, 1].map(() => logKeeper({ store: record.log, key, guards: [memoryGuard()] }));
      let seen = 0;
      while (writing) {
        await Promise.all(keepers.map((keeper) => keeper.step()));
        const { size } = await record.log.head();
        expect(size).toBeGreaterThanOrEqual(seen);
        seen = size;
      }
      const streams = await writers;
      const { size } = await keep();
      const places = streams.flatMap((stream) => Array.from({ length: 15 }, (_, i) => ({ stream, position: i + 1 })));
      const leaves = await record.log.leavesOf(places);
      expect(new Set(leaves).size).toBe(240);
      expect(leaves.every((leaf) => leaf !== undefined && leaf < size)).toBe(true);
      const entries = await record.log.entries(0, size);
      const said = entries.map((entry) => JSON.parse(textOf(entry) as string));
      expect(new Set(said.map(({ stream, position }) => `${stream} ${position}`)).size).toBe(size);
    }, 60_000);
  });
}
