import { createI18nProvider } from '../../i18n/provider';
import type { Locale } from '../../i18n/messages';
import { dictionary } from '../../i18n/dictionary';
import { amount, count, keyMoney, money, percent, share } from '../format';
import type { Formats } from '../format';
import { dayName } from '../format/time';
import { fieldOf, kinds } from '../../testing/kinds';
import { guardText } from './guardText';
import { problemText } from './problemText';
import { valueText, type Speech } from './valueText';

function speech(locale: Locale): Speech {
  const i18n = createI18nProvider(dictionary, locale);
  const format = {
    locale,
    money: (fen: number) => money(fen, locale),
    amount: (fen: number | null | undefined) => amount(fen, locale),
    keyMoney: (fen: number) => keyMoney(fen, locale),
    count: (n: number) => count(n, locale),
    percent: (bps: number) => percent(bps, locale),
    share: (part: number, whole: number) => share(part, whole, locale),
    day: (day: string) => dayName(day, locale),
  } as Formats;
  return { t: i18n.translate, format, localText: (text) => text[locale] };
}

const zh = speech('zh');
const en = speech('en');

describe('a rule’s value in words', () => {
  it.each([
    ['selfServiceDays', 15, '15 天', '15 days'],
    ['respondHours', 1, '1 小时', '1 hour'],
    ['modifyMax', 3, '3 次', '3 times'],
    ['enabled', true, '是', 'Yes'],
    ['mode', { kind: 'actual', cap: 1935 }, '按实际运费，封顶 ¥19.35', 'Actual cost, cap ¥19.35'],
    ['mode', { kind: 'selfShip', flat: 1000 }, '自行寄回，固定 ¥10.00', 'Self-ship, flat ¥10.00'],
    ['types', ['refundOnly', 'returnRefund'], '仅退款、退货退款', 'Refund only, Return and refund'],
    ['scope', [], '全部适用', 'Covers everything'],
    ['returnAddress', null, '未设置', 'Not set'],
    ['reviewDate', '2027-02-28', '2027年2月28日', '28 Feb 2027'],
    ['reviewDate', null, '未设置', 'Not set'],
  ])('%s of %j', (key, value, chinese, english) => {
    expect(valueText(fieldOf(key), value, zh).text).toBe(chinese);
    expect(valueText(fieldOf(key), value, en).text).toBe(english);
  });

  it('tells a share in per cent', () => {
    expect(valueText({ ...fieldOf('modifyMax'), unit: 'bps' }, 6_250, en).text).toBe('62.5%');
  });

  it('tells a text in both languages, its values by their names', () => {
    const template = { zh: '{noReasonDays}内可退，{foo}', en: 'Back within {noReasonDays}' };
    expect(valueText(fieldOf('checkoutNotice'), template, zh)).toEqual({
      text: '〔无理由退货期〕内可退，{foo}',
      lines: ['〔无理由退货期〕内可退，{foo}', 'Back within [No-reason window]'],
    });
    expect(valueText(fieldOf('checkoutNotice'), template, en).text).toBe('Back within [No-reason w…');
    expect(valueText(fieldOf('checkoutNotice'), { zh: '', en: '' }, en).text).toBe('Does not show');
    const long = { zh: '长'.repeat(40), en: 'Long' };
    expect(valueText(fieldOf('checkoutNotice'), long, zh).text).toBe(`${'长'.repeat(24)}…`);
  });

  it('names the placeholder that is none, and those there are', () => {
    const problem = {
      ...{ code: 'UNKNOWN_PLACEHOLDER', field: 'checkoutNotice', path: 'set.zh.{foo}' },
      allowed: { oneOf: ['noReasonDays', 'subsidyCap'] },
    };
    expect(problemText(problem, kinds, zh)).toBe('结算页提示：没有「foo」这个数值，可用：无理由退货期、补贴封顶');
    expect(problemText(problem, kinds, en)).toBe(
      'Checkout notice: there is no value “foo”; there are No-reason window, Cap of free returns',
    );
  });

  it('tells a table row by row, and what happens where none matches', () => {
    const scope = [
      { categories: ['内衣', '泳装'], priceFrom: null, priceTo: null, channels: null, covered: false },
      { categories: null, priceFrom: 5000, priceTo: 20_000, channels: ['express'], covered: true },
      { categories: null, priceFrom: null, priceTo: null, channels: null, campaign: 'D11', covered: true },
    ];
    expect(valueText(fieldOf('scope'), scope, zh).lines).toEqual([
      '内衣、泳装 → 不适用',
      '¥50.00 至 ¥200.00 · 快递 → 适用',
      '活动 D11 → 适用',
      '其余 → 不适用',
    ]);
    const freight = [
      { reasonClass: 'quality', category: null, amountFrom: null, amountTo: null, payer: 'merchant', merchantBps: null },
      { reasonClass: null, category: '羽绒服', amountFrom: 50_000, amountTo: null, payer: 'shared', merchantBps: 5000 },
    ];
    expect(valueText(fieldOf('freightPayer'), freight, zh).lines).toEqual([
      '质量问题 → 商家付',
      '羽绒服 · ¥500.00 起 → 双方分担，商家 50%',
      '其余 → 买家付',
    ]);
  });

  it('tells conditions by category, items of the product in the language in force', () => {
    const conditions = [
      { category: '鞋靴', items: ['intact', '鞋底无磨损'] },
      { category: null, items: ['unused'] },
    ];
    expect(valueText(fieldOf('conditions'), conditions, zh).lines).toEqual(['鞋靴 → 商品完好、鞋底无磨损', '所有类目 → 未使用']);
  });

  it('tells where goods go that come back', () => {
    const rows = [
      { amountFrom: 5_000, to: 'supplier' },
      { amountFrom: 50_000, to: 'own' },
    ];
    expect(valueText(fieldOf('returnRouting'), rows, zh).lines).toEqual([
      '¥50.00 起 → 供货商',
      '¥500.00 起 → 退货地址',
      '其余 → 退货地址',
    ]);
    expect(valueText(fieldOf('returnRouting'), [], en).text).toBe('All to the return address');
  });

  it('tells what is approved by rule, and when the item is kept', () => {
    const rows = [{ amountUpTo: 5_000, reasonClasses: ['expectation'], riskUpTo: 'normal' }];
    expect(valueText(fieldOf('autoApprove'), rows, zh).lines).toEqual([
      '¥50.00 以内 · 不想要了 · 一般买家 → 系统同意',
      '其余 → 由人处理',
    ]);
    expect(valueText(fieldOf('autoApprove'), [], zh).text).toBe('不自动同意');
    const kept = (value: unknown) => valueText(fieldOf('returnless'), value, en).text;
    expect(kept(null)).toBe('Always sent back');
    expect(kept({ by: 'amount', amount: 2_000 })).toBe('Goods up to ¥20.00 are kept');
    expect(kept({ by: 'cost', handlingCost: 800, resaleBps: 5_000 })).toBe(
      'Kept where return freight and handling of ¥8.00 reach 50% of the price',
    );
  });

  it('tells how often a buyer is subsidised', () => {
    const limit = (value: unknown) => valueText(fieldOf('perBuyer'), value, en).text;
    expect(limit(null)).toBe('No limit');
    expect(limit({ count: 3, days: 30 })).toBe('Up to 3 parcels in 30 days');
    expect(limit({ count: Number.NaN, days: 30 })).toBe(valueText(fieldOf('modifyMax'), Number.NaN, en).text);
  });

  it('tells a split with its rows and its fallback', () => {
    const bearers = {
      rows: [{ reasonClass: 'quality', fault: 'merchant', shares: { HQ: 0, branch: 10_000 } }],
      otherwise: { HQ: 6000, branch: 4000 },
      fallback: 'HQ',
    };
    expect(valueText(fieldOf('bearers'), bearers, zh)).toEqual({
      text: '总部 60% · 分店 40%，另 1 行',
      lines: [
        '质量问题 · 商家责任 → 总部 0% · 分店 100%',
        '其余 → 总部 60% · 分店 40%',
        '追不回的、没有供货商或合伙人的部分由总部承担',
      ],
    });
    const ofFour = { HQ: 4000, branch: 3000, supplier: 2000, partner: 1000 };
    expect(valueText(fieldOf('bearers'), { rows: [], otherwise: ofFour, fallback: 'branch' }, zh).text).toBe(
      '总部 40% · 分店 30% · 供货商 20% · 合伙人 10%',
    );
  });

  it('says that something is unfinished rather than a number that is none', () => {
    expect(valueText(fieldOf('selfServiceDays'), Number.NaN, zh).text).toBe('未填完');
    expect(valueText(fieldOf('mode'), { kind: 'actual', cap: Number.NaN }, en).text).toBe('Actual cost, cap Unfinished');
  });
});

