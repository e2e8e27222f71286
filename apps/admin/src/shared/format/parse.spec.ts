import { parseCount, parseMoney, parsePercent, readAmount, typed } from './parse';

describe('an amount as typed', () => {
  it.each([
    ['19.35', 1935],
    ['19.3', 1930],
    ['19', 1900],
    ['19.', 1900],
    ['0', 0],
    ['0.05', 5],
    [' ¥1,200.00 ', 120_000],
    ['１９．３５', 1935],
    ['1，200', 120_000],
    ['999999999999.99', 99_999_999_999_999],
  ])('%j is %d fen, exactly', (text, fen) => {
    expect(parseMoney(text)).toBe(fen);
  });

  it.each(['', ' ', '.', '19.355', '-1', '1e3', '十元', '1.2.3', '9999999999999'])('%j is none', (text) => {
    expect(parseMoney(text)).toBeNaN();
  });

  it('comes back as it would be typed', () => {
    for (const fen of [0, 5, 50, 500, 1935, 1500, 10_000]) {
      expect(parseMoney(typed(fen, 'all'))).toBe(fen);
      expect(parseMoney(typed(fen, 'needed'))).toBe(fen);
    }
    expect(typed(1500, 'all')).toBe('15.00');
    expect(typed(1500, 'needed')).toBe('15');
    expect(typed(10_000, 'needed')).toBe('100');
    expect(typed(0, 'needed')).toBe('0');
    expect(typed(null, 'all')).toBe('');
    expect(typed(Number.NaN, 'all')).toBe('');
  });
});

describe('a share and a count as typed', () => {
  it('are basis points and whole numbers', () => {
    expect(parsePercent('60%')).toBe(6000);
    expect(parsePercent('12.5')).toBe(1250);
    expect(parseCount('48')).toBe(48);
    expect(parseCount(' ４８ ')).toBe(48);
    for (const text of ['', '1.5', '-3', 'x', '1234567890']) expect(parseCount(text)).toBeNaN();
  });
});

it('reads an amount that has a most, and says why it is none', () => {
  expect(readAmount(' ', 500)).toEqual({ fen: null, wrong: null });
  expect(readAmount('5', 500)).toEqual({ fen: 500, wrong: null });
  expect(readAmount('5.01', 500)).toEqual({ fen: null, wrong: 'tooMuch' });
  for (const text of ['0', '一元']) expect(readAmount(text, 500)).toEqual({ fen: null, wrong: 'notAmount' });
});
