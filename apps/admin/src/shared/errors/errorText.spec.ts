import { dictionary } from '../../i18n/dictionary';
import { defineMessages, type Locale } from '../../i18n/messages';
import { createI18nProvider } from '../../i18n/provider';
import { ApiError } from '../../providers/apiError';
import { setServerTime } from '../clock';
import { formatsOf } from '../format';
import { allowedText, errorText } from './errorText';

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
    const facts = { code: 'BAD_INPUT', field: 'amount', allowed: { min: 5, max: 30 }, setBy: '总部 · 标准版 v3' };
    expect(tell(new ApiError('', facts))).toBe('金额须为 5–30，由 总部 · 标准版 v3 限定。');
    expect(tell(new ApiError('', facts), 'en')).toBe('The amount must be 5–30, as set by 总部 · 标准版 v3.');
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

  it('is no bare code for a code that is new', () => {
    expect(tell(new ApiError('Whatever', { code: 'BRAND_NEW' }))).toBe('没有完成（BRAND_NEW）。');
  });

  it('is our fault where it is no answer of the API at all', () => {
    expect(tell(new TypeError('x is undefined'))).toMatch(/^服务器出错/);
    expect(tell(new ApiError('', { code: 'NETWORK' }), 'en')).toMatch(/^The server cannot be reached/);
  });
});

describe('what would have been accepted', () => {
  it.each([
    ['a code', 'a code'],
    [30, '30'],
    [['A', 'B'], 'A、B'],
    [{ min: 1 }, '≥ 1'],
    [{ max: 9 }, '≤ 9'],
    [{ min: 1, max: 9 }, '1–9'],
    [undefined, null],
    [{ header: 'x' }, null],
  ])('%j reads %s', (allowed, text) => {
    expect(allowedText(allowed, 'zh')).toBe(text);
  });
});
