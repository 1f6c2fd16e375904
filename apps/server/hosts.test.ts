import { beforeAll, expect, it } from 'vitest';
import { exerciseSettings, type ServerSettings } from './server-settings.ts';
import { problemIn, serverInMemory } from './testing.ts';

const members: ServerSettings = { ...exerciseSettings, access: 'members', hostNames: ['muster.example.gov'] };
type Called = Awaited<ReturnType<typeof serverInMemory>>['app'];
let behindProxy: Called;
let alone: Called;

beforeAll(async () => {
  behindProxy = (await serverInMemory({ settings: { ...members, trustedProxies: ['10.1.0.0/16'] } })).app;
  alone = (await serverInMemory({ settings: members })).app;
});

const statusOf = async (app: Called, headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  (await app.inject({ url: '/api/health', headers, remoteAddress })).statusCode;

it('a server answers for the names it was given and for this machine, and says which', async () => {
  expect(await statusOf(alone, { host: 'muster.example.gov' })).toBe(200);
  expect(await statusOf(alone, { host: 'MUSTER.example.gov:443' })).toBe(200);
  expect(await statusOf(alone, { host: '127.0.0.1:4600' })).toBe(200);
  const refused = await alone.inject({ url: '/api/health', headers: { host: 'evil.example' } });
  expect(refused.statusCode).toBe(421);
  expect(problemIn(refused)).toMatchObject({ code: 'OTHER_HOST', allowed: 'Use muster.example.gov.' });
});

it('what a proxy says is believed of the proxies that were named, and of nobody else', async () => {
  const forwarded = { host: '127.0.0.1', 'x-forwarded-host': 'evil.example' };
  expect(await statusOf(alone, forwarded)).toBe(200);
  expect(await statusOf(behindProxy, forwarded, '192.0.2.1')).toBe(200);
  expect(await statusOf(behindProxy, forwarded, '10.1.2.3')).toBe(421);
  expect(await statusOf(behindProxy, { host: 'x', 'x-forwarded-host': 'muster.example.gov' }, '10.1.2.3')).toBe(200);
});
