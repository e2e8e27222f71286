import { dictionary } from '../i18n/dictionary';
import { createI18nProvider } from '../i18n/provider';
import { allowedText } from './allowedText';
import { formatsOf } from './format';

const { translate } = createI18nProvider(dictionary, 'zh');

describe('what would have been accepted', () => {
  it.each([
    ['a code', 'a code'],
    [30, '30'],
    [['A', 'B'], 'A、B'],
    [['region', 'store'], '大区、门店'],
    [[], null],
    [{ min: 1 }, '≥ 1'],
    [{ max: 9 }, '≤ 9'],
    [{ min: 1, max: 9 }, '1–9'],
    [undefined, null],
    [{ header: 'x' }, null],
  ])('%j reads %s', (allowed, text) => {
    expect(allowedText(allowed, translate, formatsOf('zh', 'Asia/Shanghai'))).toBe(text);
  });
});
