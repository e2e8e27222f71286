import { address, chainOf, hqRules, id } from '../testing/chain.js';
import type { AutoApproveRow, RiskLimits } from '../values/decisions.js';
import type { AfterSalesRules, FreightPayerRow, KindKey, ScopeRow, ServiceScripts, SubsidyRules } from '../values/types.js';
import { lintRules, type LintRule } from './finding.js';
import { fieldOf } from '../kinds/registry.js';
import { lint } from './lint.js';

const snapshot = chainOf(hqRules({ returnAddress: { set: address } }));
const sound = {
  afterSalesRules: snapshot.resolve('afterSalesRules', id('s1'), 10).values,
  returnShippingSubsidy: snapshot.resolve('returnShippingSubsidy', id('s1'), 10).values,
  serviceScripts: snapshot.resolve('serviceScripts', id('s1'), 10).values,
  riskLimits: snapshot.resolve('riskLimits', id('s1'), 10).values,
};

const freight = (row: Partial<FreightPayerRow>): FreightPayerRow => ({
  ...{ reasonClass: null, category: null, amountFrom: null, amountTo: null, payer: 'merchant', merchantBps: null, ...row },
});
const approving = (row: Partial<AutoApproveRow>): AutoApproveRow => ({
  ...{ amountUpTo: 5_000, reasonClasses: null, riskUpTo: 'normal', ...row },
});
const scope = (row: Partial<ScopeRow>): ScopeRow => ({
  ...{ categories: null, priceFrom: null, priceTo: null, channels: null, covered: true, ...row },
});

type Fixture = Partial<AfterSalesRules> & Partial<SubsidyRules> & Partial<ServiceScripts> & Partial<RiskLimits>;

const said = (zh: string, en = 'Return within {returnDays}.') => ({ zh, en });

/** One that fails for each rule, with the field and the row that are named. */
const failing: Readonly<Record<LintRule, readonly [KindKey, Fixture, string, number | null]>> = {
  legalFloor: ['afterSalesRules', { noReasonDays: 5 }, 'noReasonDays', null],
  qualityShorterThanNoReason: ['afterSalesRules', { noReasonDays: 40 }, 'qualityDays', null],
  reminderAfterDecision: ['afterSalesRules', { disputeDays: 10 }, 'disputeDays', null],
  pauseLongerThanClock: ['afterSalesRules', { respondHours: 8 }, 'resumeHours', null],
  noTimeToPay: ['afterSalesRules', { inspectDays: 7 }, 'inspectDays', null],
  unreachableRow: [
    'afterSalesRules',
    { freightPayer: [freight({}), freight({ reasonClass: 'quality', amountFrom: 10_000 })] },
    'freightPayer',
    1,
  ],
  riskWithoutEffect: [
    'afterSalesRules',
    { frequentReturners: true, autoApprove: [approving({}), approving({ amountUpTo: 9_000, riskUpTo: 'frequent' })] },
    'autoApprove',
    1,
  ],
  excludedUnconfirmed: ['afterSalesRules', { excluded: [{ category: '内衣', ground: 'confirmed' }] }, 'excluded', 0],
  coversNothing: ['returnShippingSubsidy', { enabled: true, scope: [scope({ covered: false })] }, 'scope', null],
  paysNothing: ['returnShippingSubsidy', { enabled: true, mode: { kind: 'actual', cap: 0 } }, 'mode', null],
  returnWithoutAddress: ['afterSalesRules', { returnAddress: null }, 'returnAddress', null],
  routedNowhere: ['afterSalesRules', { returnRouting: [{ amountFrom: 5_000, to: 'supplier' }] }, 'returnRouting', 0],
  numberInText: ['serviceScripts', { checkoutNotice: said('7 天无理由退货。') }, 'checkoutNotice', null],
  valueWithoutMeaning: ['serviceScripts', { orderNotice: said('运费最高补{subsidyCap}。') }, 'orderNotice', null],
  badgeWithoutSubsidy: ['serviceScripts', { orderNotice: said('本店退货包运费。') }, 'orderNotice', null],
};

const where = { unit: '华东大区', market: 'CN' } as const;
const linted = (kind: KindKey, fixture: Fixture) => {
  const riskLimits = { ...sound.riskLimits, frequentReturners: fixture.frequentReturners ?? false };
  return lint(kind, { ...sound, riskLimits, [kind]: { ...sound[kind], ...fixture } }, where);
};

