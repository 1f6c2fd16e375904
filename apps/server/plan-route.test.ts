import type { PlanOrder } from '@muster/flow';
import type { House } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import type { PlanWatch } from '@muster/plan';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, problemIn, serverInMemory } from './testing.ts';

/** A house whose plans are never ready: each ends only when it is told to. */
const asked: PlanOrder[] = [];
let begun: () => void = () => {};
const hasBegun = new Promise<void>((settle) => {
  begun = settle;
});
let end: (why: string) => void = () => {};
const ended = new Promise<string>((settle) => {
  end = settle;
});
const slow = (house: House): House => ({
  ...house,
  plan: (order: PlanOrder, watch?: PlanWatch) => {
    asked.push(order);
    begun();
    watch?.onProgress?.(0, 7, 'fill: 12 found', { level: 'fill', incumbent: 12, bound: 10, gap: 1 / 6 });
    if (order.planId === ('pln_none' as never)) return Promise.resolve({ outcome: 'unsolved', why: 'It is too hard.' });
    return new Promise((settle) => {
      watch?.signal?.addEventListener('abort', () => {
        end('cancelled');
        settle({ outcome: 'unsolved', why: 'The solving was cancelled.' });
      });
    });
  },
});

let app: Awaited<ReturnType<typeof serverInMemory>>['app'];
beforeAll(async () => {
  app = (await serverInMemory({ house: slow(await houseInMemory()) })).app;
});
afterAll(() => app.close());

const call = {
  method: 'POST' as const,
  url: '/api/requests/req_a/plan',
  headers: { ...bearer, 'content-type': 'application/json', 'idempotency-key': 'cmd_plan', 'if-match': '*' },
};
const body = (over: object = {}) => ({
  by: { personId: 'per_sourcing', role: 'sourcingOfficer', partyId: 'us.dod' },
  planId: 'pln_a',
  orderOn: '2025-05-26',
  travelKmPerDay: 800,
  ...over,
});

describe('the order to plan', () => {
  it('ends the solving when whoever asked has gone away, within a second', async () => {
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const going = new AbortController();
    const answer = fetch(`${url}${call.url}`, {
      ...call,
      body: JSON.stringify(body({ order: ['fill', 'cost'] })),
      signal: going.signal,
    }).catch((error: Error) => error.name);
    await hasBegun;
    going.abort();
    const late = new Promise<string>((settle) => setTimeout(() => settle('a second has gone by'), 1000));
    expect(await Promise.race([ended, late])).toBe('cancelled');
    expect(await answer).toBe('AbortError');
    expect(asked[0]?.order).toEqual(['fill', 'cost']);
  });

  it('is followed by whoever would: how far it is, then what would have been answered without', async () => {
    const headers = { ...call.headers, accept: 'text/event-stream' };
    const answer = await app.inject({ ...call, headers, payload: body({ planId: 'pln_none' }) });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/event-stream/);
    const [progress, last, nothing] = answer.body.split('\n\n').map((event) => {
      const [, name, data] = /^event: (\w+)\ndata: (.+)$/.exec(event) ?? [];
      return name && { name, data: JSON.parse(data ?? '') };
    });
    const at = { level: 'fill', incumbent: 12, bound: 10, gap: 1 / 6 };
    expect(progress).toEqual({ name: 'progress', data: { done: 0, of: 7, words: 'fill: 12 found', ...at } });
    const without = await app.inject({ ...call, payload: body({ planId: 'pln_none' }) });
    expect(problemIn(without)).toMatchObject({ code: 'PLAN_UNSOLVED', detail: 'It is too hard.' });
    expect(last).toEqual({ name: 'problem', data: without.json() });
    expect(nothing).toBeUndefined();
  });

  it('is refused with its status before anything is told, however it is asked', async () => {
    const headers = { ...call.headers, accept: 'text/event-stream' };
    const answer = await app.inject({ ...call, headers, payload: body({ orderOn: 'soon' }) });
    expect(answer.statusCode).toBe(400);
    expect(problemIn(answer).code).toBe('COMMAND_INVALID');
  });

  it.each([
    [['cost', 'fill'], 'must begin with "fill": nobody is left out to save anything else'],
    [['fill', 'cost', 'cost'], 'must name nothing twice'],
    [['fill', 'price'], 'must be one of fill, changes, days, arrival, cost, burden'],
  ])('refuses the order %s', async (order, words) => {
    const answer = await app.inject({ ...call, payload: body({ order }) });
    expect(answer.statusCode).toBe(400);
    expect(problemIn(answer).detail).toContain(words);
  });
});
