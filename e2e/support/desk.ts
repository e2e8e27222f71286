import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { complaintsOf, contextOf, settled, signIn } from './browser.js';
import { wordsOf, type Locale, type Say } from './dictionary.js';
import { DEMO_PASSWORD } from './demo-people.js';

/** One person's browser in his language, with the clicks that he has made; typing is not counted (console.md, section 1). */
export class Desk {
  private clicks = 0;

  private constructor(
    readonly page: Page,
    readonly t: Say,
    private readonly complaints: readonly string[],
  ) {}

  /** Opens the page where a sign-in leads this person. */
  static async of(browser: Browser, url: string, locale: Locale, email: string): Promise<Desk> {
    const context = await contextOf(browser, url, { locale });
    await signIn(context, { email, password: DEMO_PASSWORD });
    const page = await context.newPage();
    const desk = new Desk(page, await wordsOf(locale), complaintsOf(page));
    await desk.open('/');
    return desk;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await settled(this.page);
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.clicks += 1;
  }

  /** The job that was begun at the last call is done, within this many clicks. */
  expectClicks(budget: number): void {
    expect(this.clicks).toBeLessThanOrEqual(budget);
    this.clicks = 0;
  }

  menu(label: string): Locator {
    return this.page.getByRole('navigation', { name: this.t('layout.menu') }).getByRole('link', { name: this.t(label) });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The last button of a dialog does what its title says. */
  get confirm(): Locator {
    return this.dialog.getByRole('button').last();
  }

  /** Nothing went wrong behind the pages that were seen. */
  async leave(): Promise<void> {
    expect(this.complaints).toEqual([]);
    await this.page.context().close();
  }
}
