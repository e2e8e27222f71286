import fc from 'fast-check';
import { checkDirectives } from '../check/check-directives.js';
import { kindOf } from '../kinds/registry.js';
import { chainOf, hqRules, id, scripts, subsidy } from '../testing/chain.js';
import type { Channel } from '../values/words.js';
import { placeholderNames, placeholders } from './placeholders.js';
import { render } from './render.js';
import { serviceText, textFields } from './service-texts.js';
import { hasLooseBrace, partsOf } from './template.js';
import { longestValues, textValues, type TextGround } from './values.js';

const snapshot = chainOf(hqRules({ inStoreDays: { set: 3 } }));
const rules = snapshot.resolve('afterSalesRules', id('s1'), 10).values;
const mode = { kind: 'actual', cap: 1_205 } as const;
const ground = (more: Partial<TextGround> = {}): TextGround => ({ rules, subsidy: { mode }, channel: null, ...more });
const zh = (template: string, more: Partial<TextGround> = {}) => render(template, textValues(ground(more)), 'zh');
const en = (template: string, more: Partial<TextGround> = {}) => render(template, textValues(ground(more)), 'en');

describe('a text template (P18)', () => {
  it('takes its numbers from the rules, with their units, spaced as the language wants', () => {
    expect(zh('自签收次日起{noReasonDays}内，答复{respondHours}，可改{modifyMax}，最高{subsidyCap}。')).toBe(
      '自签收次日起 7 天内，答复 48 小时，可改 3 次，最高 12.05 元。',
    );
    expect(zh('{noReasonDays}无理由')).toBe('7 天无理由');
    expect(en('Within {noReasonDays}, up to {subsidyCap}.')).toBe('Within 7 days, up to ¥12.05.');
    expect(en('In {refundDueDays}.', { rules: { ...rules, refundDueDays: 1 } })).toBe('In 1 day.');
  });

  it('without placeholders says what it says', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        fc.pre(!/[{}\u2063]/u.test(words));
        expect(zh(words)).toBe(words);
      }),
    );
  });

  it('falls into words and names that make it up again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '{noReasonDays}', '天', 'x'), { maxLength: 8 }), (drawn) => {
        const parts = partsOf(drawn.join(''));
        expect(parts.map((part) => ('name' in part ? `{${part.name}}` : part.words)).join('')).toBe(drawn.join(''));
      }),
    );
  });

  it('is none where a value it names has no meaning: half a sentence is no sentence', () => {
    expect(zh('最高{subsidyCap}。', { subsidy: null })).toBeNull();
    expect(zh('{selfServiceDays}内自助申请', { rules: { ...rules, selfServiceDays: 0 } })).toBeNull();
  });

  it('tells the no-reason window of the sale at hand', () => {
    const told = (channel: Channel | null) => zh('{returnDays}', { channel });
    expect([told('express'), told('inStore'), told(null)]).toEqual(['7 天', '3 天', '7 天']);
    expect(zh('{noReasonDays}', { channel: 'inStore' })).toBeNull();
    expect(zh('{inStoreDays}', { channel: 'express' })).toBeNull();
  });

  it('can name only what buyers meet, each with a name in both languages and a highest value', () => {
    expect(placeholderNames).toContain('noReasonDays');
    expect(placeholderNames).not.toContain('resumeHours');
    for (const { label, most } of placeholders) {
      expect(label.zh).toMatch(/\p{Script=Han}/u);
      expect(most).toBeGreaterThan(0);
    }
    expect([...longestValues.keys()]).toEqual(placeholderNames);
  });
});

