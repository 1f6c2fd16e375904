import { commandNames, isGivenByPeople } from '@muster/flow';
import type { House } from '@muster/house';
import type { Instant } from '@muster/terms';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { etagOfBytes, Reading, seenBy, tagsIn } from './etag.ts';
import { changesWhatExists } from './preconditions.ts';
import { giving, problemIn, serverInMemory, storm, stormBefore, stormCommand } from './testing.ts';

const url = `/api/requests/${storm.requestId}`;
const committing = stormCommand('cmd_hurricane-09-commit');
const inMind = stormCommand('cmd_hurricane-10-withdraw');

let house: House;
let app: FastifyInstance;
let first: string;
beforeAll(async () => {
  house = await stormBefore('cmd_hurricane-09-commit');
  app = (await serverInMemory({ house, now: () => '2024-10-07T02:00:00Z' as Instant })).app;
  first = await etag();
});
afterAll(() => app.close());

const etag = async (of = url) => String((await app.inject(of)).headers.etag);
const withdraw = (commandId: string, head: Record<string, string> = {}, data: object = {}) => {
  const { 'if-match': _, ...call } = giving('/api/commands/WithdrawConsent', {
    commandId,
    by: inMind.by,
    data: { ...(inMind.data as object), ...data },
  }).headers as Record<string, string>;
  const payload = { by: inMind.by, data: { ...(inMind.data as object), ...data } };
  return app.inject({ method: 'POST', url: '/api/commands/WithdrawConsent', headers: { ...call, ...head }, payload });
};

describe('a read', () => {
  it('carries a strong ETag, and whoever holds it gets 304 and nothing else', async () => {
    for (const path of [
      url,
      `${url}/planning-problem`,
      '/api/requests',
      '/api/record',
      '/api/parties/us.ga/stand-ins',
    ]) {
      const first = await app.inject(path);
      const tag = String(first.headers.etag);
      expect(tag, path).toMatch(/^"[1h][\w-]+"$/);
      expect(first.headers['cache-control'], path).toBe('private, no-cache');
      for (const held of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const again = await app.inject({ url: path, headers: { 'if-none-match': held } });
        expect([again.statusCode, again.body, again.headers.etag], held).toEqual([304, '', tag]);
      }
      const other = await app.inject({ url: path, headers: { 'if-none-match': '"other"' } });
      expect([other.statusCode, other.body]).toEqual([200, first.body]);
    }
  });
});

describe('a command that changes what exists', () => {
  it('without a word on what its giver has seen is refused with 428, and one that makes something is not', async () => {
    const answer = await withdraw('cmd_blind');
    expect(answer.statusCode).toBe(428);
    expect(problemIn(answer)).toMatchObject({ code: 'IF_MATCH_MISSING', allowed: expect.stringContaining('ETag') });
    const making = commandNames.filter((name) => isGivenByPeople(name) && !changesWhatExists(name));
    expect(making.sort()).toEqual([
      ...[
        'DraftRequest',
        'GiveRole',
        'NameStandIn',
        'NoteOrganisation',
        'NotePastDeployment',
        'NotePerson',
        'OfferPools',
      ],
    ]);
  });

  it.each(['"other"', 'W/"1AAAA"', '"1AAAA"', '"1!"', '"1"', '"h0"', '"1_____________w"', '"a", W/"b"'])(
    'with the ETag %s, which is not what stands, is refused with 412',
    async (tag) => {
      const answer = await withdraw('cmd_stale', { 'if-match': tag });
      expect(answer.statusCode).toBe(412);
      expect(problemIn(answer)).toMatchObject({ code: 'COMMAND_STALE' });
    },
  );

  it.each(['', 'nothing', '"open', '*, "a"', 'a"b"'])(
    'with an If-Match that is none, %j, is refused with 400',
    async (tag) => {
      expect((await withdraw('cmd_none', { 'if-match': tag })).statusCode).toBe(400);
    },
  );

  it('on what was seen is done, is done once, and is answered the same whatever its head says then', async () => {
    const before = await etag();
    const planned = await etag(`${url}/planning-problem`);
    const done = await withdraw('cmd_seen', { 'if-match': `"other", ${before}` });
    expect(done.statusCode).toBe(200);
    for (const head of [{}, { 'if-match': before }, { 'if-match': '"other"' }, { 'if-match': '*' }] as object[]) {
      const again = await withdraw('cmd_seen', head as Record<string, string>);
      expect([again.statusCode, again.body]).toEqual([200, done.body]);
    }
    const other = await withdraw('cmd_seen', { 'if-match': before }, { words: 'Other words.' });
    expect([other.statusCode, problemIn(other).code]).toEqual([422, 'COMMAND_REUSED']);
    for (const stale of [before, planned]) {
      const late = await withdraw('cmd_late', { 'if-match': stale });
      expect([late.statusCode, problemIn(late).code]).toEqual([412, 'COMMAND_STALE']);
    }
    // Stale commands leave no trace: the same id, on what stands, is decided.
    expect((await withdraw('cmd_late', { 'if-match': await etag() })).statusCode).toBe(422);
    expect(await etag()).not.toBe(before);
  });

  it('is held to all that it rests on, as far as its giver has looked at it: a plan is not committed over a consent withdrawn since', async () => {
    const { by, data } = committing;
    const call = giving('/api/commands/CommitPlan', { commandId: 'cmd_commit', by, data });
    const given = async (tag: string) => app.inject({ ...call, headers: { ...call.headers, 'if-match': tag } });
    const late = await given(first);
    expect([late.statusCode, problemIn(late).code]).toEqual([412, 'COMMAND_STALE']);
    // Whoever has looked again hears what is wrong with it.
    const again = await given(await etag());
    expect([again.statusCode, problemIn(again).code]).toEqual([422, 'PLAN_BROKEN']);
  });
});

describe('an ETag', () => {
  const streams = fc.uniqueArray(fc.tuple(fc.string(), fc.nat(2 ** 31)), {
    maxLength: 200,
    selector: ([name]) => name,
  });

  it('says how far each stream went, and nothing of others', () => {
    fc.assert(
      fc.property(streams, fc.string(), (read, law) => {
        const reading = new Reading(law);
        for (const [stream, position] of read) reading.onRead(stream, position);
        const tag = reading.etag();
        expect(tagsIn(tag)).toEqual([tag]);
        for (const [stream, position] of read) expect(seenBy(tag)(stream)).toBe(position);
        expect(seenBy(tag)(`${read.map(([s]) => s).join('')}/`)).toBeUndefined();
      }),
    );
  });

  it('of whatever bytes is read without a failure, and a head of whatever letters too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, text) => {
        seenBy(`"1${Buffer.from(bytes).toString('base64url')}"`)('request/req_a');
        seenBy(text)('request/req_a');
        const tags = tagsIn(text);
        if (Array.isArray(tags)) expect(tags.length).toBeGreaterThan(0);
      }),
    );
    expect(etagOfBytes('a')).not.toBe(etagOfBytes('b'));
  });
});
