import { weave } from './weave';

const say = (pattern: string, values: Record<string, string>) =>
  weave((_key, given) => pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(given[name])), 'any', values);

describe('a sentence with values in it', () => {
  it('parts Han from Latin letters and digits, and nothing else', () => {
    expect(say('须在{a}之内', { a: '10 天–30 天' })).toBe('须在 10 天–30 天之内');
    expect(say('须在{a}之内', { a: '¥5.00–¥30.00' })).toBe('须在 ¥5.00–¥30.00 之内');
    expect(say('由{by}限定', { by: '总部' })).toBe('由总部限定');
    expect(say('由{by}限定', { by: '总部 · 标准版 v3' })).toBe('由总部 · 标准版 v3 限定');
    expect(say('（来自{by}）', { by: '标准版 v3' })).toBe('（来自标准版 v3）');
  });

  it('leaves the value itself alone, and English too', () => {
    expect(say('在{unit}开通', { unit: 'G2000专柜' })).toBe('在 G2000专柜开通');
    expect(say('bounded by {by}.', { by: '总部 v3' })).toBe('bounded by 总部 v3.');
  });
});
