import { address, chainOf, hqRules, id } from '../testing/chain.js';
import type { AfterSalesRules, FreightPayerRow, KindKey, ScopeRow, SubsidyRules } from '../values/types.js';
import { lintRules, type LintRule } from './finding.js';
import { china } from './floors.js';
import { lint } from './lint.js';

const snapshot = chainOf(hqRules({ returnAddress: { set: address } }));
const sound = {
  afterSalesRules: snapshot.resolve('afterSalesRules', id('s1'), 10).values,
  returnShippingSubsidy: snapshot.resolve('returnShippingSubsidy', id('s1'), 10).values,
};

const freight = (row: Partial<FreightPayerRow>): FreightPayerRow => ({
  ...{ reasonClass: null, category: null, amountFrom: null, amountTo: null, payer: 'merchant', merchantBps: null, ...row },
});
const scope = (row: Partial<ScopeRow>): ScopeRow => ({
  ...{ categories: null, priceFrom: null, priceTo: null, channels: null, covered: true, ...row },
});

type Fixture = Partial<AfterSalesRules> & Partial<SubsidyRules>;

/** One that fails for each rule, with the field and the row that are named. */
const failing: Readonly<Record<LintRule, readonly [KindKey, Fixture, string, number | null]>> = {
  legalFloor: ['afterSalesRules', { noReasonDays: 5 }, 'noReasonDays', null],
  qualityShorterThanNoReason: ['afterSalesRules', { noReasonDays: 40 }, 'qualityDays', null],
  reminderAfterDecision: ['afterSalesRules', { disputeDays: 10 }, 'disputeDays', null],
  pauseLongerThanClock: ['afterSalesRules', { respondHours: 8 }, 'resumeHours', null],
  unreachableRow: [
    'afterSalesRules',
    { freightPayer: [freight({}), freight({ reasonClass: 'quality', amountFrom: 10_000 })] },
    'freightPayer',
    1,
  ],
  coversNothing: ['returnShippingSubsidy', { enabled: true, scope: [scope({ covered: false })] }, 'scope', null],
  paysNothing: ['returnShippingSubsidy', { enabled: true, mode: { kind: 'actual', cap: 0 } }, 'mode', null],
  returnWithoutAddress: ['afterSalesRules', { returnAddress: null }, 'returnAddress', null],
};

const linted = (kind: KindKey, fixture: Fixture) => lint(kind, { ...sound, [kind]: { ...sound[kind], ...fixture } }, china);

describe('lint (P13)', () => {
  it('finds nothing in sound rules', () => {
    expect(linted('afterSalesRules', {})).toEqual([]);
    expect(linted('returnShippingSubsidy', { enabled: true })).toEqual([]);
  });

  it.each(lintRules)('finds %s, names the field, and says the way out in both languages', (rule) => {
    const [kind, fixture, field, row] = failing[rule];
    const findings = linted(kind, fixture);
    expect(findings.map((each) => [each.rule, each.field, each.row])).toEqual([[rule, field, row]]);
    for (const text of Object.values(findings[0]!.text)) expect(text).toMatch(/[：:]/u);
  });

  it('names the law, with what it asks for', () => {
    const [tooLong] = linted('afterSalesRules', { refundDueDays: 9 });
    expect(tooLong?.text.zh).toBe('退款时限为 9，法定不超过 7（《消费者权益保护法》第二十五条）：改为 7');
  });

  it('finds rows of a scope that earlier ones leave nothing to', () => {
    const rows = [scope({ categories: ['shoes'] }), scope({ categories: ['shoes'], priceFrom: 100 }), scope({})];
    expect(linted('returnShippingSubsidy', { enabled: true, scope: rows })).toMatchObject([{ rule: 'unreachableRow', row: 1 }]);
  });

  it('leaves free returns that are off alone', () => {
    expect(linted('returnShippingSubsidy', { enabled: false, scope: [scope({ covered: false })] })).toEqual([]);
  });
});
