import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askWitness, openNote, type WitnessPort } from '@muster/log';
import { toyLog } from '@muster/log/testing';
import { makeWitnessFolder, openWitnessFolder, type WitnessFolder } from '@muster/log-files';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveWitness, type WitnessServer } from './serve-witness.ts';
import { witnessDesk } from './witness-desk.ts';

const origin = 'muster.example/record';
const log = toyLog(origin, 300);
const other = toyLog(origin, 300, 'untold', 8);
const now = 1_700_000_000;

let path: string;
let folder: WitnessFolder;
beforeEach(async () => {
  path = mkdtempSync(join(tmpdir(), 'muster-witness-'));
  folder = opened(await makeWitnessFolder(path, 'witness.example/w1'));
  await folder.addKey(log.key);
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

function opened(made: Awaited<ReturnType<typeof openWitnessFolder>>): WitnessFolder {
  if (made.outcome === 'refused') throw new Error(made.why);
  return made;
}

describe('a witness at its desk', () => {
  it('answers with its cosignature alone, by its own key and clock, and keeps the checkpoint before', async () => {
    const answer = await witnessDesk(folder, () => now).addCheckpoint(await log.asking(0, 10));
    expect(answer).toMatchObject({ status: 200, contentType: 'text/plain; charset=utf-8' });
    expect(answer.body).toMatch(/^— witness\.example\/w1 [A-Za-z0-9+/]+=*\n$/);
    const note = openNote((await log.checkpoint(10)) + answer.body, [log.key, folder.key]);
    expect(note).toMatchObject({ outcome: 'verified', by: [{ key: log.key }, { signedAtSeconds: now }] });
    const again = opened(await openWitnessFolder(path));
    expect((await again.log(origin))?.newest).toBe((await log.checkpoint(10)) + answer.body);
  });

  it('never goes back, nor to another history, however it is asked and however often it is opened', async () => {
    await witnessDesk(folder, () => now).addCheckpoint(await log.asking(0, 10));
    const desk = witnessDesk(opened(await openWitnessFolder(path)), () => now);
    const lower = await desk.addCheckpoint(await log.asking(0, 5));
    expect(lower).toEqual({ status: 409, contentType: 'text/x.tlog.size', body: '10\n' });
    expect((await desk.addCheckpoint(await other.asking(10, 10))).status).toBe(409);
    expect((await desk.addCheckpoint(await other.asking(10, 20))).status).toBe(422);
    expect((await desk.newest(origin)).body).toMatch(/\n10\n/);
    expect(readdirSync(join(path, 'logs')).filter((name) => name.endsWith('.contradiction'))).toHaveLength(1);
    expect((await desk.addCheckpoint(await log.asking(10, 20))).status).toBe(200);
  });

  it('takes one request at a time: of many at once none takes the tree back', async () => {
    const slow: WitnessFolder = {
      ...folder,
      keep: async (...kept) => {
        await new Promise((settle) => setTimeout(settle, 5));
        await folder.keep(...kept);
      },
    };
    const desk = witnessDesk(slow, () => now);
    const sizes = [30, 10, 20, 10, 40];
    const answers = await Promise.all(sizes.map(async (size) => desk.addCheckpoint(await log.asking(0, size))));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409]);
    const first = answers.findIndex((a) => a.status === 200);
    expect((await desk.newest(origin)).body).toContain(`\n${sizes[first]}\n`);
  });

  it('cosigns nothing that it could not keep, and nothing more of a log whose last checkpoint it cannot read', async () => {
    const full: WitnessFolder = {
      ...folder,
      keep: async () => {
        throw new Error('The disk is full.');
      },
    };
    await expect(witnessDesk(full, () => now).addCheckpoint(await log.asking(0, 10))).rejects.toThrow('full');
    const desk = witnessDesk(folder, () => now);
    expect((await desk.addCheckpoint(await log.asking(0, 10))).status).toBe(200);
    const [name] = readdirSync(join(path, 'logs')).filter((n) => n.endsWith('.checkpoint'));
    writeFileSync(join(path, 'logs', name as string), 'torn');
    expect(await desk.addCheckpoint(await log.asking(0, 5))).toMatchObject({ status: 500 });
  });

  it('is not kept from its work by a log that signs the same a hundred times', async () => {
    const lines = (await log.checkpoint(10)).split('\n\n')[1] as string;
    const desk = witnessDesk(folder, () => now);
    expect((await desk.addCheckpoint((await log.asking(0, 10)) + lines.repeat(99))).status).toBe(200);
    expect((await desk.addCheckpoint(await log.asking(10, 20))).status).toBe(200);
  });

  it('keeps its key for ever', async () => {
    expect(await makeWitnessFolder(path, 'other.example')).toMatchObject({ code: 'WITNESS_EXISTS' });
    expect(opened(await openWitnessFolder(path)).key).toEqual(folder.key);
    expect(await openWitnessFolder(join(path, 'none'))).toMatchObject({ code: 'WITNESS_UNKNOWN' });
  });
});

