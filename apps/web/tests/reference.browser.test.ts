import type { AddressInfo } from 'node:net';
import { houseInMemory } from '@muster/house/testing';
import { buildServer } from '@muster/server';
import type { Instant } from '@muster/terms';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../../contract/browser/accessibility.ts';
import { openBrowser } from '../../../contract/browser/browser.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof buildServer>>;
let url: string;
beforeAll(async () => {
  browser = await openBrowser();
  const now = () => '2025-05-09T12:00:00Z' as Instant;
  server = await buildServer({ house: await houseInMemory(), token: 'the-token-of-this-house', now });
  await server.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each([320, 1280])('the API’s own page, at %i px', (width) => {
  it('shows every call of the document, for everybody, and asks nothing of elsewhere', async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    try {
      const page = await context.newPage();
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
      await page.goto(`${url}/api/reference`);
      const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as { paths: Record<string, object> };
      const calls = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      expect((await page.locator('h3').allInnerTexts()).sort()).toEqual(calls.sort());
      expect(await page.locator('#DraftRequest ~ pre').innerText()).toContain('"requestId"');
      expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/api/reference', '/api/reference.css']);
      expect(complaints.filter((words) => !words.includes('404'))).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      // Nothing has to be moved sideways to be read but what says so itself.
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    } finally {
      await context.close();
    }
  });
});
