import { expect } from '@playwright/test';
import type { Client } from './support/client.js';
import { demoClient, emailOf, managerOf } from './support/demo-people.js';
import { test } from './support/demo-test.js';
import { Desk } from './support/desk.js';
import { locales } from './support/dictionary.js';
import { areaOf, Buyer, importOrder, turnOff, type StoryCase, type Unit } from './support/return-story.js';

/** An area and an order for each language, so that both stories fit into one chain. */
const scenes = { zh: { areaName: '西北大区', number: 'WEB-7001' }, en: { areaName: '西南大区', number: 'WEB-7002' } } as const;

/** The parcel costs 18.00 and is covered up to 12.00, of which HQ bears 60 % and the branch 40 %: so the demo chain's bearers are locked. */
const FREIGHT = 1800;
const CAP = '12.00';
const BORNE = { HQ: 720, branch: 480 };

for (const locale of locales) {
  test(`from the rule to the cost of a return (${locale})`, async ({ browser, demo }) => {
    const { areaName, number } = scenes[locale];
    const as = (email: string) => demoClient(demo.url, email);
    const hq = await as(emailOf('operator'));
    const { area, store } = await areaOf(hq, areaName);
    await turnOff(hq, area);
    const open = (email: string) => Desk.of(browser, demo.url, locale, email);

    const operator = await open(emailOf('operator'));
    await test.step('the operator turns free returns on for the area', () => turnOn(operator, area));
    await test.step('and locks the cap', () => lockCap(operator, area));
    await operator.leave();

    await importOrder(demo.dataDir, store, number);
    const buyer = await Buyer.of(demo.url, await as(managerOf(store)), number);
    const applied = await buyer.apply();

    const manager = await open(managerOf(store));
    await test.step('the manager approves the return', () => approve(manager, applied));
    await test.step('and sees who locked the cap', () => seeTheLock(manager, area));
    const finance = await as(emailOf('finance'));
    const before = await costsOf(finance, store);
    await buyer.ship(applied, FREIGHT);
    const money = await open(emailOf('finance'));
    await test.step('finance sees the cost at once', () => seeTheCost(money, store, before, applied));
    await money.leave();
    await test.step('the manager takes the parcel in, and the buyer is refunded', () => receive(manager, applied));
    await test.step('the manager reaches no other branch', async () =>
      reachNoOther(manager, { hq, own: await as(managerOf(store)), store }));
    await manager.leave();
  });
}

/** From the landing page; how many branches it reaches stands on the button, and afterwards in the page. */
async function turnOn(desk: Desk, area: Unit): Promise<void> {
  const { page, t } = desk;
  const unit = area.name;
  const row = desk.row(unit);
  await desk.click(desk.menu('coverage.title'));
  await desk.click(row);
  await expect(row).toContainText('0%');
  const branches = Number(await row.getByRole('gridcell').nth(1).textContent());
  await desk.click(page.getByRole('button', { name: t('coverage.turn.on', { unit }) }));
  await expect(desk.dialog).toContainText(t('coverage.turn.onSum', { changed: branches, unchanged: 0 }));
  await expect(desk.confirm).toHaveText(t('coverage.turn.onConfirm', { unit, n: branches }));
  await desk.click(desk.confirm);
  await expect(page.getByText(t('coverage.result.on', { unit, changed: branches, unchanged: 0 }))).toBeVisible();
  await expect(row).toContainText(`100% · ${String(branches)}/${String(branches)}`);
  desk.expectClicks(4);
}

async function lockCap(desk: Desk, area: Unit): Promise<void> {
  const { page, t } = desk;
  const unit = area.name;
  const branches = Number(await desk.row(unit).getByRole('gridcell').nth(1).textContent());
  await page
    .getByRole('region')
    .getByRole('link', { name: t('coverage.chosen.rules') })
    .click();
  const field = page.locator('#field-mode');
  await field
    .getByRole('button', { name: t('rules.edit.set') })
    .first()
    .click();
  await field.getByRole('textbox', { name: t('rules.form.cap') }).fill(CAP);
  await field.getByRole('checkbox', { name: t('rules.edit.lock') }).check();
  await page.getByRole('button', { name: t('effective.save', { unit }) }).click();
  await expect(desk.dialog).toContainText(t('shared.impact.will', { changed: branches, unchanged: 0 }));
  await desk.confirm.click();
  await expect(desk.dialog).toBeHidden();
  await expect(field).toContainText(CAP);
}

/** Two clicks from the row under the cursor. */
async function approve(desk: Desk, { code }: StoryCase): Promise<void> {
  const { page, t } = desk;
  const preview = page.getByRole('complementary', { name: t('cases.queue.preview') });
  await page.getByRole('textbox', { name: t('cases.queue.search') }).fill(code);
  await expect(preview).toContainText(code);
  await desk.click(preview.getByRole('button', { name: t('cases.verb.approve') }));
  await desk.click(desk.confirm);
  await expect(page.getByText(t('cases.done', { code, did: t('cases.did.approve') }))).toBeVisible();
  desk.expectClicks(2);
}

