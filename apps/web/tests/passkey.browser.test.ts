import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { houseInMemory } from '@muster/house/testing';
import { buildServer } from '@muster/server';
import type { Instant } from '@muster/terms';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults } from '../../../contract/browser/accessibility.ts';
import { openBrowser } from '../../../contract/browser/browser.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof buildServer>>;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
  const port = await freePort();
  // By name: a passkey is bound to a name, and an address of numbers has none.
  url = `http://localhost:${port}`;
  server = await buildServer({
    house: await houseInMemory(),
    token: 'the-token-of-this-house',
    now: () => new Date().toISOString() as Instant,
    settings: {
      access: 'exercise',
      login: { publicUrl: url, provider: undefined },
      host: '127.0.0.1',
      port,
      hostNames: [],
      trustedProxies: [],
      logLevel: 'silent',
      metricsToken: undefined,
      callsPerMinute: undefined,
      mostDelayMs: undefined,
      drainSeconds: 0,
    },
  });
  await server.listen({ host: '127.0.0.1', port });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const freePort = (): Promise<number> =>
  new Promise((settle) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => settle(port));
    });
  });

/** A browser with a device that says yes for its owner, as CDP's virtual authenticator does. */
async function withDevice() {
  const context = await browser.newContext({ viewport: { width: 375, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const owner = (isThere: boolean) =>
    device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: isThere });
  const keys = async () => (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  return { context, page, complaints, owner, keys };
}

const me = (page: Page) => page.evaluate(async () => (await fetch('/api/me')).json());

it('somebody makes a passkey, logs in by it alone, and not once it is removed', async () => {
  const { context, page, complaints, owner, keys } = await withDevice();
  await page.goto(`${url}/login?returnTo=/account`);
  await page.getByLabel('Login name').fill('counsel');
  await page.getByLabel('Password').fill('this is only an exercise');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByText('You have none.').waitFor();
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByText('Your passkey is made').waitFor();
  expect(await keys()).toHaveLength(1);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto(`${url}/login?fresh=1&returnTo=/account`);
  const byKey = page.getByRole('button', { name: 'Log in with a passkey' });
  expect(await accessibilityFaults(page)).toEqual([]);
  await byKey.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  expect(await me(page)).toMatchObject({ kind: 'member', personId: 'per_dod-counsel', fresh: true });

  // Whoever holds the device and is not its owner gets nowhere.
  await owner(false);
  await page.goto(`${url}/login?fresh=1`);
  await byKey.click();
  await page.getByText('Nothing was done').waitFor();
  await owner(true);

  await page.goto(`${url}/account`);
  await page.getByRole('button', { name: /^Remove the passkey of/ }).click();
  await page.getByText('That passkey opens nothing any more.').waitFor();
  await page.goto(`${url}/login?fresh=1`);
  await byKey.click();
  await page.getByText('That passkey is none of this Muster').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('what a device once signed is taken once, by whoever was asked for it', async () => {
  const { context, page } = await withDevice();
  await page.goto(`${url}/login?returnTo=/account`);
  await page.getByLabel('Login name').fill('desk');
  await page.getByLabel('Password').fill('this is only an exercise');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByText('Your passkey is made').waitFor();
  await page.goto(`${url}/login?fresh=1`);
  const sent = page.waitForRequest((call) => call.url().endsWith('/passkey') && call.method() === 'POST');
  await page.getByRole('button', { name: 'Log in with a passkey' }).click();
  const signed = (await sent).postData() as string;
  await page.waitForURL(`${url}/`);
  // Another login, to which what was signed for the one before is sent.
  await page.goto(`${url}/login?fresh=1`);
  const again = await page.evaluate(async (body) => {
    const head = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const to = `${location.pathname}/passkey`;
    await fetch(`${to}/options`, { ...head, body: '{}' });
    const answers = [];
    for (let tries = 0; tries < 2; tries += 1) answers.push((await fetch(to, { ...head, body })).status);
    return answers;
  }, signed);
  expect(again).toEqual([401, 401]);
  await context.close();
});