describe('a witness over HTTP', () => {
  let server: WitnessServer;
  const serve = () => serveWitness({ folder, host: '127.0.0.1', port: 0, nowSeconds: () => now, say: () => {} });
  beforeEach(async () => {
    const serving = await serve();
    if (serving.outcome === 'refused') throw new Error(serving.why);
    server = serving;
  });
  afterEach(() => server.close());

  const add = (body: string) => fetch(`${server.url}add-checkpoint`, { method: 'POST', body });

  it('answers as the specification has it', async () => {
    const cosigned = await add(await log.asking(0, 10));
    expect(cosigned.status).toBe(200);
    expect(await cosigned.text()).toMatch(/^— witness\.example\/w1 \S+\n$/);
    const stale = await add(await log.asking(0, 20));
    expect([stale.status, stale.headers.get('content-type'), await stale.text()]).toEqual([
      409,
      'text/x.tlog.size',
      '10\n',
    ]);
    const elsewhere = toyLog('elsewhere.example', 5);
    const statuses = [
      await elsewhere.asking(0, 5),
      (await log.asking(10, 20)).replace('\n20\n', '\n21\n'),
      await other.asking(10, 20),
      'old x',
      'x'.repeat(70_000),
    ].map(async (body) => (await add(body)).status);
    expect(await Promise.all(statuses)).toEqual([404, 403, 422, 400, 413]);
    expect((await fetch(`${server.url}add-checkpoint`)).status).toBe(404);
  });

  it('is one on its folder', async () => {
    expect(await serve()).toMatchObject({ outcome: 'refused', code: 'WITNESS_IN_USE' });
  });
});

describe('a log that asks a witness', () => {
  const port = (): WitnessPort => {
    const desk = witnessDesk(folder, () => now);
    return {
      addCheckpoint: (body) => desk.addCheckpoint(body),
      newest: async (name) => {
        const { status, body } = await desk.newest(name);
        return status === 200 ? body : undefined;
      },
    };
  };
  const ask = async (size: number, lastSize: number, of = log, witness = port()) =>
    askWitness({
      witness,
      witnessKey: folder.key,
      logKeys: [log.key],
      checkpoint: await of.checkpoint(size),
      tiles: of.tiles,
      lastSize,
    });

  it('gets its checkpoint cosigned, also where it had forgotten how far the witness was', async () => {
    expect(await ask(10, 0)).toMatchObject({ outcome: 'cosigned', size: 10, signedAtSeconds: now });
    const again = await ask(20, 0);
    expect(again).toMatchObject({ outcome: 'cosigned', size: 20 });
    const note = again.outcome === 'cosigned' ? again.note : '';
    expect(openNote(note, [log.key, folder.key])).toMatchObject({ outcome: 'verified', unknown: [] });
    expect(await ask(30, 25)).toMatchObject({ outcome: 'cosigned', size: 30 });
  });

  it('that went back is told so, with its own signature for evidence', async () => {
    await ask(20, 0);
    expect(await ask(10, 10)).toEqual({
      outcome: 'ahead',
      size: 20,
      evidence: (await port().newest(origin)) as string,
    });
  });

  it('that shows another history is contradicted, with its own signature for evidence', async () => {
    await ask(20, 0);
    for (const size of [20, 30]) {
      expect(await ask(size, 20, other)).toMatchObject({ outcome: 'contradicted', evidence: expect.any(String) });
    }
  });

  it('is not stopped by a witness that has nothing of the log to show for what it says', async () => {
    const lying = (over: Partial<WitnessPort>): WitnessPort => ({
      addCheckpoint: async () => ({ status: 409, contentType: 'text/x.tlog.size', body: '999\n' }),
      newest: async () => undefined,
      ...over,
    });
    expect(await ask(10, 0, log, lying({}))).toEqual({ outcome: 'ahead', size: 999 });
    const forged = await log.checkpoint(300, toyLog('x.example', 1).key);
    expect(await ask(10, 0, log, lying({ newest: async () => forged }))).toEqual({ outcome: 'ahead', size: 999 });
    const going = ['3', '4', '5', '6'].values();
    const restless = lying({
      addCheckpoint: async () => ({ status: 409, contentType: 'text/x.tlog.size', body: `${going.next().value}\n` }),
    });
    await expect(ask(10, 0, log, restless)).rejects.toThrow('another size');
    for (const [status, body] of [
      [200, 'Thank you.\n'],
      [200, ''],
      [500, 'Sorry.'],
      [302, ''],
    ] as const) {
      const witness = lying({ addCheckpoint: async () => ({ status, contentType: 'text/plain', body }) });
      await expect(ask(10, 0, log, witness), `${status} ${body}`).rejects.toThrow(
        /cosignature does not hold|it answered/,
      );
    }
  });

  it('is told by a witness that does not look after it', async () => {
    const strange = toyLog('strange.example', 5);
    const words = { outcome: 'refused', why: 'This witness does not look after the log "strange.example".' };
    expect(await ask(5, 0, strange)).toEqual(words);
  });
});
