import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../../contract/browser/accessibility.ts';
import { openBrowser } from '../../../contract/browser/browser.ts';
import { ensureWebBuilt } from '../../../tools/build-web.ts';
import { openPageServer, outcome, type PageServer } from './testing/page-server.ts';

let browser: Browser;
let server: PageServer;
beforeAll(async () => {
  await ensureWebBuilt({ quiet: true });
  [browser, server] = await Promise.all([openBrowser(), openPageServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the request and hands it over with all that was fetched for it. */
async function onRequest(width: number, act: (page: Page, fetched: readonly string[]) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const fetched: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${server.url}/requests/${outcome.requestId}`);
    await page.locator('.record-day').first().waitFor();
    await act(page, fetched);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

const open = (page: Page) => page.getByRole('button', { name: 'Suppose something' });
const workOut = (page: Page) => page.getByRole('button', { name: 'Work it out' });
const result = (page: Page) => page.getByRole('region', { name: 'What would be different' });
const focusedOn = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
const isFit = async (page: Page, width: number) => {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
};

describe.each([320, 768, 1440])('what if, at %i px', (width) => {
  it('a lender refuses: worked out by keyboard alone, told in sentences and a table', () =>
    onRequest(width, async (page) => {
      await open(page).focus();
      await page.keyboard.press('Enter');
      const lender = page.getByLabel('This lender refuses');
      await lender.waitFor();
      expect(await focusedOn(page)).toBe('what-if-refuses');
      expect(await lender.locator('option').allTextContents()).toEqual([
        'No lender',
        'State of Alabama (12)',
        'State of Wyoming (4)',
      ]);

      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('alert').textContent()).toContain('Choose a lender that refuses');

      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('State of Al');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await focusedOn(page)).toBe('Work it out');
      await page.keyboard.press('Enter');
      await result(page).waitFor();
      expect(await focusedOn(page)).toBe('Work it out');

      const told = await result(page).textContent();
      for (const words of [
        'If the State of Alabama refuses',
        'Of 16 people asked for, 16 would be there throughout: as many as now.',
        'They would be there 2.5 days after the order on average, 1.5 days later than now.',
        'It would cost $840, $360 more than now.',
        'would give 30 %, as now',
        'Over all lines and times, 12 people would be put on and 12 people taken off.',
        'Proved best: gap 0 %',
      ])
        expect(told).toContain(words);
      const lenders = result(page).getByRole('region', { name: /^Lenders that change/ });
      expect(await lenders.locator('tbody tr').allTextContents()).toEqual([
        'State of Alabama120−12',
        'State of Arizona012+12',
      ]);
      await isFit(page, width);
    }));
});

it('a line needs more: those who are there stay, and only so many more come as there are', () =>
  onRequest(1440, async (page) => {
    await open(page).click();
    await page.getByLabel('This line needs more').selectOption('Medical, Texas');
    await workOut(page).click();
    expect(await page.getByRole('alert').textContent()).toContain('as a whole number from 1 to 100,000');
    await page.getByLabel('How many more people').fill('30');
    await workOut(page).click();
    await result(page).waitFor();
    const told = await result(page).textContent();
    expect(told).toContain('If 30 more people are needed for “Medical, Texas”');
    expect(told).toContain('Of 46 people asked for, 36 would be there throughout: 20 more than now.');
    expect(told).toContain('Medical, Texas (asks for 36 instead of 6)');
    expect(told).toContain('20 people would be put on and nobody taken off');
    expect(await page.getByRole('alert').count()).toBe(0);
  }));

it('nothing of the planning is fetched before it is wanted, and the solver only once something is supposed', () =>
  onRequest(1440, async (page, fetched) => {
    const ofPlanning = () =>
      fetched
        .filter((path) => /what-if|worker|\.wasm|planning-problem/.test(path))
        .map((path) => path.split('.').at(-1));
    expect(ofPlanning()).toEqual([]);
    await open(page).click();
    const lender = page.getByLabel('This lender refuses');
    await lender.selectOption({ index: 1 });
    expect(ofPlanning()).not.toContain('wasm');
    await workOut(page).click();
    await result(page).waitFor();
    expect(ofPlanning()).toContain('wasm');
    const before = ofPlanning().length;
    await lender.selectOption({ index: 2 });
    await workOut(page).click();
    await page.getByText('If the State of Wyoming refuses', { exact: true }).waitFor();
    expect(ofPlanning()).toHaveLength(before);
  }));

it('is stopped when asked to, and goes on with the next question', () =>
  onRequest(1440, async (page) => {
    await open(page).click();
    await page.getByLabel('This lender refuses').selectOption({ index: 1 });
    // A solver that never comes.
    await page.context().route('**/*.wasm', () => {});
    await workOut(page).click();
    await page.getByText('Fetching the solver…').waitFor();
    await isFit(page, 1440);
    await page.getByRole('button', { name: 'Stop' }).press('Enter');
    await page.getByText('Stopped. Nothing was worked out.').waitFor();
    expect(await focusedOn(page)).toBe('Work it out');
    await page.context().unrouteAll();
    await workOut(page).click();
    await result(page).waitFor();
  }));

it('says what went wrong where problem or solver cannot be had, and tries again', () =>
  onRequest(320, async (page) => {
    await page
      .context()
      .route('**/planning-problem', (route) => route.fulfill({ status: 500, json: { detail: 'Out of order.' } }));
    await open(page).click();
    await page.getByRole('heading', { name: 'Out of order.' }).waitFor();
    await isFit(page, 320);
    await page.context().unrouteAll();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByLabel('This lender refuses').selectOption({ index: 1 });

    await page.context().route('**/*.wasm', (route) => route.abort());
    await workOut(page).click();
    await page.getByRole('heading', { name: 'Nothing was worked out' }).waitFor();
    await isFit(page, 320);
    await page.context().unrouteAll();
    await workOut(page).click();
    await result(page).waitFor();
  }));
