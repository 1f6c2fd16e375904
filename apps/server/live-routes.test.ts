import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { exampleOf } from './examples.ts';
import { exerciseSettings } from './server-settings.ts';
import { problemIn, serverInMemory } from './testing.ts';

vi.setConfig({ testTimeout: 20_000 });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(house: House, over: Parameters<typeof serverInMemory>[0] = {}) {
  const { app } = await serverInMemory({ house, ...over });
  closing.push(() => app.close());
  return { app, url: `${await app.listen({ host: '127.0.0.1', port: 0 })}/api/live` };
}

interface Message {
  readonly name: string;
  readonly id: string | undefined;
  readonly data: { readonly events?: readonly { readonly stream: string; readonly position: number }[] };
}

/** Listens as an EventSource does: only whole messages count, and the last id is where it goes on. */
async function listen(
  url: string,
  lastId: string | undefined,
  onMessage: (m: Message) => boolean,
): Promise<string | undefined> {
  const stop = new AbortController();
  const headers = { accept: 'text/event-stream', ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
  const answer = await fetch(url, { headers, signal: stop.signal });
  if (answer.status !== 200 || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`);
  let text = '';
  let id = lastId;
  try {
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((l) => l.split(/: (.*)/s, 2) as [string, string]),
        );
        text = text.slice(end + 2);
        id = fields.get('id') ?? id;
        const name = fields.get('event');
        if (name === undefined) continue;
        if (!onMessage({ name, id, data: JSON.parse(fields.get('data') ?? '{}') })) return id;
      }
    }
  } finally {
    stop.abort();
  }
  return id;
}

let drawn = 0;
const note = (house: House) => {
  const { by, data } = exampleOf('NotePastDeployment') ?? {};
  const n = ++drawn;
  const command = { commandId: `cmd_live-${n}`, name: 'NotePastDeployment', at: '2025-05-09T12:00:00Z', by };
  return house.carryOut({ ...command, data: { ...data, deploymentId: `dep_live-${n}` } } as never);
};

it('whoever goes and comes, on one server or the other, hears each event once and in order', async () => {
  const house = await houseInMemory();
  await note(house);
  const urls = [(await serve(house)).url, (await serve(house)).url];
  const wanted = 120;
  let writing = true;
  const write = async () => {
    for (let n = 0; n < wanted; n++) {
      await note(house);
      if (n % 7 === 0) await pause(15);
    }
    writing = false;
  };
  const readers = Array.from({ length: 6 }, async (_, reader) => {
    const heard: string[] = [];
    // The place is taken before anything is written; from then on it goes and comes.
    let id = await listen(urls[reader % 2] as string, undefined, (m) => m.name !== 'here');
    begun[reader]?.();
    for (let turn = 0; heard.length < wanted; turn++) {
      let left = 1 + ((reader + turn) % 3);
      id = await listen(urls[(reader + turn) % 2] as string, id, (m) => {
        heard.push(...(m.data.events ?? []).map((e) => `${e.stream} ${e.position}`));
        return --left > 0 && heard.length < wanted;
      });
    }
    return heard;
  });
  await Promise.all(ready);
  await write();
  const all = await Promise.all(readers);
  expect(writing).toBe(false);
  const { events } = await house.record.tail(undefined, 1000);
  const recorded = events.slice(-wanted).map((e) => `${e.stream} ${e.position}`);
  for (const heard of all) expect(heard).toEqual(recorded);
});

const begun: (() => void)[] = [];
const ready = Array.from(
  { length: 6 },
  (_, i) =>
    new Promise<void>((settle) => {
      begun[i] = settle;
    }),
);

it('an event reaches whoever listens, and a record that fails meanwhile makes nothing be lost', async () => {
  const house = await houseInMemory();
  await note(house);
  let fails = false;
  const tail: House['record']['tail'] = (...args) =>
    fails ? Promise.reject(new Error('gone')) : house.record.tail(...args);
  const { url } = await serve({ ...house, record: { ...house.record, tail } });
  const heard: number[] = [];
  await listen(url, undefined, (m) => {
    if (m.name === 'here') {
      fails = true;
      void note(house)
        .then(() => pause(500))
        .then(() => {
          fails = false;
          return note(house);
        });
    }
    heard.push(...(m.data.events ?? []).map((e) => e.position));
    return heard.length < 2;
  });
  expect(heard).toHaveLength(2);
});

it('members hear that something was recorded, and nothing of what', async () => {
  const house = await houseInMemory();
  await note(house);
  const { url } = await serve(house, { settings: { ...exerciseSettings, access: 'members' } });
  const told: Message[] = [];
  await listen(url, undefined, (m) => {
    told.push(m);
    if (m.name === 'here') void note(house);
    return m.name !== 'recorded';
  });
  expect(told.at(-1)?.data).toEqual({});
});

it('no more listen than may, a place that was made up is refused, and who does not accept messages gets a problem', async () => {
  const house = await houseInMemory();
  const { app, url } = await serve(house, { mostListeners: 2 });
  const stop = new AbortController();
  const headers = { accept: 'text/event-stream' };
  for (const _ of [1, 2]) expect((await fetch(url, { headers, signal: stop.signal })).status).toBe(200);
  const third = await app.inject({ url: '/api/live', headers });
  expect([third.statusCode, problemIn(third).code]).toEqual([503, 'LISTENERS_FULL']);
  stop.abort();
  for (
    let tries = 0;
    (await app.inject({ url: '/api/live', headers: { ...headers, 'last-event-id': 'x.y' } })).statusCode !== 400;
    tries++
  ) {
    if (tries > 100) throw new Error('Those who went are still counted.');
    await pause(20);
  }
  const plain = await app.inject('/api/live');
  expect([plain.statusCode, problemIn(plain).code]).toEqual([406, 'LIVE_NOT_ACCEPTED']);
});

it('a server that is closed lets go of those who listen', async () => {
  const house = await houseInMemory();
  const { app, url } = await serve(house);
  let here = () => {};
  const isHere = new Promise<void>((settle) => {
    here = settle;
  });
  const listening = listen(url, undefined, () => {
    here();
    return true;
  });
  await isHere;
  await app.close();
  await listening;
});
