import fc from 'fast-check';
import { parseCount, parseFen, parseInstant, trimmed } from './texts.js';

describe('amounts', () => {
  it('are read digit by digit, whatever the signs around them', () => {
    expect(['12', '1,234.50', '￥１９.９', '-3', '0.10', '8.000', 'R$ 5.05'].map((text) => parseFen(text))).toEqual([
      1200, 123450, 1990, -300, 10, 800, 505,
    ]);
    expect(parseFen('1.234,50', ',')).toBe(123450);
  });

  it('are not guessed', () => {
    for (const text of ['', 'x', '1.005', '1.2.3', '12 元', '1e3', 'NaN']) expect(parseFen(text)).toBeNull();
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
        expect(parseFen(`${String(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}`)).toBe(fen);
      }),
    );
  });
});

describe('instants', () => {
  it('are meant in the zone of the profile unless they say otherwise', () => {
    expect(parseInstant('2026-03-12 14:05:00', 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 12, 6, 5));
    expect(parseInstant('2018-01-02 10:20:00', 'UTC')).toBe(Date.UTC(2018, 0, 2, 10, 20));
    expect(parseInstant('2026-03-12T14:05:00+02:00', 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 12, 12, 5));
    expect(parseInstant('2026年3月12日', 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 11, 16));
    expect(parseInstant('2018-11-05 00:30:00', 'America/Sao_Paulo')).toBe(Date.UTC(2018, 10, 5, 2, 30));
  });

  it('keep their milliseconds: a rule may begin within a second', () => {
    expect(parseInstant('2026-03-12T06:05:00.250Z', 'UTC')).toBe(Date.UTC(2026, 2, 12, 6, 5, 0, 250));
    expect(parseInstant('2026-03-12 14:05:00.5', 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 12, 6, 5, 0, 500));
    expect(parseInstant('2026-03-12 06:05:00.123456', 'UTC')).toBe(Date.UTC(2026, 2, 12, 6, 5, 0, 123));
  });

  it('have to exist', () => {
    for (const text of ['2026-02-30', '2026-13-01', '12/1/10 8:26', 'yesterday', '2026-01-01 25:00'])
      expect(parseInstant(text, 'UTC')).toBeNull();
  });
});

it('counts are whole numbers from 0', () => {
  expect(['3', '３', '2.0', '1.5', '-1', ''].map(parseCount)).toEqual([3, 3, 2, null, null, null]);
});

it('a cell is read without the spaces around it, wide ones too', () => {
  expect(trimmed('\uFEFF　北京 店　')).toBe('北京 店');
});
