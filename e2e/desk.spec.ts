import { expect, test, type Locator } from '@playwright/test';
import { demoClient, emailOf, managerOf } from './support/demo-people.js';
import type { Client } from './support/client.js';
import { Desk } from './support/desk.js';
import { locales, type Locale } from './support/dictionary.js';
import { MovingDemo } from './support/moving-demo.js';
import { areaOf, Buyer, Clerk, importOrder, orderOf, trackingOf, type StoryCase, type Unit } from './support/return-story.js';

/** A store for each language, so that both sets of stories fit into one chain. */
const areas: Readonly<Record<Locale, string>> = { zh: '西北大区', en: '西南大区' };

const FREIGHT = 1200;

/** Longer than a buyer has to say that the replacement came. */
const CONFIRMS_BY_ITSELF = 12;

interface Scene {
  readonly locale: Locale;
  readonly store: Unit;
  readonly clerk: Clerk;
}

interface Begun {
  readonly buyer: Buyer;
  readonly item: StoryCase;
}

let demo: MovingDemo;
/** Cases whose replacement arrived, and nobody has said so. */
const arrived: { readonly locale: Locale; readonly store: Unit; readonly item: StoryCase }[] = [];

test.describe('the desk', () => {
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    demo = await MovingDemo.plant();
  });
  test.afterAll(() => demo.remove());

  for (const locale of locales) {
    test(`a return is settled with a deduction that the buyer accepts (${locale})`, async ({ browser }) => {
      const scene = await sceneOf(locale);
      const { buyer, item } = await underWay(scene, 'DESK-1');
      const desk = await Desk.of(browser, demo.url, locale, managerOf(scene.store));
      await test.step('the manager finds the parcel, inspects it and proposes a deduction', () => proposeDeduction(desk, item));
      await buyer.does('accept', item);
      await test.step('the buyer accepts, and is paid what was proposed', () => seeRefund(desk, item, '¥150.00'));
      await desk.leave();
    });

    test(`an exchange is received, inspected and sent out at once (${locale})`, async ({ browser }) => {
      const scene = await sceneOf(locale);
      const { item } = await underWay(scene, 'DESK-2', 'EX');
      const desk = await Desk.of(browser, demo.url, locale, managerOf(scene.store));
      await test.step('within four clicks of the landing page', () => receiveAndDispatch(desk, item));
      await scene.clerk.deliver(item);
      arrived.push({ locale, store: scene.store, item });
      await desk.leave();
    });

    test(`a refused parcel comes again by other logistics (${locale})`, async ({ browser }) => {
      const scene = await sceneOf(locale);
      const { buyer, item } = await underWay(scene, 'DESK-3', 'RR', null);
      const desk = await Desk.of(browser, demo.url, locale, managerOf(scene.store));
      await test.step('the manager refuses a parcel that has not arrived', () => refuse(desk, item));
      const other = `YT${trackingOf(item)}`;
      await buyer.does('changeLogistics', item, { carrier: 'YT', tracking: other, freightPaid: FREIGHT });
      await test.step('the buyer gives another number, by which it is found and taken in', () => receive(desk, item, other));
      await seeRefund(desk, item, '¥199.00');
      await test.step('and the freight, which he had not named before', () => seeFreight(desk, other));
      await desk.leave();
    });

    test(`a parcel is lost, and the carrier is liable (${locale})`, async ({ browser }) => {
      const scene = await sceneOf(locale);
      const { item } = await underWay(scene, 'DESK-4');
      const desk = await Desk.of(browser, demo.url, locale, managerOf(scene.store));
      await test.step('the manager reports it', () => reportLost(desk, item));
      await seeRefund(desk, item, '¥199.00');
      await expect(desk.page.getByText(desk.t('cases.party.carrier')).first()).toBeVisible();
      await desk.leave();
    });

    test(`HQ hears both sides and decides (${locale})`, async ({ browser }) => {
      const scene = await sceneOf(locale);
      const { buyer, item } = await applied(scene, 'DESK-5');
      await scene.clerk.does('reject', item, { reason: 'worn' });
      await buyer.does('escalate', item, { reason: 'not worn' });
      const desk = await Desk.of(browser, demo.url, locale, emailOf('operator'));
      await test.step('the operator gives the verdict by its letter', () => decide(desk, scene.store, item));
      await desk.leave();
    });

    test(`a case that staff open for a buyer comes to the queue that is open elsewhere (${locale})`, async ({ browser }) => {
      const { store } = await sceneOf(locale);
      const number = `DESK-7-${locale}`;
      await importOrder(demo.dataDir, store, number);
      const staff = await demoClient(demo.url, managerOf(store));
      const order = await orderOf(staff, number);
      const queue = await Desk.of(browser, demo.url, locale, managerOf(store));
      const counter = await Desk.of(browser, demo.url, locale, managerOf(store));
      const reason = await reasonIn(staff, locale, 'unfit');
      await test.step('what would come of the wish is tried first', () => tryWish(counter, order, reason));
      const id = await test.step('then it is filed', () => fileWish(counter, order, reason));
      const { case: opened } = await staff.ask<{ case: StoryCase }>('query ($id: ID!) { case(id: $id) { id code } }', { id });
      await test.step('its row comes without a reload', () => showArrived(queue, opened));
      await Promise.all([queue.leave(), counter.leave()]);
    });

    test(`goods are handed in at another store of the chain (${locale})`, async ({ browser }) => {
      const scene = await sceneOf(locale);
      const { item } = await applied(scene, 'DESK-8');
      await scene.clerk.does('approve', item);
      const other = await sceneOf(locales.find((each) => each !== locale) ?? locale);
      const desk = await Desk.of(browser, demo.url, locale, managerOf(other.store));
      await test.step('its manager finds the case by the code alone, inspects and takes them in', () => takeDropIn(desk, item));
      await desk.leave();
      await scene.clerk.does('receive', item);
      const seller = await Desk.of(browser, demo.url, locale, managerOf(scene.store));
      await test.step('the selling store refunds', () => seeRefund(seller, item, '¥199.00'));
      await seller.leave();
    });

    // The last one: from here on this store's returns of small worth need nobody.
    test(`a return is approved by itself, and the item is kept (${locale})`, async ({ browser }) => {
      const scene = await sceneOf(locale);
      await letKeep(await demoClient(demo.url, emailOf('operator')), scene.store);
      const { item } = await applied(scene, 'DESK-6');
      const desk = await Desk.of(browser, demo.url, locale, managerOf(scene.store));
      await test.step('nobody has to act', () => seeNothingToDo(desk, item));
      await test.step('the buyer keeps it and is paid, by a rule that is named', () => seeKept(desk, item));
      await desk.leave();
    });
  }

  test('a replacement is confirmed by itself', async ({ browser }) => {
    await demo.moveTo(demo.dayIn(CONFIRMS_BY_ITSELF));
    for (const { locale, store, item } of arrived) {
      const desk = await Desk.of(browser, demo.url, locale, managerOf(store));
      await expect(async () => {
        await desk.open(`/cases/${item.id}`);
        await expect(desk.page.getByText(desk.t('cases.outcome.AUTO_CONFIRMED')).first()).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 60_000 });
      await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(desk.t('chip.umbrella.exchanged'));
      await desk.leave();
    }
  });
});

