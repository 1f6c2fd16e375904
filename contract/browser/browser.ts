import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

/**
 * Opens a real browser, without a window: the Chrome that CHROME_PATH names, else the one npm installed.
 * Close it when done.
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = process.env.CHROME_PATH
    ? { executablePath: process.env.CHROME_PATH, env: {} }
    : await unpackChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--disable-gpu', '--disable-background-networking', '--disable-sync', '--font-render-hinting=none'],
  });
}
