import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../../../contract/browser/accessibility.ts';
import { openBrowser } from '../../../contract/browser/browser.ts';
import { ensureWebBuilt } from '../../../tools/build-web.ts';
import { draft, logShown, openPageServer, outcome, type PageServer } from './testing/page-server.ts';

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

/** Opens a page, hands it over, and closes it; whatever the browser complains of is a fault, but for failed calls. */
async function onPage<T>(path: string, width: number, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (said) => {
    if (said.type() === 'error' && !said.text().includes('Failed to load resource')) complaints.push(said.text());
  });
  try {
    await page.goto(server.url + path);
    await page.locator('h1').waitFor();
    // A request's page is whole when its record and its map have come.
    if (await page.locator('#record').count()) await page.locator('.record-day, #record .empty').first().waitFor();
    if (await page.locator('.consent-map').count()) await page.locator('.state-map, .state-tiles').waitFor();
    const result = await act(page);
    expect(complaints).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

const request = `/requests/${outcome.requestId}`;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe.each([320, 768, 1440])('at %i px', (width) => {
  it.each([
    ['the list', '/', 'Requests', true],
    ['a request', request, 'The Department of Homeland Security asks the Department of Defense', true],
    ['a request just drafted', `/requests/${draft.requestId}`, 'The Department of Homeland Security asks', true],
    ['an unknown request', '/requests/req_none', 'There is no such request', true],
    ['no such page', '/nowhere', 'There is no such page', true],
    ['a server that fails', request, 'Muster does not answer', false],
  ])('%s keeps nobody out and fits its width', async (_name, path, heading, answers) => {
    server.answers = answers;
    try {
      await onPage(path, width, async (page) => {
        expect(await page.locator('h1').textContent()).toContain(heading);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await page.title()).toMatch(/Muster$/);
      });
    } finally {
      server.answers = true;
    }
  });

  it('an empty list says what to do', async () => {
    server.requests = [];
    try {
      await onPage('/', width, async (page) => {
        expect(await page.getByRole('heading', { name: 'No request yet' }).count()).toBe(1);
        expect(await accessibilityFaults(page)).toEqual([]);
      });
    } finally {
      server.requests = [outcome, draft];
    }
  });

  it('a verdict opens by keyboard, says why, and Escape brings the keyboard back', () =>
    onPage(request, width, async (page) => {
      await page.getByRole('heading', { name: 'What the law says' }).focus();
      // Whatever stands between: the first chip is reached by Tab alone.
      for (let i = 0; i < 3 && !(await focused(page)).includes('Why?'); i += 1) await page.keyboard.press('Tab');
      const chip = await focused(page);
      expect(chip).toContain('Needs consent. Administration, State active duty, in their own state');
      await page.keyboard.press('Enter');
      const panel = page.getByRole('region', { name: 'Administration, State active duty, in their own state' });
      expect(await panel.textContent()).toContain('State constitutions and military codes: the Governor');
      expect(await panel.textContent()).toContain('Consent of: Governor of the lending state');
      // The matrix at 1440 px, the cards at 320 px.
      if (width !== 768) expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await panel.count()).toBe(0);
      expect(await focused(page)).toBe(chip);
    }));

  it('what is first of its kind is said where the law is shown and where a consent is asked, and Escape takes it away', () =>
    onPage(request, width, async (page) => {
      const words =
        'First of its kind: the record holds no deployment of Title 32 people doing detention support in Texas';
      for (const [name, said] of [
        ['First of its kind in Detention support, Title 32, in another state', `${words}, Florida or Arizona.`],
        ['5 first of their kind in the request to Governor of the host state', `${words}.`],
      ] as const) {
        const tag = page.getByRole('button', { name }).first();
        const tooltip = page.locator('.first', { has: tag }).getByRole('tooltip', { includeHidden: true }).first();
        expect(await tooltip.isVisible()).toBe(false);
        await tag.focus();
        expect(await tooltip.isVisible()).toBe(true);
        expect(await tooltip.textContent()).toContain(said);
        if (width !== 768) expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await page.keyboard.press('Escape');
        expect(await tooltip.isVisible()).toBe(false);
        await tag.blur();
        await tag.hover();
        expect(await tooltip.isVisible()).toBe(true);
        await page.mouse.move(0, 0);
      }
    }));
});

it('every section has its heading, and the way through the page leads to it', () =>
  onPage(request, 1440, async (page) => {
    for (const [title, words] of [
      ['Who asked for what', 'Refused on May 9, 2025'],
      ['What the law says', 'This is our reading, not legal advice; counsel decides.'],
      ['What counsel says', 'Refused on May 20, 2025: an opinion'],
      ['Who consented', 'Silence to the last day is not consent'],
      ['Who goes', 'Plan 3, revised'],
      ['The record', 'Coordinated Universal Time'],
    ] as const) {
      const section = page.locator('section.step', { has: page.getByRole('heading', { level: 2, name: title }) });
      expect(await section.textContent()).toContain(words);
      const id = await section.getAttribute('id');
      expect(await page.locator(`.course-nav a[href="#${id}"]`).textContent()).toContain(title);
    }
  }));

