import { expect, test, type Browser, type Locator } from '@playwright/test';
import { Refused, type Client } from './support/client.js';
import { demoClient, emailOf, managerOf, type DemoRole } from './support/demo-people.js';
import { Desk } from './support/desk.js';
import { locales, type Locale } from './support/dictionary.js';
import { MovingDemo } from './support/moving-demo.js';
import { areaOf, type Unit } from './support/return-story.js';
import {
  askForNothing,
  assignNow,
  daysAt,
  FIELD,
  followerOf,
  impactOf,
  publishFirst,
  setOwnDays,
  versionsOf,
} from './support/rules-story.js';

const KIND = 'afterSalesRules';
const AUTHOR = '李娜';
const APPROVER = '周敏';

/** An area for each language: in both, some stores have said before what the second version locks. */
const scenes = {
  zh: { areaName: '华东大区', policy: '华东售后约定', shop: '苏州平江新店', first: 25, second: 30 },
  en: { areaName: '西南大区', policy: '西南售后约定', shop: '成都锦江新店', first: 25, second: 20 },
} as const;

/** Days until a change takes effect. */
const SOON = 3;

interface Story {
  readonly area: Unit;
  readonly store: Unit;
  readonly policyId: string;
  readonly policy: string;
  readonly first: number;
  readonly second: number;
  readonly shop: string;
}

interface Submitted {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

let demo: MovingDemo;

test.describe('the studio', () => {
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    demo = await MovingDemo.plant();
  });
  test.afterAll(() => demo.remove());

  for (const locale of locales) {
    test(`a rule is drafted, approved, scheduled, obeyed, and rolled back (${locale})`, async ({ browser }) => {
      const desks = desksOf(browser, locale);
      const story = await begin(locale);
      await desks.with('admin', (desk) => test.step('locks and wide changes need an approval', () => askForApproval(desk)));
      const day = demo.dayIn(SOON);
      const set = await desks.with('operator', async (desk) => {
        await test.step('the author drafts and publishes a version with a lock', () => draftLock(desk, story));
        return test.step('and hands it in with a date', () => handIn(desk, story, day));
      });
      await desks.with('admin', async (desk) => {
        await test.step('the administrator approves it', () => approve(desk, set));
        await test.step('it is scheduled', () => seeScheduled(desk, { set, story, day }));
      });
      await demo.moveTo(day);
      await desks.with('operator', async (desk) => {
        await test.step('a store has it, and sees who, when and by whose approval', () => seeWhy(desk, { set, story, day }));
        const made = await test.step('a store made afterwards obeys the lock', () => createStore(desk, story));
        await test.step('and is refused where it is told otherwise', () => refuseOwn(story, made));
        await test.step('the version names its approver', () => seeApprover(desk, story, set));
        await test.step('the author rolls back', () => rollBack(desk, story));
      });
      await desks.with('admin', (desk) => test.step('the administrator reviews that', () => review(desk, story)));
      await desks.sit(managerOf(story.store), (desk) => test.step('the store has what it had', () => seeFirst(desk, story)));
    });
  }

  test('a scheduled change set is cancelled, and what lay beneath holds at its date', async ({ browser }) => {
    const desks = desksOf(browser, 'zh');
    const { areaName, policy, first, second } = scenes.zh;
    const client = await demoClient(demo.url, emailOf('operator'));
    const { area } = await areaOf(client, areaName);
    const policyId = await policyNamed(client, policy);
    const story: Story = { area, store: await followerOf(client, area, first), policyId, policy, first, second, shop: '' };
    const day = demo.dayIn(SOON);
    const set = await desks.with('operator', async (desk) => {
      await openVersion(desk, story, 2);
      return handIn(desk, story, day);
    });
    await desks.with('admin', (desk) => approve(desk, set));
    expect(await daysAt(client, story.store, day)).toBe(second);

    await desks.with('operator', (desk) => test.step('the author cancels it', () => cancel(desk, set)));
    expect(await daysAt(client, story.store, day)).toBe(first);
    await demo.moveTo(day);
    await desks.sit(managerOf(story.store), (desk) => test.step('nothing has changed', () => seeFirst(desk, story)));
  });
});

