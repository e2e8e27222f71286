import { dictionary } from '../../i18n/dictionary';
import { defineMessages, type Locale } from '../../i18n/messages';
import { createI18nProvider } from '../../i18n/provider';
import { ApiError } from '../../providers/apiError';
import { setServerTime } from '../clock';
import { formatsOf } from '../format';
import { errorText } from './errorText';

const extra = defineMessages({
  zh: { error: { PAUSED: '暂停到 {until}。' } },
  en: { error: { PAUSED: 'Paused until {until}.' } },
});

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

function tell(error: unknown, locale: Locale = 'zh'): string {
  return errorText(error, createI18nProvider([...dictionary, extra], locale).translate, formatsOf(locale, here));
}

describe('what a refusal says', () => {
  it('names the field, the limit and who set it', () => {
    const facts = { code: 'BAD_INPUT', field: 'amount', allowed: { min: 500, max: 3_000 }, setBy: '总部 · 标准版 v3' };
    expect(tell(new ApiError('', facts))).toBe('金额须为 ¥5.00–¥30.00，由 总部 · 标准版 v3 限定。');
    expect(tell(new ApiError('', facts), 'en')).toBe('The amount must be ¥5.00–¥30.00, as set by 总部 · 标准版 v3.');
  });

  it('says less where less is known', () => {
    expect(tell(new ApiError('', { code: 'BAD_INPUT', field: 'email', allowed: 'name@host' }))).toBe('邮箱须为 name@host。');
    expect(tell(new ApiError('', { code: 'BAD_INPUT', field: 'email' }))).toBe('邮箱不符合要求。');
  });

  it('tells instants among the details as people do', () => {
    setServerTime(new Date().toISOString());
    const until = new Date(Date.now() + 5 * 60_000).toISOString();
    expect(tell(new ApiError('', { code: 'PAUSED', details: { until } }))).toMatch(/^暂停到 (今天|明天) \d\d:\d\d。$/);
  });

  it('names units and their types as people do', () => {
    const type = { code: 'TYPE_NOT_ALLOWED', field: 'parentId', allowed: ['region', 'mall'] };
    expect(tell(new ApiError('', type))).toBe('这一类组织不能放在这里，这里可以放大区、商城。');
    expect(tell(new ApiError('', type), 'en')).toBe('Units of this type cannot stand here: allowed are Region, Mall.');
    expect(tell(new ApiError('', { ...type, allowed: [] }))).toBe('这一类组织不能放在这里，选择别的上级。');
    const below = { code: 'ACTIVE_CHILDREN', details: { units: [{ id: 's1', name: '江宁店' }], count: 1 } };
    expect(tell(new ApiError('', below))).toBe('还有未归档的下级：江宁店，先移走或归档它们。');
  });

  it('tells a limit as an amount or a time where it is one', () => {
    expect(tell(new ApiError('', { code: 'FREIGHT_DIFFERS', field: 'freightPaid', allowed: 1250 }))).toContain('¥12.50');
    const early = { code: 'BEFORE_SHIPMENT', field: 'at', allowed: '2026-03-12T06:05:00.000Z' };
    expect(tell(new ApiError('', early), 'en')).toMatch(/^It cannot be earlier than the parcel went out: \w+ 1\d Mar/);
  });

  it('is no bare code for a code that is new', () => {
    expect(tell(new ApiError('Whatever', { code: 'BRAND_NEW' }))).toBe('没有完成（BRAND_NEW）。');
  });

  it('is our fault where it is no answer of the API at all', () => {
    expect(tell(new TypeError('x is undefined'))).toMatch(/^服务器出错/);
    expect(tell(new ApiError('', { code: 'NETWORK' }), 'en')).toMatch(/^The server cannot be reached/);
  });
});
