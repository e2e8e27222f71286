import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Client } from './support/client.js';
import { statementFile } from './support/cost-files.js';
import { demoClient, emailOf } from './support/demo-people.js';
import { Desk } from './support/desk.js';
import { locales, type Locale } from './support/dictionary.js';
import { MovingDemo } from './support/moving-demo.js';
import { headwater } from './support/product.js';

const UNKNOWN = 700;
const BEYOND = 345;

interface Parcel {
  readonly carrier: string;
  readonly tracking: string;
  readonly direction: string;
  readonly shippedAt: string;
}

interface Line {
  readonly number: string;
  readonly difference: number;
}

const NEXT = '{ it: monthClose { next { period } } }';
const PARCELS = `query ($after: String) { it: cases(filter: { view: "all" }, sort: appliedAt, page: { first: 100, after: $after }) {
  nextCursor items { shipments { carrier tracking direction shippedAt } } } }`;
const COSTS =
  'query ($filter: CostFilter) { it: costReport(filter: $filter, by: [store], top: 1) { totalAmount rows { keys { value } } } }';
const BILLS = '{ it: bills(page: { first: 100 }) { items { biller } } }';
const LINES = `query ($billId: ID!, $outcome: BillOutcome!) {
  it: billLines(billId: $billId, outcome: $outcome, open: true) { items { number difference } } }`;

const outcomes = ['amountDiffers', 'unknown', 'billedTwice', 'notBilled'] as const;

const tabName = (desk: Desk, outcome: (typeof outcomes)[number]): string =>
  desk.t(outcome === 'unknown' ? 'bills.of.carrier.unknown' : `bills.outcome.${outcome}`);

/** Months as the console writes them. */
const monthIn = (locale: Locale, month: string): string => {
  const [year = '', number = ''] = month.split('-');
  if (locale === 'zh') return `${year}年${String(Number(number))}月`;
  return new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' }).format(new Date(`${month}-15`));
};

const costs = async (client: Client, filter: object = {}) =>
  (await client.ask<{ it: { totalAmount: number; rows: { keys: { value: string }[] }[] } }>(COSTS, { filter })).it;

async function parcelsOf(client: Client, month: string): Promise<Parcel[]> {
  const found: Parcel[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const { it } = await client.ask<{ it: { nextCursor: string | null; items: { shipments: Parcel[] }[] } }>(PARCELS, {
      after: after ?? null,
    });
    found.push(...it.items.flatMap(({ shipments }) => shipments));
    after = it.nextCursor;
  }
  const monthOf = ({ shippedAt }: Parcel) => new Date(Date.parse(shippedAt) + 8 * 3_600_000).toISOString().slice(0, 7);
  return found.filter((parcel) => monthOf(parcel) === month);
}

/** Carriers who have sent a bill. */
async function billersOf(client: Client): Promise<ReadonlySet<string>> {
  const { it } = await client.ask<{ it: { items: { biller: string }[] } }>(BILLS);
  return new Set(it.items.map(({ biller }) => biller));
}

/** A carrier who brought replacements in a month, so that his bill lacks them, and a parcel of his that came back. */
function returnedBy(parcels: readonly Parcel[], but: ReadonlySet<string>): Parcel {
  const out = new Set(parcels.filter(({ direction }) => direction === 'out').map(({ carrier }) => carrier));
  const found = parcels.find(({ direction, carrier }) => direction === 'return' && out.has(carrier) && !but.has(carrier));
  if (!found) throw new Error('no carrier of the demo chain has parcels both ways');
  return found;
}

let demo: MovingDemo;

test.describe('finance', () => {
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    demo = await MovingDemo.plant();
  });
  test.afterAll(() => demo.remove());

  for (const locale of locales) {
    test(`closes a month, opens a store’s statement, settles a carrier’s bill, and all of it ties (${locale})`, async ({
      browser,
    }) => {
      const client = await demoClient(demo.url, emailOf('finance'));
      const { it } = await client.ask<{ it: { next: { period: string } } }>(NEXT);
      const month = it.next.period;
      const desk = await Desk.of(browser, demo.url, locale, emailOf('finance'));
      await test.step('within four clicks the month is closed', () => closeMonth(desk, locale, month));
      await test.step('within two clicks from what a store cost to a case', () => seeCase(desk, client, locale));
      await test.step('the statement is sealed, and its file adds up to the report', () => seeStatement(desk, client, month));
      const parcel = returnedBy(await parcelsOf(client, month), await billersOf(client));
      const bill = await test.step('a bill with all four differences comes in', () => importBill(desk, locale, month, parcel));
      await test.step('they are settled, and the books grow by just that', () => settle(desk, client, bill, parcel));
      await desk.leave();
    });
  }

  test('and the books are whole', async () => {
    const { code, output } = await headwater(['check'], { HEADWATER_DATA_DIR: demo.dataDir });
    expect(code, output).toBe(0);
  });
});

