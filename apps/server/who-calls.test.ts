import fastify from 'fastify';
import { expect, it } from 'vitest';
import type { Access } from './server-settings.ts';
import { knowCallers } from './who-calls.ts';

const token = 'the-token-of-this-house';

async function callerAs(access: Access, headers: Record<string, string>): Promise<unknown> {
  const app = fastify();
  knowCallers(app, { access, token });
  app.get('/', async (call) => call.caller);
  return (await app.inject({ url: '/', headers })).json();
}

it('is anybody where nothing, or something else, is shown', async () => {
  for (const authorization of ['', 'Bearer ', `Bearer ${token}x`, `Basic ${token}`, `bearer${token}`, token]) {
    expect(await callerAs('exercise', { authorization }), authorization).toEqual({ kind: 'anonymous' });
  }
  expect(await callerAs('exercise', {})).toEqual({ kind: 'anonymous' });
});

it("is believed with the data folder's token in an exercise, and nobody among members", async () => {
  const shown = { authorization: `Bearer ${token}` };
  expect(await callerAs('exercise', shown)).toEqual({ kind: 'exercise' });
  expect(await callerAs('members', shown)).toEqual({ kind: 'anonymous' });
});