/** What is not wanted any more is approved by itself up to 200.00, and not worth sending back. */
async function letKeep(operator: Client, { id }: Unit): Promise<void> {
  const { effectiveRules } = await operator.ask<{ effectiveRules: { ownVersion: number } }>(
    'query ($id: ID!) { effectiveRules(nodeId: $id, kind: afterSalesRules) { ownVersion } }',
    { id },
  );
  const changes = {
    returnless: { set: { by: 'amount', amount: 20_000 } },
    autoApprove: { set: [{ amountUpTo: 20_000, reasonClasses: ['expectation'], riskUpTo: 'normal' }] },
  };
  await operator.ask(
    'mutation ($id: ID!, $changes: JSON!, $own: Int!) { setOwnRules(nodeId: $id, kind: afterSalesRules, changes: $changes, ownVersion: $own, reason: "low value") { ownVersion } }',
    { id, changes, own: effectiveRules.ownVersion },
  );
}

async function sceneOf(locale: Locale): Promise<Scene> {
  const { store } = await areaOf(await demoClient(demo.url, emailOf('operator')), areas[locale]);
  return { locale, store, clerk: new Clerk(await demoClient(demo.url, managerOf(store))) };
}

async function applied({ locale, store }: Scene, story: string, type: 'RR' | 'EX' = 'RR'): Promise<Begun> {
  const number = `${story}-${locale}`;
  await importOrder(demo.dataDir, store, number);
  const buyer = await Buyer.of(demo.url, await demoClient(demo.url, managerOf(store)), number);
  return { buyer, item: await buyer.apply({ type, reason: 'unfit' }) };
}