/** Each person sits down, does his part and leaves: the product is another one after the clock has moved. */
function desksOf(browser: Browser, locale: Locale) {
  const sit = async <T>(email: string, work: (desk: Desk) => Promise<T>): Promise<T> => {
    const desk = await Desk.of(browser, demo.url, locale, email);
    const done = await work(desk);
    await desk.leave();
    return done;
  };
  return { sit, with: <T>(role: DemoRole, work: (desk: Desk) => Promise<T>) => sit(emailOf(role), work) };
}

async function askForApproval(desk: Desk): Promise<void> {
  const { page, t } = desk;
  await desk.menu('changes.title').click();
  await page.getByRole('button', { name: t('changes.approval.open') }).click();
  await desk.dialog.getByRole('combobox', { name: t('changes.approval.kind') }).click();
  await page.getByRole('option', { name: t(`rules.kind.${KIND}`) }).click();
  await desk.dialog.getByRole('textbox', { name: t('changes.approval.branchesOver') }).fill('3');
  await desk.dialog.getByRole('checkbox', { name: t('changes.approval.locks') }).check();
  await desk.confirm.click();
  await expect(page.getByText(t('changes.approval.done'))).toBeVisible();
}

/** What is there before: a first version, in force in the area. */
async function begin(locale: Locale): Promise<Story> {
  const { areaName, policy, first, second, shop } = scenes[locale];
  const client = await demoClient(demo.url, emailOf('operator'));
  const { area } = await areaOf(client, areaName);
  await askForNothing(await demoClient(demo.url, emailOf('admin')));
  const { policyId, versionId } = await publishFirst(client, policy, first);
  await assignNow(client, area, versionId);
  return { area, store: await followerOf(client, area, first), policyId, policy, first, second, shop };
}

async function policyNamed(client: Client, name: string): Promise<string> {
  const { policies } = await client.ask<{ policies: { items: { id: string; name: string }[] } }>(
    '{ policies(page: { first: 200 }) { items { id name } } }',
  );
  return policies.items.find((each) => each.name === name)?.id ?? '';
}

/** From the library, as it is found there. */
async function openPolicy(desk: Desk, { policy }: Story): Promise<void> {
  await desk.menu('policies.title').click();
  await desk.row(policy).click();
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(policy);
}

async function openVersion(desk: Desk, story: Story, number: number): Promise<void> {
  await openPolicy(desk, story);
  const versions = desk.page.getByRole('table', { name: desk.t('policies.versions') });
  await versions
    .getByRole('row')
    .filter({ hasText: `v${String(number)}` })
    .click();
  await expect(desk.page).toHaveURL(new RegExp(`/versions/${String(number)}(\\?|$)`));
  await expect(desk.page.getByRole('table', { name: desk.t('policies.versions') })).toHaveCount(0);
}

async function draftLock(desk: Desk, story: Story): Promise<void> {
  const { page, t } = desk;
  await openPolicy(desk, story);
  await desk.button(t('policies.draft.start', { n: '2' })).click();
  const field = page.locator(`#field-${FIELD}`);
  await field.getByRole('textbox').fill(String(story.second));
  await field.getByRole('checkbox', { name: t('rules.edit.lock') }).check();
  await desk.button(t('policies.editor.publish', { n: '2' })).click();
  await desk.confirm.click();
  await expect(page.getByText(t('policies.editor.published', { n: '2' }))).toBeVisible();
  await expect(field).toHaveCount(0);
}

/** From the page of a version: the unit, and the day from which on; null for at once. */
async function openAssigning(
  desk: Desk,
  { unit, number, day }: { unit: Unit; number: number; day: string | null },
): Promise<void> {
  const { page, t } = desk;
  await desk.button(t('policies.assign', { n: String(number) })).click();
  await desk.dialog.getByRole('button', { name: t('shared.node.choose') }).click();
  await desk.dialog.getByRole('searchbox').fill(unit.name);
  await page.getByLabel(t('shared.node.found')).getByText(unit.name, { exact: true }).click();
  if (day !== null) await desk.dialog.getByRole('textbox', { name: t('assign.from') }).fill(day);
}

