import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';

const html = `<!doctype html>
<html lang="en"><title>Muster</title><meta charset="utf-8">
<body style="background: white; color: black; font: 32px sans-serif">
<main><h1>Borrow people lawfully</h1>
<p><span id="narrow">iiiiiiii</span></p><p><span id="wide">WWWWWWWW</span></p></main>`;

const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

it('draws text, in letters of their own width', async () => {
  const widthOf = async (id: string) => (await page.locator(id).boundingBox())?.width ?? 0;
  expect(await widthOf('#wide')).toBeGreaterThan(2 * (await widthOf('#narrow')));

  const picture = await page.screenshot(
    process.env.MUSTER_PICTURES ? { path: `${process.env.MUSTER_PICTURES}/page.png` } : {},
  );
  expect(await inkOf(picture)).toBeGreaterThan(1_000);
});

it('finds what keeps people out, and only that', async () => {
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.locator('main').evaluate((main) => main.insertAdjacentHTML('beforeend', '<img src="data:,">'));
  expect(await accessibilityFaults(page)).toEqual([expect.stringContaining('image-alt')]);
});

/** How many dark pixels a picture has, counted by the browser itself. */
const inkOf = (picture: Buffer): Promise<number> =>
  page.evaluate(
    async (data) => {
      const image = new Image();
      image.src = data;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('This browser has no canvas.');
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
      let dark = 0;
      for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] ?? 255) < 128) dark += 1;
      return dark;
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
