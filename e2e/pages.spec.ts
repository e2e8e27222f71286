import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { complaintsOf, contextOf, settled, signIn, type Look } from './support/browser.js';
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
    const key = `${role ?? ''} ${look.locale} ${look.theme ?? ''}`;
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

/** What is wrong with the page at this width and in this theme, with where that is. */
async function faultsOf(page: Page, at: string, rules?: readonly string[]): Promise<string[]> {
  return [...(await wideOf(page, at)), ...(await violationsOf(page, rules)).map((violation) => `${at}: ${violation}`)];
}

/** A look in which every page is judged: in the dark only the colours are others, and those are the same in every language. */
const looks = [
  { locale: 'zh', theme: 'light' },
  { locale: 'en', theme: 'light' },
  { locale: 'zh', theme: 'dark', rules: ['color-contrast'] },
] as const;

type Judged = (typeof looks)[number];

/** Narrow, a page's own elements are the same in both languages; how wide they are is not, and no colour changes a width. */
async function narrowFaultsOf(page: Page, at: string, { locale, theme }: Judged): Promise<string[]> {
  if (theme === 'dark') return [];
  await page.setViewportSize(PHONE);
  return locale === 'zh' ? faultsOf(page, at) : wideOf(page, at);
}

async function judged(page: Page, each: PageCase, look: Judged): Promise<string[]> {
  const complaints = complaintsOf(page);
  const at = nameOf(each);
  await page.setViewportSize(DESK);
  await page.goto(each.path);
  await settled(page);
  await expectHead(page, each);
  const wide = await faultsOf(page, at, 'rules' in look ? look.rules : undefined);
  return [
    ...wide,
    ...(await narrowFaultsOf(page, `${at}, phone`, look)),
    ...complaints.map((complaint) => `${at}: ${complaint}`),
  ];
}

for (const look of looks) {
  test(`every page opens whole, quiet and accessible, wide and on a phone (${look.locale}, ${look.theme})`, async ({
    browser,
    demo,
  }) => {
    const desks = new Desks(browser, demo.url);
    const faults: string[] = [];
    for (const each of pagesOf(await wordsOf(look.locale), await findPlaces(demo.url))) {
      const page = await desks.page(each.role, { locale: look.locale, theme: look.theme });
      faults.push(...(await judged(page, each, look)));
      await page.close();
    }
    await desks.leave();
    expect(faults).toEqual([]);
  });
}

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
