import { fileURLToPath } from 'node:url';
import { lawMatrix, loadLawPack } from '@muster/policy-cedar';
import type { Day } from '@muster/terms';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { accessibilityFaults } from '../../../contract/browser/accessibility.ts';
import { openBrowser } from '../../../contract/browser/browser.ts';
import { lawMatrixHtml } from './law-matrix-html.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  const loaded = loadLawPack(fileURLToPath(new URL('../../../law/us', import.meta.url)));
  if (loaded.outcome === 'faulty') throw new Error('The pack us is not sound.');
  page = await context.newPage();
  await page.setContent(lawMatrixHtml(lawMatrix(loaded.book, '2026-06-01' as Day)));
});

const cell = () => page.locator('tr', { hasText: 'T10_NO_EXCEPTION' }).locator('td').nth(8);

it('keeps nobody out', async () => {
  expect(await accessibilityFaults(page)).toEqual([]);
});

it('shows the citations of a cell under the pointer and under the focus, and Escape puts them away', async () => {
  const note = cell().getByRole('tooltip');
  expect(await note.isVisible()).toBe(false);
  await cell().hover();
  expect(await note.textContent()).toContain('18 USC 1385; 10 USC 275; 32 CFR 182');
  expect(await note.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await note.isVisible()).toBe(false);
  await page.mouse.move(0, 0);
  await cell().locator('a').focus();
  expect(await note.isVisible()).toBe(true);
});

it('leads from a cell to its note by keyboard', async () => {
  await cell().locator('a').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('li:target').textContent()).toContain('posse-comitatus.no-arrest');
});
