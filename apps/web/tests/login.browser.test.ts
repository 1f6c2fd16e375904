import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { houseInMemory } from '@muster/house/testing';
import { buildServer } from '@muster/server';
import type { Instant } from '@muster/terms';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../../contract/browser/accessibility.ts';
import { openBrowser } from '../../../contract/browser/browser.ts';
import { ensureWebBuilt } from '../../../tools/build-web.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof buildServer>>;
let url: string;
let ahead = 0;

beforeAll(async () => {
  await ensureWebBuilt({ quiet: true });
  browser = await openBrowser();
  server = await buildServer({
    house: await houseInMemory(),
    token: 'the-token-of-this-house',
    now: () => new Date(Date.now() + ahead).toISOString() as Instant,
    webFolder: fileURLToPath(new URL('../dist', import.meta.url)),
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function onPage<T>(act: (page: Page, complaints: string[]) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 375, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  try {
    return await act(page, complaints);
  } finally {
    await context.close();
  }
}

/** With the keyboard alone. */
async function logIn(page: Page, name: string, password = 'this is only an exercise') {
  await page.getByLabel('Login name').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

const me = (page: Page) => page.evaluate(async () => (await fetch('/api/me')).json());
const opinion = (page: Page) =>
  page.evaluate(async () => {
    const by = { personId: 'per_dod-counsel', partyId: 'us.dod', role: 'counsel' };
    const answer = await fetch('/api/commands/GiveOpinion', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'cmd_opinion', 'muster-page': '1' },
      body: JSON.stringify({ by, data: {} }),
    });
    return (await answer.json()).code as string;
  });

describe('in a browser', () => {
  it('somebody logs in, is named on the page, and logs out', () =>
    onPage(async (page, complaints) => {
      await page.goto(url);
      await page.getByRole('link', { name: 'Log in' }).click();
      await page.getByRole('heading', { name: 'Log in' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      if (process.env.MUSTER_PICTURES) await page.screenshot({ path: `${process.env.MUSTER_PICTURES}/login.png` });
      expect(complaints).toEqual([]);
      await logIn(page, 'counsel', 'a guess that is long enough');
      await page.getByRole('alert').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByLabel('Login name').fill('');
      await logIn(page, 'counsel');
      await page.getByText('Counsel, Defense').waitFor();
      if (process.env.MUSTER_PICTURES) await page.screenshot({ path: `${process.env.MUSTER_PICTURES}/logged-in.png` });
      expect(await page.evaluate(() => document.cookie)).toBe('');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Log out' }).click();
      await page.getByRole('link', { name: 'Log in' }).waitFor();
      expect(await me(page)).toMatchObject({ kind: 'anonymous' });
    }));

  it('somebody changes their password and ends other logins with the keyboard alone, on a page anybody can read', () =>
    onPage(async (page, complaints) => {
      await onPage(async (other) => {
        await other.goto(`${url}/login`);
        await logIn(other, 'sourcing');
        await other.getByText('Sourcing officer, Defense').waitFor();
      });
      await page.goto(`${url}/login`);
      await logIn(page, 'sourcing');
      await page.getByRole('link', { name: 'Sourcing officer, Defense' }).click();
      await page.getByRole('heading', { name: 'Where you are logged in' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      if (process.env.MUSTER_PICTURES)
        await page.screenshot({ path: `${process.env.MUSTER_PICTURES}/account.png`, fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.getByRole('button', { name: 'End all others' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Every other login is ended.').waitFor();
      await page.getByText('You are logged in nowhere else.').waitFor();
      await page.getByLabel('Password now').focus();
      await page.keyboard.type('this is only an exercise');
      await page.keyboard.press('Tab');
      await page.keyboard.type('plain kettle under seven larches');
      await page.keyboard.press('Enter');
      await page.getByText('Your password is changed').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }));

  it('a decision is asked for again after a fresh login, and then looked at', () =>
    onPage(async (page) => {
      await page.goto(`${url}/login`);
      await logIn(page, 'counsel');
      await page.getByText('Counsel, Defense').waitFor();
      expect(await opinion(page)).toBe('COMMAND_INVALID');
      ahead = 16 * 60_000;
      expect(await opinion(page)).toBe('LOGIN_STALE');
      ahead = 0;
      await page.goto(`${url}/login?fresh=1`);
      await logIn(page, 'counsel');
      await page.getByText('Counsel, Defense').waitFor();
      expect(await opinion(page)).toBe('COMMAND_INVALID');
    }));

  it("another site's form changes nothing, though the browser knows somebody here", () =>
    onPage(async (page) => {
      await page.goto(`${url}/login`);
      await logIn(page, 'counsel');
      await page.getByText('Counsel, Defense').waitFor();
      // Another port is another origin, and the same site: the browser sends the cookie along.
      const form = `<!doctype html><form method="post" action="${url}/api/logout"><button>Go</button></form>`;
      const other = createServer((_call, answer) => answer.setHeader('content-type', 'text/html').end(form));
      await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
      await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
      const [answered] = await Promise.all([
        page.waitForResponse((answer) => answer.url().endsWith('/api/logout')),
        page.getByRole('button').click(),
      ]);
      expect(answered.status()).toBe(403);
      expect((await answered.request().allHeaders()).cookie).toContain('muster-session=');
      other.close();
      other.closeAllConnections();
      await page.goto(url);
      expect(await me(page)).toMatchObject({ kind: 'member' });
    }));
});