describe('checking a text', () => {
  const flaws = (set: object | string) => checkDirectives('serviceScripts', { applyScript: { set } });
  const badge = (set: object) =>
    checkDirectives('returnShippingSubsidy', { badge: { set } }).map(({ code, path }) => [code, path]);

  it('refuses a placeholder that is none, and names it and those there are', () => {
    expect(flaws({ zh: '最高{cap}', en: 'Up to {subsidyCap}' })).toEqual([
      {
        ...{ kind: 'serviceScripts', field: 'applyScript', code: 'UNKNOWN_PLACEHOLDER', path: 'set.zh.{cap}' },
        allowed: { oneOf: placeholderNames },
      },
    ]);
  });

  it.each(['{noReasonDays', 'noReasonDays}', '{{noReasonDays}}', '{'])('refuses a brace that does not pair: %s', (template) => {
    expect(hasLooseBrace(template)).toBe(true);
    expect(flaws({ zh: template, en: 'x' })).toMatchObject([{ code: 'UNCLOSED_BRACE', path: 'set.zh' }]);
  });

  it('wants both languages, or none', () => {
    expect(flaws({ zh: '好', en: ' ' })).toMatchObject([{ code: 'LANGUAGE_MISSING', path: 'set.en' }]);
    expect(flaws({ zh: '', en: '' })).toEqual([]);
    expect(flaws({ zh: '好' })).toMatchObject([{ code: 'WRONG_TYPE', path: 'set.en' }]);
    expect(flaws('好')).toMatchObject([{ code: 'WRONG_TYPE', path: 'set' }]);
  });

  it('counts placeholders at their longest', () => {
    expect(badge({ zh: '包运费最高{subsidyCap}', en: 'x' })).toEqual([['OUT_OF_BOUNDS', 'set.zh']]);
    expect(badge({ zh: '退{subsidyCap}', en: '{noReasonDays}' })).toEqual([]);
    expect(badge({ zh: '一二三四五六七八九十一二三', en: 'x' })).toEqual([['OUT_OF_BOUNDS', 'set.zh']]);
  });

  it('takes no guard, and may be locked', () => {
    const set = { zh: '好', en: 'Fine' };
    expect(checkDirectives('serviceScripts', { applyScript: { set, guard: { min: 1 } } })).toMatchObject([
      { code: 'GUARD_NOT_ALLOWED' },
    ]);
    expect(checkDirectives('serviceScripts', { applyScript: { set, lock: true } })).toEqual([]);
  });
});

describe('where a text shows', () => {
  const shown = (key: string, more: Partial<TextGround> = {}, text = { zh: '好', en: 'Fine' }) =>
    serviceText(
      textFields.find(({ field }) => field.key === key)!,
      text,
      ground(more),
    );

  it('is said of every text: to buyers, in the mouth of staff, on goods', () => {
    expect(textFields.map(({ field, part }) => [field.key, part])).toEqual([
      ['badge', 'badge'],
      ...kindOf('serviceScripts').fields.map(({ key, group }) => [key, group === 'notices' ? 'notice' : 'script']),
    ]);
  });

  it('shows the badge and the notice of free returns only where they cover the goods', () => {
    expect(shown('badge')).toMatchObject({ text: { zh: '好' }, hidden: null });
    expect(shown('badge', { subsidy: null })).toMatchObject({ text: null, hidden: 'notCovered' });
    expect(shown('subsidyNotice', { subsidy: null })).toMatchObject({ text: null, hidden: 'notCovered' });
    expect(shown('orderNotice', { subsidy: null })).toMatchObject({ text: { en: 'Fine' }, hidden: null });
  });

  it('says why it shows nothing', () => {
    expect(shown('orderNotice', {}, { zh: '', en: '' })).toMatchObject({ text: null, hidden: 'blank' });
    expect(shown('orderNotice', { subsidy: null }, { zh: '{subsidyCap}', en: '{subsidyCap}' })).toMatchObject({
      ...{ text: null, hidden: 'valueMissing', missing: ['subsidyCap'] },
    });
  });

  it('follows an area that writes its own, and comes back to the product’s', () => {
    const own = { zh: '华东客服向你致歉。', en: 'East apologizes.' };
    const chain = chainOf(
      hqRules(),
      subsidy('HQ/library', { enabled: { set: true } }),
      scripts('east/own', { apologyQuality: { set: own } }),
    );
    expect(chain.resolve('serviceScripts', id('s1'), 10).values.apologyQuality).toEqual(own);
    expect(chain.resolve('serviceScripts', id('s4'), 10).values.apologyQuality).toEqual(
      kindOf('serviceScripts').fields.find(({ key }) => key === 'apologyQuality')?.default,
    );
  });
});
