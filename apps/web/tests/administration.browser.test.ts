import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { houseInMemory } from '@muster/house/testing';
import { buildServer } from '@muster/server';
import type { CommandId, Instant, PartyId, PersonId } from '@muster/terms';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults } from '../../../contract/browser/accessibility.ts';
import { openBrowser } from '../../../contract/browser/browser.ts';
import { ensureWebBuilt } from '../../../tools/build-web.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof buildServer>>;
let url: string;
const now = () => new Date().toISOString() as Instant;

beforeAll(async () => {
  await ensureWebBuilt({ quiet: true });
  browser = await openBrowser();
  const house = await houseInMemory();
  await house.directory.keep({
    commandId: 'cmd_keep' as CommandId,
    at: now(),
    keeperId: 'us.fema' as PartyId,
    administratorId: 'per_demo-administrator' as PersonId,
  });
  const webFolder = fileURLToPath(new URL('../dist', import.meta.url));
  server = await buildServer({ house, token: 'the-token-of-this-house', now, webFolder });
  await server.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function asMember<T>(name: string, act: (page: Page, complaints: string[]) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 375, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/login?returnTo=/administration`);
  await page.getByLabel('Login name').fill(name);
  await page.getByLabel('Password').fill('this is only an exercise');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Administration', level: 1 }).waitFor();
  try {
    return await act(page, complaints);
  } finally {
    await context.close();
  }
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

it('an administrator invites somebody, gives them a role, is told what is refused, and ends it, with the keyboard alone', () =>
  asMember('administrator', async (page, complaints) => {
    await page.getByText('keeps the directory.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Name').focus();
    await page.keyboard.type('Sourcing officer');
    await page.keyboard.press('Enter');
    const invited = page.getByText('becomes a member by this link');
    await invited.waitFor();
    const personId = /per_[0-9a-f]{20}/.exec(await invited.innerText())?.[0] as string;
    await page.getByLabel('Person').focus();
    await page.keyboard.type(personId);
    await page.getByLabel('Role', { exact: true }).selectOption('sourcingOfficer');
    await page.getByLabel('At', { exact: true }).selectOption('us.fema');
    await page.getByRole('button', { name: 'Give the role' }).focus();
    await page.keyboard.press('Enter');
    const end = page.getByRole('button', { name: `End Sourcing officer of ${personId}` });
    await end.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    if (process.env.MUSTER_PICTURES) {
      await page.screenshot({ path: `${process.env.MUSTER_PICTURES}/administration.png`, fullPage: true });
    }
    await page.getByLabel('At', { exact: true }).selectOption('us.oh');
    await page.getByRole('button', { name: 'Give the role' }).click();
    await page.getByText('Give the role administrator at us.oh').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await end.focus();
    await page.keyboard.press('Enter');
    await page.getByText('holds the role Sourcing officer no more.').waitFor();
    expect(await end.count()).toBe(0);
    await page.getByLabel('Show organisations').focus();
    await page.keyboard.press('Space');
    await page.locator('.tree__name', { hasText: 'State of Ohio' }).waitFor();
    expect(await fits(page)).toBe(true);
    expect(complaints).toEqual([]);
  }));

it('whoever is no administrator is told so, and is offered nothing to change', () =>
  asMember('planner', async (page, complaints) => {
    await page.getByRole('heading', { name: 'You are no administrator' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Give|End|Make)/ }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }));
