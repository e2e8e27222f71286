import { amount, count, keyMoney, money, percent, rate, share, toDecimal } from './number';

describe('money', () => {
  it.each([
    [123_450, '¥1,234.50'],
    [-990, '−¥9.90'],
    [0, '¥0.00'],
    [1, '¥0.01'],
    [-5, '−¥0.05'],
    [9_007_199_254_740_991, '¥90,071,992,547,409.91'],
  ])('of %d fen reads %s in both languages, exactly', (fen, text) => {
    expect(money(fen, 'zh')).toBe(text);
    expect(money(fen, 'en')).toBe(text);
  });

  it('shows another currency by its narrow symbol', () => {
    expect(money(500, 'en', 'USD')).toBe('$5.00');
  });

  it('refuses what is no whole number of fen', () => {
    expect(() => toDecimal(0.5)).toThrow(RangeError);
    expect(() => toDecimal(Number.NaN)).toThrow(RangeError);
  });

  it('in a table has no symbol, zero in full, and a dash where there is none', () => {
    expect(amount(291_150, 'zh')).toBe('2,911.50');
    expect(amount(-990, 'en')).toBe('−9.90');
    expect(amount(0, 'zh')).toBe('0.00');
    expect(amount(null, 'en')).toBe('–');
    expect(amount(undefined, 'zh')).toBe('–');
  });

  it('as a key figure is short in the language’s own way', () => {
    expect(keyMoney(123_456_700, 'zh')).toBe('¥123.5万');
    expect(keyMoney(123_456_700, 'en')).toBe('¥1.2M');
    expect(keyMoney(-123_456_700, 'en')).toBe('−¥1.2M');
    expect(keyMoney(999_999, 'zh')).toBe('¥9,999.99');
  });
});

describe('figures', () => {
  it('group their digits', () => {
    expect(count(100_000, 'zh')).toBe('100,000');
    expect(count(-3, 'en')).toBe('−3');
  });

  it('show basis points as per cent, without a space before the sign', () => {
    expect(percent(6000, 'zh')).toBe('60%');
    expect(percent(1250, 'en')).toBe('12.5%');
    expect(percent(1, 'en')).toBe('0.01%');
    expect([rate(400, 'zh'), rate(503, 'en')]).toEqual(['4.00%', '5.03%']);
  });

  it('never round a part to none or to all', () => {
    expect(share(404, 412, 'zh')).toBe('98%');
    expect(share(1, 1000, 'en')).toBe('1%');
    expect(share(999, 1000, 'en')).toBe('99%');
    expect(share(0, 10, 'en')).toBe('0%');
    expect(share(10, 10, 'en')).toBe('100%');
    expect(share(0, 0, 'en')).toBe('–');
  });
});