/** Approved, and the parcel is on its way. */
async function underWay(scene: Scene, story: string, type: 'RR' | 'EX' = 'RR', freight: number | null = FREIGHT): Promise<Begun> {
  const begun = await applied(scene, story, type);
  await scene.clerk.does('approve', begun.item);
  await begun.buyer.ship(begun.item, freight);
  return begun;
}

/** From the menu, or where the last parcel was done: what is scanned is found, and its case stands there. */
async function scan(desk: Desk, { code }: StoryCase, number: string): Promise<Locator> {
  const { page, t } = desk;
  const field = page.getByRole('textbox', { name: t('cases.receiving.scan') });
  if (!(await field.isVisible())) await desk.click(desk.menu('cases.receiving.title'));
  await expect(field).toBeFocused();
  await field.fill(number);
  await field.press('Enter');
  const sheet = page.getByRole('region', { name: t('cases.code', { code }) });
  await expect(sheet).toContainText('羽绒服 M');
  return sheet;
}

/** What was done stands there, and the field waits for the next parcel. */
async function expectDone(desk: Desk, { code }: StoryCase, did: string): Promise<void> {
  const { page, t } = desk;
  await expect(page.getByText(t('cases.done', { code, did: t(`cases.did.${did}`) })).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: t('cases.receiving.scan') })).toBeFocused();
}

async function inspect(desk: Desk): Promise<void> {
  await desk.click(desk.dialog.getByRole('button', { name: desk.t('cases.checklist.allPassed') }));
}

async function proposeDeduction(desk: Desk, item: StoryCase): Promise<void> {
  const { t } = desk;
  const sheet = await scan(desk, item, trackingOf(item));
  await desk.click(sheet.getByRole('button', { name: t('cases.verb.propose') }));
  await inspect(desk);
  await desk.dialog.getByRole('textbox', { name: t('cases.input.amount') }).fill('150');
  await desk.dialog.getByRole('textbox', { name: t('cases.words.propose') }).fill('worn');
  await desk.click(desk.confirm);
  await expectDone(desk, item, 'propose');
  desk.expectClicks(4);
}

async function receiveAndDispatch(desk: Desk, item: StoryCase): Promise<void> {
  const { t } = desk;
  const sheet = await scan(desk, item, trackingOf(item));
  await desk.click(sheet.getByRole('button', { name: t('cases.verb.receiveAndDispatch') }));
  await desk.dialog.getByRole('textbox', { name: t('cases.input.carrier') }).fill('SF');
  await desk.dialog.getByRole('textbox', { name: t('cases.input.tracking') }).fill(`OUT${trackingOf(item)}`);
  await inspect(desk);
  await desk.click(desk.confirm);
  await expectDone(desk, item, 'receiveAndDispatch');
  desk.expectClicks(4);
}

