import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Locale } from './dictionary.js';

export type Theme = 'light' | 'dark';

export interface Look {
  readonly locale: Locale;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** A browser of somebody's own, set up as he left it: language and theme are remembered on the device. */
export async function contextOf(browser: Browser, url: string, look: Look): Promise<BrowserContext> {
  const { locale, theme = 'light', width = 1440, height = 900 } = look;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    (settings) => {
      for (const [key, value] of Object.entries(settings)) {
        const name = `RaStoreheadwater.${key}`;
        if (localStorage.getItem(name) === null) localStorage.setItem(name, JSON.stringify(value));
      }
    },
    { version: '1', locale, theme },
  );
  return context;
}

/** Signs in without the page; the context has the session then. */
export async function signIn(context: BrowserContext, { email, password }: Account): Promise<void> {
  const answer = await context.request.post('/graphql', {
    headers: { 'x-headwater-csrf': '1' },
    data: {
      query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }',
      variables: { email, password },
    },
  });
  const { errors } = (await answer.json()) as { errors?: unknown };
  if (errors !== undefined) throw new Error(`${email} cannot sign in: ${JSON.stringify(errors)}`);
}

/** What a page complains of: errors of its scripts, and what the browser reports as one. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  return complaints;
}

/** Turns an open page to another language or theme, as if its owner had done it in another tab. */
export async function turnTo(page: Page, settings: Partial<Pick<Look, 'locale' | 'theme'>>): Promise<void> {
  await page.evaluate((all) => {
    for (const [name, value] of Object.entries(all)) {
      const [key, newValue] = [`RaStoreheadwater.${name}`, JSON.stringify(value)];
      localStorage.setItem(key, newValue);
      dispatchEvent(new StorageEvent('storage', { key, newValue }));
    }
  }, settings);
  await page.waitForFunction(({ locale, theme }) => {
    const { lang } = document.documentElement;
    const { colorScheme } = getComputedStyle(document.documentElement);
    return (locale === undefined || lang.startsWith(locale)) && (theme === undefined || colorScheme === theme);
  }, settings);
}

/** Waits until the page has asked for everything that it shows at first. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}