describe('bounds in words', () => {
  it('speak the field’s unit, and leave open what is open', () => {
    expect(guardText(fieldOf('mode'), { min: 500, max: 3000 }, zh)).toBe('¥5.00–¥30.00');
    expect(guardText(fieldOf('selfServiceDays'), { min: null, max: 30 }, en)).toBe('at most 30 days');
    expect(guardText(fieldOf('selfServiceDays'), { min: 10, max: null }, zh)).toBe('不低于 10 天');
    expect(guardText(fieldOf('types'), { allowed: ['refundOnly'] }, zh)).toBe('仅退款');
    expect(guardText(fieldOf('types'), null, zh)).toBeNull();
  });
});

describe('a problem in words', () => {
  it('says what, the limit in its unit, and who set it', () => {
    const problem = { code: 'OUT_OF_BOUNDS', field: 'mode', allowed: { min: 500, max: 3000 }, setBy: '总部 · 标准版 v3' };
    expect(problemText(problem, kinds, zh)).toBe('补贴方式与封顶须在 ¥5.00–¥30.00 之内，由总部 · 标准版 v3 限定');
    expect(problemText({ ...problem, setBy: null, allowed: null }, kinds, en)).toBe('Mode and cap is outside what is allowed');
  });

  it('names the row of a table', () => {
    const problem = { code: 'EMPTY_RANGE', field: 'scope', path: 'set.1.priceTo' };
    expect(problemText(problem, kinds, zh)).toBe('适用范围 · 第 2 行：范围是空的，上限须高于下限');
  });

  it('tells a code that is newer than this page by itself', () => {
    expect(problemText({ code: 'BRAND_NEW' }, kinds, zh)).toBe('未通过校验（BRAND_NEW）');
  });
});