/** Text with its owner, in no field that could be edited. */
async function seeTheLock(desk: Desk, area: Unit): Promise<void> {
  const { page, t } = desk;
  await desk.click(desk.menu('effective.title'));
  const field = page.locator('#field-mode');
  await expect(field).toContainText(CAP);
  const owner = t('rules.lock.owner', { unit: area.name, who: '李娜', date: '' });
  await expect(field).toContainText(owner.trim());
  await expect(field.getByRole('button', { name: t('rules.edit.set') })).toHaveCount(0);
  await desk.click(field.getByRole('button', { name: t('effective.why.title') }));
  await expect(desk.dialog).toContainText(t('effective.why.lock.holds'));
  desk.expectClicks(2);
}

interface CostRow {
  readonly amount: number;
  readonly keys: readonly { readonly value: string }[];
}

type Costs = Readonly<Record<string, number>>;

/** What a store's returns have cost so far, in fen by bearer. */
async function costsOf(finance: Client, { id }: Unit): Promise<Costs> {
  const { costReport } = await finance.ask<{ costReport: { rows: CostRow[] } }>(
    'query ($within: ID!) { costReport(filter: { within: $within }, by: [bearer]) { rows { amount keys { value } } } }',
    { within: id },
  );
  return Object.fromEntries(costReport.rows.map(({ keys: [bearer], amount }) => [bearer?.value ?? '', amount]));
}

const yuan = (fen: number) => (fen / 100).toLocaleString('en', { minimumFractionDigits: 2 });

/** Two clicks from the landing page to the cases of a store. */
async function seeTheCost(desk: Desk, store: Unit, before: Costs, { code }: StoryCase): Promise<void> {
  const { page } = desk;
  const row = desk.row(store.name);
  await desk.click(desk.menu('money.costs.title'));
  for (const bearer of ['HQ', 'branch'] as const) await expect(row).toContainText(yuan((before[bearer] ?? 0) + BORNE[bearer]));
  await desk.click(row.getByRole('button', { name: store.name }));
  await expect(desk.dialog.getByRole('link', { name: code })).toHaveCount(2);
  desk.expectClicks(2);
  await desk.dialog.getByRole('link', { name: code }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code);
}

/** Registered and inspected within four clicks of the queue; the payout goes out by itself. */
async function receive(desk: Desk, { id, code }: StoryCase): Promise<void> {
  const { page, t } = desk;
  await desk.open('/queue');
  desk.expectClicks(0);
  await desk.click(page.getByRole('button', { name: t('cases.view.toReceive') }));
  await page.getByRole('textbox', { name: t('cases.queue.search') }).fill(code);
  const preview = page.getByRole('complementary', { name: t('cases.queue.preview') });
  await expect(preview).toContainText(code);
  await desk.click(preview.getByRole('button', { name: t('cases.verb.receive') }));
  await desk.click(desk.confirm);
  await expect(page.getByText(t('cases.done', { code, did: t('cases.did.receive') }))).toBeVisible();
  desk.expectClicks(4);
  await expect(async () => {
    await desk.open(`/cases/${id}`);
    await expect(page.getByText(t('chip.case.REFUNDED')).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}

interface Counts {
  readonly caseCounts: { readonly byView: { key: string; count: number }[] };
}

const countOf = async (client: Client, within: Unit | null): Promise<number> => {
  const { caseCounts } = await client.ask<Counts>(
    'query ($within: ID) { caseCounts(within: $within) { byView { key count } } }',
    {
      within: within?.id ?? null,
    },
  );
  return caseCounts.byView.find(({ key }) => key === 'all')?.count ?? 0;
};

/** Neither by list nor by id, count or export: what is not his is not there. */
async function reachNoOther(desk: Desk, { hq, own, store }: { hq: Client; own: Client; store: Unit }): Promise<void> {
  const { page, t } = desk;
  const { store: other } = await areaOf(hq, '华东大区');
  const [theirs] = (
    await hq.ask<{ cases: { items: StoryCase[] } }>(
      'query ($within: ID!) { cases(filter: { within: $within, view: "all" }, page: { first: 1 }) { items { id code } } }',
      { within: other.id },
    )
  ).cases.items;
  if (theirs === undefined) throw new Error(`${other.name} has no case`);

  const { cases } = await own.ask<{ cases: { items: { node: Unit }[] } }>(
    '{ cases(filter: { view: "all" }, page: { first: 200 }) { items { node { id name } } } }',
  );
  expect(new Set(cases.items.map(({ node }) => node.id))).toEqual(new Set([store.id]));
  const total = await countOf(hq, store);
  expect(await countOf(own, null)).toBe(total);
  await desk.open('/queue?view=all');
  await expect(page.getByRole('button', { name: t('cases.view.all') })).toContainText(String(total));

  await page.goto(`/cases/${theirs.id}`);
  await expect(page.getByText(t('cases.page.gone'))).toBeVisible();
  await page.getByRole('combobox', { name: t('layout.search.label') }).fill(theirs.code);
  await expect(page.getByText(t('layout.search.none', { text: theirs.code }))).toBeVisible();

  const file = await (await own.get('/exports/costs.csv?by=store')).text();
  expect(file).toContain(store.name);
  expect(file).not.toContain(other.name);
  const foreign = await own.get(`/exports/costs.csv?by=store&within=${other.id}`);
  expect(await foreign.text()).not.toContain(other.name);
}
