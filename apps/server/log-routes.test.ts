import type { House } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import {
  checkProofFile,
  emptyTree,
  growTree,
  leafHash,
  openCheckpoint,
  readEntryBundle,
  readLongEntryBundle,
  readVerifierKey,
  rootOf,
  tilePath,
  tilesOf,
  type VerifierKey,
} from '@muster/log';
import { openMemoryRecord } from '@muster/record-memory';
import { loadScenario, stepCommands } from '@muster/scenarios';
import type { Instant } from '@muster/terms';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bearer, giving, problemIn, serverInMemory, stormBefore, stormCommand } from './testing.ts';

const origin = 'muster.example/memory';
const loaded = loadScenario('hurricane');
if ('faults' in loaded) throw new Error('The scenario hurricane is faulty.');
const drafting = loaded.steps.flatMap((s) => stepCommands(loaded, s)).find((c) => c.name === 'DraftRequest');
if (!drafting) throw new Error('The scenario hurricane drafts no request.');
const draft = (name: string) => ({
  commandId: `cmd_${name}`,
  by: drafting.by,
  data: { ...(drafting.data as object), requestId: `req_${name}` },
});

let app: FastifyInstance;
let house: House;
let key: VerifierKey;
const give = (command: object, query = '') => app.inject(giving(`/api/commands/DraftRequest${query}`, command));
const get = (url: string, headers = {}) => app.inject({ url, headers });

beforeAll(async () => {
  house = await houseInMemory();
  app = (await serverInMemory({ house })).app;
});
afterAll(() => app.close());

