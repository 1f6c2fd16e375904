import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with a page as it now stands, one line a fault: the rule, what it asks, where it is broken.
 * Axe opens a page beside it, so open yours in a `browser.newContext()`.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}, at ${nodes.map((n) => n.target.join(' ')).join('; ')}`,
  );
}
