import { expect } from '@playwright/test';
import { demoClient, emailOf, type DemoRole } from './support/demo-people.js';
import type { Client } from './support/client.js';
import { test, type Demo } from './support/demo-test.js';
import { Desk } from './support/desk.js';
import type { Locale } from './support/dictionary.js';
import { findPlaces } from './support/pages-list.js';
import { Buyer, Clerk, importOrder, type StoryCase, type Unit } from './support/return-story.js';

/** Each person's jobs are done in one of the languages; the main path is walked in both. */
const languages: Readonly<Partial<Record<DemoRole, Locale>>> = { region: 'en', auditor: 'en' };

/** The jobs of console.md, section 1, that the main path does not do: each from where its person lands, within its clicks. */
test.describe('jobs', () => {
  let desk: Desk;
  const sit = async (role: DemoRole, { browser, demo }: { browser: Parameters<typeof Desk.of>[0]; demo: { url: string } }) => {
    desk = await Desk.of(browser, demo.url, languages[role] ?? 'zh', emailOf(role));
  };
  /** The case beside the list, once its code was typed. */
  const previewOf = async (code: string) => {
    const { page, t } = desk;
    const preview = page.getByRole('complementary', { name: t('cases.queue.preview') });
    await page.getByRole('textbox', { name: t('cases.queue.search') }).fill(code);
    await expect(preview).toContainText(code);
    return preview;
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
    const link = page.getByRole('main').locator('a[href*="view=dispute"]:not([href*="view=disputeLate"])');
    const waiting = Number(/\d+/u.exec((await link.textContent()) ?? '')?.[0]);
    await expect(link).toHaveText(t('home.needs.disputes', { n: waiting }));
    await desk.click(link);
    await expect(page.getByRole('row')).toHaveCount(waiting + 1);
    desk.expectClicks(1);
  });

  for (const role of ['manager', 'staff'] as const) {
    test(`who works at a store sees which rule applies to a buyer (${role})`, async ({ browser, demo }) => {
      await sit(role, { browser, demo });
      const { page, t } = desk;
      await desk.click(page.getByRole('link', { name: t('cases.queue.open') }));
      await expect(page.getByRole('heading', { name: t('cases.page.rules') })).toBeVisible();
      await expect(page.getByText(t('cases.rule.promise')).first()).toBeVisible();
      await desk.click(page.getByRole('link', { name: t('cases.page.why') }));
      await expect(page.getByRole('heading', { level: 1 })).toContainText(t('effective.title'));
      desk.expectClicks(2);
    });
  }

  test('a clerk approves a plain return', async ({ browser, demo }) => {
    const { code } = (await applied(demo, 'JOBS-1')).item;
    await sit('staff', { browser, demo });
    const { page, t } = desk;
    const preview = await previewOf(code);
    await desk.click(preview.getByRole('button', { name: t('cases.verb.approve') }));
    await desk.click(desk.confirm);
    await expect(page.getByText(t('cases.done', { code, did: t('cases.did.approve') }))).toBeVisible();
    desk.expectClicks(2);
  });

  test('a clerk registers and inspects a parcel', async ({ browser, demo }) => {
    const { buyer, item, clerk } = await applied(demo, 'JOBS-2');
    const { code } = item;
    await new Clerk(clerk).does('approve', item);
    await buyer.ship(item, 1_200);
    await sit('staff', { browser, demo });
    const { page, t } = desk;
    await desk.click(page.getByRole('button', { name: t('cases.view.toReceive') }));
    const preview = await previewOf(code);
    await desk.click(preview.getByRole('button', { name: t('cases.verb.receive') }));
    await desk.click(desk.dialog.getByRole('button', { name: t('cases.checklist.allPassed') }));
    await desk.click(desk.confirm);
    await expect(page.getByText(t('cases.done', { code, did: t('cases.did.receive') }))).toBeVisible();
    desk.expectClicks(4);
  });

  test('an auditor finds who changed what, and exports it', async ({ browser, demo }) => {
    await sit('auditor', { browser, demo });
    const { page, t } = desk;
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t('audit.title'));
    await desk.click(page.getByRole('row').filter({ hasText: '李娜' }).first());
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

/** A return at the clerk's store, as its buyer applied for it. */
async function applied({ url, dataDir }: Demo, number: string): Promise<{ buyer: Buyer; item: StoryCase; clerk: Client }> {
  const clerk = await demoClient(url, emailOf('staff'));
  const { viewer } = await clerk.ask<{ viewer: { home: Unit } }>('{ viewer { home { id name code } } }');
  await importOrder(dataDir, viewer.home, number);
  const buyer = await Buyer.of(url, clerk, number);
  return { buyer, item: await buyer.apply(), clerk };
}

test('the first application of the queue is approved with two keys', async ({ browser, demo }) => {
  const desk = await Desk.of(browser, demo.url, 'zh', emailOf('manager'));
  const { page, t } = desk;
  const preview = page.getByRole('complementary', { name: t('cases.queue.preview') });
  const code = /[0-9A-Z]{16}/u.exec((await preview.textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press('a');
  await expect(desk.dialog).toBeVisible();
  await page.keyboard.press('Enter');
  // What it is an application for, and so what is said of it, the day of the demo decides.
  await expect(page.getByRole('status').filter({ hasText: code })).toBeVisible();
  await desk.leave();
});