describe('the log, over HTTP', () => {
  it('says that it is not signed before it is', async () => {
    const answer = await get('/log/checkpoint');
    expect(answer.statusCode).toBe(503);
    expect(problemIn(answer)).toMatchObject({ code: 'LOG_NOT_SIGNED' });
  });

  it('answers a command with the proofs of its events when asked to wait for them, and they hold offline', async () => {
    const answer = await give(draft('waits'), '?wait=proof');
    expect(answer.statusCode).toBe(200);
    const { stream, facts, proofs } = answer.json();
    const [first] = (await get('/log/keys')).json().keys;
    const read = readVerifierKey(first.verifierKey);
    if (read.outcome === 'malformed') throw new Error(read.why);
    key = read.value;
    expect(proofs).toHaveLength(facts.length);
    for (const { position, proof } of proofs) {
      const [leaf] = await house.log.store.leavesOf([{ stream, position }]);
      const [entry] = await house.log.store.entries(leaf as number, (leaf as number) + 1);
      expect(checkProofFile(proof, leafHash(entry as Uint8Array), origin, [key])).toMatchObject({ outcome: 'proved' });
    }
    // The same bytes as ever where nobody waits, and the same again where somebody does.
    const { proofs: _, ...bare } = answer.json();
    expect((await give(draft('waits'))).json()).toEqual(bare);
    expect((await give(draft('waits'), '?wait=proof')).json()).toMatchObject(bare);
    expect((await give(draft('waits'), '?wait=forever')).statusCode).toBe(400);
  });

  it('proves all that a command recorded, in every stream: a committed plan stands with each lender too', async () => {
    const { commandId, by, data } = stormCommand('cmd_hurricane-09-commit');
    const before = await stormBefore('cmd_hurricane-09-commit');
    const { app: planning } = await serverInMemory({ house: before, now: () => '2024-10-07T02:00:00Z' as Instant });
    onTestFinished(() => planning.close());
    const answer = await planning.inject(giving('/api/commands/CommitPlan?wait=proof', { commandId, by, data }));
    expect(answer.statusCode).toBe(200);
    const { stream, facts, proofs } = answer.json();
    expect(proofs.length).toBeGreaterThan(facts.length);
    expect(proofs.slice(0, facts.length)).toMatchObject(
      facts.map(({ position }: { position: number }) => ({ stream, position })),
    );
    const [first] = (await planning.inject('/log/keys')).json().keys;
    const read = readVerifierKey(first.verifierKey);
    if (read.outcome === 'malformed') throw new Error(read.why);
    for (const place of proofs) {
      const [event] = await before.record.read(place.stream, place.position);
      expect(event).toMatchObject({ commandId, position: place.position });
      const [leaf] = await before.log.store.leavesOf([place]);
      const [entry] = await before.log.store.entries(leaf as number, (leaf as number) + 1);
      const proved = checkProofFile(place.proof, leafHash(entry as Uint8Array), origin, [read.value]);
      expect(proved).toMatchObject({ outcome: 'proved' });
    }
    const streams = new Set(proofs.map((place: { stream: string }) => place.stream));
    expect(streams.size).toBeGreaterThan(1);
  });

  it('waits for no proof of what was refused', async () => {
    const answer = await give({ ...draft('refused'), data: {} }, '?wait=proof');
    expect(answer.statusCode).toBe(400);
    expect(problemIn(answer)).toMatchObject({ code: expect.any(String) });
  });

  it('serves checkpoint and tiles from which anyone makes the same root, and says how long they may be kept', async () => {
    await house.log.keep();
    const answer = await get('/log/checkpoint');
    expect(answer.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' });
    const opened = openCheckpoint(answer.body, origin, [key]);
    if (opened.outcome === 'refused') throw new Error(opened.why);
    const { size, root } = opened.checkpoint;
    const tile = await get(`/log/${tilePath(tilesOf(size)[0] as never)}`);
    expect(tile.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const hashes = Array.from(
      { length: size },
      (_, i) => new Uint8Array(tile.rawPayload.subarray(32 * i, 32 * i + 32)),
    );
    expect(rootOf(growTree(emptyTree, hashes).edge)).toEqual(root);
    expect((await get('/log/tile/0/000.p/1')).rawPayload).toEqual(tile.rawPayload.subarray(0, 32));
  });

  it.each([
    '/log/tile/0/000',
    '/log/tile/0/000.p/255',
    '/log/tile/1/000.p/1',
    '/log/tile/0/0',
    '/log/tile/64/000',
    '/log/tile/0/..%2f000',
    '/log/tile/entries',
  ])('has no tile at %s', async (url) => {
    const answer = await get(url, bearer);
    expect(answer.statusCode).toBe(404);
    problemIn(answer);
  });

  it('gives events to whoever has the token alone', async () => {
    const { size } = await house.log.store.head();
    for (const kind of ['tile/entries', 'long-entries']) {
      const url = `/log/${kind}/000.p/${Math.min(size, 255)}`;
      const barred = await get(url);
      expect(barred.statusCode).toBe(401);
      expect(problemIn(barred)).toMatchObject({ code: 'NO_TOKEN' });
    }
    const long = await get(`/log/long-entries/000.p/${size}`, bearer);
    expect(long.headers['cache-control']).toContain('private');
    const read = readLongEntryBundle(long.rawPayload, size);
    if (read.outcome === 'malformed') throw new Error(read.why);
    expect(read.value.map((entry) => new Uint8Array(entry))).toEqual(await house.log.store.entries(0, size));
    expect((await get('/log/long-entries/000', bearer)).statusCode).toBe(404);
    // The law's own text is the first event, and longer than a bundle of C2SP can hold.
    expect(problemIn(await get('/log/tile/entries/000.p/1', bearer))).toMatchObject({
      code: 'LOG_ENTRY_LONG',
      allowed: expect.stringContaining('/log/long-entries/000.p/1'),
    });
  });

  it('gives bundles as C2SP has them where no event is too long', async () => {
    const record = openMemoryRecord();
    await record.append({
      stream: 'toy',
      expectedPosition: 0,
      restsOn: [],
      commandId: 'cmd_toy',
      commandBody: '{}',
      at: '2025-05-01T00:00:00Z',
      by: { personId: 'per_a', partyId: 'us.fl', role: 'flow' },
      facts: [{ type: 'Noted', version: 1, data: {} }],
      views: [],
      answer: '{}',
    } as never);
    const { app: small, house: other } = await serverInMemory({ house: await houseInMemory(record) });
    await other.log.keep();
    const bundle = await small.inject({ url: '/log/tile/entries/000.p/1', headers: bearer });
    const read = readEntryBundle(bundle.rawPayload, 1);
    if (read.outcome === 'malformed') throw new Error(read.why);
    expect(read.value.map((entry) => new Uint8Array(entry))).toEqual(await other.log.store.entries(0, 1));
    await small.close();
  });

  it('proves one event by stream and position, and knows which there are', async () => {
    const answer = await get('/api/proof?stream=request/req_waits&position=1');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex \d+\n/);
    expect(problemIn(await get('/api/proof?stream=request/req_waits&position=99'))).toMatchObject({
      code: 'EVENT_UNKNOWN',
    });
    expect((await get('/api/proof?stream=request/req_waits&position=0')).statusCode).toBe(400);
  });
});