/** The parts add up to the branches that do not change. */
async function expectReasons(list: Locator, unchanged: number): Promise<void> {
  const counts = await list.getByRole('listitem').locator('.hw-num').allTextContents();
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(unchanged);
}

/** The dialog says for how many it has no effect, and its button asks for an approval instead of doing it. */
async function handIn(desk: Desk, story: Story, day: string): Promise<Submitted> {
  const { page, t } = desk;
  const { area, policyId } = story;
  const client = await demoClient(demo.url, emailOf('operator'));
  const { changed, unchanged, reasons } = await impactOf(client, policyId, 2, area, day);
  expect(unchanged).toBeGreaterThan(0);
  await openAssigning(desk, { unit: area, number: 2, day });
  await expect(desk.dialog).toContainText(t('shared.impact.will', { changed, unchanged }));
  await expectReasons(desk.dialog.getByRole('list', { name: t('shared.impact.reasons') }), unchanged);
  // A store that stands in its own way is told together with others like it.
  const told = reasons.filter(({ by, branches }) => by === null || branches > 1);
  expect(told.length).toBeGreaterThan(0);
  for (const { code, by } of told) {
    const words = { by: by?.name ?? '', named: by === null ? 'no' : 'yes' };
    await expect(desk.dialog).toContainText(t(`shared.noEffect.${code}`, words));
  }
  await expect(desk.dialog).toContainText(t('shared.approval.locks'));
  await expect(desk.confirm).toHaveText(t('changeSet.submit', { action: t('assign.confirm', { unit: area.name }) }));
  await desk.confirm.click();
  await expect(page.getByText(t('changes.band.own'))).toBeVisible();
  await expect(desk.button(t('changes.action.approveSchedule'))).toHaveCount(0);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { changeSet } = await client.ask<{ changeSet: Submitted }>(
    'query ($id: ID!) { changeSet(id: $id) { id number title } }',
    {
      id,
    },
  );
  return changeSet;
}

/** Three clicks from the landing page, where what it changes is seen on the way. */
async function approve(desk: Desk, { number, title }: Submitted): Promise<void> {
  const { page, t } = desk;
  await desk.click(page.getByRole('link', { name: t('home.needs.approve', { number, title }) }));
  await expect(page.getByRole('list', { name: t('shared.impact.reasons') })).toBeVisible();
  await desk.click(desk.button(t('changes.action.approveSchedule')));
  await desk.click(desk.confirm);
  await expect(page.getByText(t('changes.action.approved', { number }))).toBeVisible();
  desk.expectClicks(3);
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText(t('chip.change.scheduled'));
}

interface Scheduled {
  readonly set: Submitted;
  readonly story: Story;
  readonly day: string;
}

async function seeScheduled(desk: Desk, { set, story, day }: Scheduled): Promise<void> {
  const { page, t } = desk;
  await desk.menu('changes.title').click();
  const row = desk.row(`#${String(set.number)} ${set.title}`);
  await expect(row).toContainText(t('chip.change.scheduled'));
  await expect(row).toContainText(`${day} 00:00`);
  await desk.menu('calendar.title').click();
  const begins = t('calendar.did.assignment.begins', { unit: story.area.name, policy: story.policy, number: 2 });
  await expect(page.getByRole('link', { name: begins })).toBeVisible();
}

/** The value of the field with its lock on a store's page of effective rules. */
async function expectLocked(desk: Desk, { area, second }: Story): Promise<Locator> {
  const { page, t } = desk;
  const field = page.locator(`#field-${FIELD}`);
  await expect(field).toContainText(t('rules.value.days', { n: second }));
  await expect(field).toContainText(t('rules.lock.owner', { unit: area.name, who: AUTHOR, date: '' }).trim());
  await expect(field.getByRole('button', { name: t('rules.edit.set') })).toHaveCount(0);
  return field;
}

async function seeWhy(desk: Desk, { set, story, day }: Scheduled): Promise<void> {
  const { page, t } = desk;
  await desk.open(`/effective/${story.store.id}?kind=${KIND}`);
  const field = await expectLocked(desk, story);
  await field.getByRole('button', { name: t('effective.why.title') }).click();
  await expect(desk.dialog).toContainText(`${AUTHOR} · ${day} 00:00`);
  await expect(desk.dialog).toContainText(t('effective.why.lock.holds'));
  const approved = desk.dialog.getByRole('link', { name: t('changeSet.approvedBy', { approver: APPROVER, number: set.number }) });
  await approved.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(set.title);
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText(t('chip.change.live'));
}

