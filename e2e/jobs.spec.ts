import { expect } from '@playwright/test';
import { emailOf, type DemoRole } from './support/demo-people.js';
import { test } from './support/demo-test.js';
import { Desk } from './support/desk.js';
import type { Locale } from './support/dictionary.js';
import { findPlaces } from './support/pages-list.js';

/** Each person's jobs are done in one of the languages; the main path is walked in both. */
const languages: Readonly<Partial<Record<DemoRole, Locale>>> = { region: 'en', auditor: 'en' };

/** The jobs of console.md, section 1, that the main path does not do: each from where its person lands, within its clicks. */
test.describe('jobs', () => {
  let desk: Desk;
  const sit = async (role: DemoRole, { browser, demo }: { browser: Parameters<typeof Desk.of>[0]; demo: { url: string } }) => {
    desk = await Desk.of(browser, demo.url, languages[role] ?? 'zh', emailOf(role));
  };
  test.afterEach(() => desk.leave());

  test('an operator learns why a store has fifteen days', async ({ browser, demo }) => {
    const { store } = await findPlaces(demo.url);
    await sit('operator', { browser, demo });
    const { page, t } = desk;
    await desk.click(desk.menu('effective.title'));
    await desk.click(page.getByRole('main').getByRole('button', { name: t('effective.unit') }));
    const search = desk.dialog.getByRole('searchbox');
    await search.fill(store.name);
    await desk.dialog.getByText(store.name).first().waitFor();
    await search.press('ArrowDown');
    await page.keyboard.press('Enter');
    const field = page.locator('#field-noReasonDays');
    await expect(field).toContainText(t('rules.value.days', { n: 15 }));
    await desk.click(field.getByRole('button', { name: t('effective.why.title') }));
    await expect(desk.dialog).toContainText(t('effective.why.value.applied'));
    desk.expectClicks(3);
  });

  test('a regional manager goes from a figure to its list', async ({ browser, demo }) => {
    await sit('region', { browser, demo });
    const { page, t } = desk;
    const link = page.getByRole('main').locator('a[href*="view=dispute"]');
    const waiting = Number(/\d+/u.exec((await link.textContent()) ?? '')?.[0]);
    await expect(link).toHaveText(t('home.needs.disputes', { n: waiting }));
    await desk.click(link);
    await expect(page.getByRole('row')).toHaveCount(waiting + 1);
    desk.expectClicks(1);
  });

  test('a store manager sees which rule applies to a buyer', async ({ browser, demo }) => {
    await sit('manager', { browser, demo });
    const { page, t } = desk;
    await desk.click(page.getByRole('link', { name: t('cases.queue.open') }));
    await expect(page.getByRole('heading', { name: t('cases.page.rules') })).toBeVisible();
    await expect(page.getByText(t('cases.rule.promise')).first()).toBeVisible();
    await desk.click(page.getByRole('link', { name: t('cases.page.why') }));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('effective.title'));
    desk.expectClicks(2);
  });

  test('an auditor finds who changed what, and exports it', async ({ browser, demo }) => {
    await sit('auditor', { browser, demo });
    const { page, t } = desk;
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('audit.title'));
    await desk.click(page.getByRole('row').nth(1));
    await expect(desk.dialog).toContainText('李娜');
    desk.expectClicks(2);
    await page.keyboard.press('Escape');
    const download = page.waitForEvent('download');
    await desk.click(page.getByRole('link', { name: t('audit.export') }));
    expect((await download).suggestedFilename()).toBe('audit.csv');
    desk.expectClicks(2);
  });

  test('an auditor sees what applied on a past day', async ({ browser, demo }) => {
    await sit('auditor', { browser, demo });
    const { page, t } = desk;
    await desk.click(desk.menu('effective.title'));
    const date = page.getByRole('textbox', { name: t('effective.at') });
    await desk.click(date);
    await date.fill('2026-01-01');
    await expect(page.getByRole('button', { name: t('effective.today') })).toBeVisible();
    desk.expectClicks(3);
  });
});

test('a plain return is approved with two keys', async ({ browser, demo }) => {
  const desk = await Desk.of(browser, demo.url, 'zh', emailOf('manager'));
  const { page, t } = desk;
  const preview = page.getByRole('complementary', { name: t('cases.queue.preview') });
  const code = /[0-9A-Z]{16}/u.exec((await preview.textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press('a');
  await expect(desk.dialog).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('cases.done', { code, did: t('cases.did.approve') }))).toBeVisible();
  await desk.leave();
});