it('the five figures stand at the top, each with its sentence', () =>
  onPage(request, 1440, async (page) => {
    const items = await page.locator('.figure').allTextContents();
    expect(items).toHaveLength(5);
    for (const [i, words] of [
      ['Asked20,000', '19 lines'],
      ['Permitted by law20,000', 'Title 32 17,000, Title 10 none'],
      ['Consented8,735', '40 of 57 lenders'],
      ['Planned7,692', '$327,994,974'],
      ['Short12,308', '10,054 consent not given'],
    ].entries())
      for (const word of words) expect(items[i]).toContain(word);
    expect(await page.locator('.proof').textContent()).toContain('Proved best: gap 0 %');
  }));

it('the map comes where there is room, squares where there is none; both name what they show', async () => {
  await onPage(request, 1440, async (page) => {
    await page.getByRole('img', { name: /^Map of the United States/ }).waitFor();
    expect(await page.locator('.state-map .state--lapsed title').allTextContents()).toContain(
      'State of Texas: Silent to the last day, 0 of 879 asked',
    );
    expect(await page.locator('.state-square title').allTextContents()).toContain(
      'Commonwealth of Puerto Rico: Granted in full, 315 of 315 asked',
    );
  });
  await onPage(request, 320, async (page) => {
    expect(await page.getByRole('img', { name: /a square each/ }).count()).toBe(1);
    expect(await page.locator('.state-map').count()).toBe(0);
  });
});

it('the table of lenders sorts, filters and says so', () =>
  onPage(request, 1440, async (page) => {
    const names = () => page.locator('.lenders-table tbody tr:visible th').allTextContents();
    expect((await names())[0]).toBe('State of Alabama');
    const first = page.locator('.lenders-table tbody tr').first();
    expect(await first.textContent()).toContain('Given by State of Georgia, standing in.');

    await page.getByRole('button', { name: 'Asked' }).press('Enter');
    expect((await names())[0]).toBe('State of Texas');
    expect(
      await page.locator('th', { has: page.getByRole('button', { name: 'Asked' }) }).getAttribute('aria-sort'),
    ).toBe('descending');
    await page.getByRole('button', { name: 'Asked' }).press('Enter');
    expect((await names())[0]).toBe('Territory of Guam');

    await page.getByLabel('Answer', { exact: true }).selectOption('Withdrawn');
    expect(await names()).toEqual(['State of North Carolina']);
    expect(await page.locator('.table-foot [role=status]').textContent()).toContain('1 lender of ');
    await page.getByLabel('Answer', { exact: true }).selectOption('All answers');
    await page.getByLabel('Lender, or words of the answer').fill('clerical');
    expect(await names()).toEqual(['State of Idaho', 'State of Nevada']);

    await page.getByRole('button', { name: /^Refused/ }).click();
    expect(await names()).toEqual(['State of Arkansas']);
  }));

it('the table is handed over as CSV, with what is shown and nothing computed', () =>
  onPage(request, 1440, async (page) => {
    await page.getByLabel('Lender, or words of the answer').fill('clerical');
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    const file = await arriving;
    expect(file.suggestedFilename()).toBe(`muster-consents-${outcome.requestId}.csv`);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.split('\r\n').map((row) => row.replace('\uFEFF', '').split(',').slice(0, 5).join(','))).toEqual([
      'Lender,Capacity,Status,People asked,People consented',
      'State of Idaho,Governor of the lending state,Granted in part or with conditions,167,14',
      'State of Nevada,Governor of the lending state,Granted in part or with conditions,192,35',
      '',
    ]);
  }));

it('who has witnessed the record is told with what it means, and so is that nobody has', async () => {
  const told = async (act: (words: string, page: Page) => Promise<void>) =>
    onPage(request, 320, async (page) => {
      const panel = page.getByRole('region', { name: 'Who has witnessed the record' });
      await panel.getByText('signed over 243 events').waitFor();
      await act((await panel.textContent()) ?? '', page);
    });
  await told(async (words) => {
    expect(words).toContain('muster.example/record');
    expect(words).toContain('witness.example/w1243 of 243Nov 24, 2026, 8:00 PM UTCIt has seen all of it');
    expect(words).toContain('It cannot be reached and is asked again. It has cosigned the first 201.');
    expect(words).toContain('witness.texas.example/w30 of 243NeverIt has not answered yet.');
  });
  server.witnesses = [];
  try {
    await told(async (words, page) => {
      expect(words).toContain('No witness is named.');
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  } finally {
    server.witnesses = logShown.witnesses;
  }
});

it('the record is found by its words', () =>
  onPage(request, 1440, async (page) => {
    await page.getByLabel('Show only entries with these words').fill('north carolina withdraws');
    expect(await page.locator('.record-day li').allTextContents()).toEqual([
      expect.stringContaining('State of North Carolina withdraws its consent'),
    ]);
  }));

it('from the list to a request and back, the keyboard and the title follow', () =>
  onPage('/', 1440, async (page) => {
    await page.getByRole('link', { name: outcome.title }).first().press('Enter');
    await page.getByRole('heading', { level: 1, name: /asks the Department of Defense/ }).waitFor();
    expect(page.url()).toBe(server.url + request);
    expect(await page.title()).toBe(`${outcome.title} – Muster`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Requests' }).waitFor();
  }));