/** @returns the id of the store */
async function createStore(desk: Desk, story: Story): Promise<string> {
  const { page, t } = desk;
  await desk.open(`/org/${story.area.id}`);
  await desk.button(t('org.create.title')).click();
  await desk.dialog.getByRole('textbox', { name: t('org.name') }).fill(story.shop);
  await desk.confirm.click();
  await expect(page.getByRole('heading', { name: story.shop })).toBeVisible();
  await page
    .getByRole('region', { name: story.shop })
    .getByRole('link', { name: t('org.rules') })
    .click();
  const field = await expectLocked(desk, story);
  await expect(field.getByRole('textbox')).toHaveCount(0);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Whoever goes round the page is told which field, where, and who locked it; nothing is written. */
async function refuseOwn({ area, policy, first, second }: Story, store: string): Promise<void> {
  const client = await demoClient(demo.url, emailOf('operator'));
  const refused = await setOwnDays(client, store, first).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  const { code, extensions } = refused as Refused;
  expect({ code, ...extensions }).toMatchObject({
    ...{ code: 'LOCKED', field: FIELD, setBy: expect.stringContaining(`${area.name} · ${policy} v2`) },
    details: { problems: [expect.objectContaining({ code: 'LOCKED', field: FIELD, nodeId: store }) as unknown] },
  });
  expect(await daysAt(client, { id: store })).toBe(second);
}

async function seeApprover(desk: Desk, story: Story, { number }: Submitted): Promise<void> {
  const { page, t } = desk;
  await openVersion(desk, story, 2);
  const row = page
    .getByRole('table', { name: t('policies.assignments') })
    .getByRole('row')
    .filter({ hasText: AUTHOR });
  await expect(row).toContainText(t('changeSet.approvedBy', { approver: APPROVER, number }));
}

/** The older version is assigned at once, however many branches that changes; no version is made. */
async function rollBack(desk: Desk, story: Story): Promise<void> {
  const { page, t } = desk;
  await openVersion(desk, story, 1);
  await openAssigning(desk, { unit: story.area, number: 1, day: null });
  await expect(desk.dialog).toContainText(t('problem.REVIEWED_AFTER'));
  await desk.confirm.click();
  await expect(desk.dialog).toBeHidden();
  await expect(
    page
      .getByRole('table', { name: t('policies.assignments') })
      .getByRole('row')
      .nth(1),
  ).toContainText(t('policies.assignment.live'));
  expect(await versionsOf(await demoClient(demo.url, emailOf('operator')), story.policyId)).toBe(2);
}

async function review(desk: Desk, { area }: Story): Promise<void> {
  const { page, t } = desk;
  await desk.menu('changes.title').click();
  await expect(page.getByText(t('changes.review.rollBack', { who: AUTHOR, unit: area.name }))).toBeVisible();
  await desk.button(`${t('changes.review.verb')} · ${area.name}`).click();
  await desk.confirm.click();
  await expect(page.getByText(t('changes.review.done', { unit: area.name }))).toBeVisible();
}

async function seeFirst(desk: Desk, { first, area, policy }: Story): Promise<void> {
  const { page, t } = desk;
  await desk.menu('effective.title').click();
  const field = page.locator(`#field-${FIELD}`);
  await expect(field).toContainText(t('rules.value.days', { n: first }));
  await expect(field).toContainText(t('rules.source.policy', { unit: area.name, policy, n: '1' }));
}

async function cancel(desk: Desk, { id, number }: Submitted): Promise<void> {
  const { page, t } = desk;
  await desk.open(`/changes/${id}`);
  await desk.button(t('changes.action.cancel')).click();
  await expect(desk.dialog).toContainText(t('changes.action.cancelScheduledEffect'));
  await desk.dialog.getByRole('textbox', { name: t('changes.action.reason') }).fill('承运商推迟');
  await desk.confirm.click();
  await expect(page.getByText(t('changes.action.cancelled', { number }))).toBeVisible();
}