async function receive(desk: Desk, item: StoryCase, number: string): Promise<void> {
  const sheet = await scan(desk, item, number);
  await desk.click(sheet.getByRole('button', { name: desk.t('cases.verb.receive') }));
  await inspect(desk);
  await desk.click(desk.confirm);
  await expectDone(desk, item, 'receive');
  desk.expectClicks(4);
}

async function refuse(desk: Desk, item: StoryCase): Promise<void> {
  const { t } = desk;
  const sheet = await scan(desk, item, trackingOf(item));
  await desk.click(sheet.getByRole('button', { name: t('cases.verb.refuseReceipt') }));
  await desk.click(desk.dialog.getByRole('combobox', { name: t('cases.input.goods') }));
  await desk.click(desk.page.getByRole('option', { name: t('cases.refusedGoods.notArrived') }));
  await desk.dialog.getByRole('textbox', { name: t('cases.words.refuseReceipt') }).fill('empty');
  await desk.click(desk.confirm);
  await expectDone(desk, item, 'refuseReceipt');
  desk.expectClicks(5);
}

interface Words {
  readonly kind: string;
  readonly reason: string;
}

/** A reason as the form says it. */
async function reasonIn(client: Client, locale: Locale, code: string): Promise<Words> {
  type Said = Readonly<Record<Locale, string>>;
  const { returnReasons } = await client.ask<{
    returnReasons: { code: string; label: Said; classLabel: Said }[];
  }>('{ returnReasons { code label { zh en } classLabel { zh en } } }');
  const found = returnReasons.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no reason ${code}`);
  return { kind: found.classLabel[locale], reason: found.label[locale] };
}

/** In the form that is open. */
async function chooseReason({ page, t }: Desk, form: Locator, { kind, reason }: Words): Promise<void> {
  await form.getByRole('combobox', { name: t('orders.apply.class'), exact: true }).click();
  await page.getByRole('option', { name: kind }).click();
  await form.getByRole('combobox', { name: t('orders.apply.reason'), exact: true }).click();
  await page.getByRole('option', { name: reason, exact: true }).click();
  await expect(form.getByText(t('orders.apply.eligible', { amount: '¥199.00' }))).toBeVisible();
}

async function tryWish(desk: Desk, order: { id: string }, words: Words): Promise<void> {
  await desk.open(`/orders/${order.id}`);
  await desk.button(desk.t('orders.whatIf.open')).click();
  await chooseReason(desk, desk.page.getByRole('dialog', { name: desk.t('orders.whatIf.title') }), words);
}

/** @returns the id of the case that it became */
async function fileWish(desk: Desk, order: { id: string }, words: Words): Promise<string> {
  await desk.open(`/orders/${order.id}`);
  await desk.button(desk.t('orders.apply.title')).click();
  await chooseReason(desk, desk.dialog, words);
  await desk.click(desk.confirm);
  await desk.page.waitForURL(/\/cases\/\w+/u);
  return /\/cases\/(\w+)/u.exec(desk.page.url())?.[1] ?? '';
}

/** What came new is counted above the rows, and pushes none of them away until it is asked for. */
async function showArrived(queue: Desk, { code }: StoryCase): Promise<void> {
  await expect(queue.page.getByText(queue.t('cases.queue.arrived', { n: 1 }))).toBeVisible();
  await expect(queue.row(code)).toHaveCount(0);
  await queue.button(queue.t('cases.queue.show')).click();
  await expect(queue.row(code)).toBeVisible();
}

async function takeDropIn(desk: Desk, item: StoryCase): Promise<void> {
  const sheet = await scan(desk, item, item.code);
  await desk.click(sheet.getByRole('button', { name: desk.t('cases.verb.registerDropIn') }));
  await inspect(desk);
  await desk.click(desk.confirm);
  await expectDone(desk, item, 'registerDropIn');
  desk.expectClicks(4);
}

async function reportLost(desk: Desk, item: StoryCase): Promise<void> {
  const { t } = desk;
  const sheet = await scan(desk, item, trackingOf(item));
  await desk.click(sheet.getByRole('button', { name: t('cases.verb.reportLost') }));
  await desk.dialog.getByRole('textbox', { name: t('cases.words.other') }).fill('the carrier says so');
  await desk.click(desk.confirm);
  await expectDone(desk, item, 'reportLost');
  desk.expectClicks(3);
}

/** The payout goes out by itself. */
async function seeRefund(desk: Desk, { id }: StoryCase, amount: string): Promise<void> {
  const { page, t } = desk;
  await expect(async () => {
    await desk.open(`/cases/${id}`);
    await expect(page.getByText(t('chip.case.REFUNDED')).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: t('cases.page.money') })).toContainText(amount);
}

/** What the parcel of this number cost the buyer, and what free returns give back of it. */
async function seeFreight({ page, t }: Desk, tracking: string): Promise<void> {
  const parcel = page.getByRole('region', { name: tracking });
  await expect(parcel).toContainText(t('cases.fact.freightPaid'));
  await expect(parcel).toContainText('¥12.00');
  await expect(page.getByRole('region', { name: t('cases.page.money') })).toContainText('¥12.00');
}

/** Not among what waits for the store, where the manager lands; found by its code, it is at its end, and offers no step. */
async function seeNothingToDo(desk: Desk, { code }: StoryCase): Promise<void> {
  const { page, t } = desk;
  await expect(page.getByRole('table', { name: t('cases.queue.title') })).toBeVisible();
  await expect(desk.row(code)).toHaveCount(0);
  await page.getByRole('textbox', { name: t('cases.queue.search') }).fill(code);
  const preview = page.getByRole('complementary', { name: t('cases.queue.preview') });
  await expect(preview).toContainText(t('cases.keep.fact'));
  await expect(preview.getByRole('button')).toHaveCount(0);
}

/** Without a parcel, an address or a step of anybody's. */
async function seeKept(desk: Desk, item: StoryCase): Promise<void> {
  const { page, t } = desk;
  await seeRefund(desk, item, '¥199.00');
  await expect(page.getByText(t('cases.byRule', { n: 1 })).first()).toBeVisible();
  await expect(page.getByText(t('cases.keep.fact')).first()).toBeVisible();
  await expect(page.getByText(t('cases.page.noParcel'))).toBeVisible();
  await expect(page.getByText(t('cases.fact.address'), { exact: true })).toHaveCount(0);
}

/** The store's disputes alone; after the last one there is none. */
async function decide(desk: Desk, store: Unit, { code }: StoryCase): Promise<void> {
  const { page, t } = desk;
  await desk.open(`/disputes?scope=${store.id}`);
  await desk.row(code).focus();
  const beside = page.getByRole('complementary', { name: t('cases.disputes.preview') });
  await expect(beside.getByRole('region', { name: t('cases.disputes.buyer') })).toContainText('not worn');
  await expect(beside.getByRole('region', { name: t('cases.disputes.store') })).toContainText('worn');
  await desk.row(code).press('v');
  await desk.dialog.getByRole('textbox', { name: t('cases.words.other') }).fill('shown by the photos');
  await desk.dialog.getByRole('combobox', { name: t('cases.input.to') }).click();
  await page.getByRole('option', { name: t('cases.verdictTo.REFUNDING') }).click();
  await expect(desk.confirm).toHaveText(t('cases.verdictDo.REFUNDING', { amount: '¥199.00' }));
  await desk.click(desk.confirm);
  await expect(page.getByText(t('cases.done', { code, did: t('cases.did.verdict') }))).toBeVisible();
  await expect(desk.row(code)).toHaveCount(0);
}
