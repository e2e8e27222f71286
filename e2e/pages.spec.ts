import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { complaintsOf, contextOf, settled, signIn, turnTo, type Look } from './support/browser.js';
import { DEMO_PASSWORD, emailOf, type DemoRole } from './support/demo-people.js';
import { test } from './support/demo-test.js';
import { locales, wordsOf, type Locale } from './support/dictionary.js';
import { overflowOf, violationsOf } from './support/pages-audit.js';
import { findPlaces, pagesOf, type PageCase } from './support/pages-list.js';
import { shotsOf } from './support/shots.js';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };

/** Small enough for thirty of them. */
const PICTURE = { width: 1280, height: 800 };

/** One browser a role and language: signed in once, for all of its pages. */
class Desks {
  private readonly contexts = new Map<string, BrowserContext>();

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  async page(role: DemoRole | null, look: Look): Promise<Page> {
    const key = `${role ?? ''} ${look.locale}`;
    const context = this.contexts.get(key) ?? (await contextOf(this.browser, this.url, look));
    if (!this.contexts.has(key) && role !== null) await signIn(context, { email: emailOf(role), password: DEMO_PASSWORD });
    this.contexts.set(key, context);
    return context.newPage();
  }

  async leave(): Promise<void> {
    for (const context of this.contexts.values()) await context.close();
  }
}

/** Title, scope and date are where they are looked for: at the head of the page. */
async function expectHead(page: Page, { title, scope, date }: PageCase): Promise<void> {
  const heading = page.locator('h1');
  await expect.soft(heading).toContainText(title);
  const head = heading.locator('..');
  if (scope !== undefined) await expect.soft(head).toContainText(scope);
  if (date !== undefined) await expect.soft(head).toContainText(date);
  await expect.soft(page).toHaveTitle(/Headwater/);
}

const nameOf = ({ path, role }: PageCase) => `${path} as ${role ?? 'nobody'}`;

async function wideOf(page: Page, at: string): Promise<string[]> {
  const overflow = await overflowOf(page);
  return overflow > 0 ? [`${at}: ${String(overflow)} px wider than the window`] : [];
}

const violating = async (page: Page, at: string, rules?: readonly string[]): Promise<string[]> =>
  (await violationsOf(page, rules)).map((violation) => `${at}: ${violation}`);

/** A page by the component that draws it: the path without the records it names. */
const drawnBy = ({ path }: PageCase): string => (path.split('?')[0] ?? '').replaceAll(/[0-9A-Z]{26}/gu, ':id');

/**
 * A page is the same in both languages and themes but for its words, how wide they are, and its colours; the same component shown to
 * another role, or by another query, is judged in one theme and at one width.
 */
async function faultsOf(page: Page, words: Readonly<Record<Locale, PageCase>>, isNew: boolean): Promise<string[]> {
  const at = nameOf(words.zh);
  await page.setViewportSize(DESK);
  await page.goto(words.zh.path);
  await settled(page);
  await expectHead(page, words.zh);
  const faults = [...(await wideOf(page, at)), ...(await violating(page, at))];
  if (isNew) {
    await turnTo(page, { theme: 'dark' });
    faults.push(...(await violating(page, `${at}, dark`, ['color-contrast'])));
  }
  await turnTo(page, { theme: 'light', locale: 'en' });
  await expectHead(page, words.en);
  faults.push(...(await wideOf(page, `${at}, en`)));
  await page.setViewportSize(PHONE);
  faults.push(...(await wideOf(page, `${at}, en, phone`)));
  await turnTo(page, { locale: 'zh' });
  await expectHead(page, words.zh);
  faults.push(...(await wideOf(page, `${at}, phone`)));
  return isNew ? [...faults, ...(await violating(page, `${at}, phone`))] : faults;
}

test('every page opens whole, quiet and accessible, in both languages and themes, wide and on a phone', async ({
  browser,
  demo,
}) => {
  test.setTimeout(1_200_000);
  const desks = new Desks(browser, demo.url);
  const places = await findPlaces(demo.url);
  const [zh, en] = [pagesOf(await wordsOf('zh'), places), pagesOf(await wordsOf('en'), places)];
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const [index, each] of zh.entries()) {
    const page = await desks.page(each.role, { locale: 'zh' });
    const complaints = complaintsOf(page);
    faults.push(...(await faultsOf(page, { zh: each, en: en[index]! }, !seen.has(drawnBy(each)))));
    seen.add(drawnBy(each));
    faults.push(...complaints.map((complaint) => `${nameOf(each)}: ${complaint}`));
    await page.close();
  }
  await desks.leave();
  expect(faults).toEqual([]);
});

const pictures = (locale: Locale) => fileURLToPath(new URL(`../docs/screenshots/${locale}/`, import.meta.url));

/** Only where they are asked for, so that a test run leaves the clone as it is. */
const pictured = process.env['HEADWATER_SCREENSHOTS'] === '1' ? locales : [];

for (const locale of pictured) {
  test(`the pictures of the documents are taken (${locale})`, async ({ browser, demo }) => {
    const desks = new Desks(browser, demo.url);
    mkdirSync(pictures(locale), { recursive: true });
    for (const { name, role, path, below } of shotsOf(await wordsOf(locale), await findPlaces(demo.url))) {
      const page = await desks.page(role, { locale, ...PICTURE });
      await page.goto(path);
      await settled(page);
      if (below !== undefined) await page.getByRole('heading', { name: below }).evaluate((heading) => heading.scrollIntoView());
      const picture = await page.screenshot({ path: `${pictures(locale)}${name}.png` });
      expect(picture.byteLength).toBeLessThan(250_000);
      await page.close();
    }
    await desks.leave();
  });
}