async function closeMonth(desk: Desk, locale: Locale, month: string): Promise<void> {
  const words = { month: monthIn(locale, month) };
  await desk.click(desk.page.getByRole('link', { name: desk.t('money.home.toClose', words) }));
  await desk.click(desk.button(desk.t('money.close.action', words)));
  await desk.click(desk.confirm);
  await expect(desk.page.getByText(desk.t('money.close.done', words))).toBeVisible();
  desk.expectClicks(4);
}

async function seeCase(desk: Desk, client: Client, locale: Locale): Promise<void> {
  const { it } = await client.ask<{ it: { storesIn: { month: string } } }>('{ it: moneyHome { storesIn { month } } }');
  await desk.open('/money');
  const words = { month: monthIn(locale, it.storesIn.month) };
  const top = desk.page.getByRole('region', { name: desk.t('money.home.topStores', words) });
  await desk.click(top.getByRole('link').first());
  await desk.click(desk.dialog.locator('a[href^="/cases/"]').first());
  await expect(desk.page).toHaveURL(/\/cases\/[0-9A-Z]{26}/u);
  desk.expectClicks(2);
}

async function seeStatement(desk: Desk, client: Client, month: string): Promise<void> {
  const [row] = (await costs(client, { months: [month] })).rows;
  const store = row?.keys[0]?.value ?? '';
  await desk.open(`/money/statements/${store}/${month}`);
  await expect(
    desk.page.getByText(desk.t('money.statement.closed', { at: '', who: '' }).trim().split(' ')[0] ?? '').first(),
  ).toBeVisible();
  const file = await statementFile(client, store, month);
  const { totalAmount } = await costs(client, { within: store, months: [month] });
  expect([file.entries.total, file.closing.total - file.opening.total]).toEqual([totalAmount, totalAmount]);
}

/** One line a difference: a parcel back for which nothing is owed, a number nobody knows, the first one again; replacements are not on it. */
async function importBill(desk: Desk, locale: Locale, month: string, { carrier, tracking }: Parcel): Promise<string> {
  const rows = [
    `${tracking},${yuan(BEYOND)}`,
    `X${tracking},${yuan(UNKNOWN)}`,
    `${tracking},${yuan(BEYOND)}`,
    'Y1,-3.00',
    'Y2,$4.00',
  ];
  const file = join(demo.dataDir, `bill-${locale}.csv`);
  writeFileSync(file, `运单号,金额\n${rows.join('\n')}\n`);
  await desk.open('/money/bills');
  await desk.click(desk.button(desk.t('bills.import.action')));
  await desk.dialog.locator('#bill-biller').fill(carrier);
  await desk.click(desk.dialog.locator('#bill-month'));
  await desk.click(desk.page.getByRole('option', { name: monthIn(locale, month) }));
  await desk.dialog.locator('input[type=file]').setInputFiles(file);
  await desk.click(desk.confirm);
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(carrier);
  await expect(
    desk.page.getByRole('tab', { name: desk.t('bills.tab', { name: desk.t('bills.outcome.problems'), n: '2' }) }),
  ).toBeVisible();
  return new URL(desk.page.url()).pathname.split('/').at(-1) ?? '';
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

async function settle(desk: Desk, client: Client, bill: string, { carrier }: Parcel): Promise<void> {
  const before = (await costs(client)).totalAmount;
  const lines = async (outcome: string) =>
    (await client.ask<{ it: { items: Line[] } }>(LINES, { billId: bill, outcome })).it.items;
  const missing = (await lines('notBilled')).length;
  expect(missing).toBeGreaterThan(0);
  await desk.open('/money');
  desk.expectClicks(10);
  await desk.click(desk.page.getByRole('link', { name: new RegExp(carrier, 'u') }));
  let accepted = 0;
  for (const outcome of outcomes) {
    const [line] = await lines(outcome);
    if (!line) throw new Error(`no line ${outcome}`);
    if (outcome !== 'amountDiffers') await desk.page.getByRole('tab', { name: tabName(desk, outcome) }).click();
    const panel = desk.page.getByRole('complementary', { name: line.number });
    if (outcome === 'billedTwice') {
      await panel.getByRole('button', { name: desk.t('bills.dispute') }).click();
      await desk.dialog.getByRole('textbox').fill('once');
      await desk.confirm.click();
      await expect(desk.page.getByText(desk.t('bills.disputed', { number: line.number }))).toBeVisible();
      continue;
    }
    await desk.click(panel.getByRole('button').first());
    await desk.click(desk.confirm);
    await expect(desk.dialog).toHaveCount(0);
    if (outcome === 'amountDiffers') desk.expectClicks(3);
    accepted += line.difference;
  }
  expect(accepted).toBeLessThan(BEYOND + UNKNOWN);
  expect((await costs(client)).totalAmount - before).toBe(accepted);
  for (const outcome of outcomes) expect((await lines(outcome)).length).toBe(outcome === 'notBilled' ? missing - 1 : 0);
}