describe('lint (P13)', () => {
  it('finds nothing in sound rules', () => {
    expect(linted('afterSalesRules', {})).toEqual([]);
    expect(linted('returnShippingSubsidy', { enabled: true })).toEqual([]);
    expect(linted('serviceScripts', {})).toEqual([]);
  });

  it('finds a category whose quality window is shorter than its no-reason window', () => {
    const windows = { selfServiceDays: null, qualityDays: null };
    const windowByCategory = [
      { category: '鞋靴', noReasonDays: 20, ...windows },
      { category: '大家电', noReasonDays: 60, ...windows },
    ];
    const findings = linted('afterSalesRules', { windowByCategory });
    expect(findings.map(({ rule, field, row }) => [rule, field, row])).toEqual([
      ['qualityShorterThanNoReason', 'windowByCategory', 1],
    ]);
  });

  it('finds a reminder to dispatch that comes after the refund for want of it', () => {
    const findings = linted('afterSalesRules', { reshipHours: 48, reshipFailDays: 2 });
    expect(findings.map(({ rule, field }) => [rule, field])).toEqual([['reminderAfterDecision', 'reshipHours']]);
  });

  it.each(lintRules)('finds %s, names unit and field, and says the way out in both languages', (rule) => {
    const [kind, fixture, field, row] = failing[rule];
    const findings = linted(kind, fixture);
    expect(findings.map((each) => [each.rule, each.field, each.row])).toEqual([[rule, field, row]]);
    const { zh, en } = findings[0]!.text;
    const label = fieldOf(kind, field)!.label;
    expect(zh).toMatch(/^「华东大区」[^：]*：./u);
    expect(en).toMatch(/^华东大区: [^:]+: ./u);
    expect(zh).toContain(label.zh);
    expect(en.toLowerCase()).toContain(label.en.toLowerCase());
  });

  it('names the law, with what it asks for', () => {
    const [tooLong] = linted('afterSalesRules', { refundDueDays: 9 });
    expect(tooLong?.text.zh).toBe(
      '「华东大区」退款时限为 9，快递、同城、自提订单法定不超过 7（《消费者权益保护法》第二十五条）：改为 7',
    );
  });

  it('finds an inspection that leaves no day to pay in, by the law or by a shorter time of one’s own', () => {
    const rules = (inspectDays: number, refundDueDays: number) =>
      linted('afterSalesRules', { inspectDays, refundDueDays }).map(({ rule }) => rule);
    expect([rules(6, 7), rules(3, 3), rules(1, 1)]).toEqual([[], ['noTimeToPay'], ['noTimeToPay']]);
    const [found] = linted('afterSalesRules', { inspectDays: 7 });
    expect(found?.text.zh).toContain('法定不超过 7 天（《消费者权益保护法》第二十五条）：改为少于 7 天');
  });

  it('asks nothing of sales in store that the law leaves to the merchant', () => {
    expect(linted('afterSalesRules', { inStoreDays: 0 })).toEqual([]);
  });

  it('finds rows of a scope that earlier ones leave nothing to', () => {
    const rows = [scope({ categories: ['shoes'] }), scope({ categories: ['shoes'], priceFrom: 100 }), scope({})];
    expect(linted('returnShippingSubsidy', { enabled: true, scope: rows })).toMatchObject([{ rule: 'unreachableRow', row: 1 }]);
  });

  it('finds rows of a campaign that a row of any campaign leaves nothing to, not the other way round', () => {
    const [any, d11] = [scope({}), scope({ campaign: 'D11' })];
    const found = (...rows: ReturnType<typeof scope>[]) =>
      linted('returnShippingSubsidy', { enabled: true, scope: rows }).map(({ rule, row }) => [rule, row]);
    expect([found(d11, any), found(any, d11), found(d11, d11)]).toEqual([[], [['unreachableRow', 1]], [['unreachableRow', 1]]]);
  });

  it('finds rows of the bearers that earlier ones leave nothing to', () => {
    const shares = { HQ: 10_000, branch: 0 };
    const row = { reasonClass: null, fault: null, shares };
    const bearers = {
      rows: [{ ...row, fault: 'merchant' as const }, row, { ...row, reasonClass: 'quality' as const }],
      otherwise: shares,
      fallback: 'HQ' as const,
    };
    expect(linted('returnShippingSubsidy', { enabled: true, bearers })).toMatchObject([
      { rule: 'unreachableRow', field: 'bearers', row: 2 },
    ]);
  });

  it('leaves free returns that are off alone', () => {
    expect(linted('returnShippingSubsidy', { enabled: false, scope: [scope({ covered: false })] })).toEqual([]);
  });

  it.each([
    ['七天无理由', 'Return in time.'],
    ['两小时内答复', 'Return in time.'],
    ['及时答复', 'An answer within two days.'],
  ])('finds an amount that is spelled out: %s, %s', (zh, en) => {
    expect(linted('serviceScripts', { applyScript: { zh, en } })).toMatchObject([{ rule: 'numberInText', field: 'applyScript' }]);
  });

  it('takes no part of another word for an amount', () => {
    expect(linted('serviceScripts', { applyScript: { zh: '这是一次性用品，一一核对。', en: 'One of us will answer.' } })).toEqual(
      [],
    );
  });

  it('lets texts of free returns speak of the cap, whether they are on or off', () => {
    const subsidyNotice = said('最高补{subsidyCap}。', 'Up to {subsidyCap}.');
    expect(linted('serviceScripts', { subsidyNotice })).toEqual([]);
  });

  it('finds a badge that somebody wrote where free returns are off', () => {
    const badge = said('放心退', 'Easy returns');
    expect(linted('returnShippingSubsidy', { badge })).toMatchObject([{ rule: 'badgeWithoutSubsidy', field: 'badge' }]);
    expect(linted('returnShippingSubsidy', { badge, enabled: true })).toEqual([]);
  });

  it('finds a window of no days in a text', () => {
    const rules = { ...sound.afterSalesRules, selfServiceDays: 0 };
    const scripts = { ...sound.serviceScripts, orderNotice: said('{selfServiceDays}内可自助申请。') };
    const findings = lint('serviceScripts', { ...sound, afterSalesRules: rules, serviceScripts: scripts }, where);
    expect(findings.map(({ rule }) => rule)).toEqual(['valueWithoutMeaning']);
  });
});
