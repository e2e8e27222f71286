import { defineMessages } from './messages';
import { createI18nProvider, preferredLocale } from './provider';

const messages = defineMessages({
  zh: {
    queue: {
      title: '待办',
      late: '{n, plural, other {# 单已超时}}',
      own: '{branches, plural, other {# 家分店中}}有 {own, plural, other {# 家自定义}}',
    },
  },
  en: {
    queue: {
      title: 'To do',
      late: '{n, plural, one {# case is} other {# cases are}} overdue',
      own: '{own, number} of {branches, plural, one {# branch sets} other {# branches set}} their own',
    },
  },
});

describe('the i18n provider', () => {
  it('speaks the language it starts with, and the other one after a change', async () => {
    const i18n = createI18nProvider([messages], 'zh');
    expect(i18n.translate('queue.title')).toBe('待办');
    await i18n.changeLocale('en');
    expect(i18n.translate('queue.title')).toBe('To do');
    expect(i18n.getLocale()).toBe('en');
  });

  it('chooses plurals and groups digits as the language does', async () => {
    const i18n = createI18nProvider([messages], 'en');
    expect(i18n.translate('queue.late', { n: 1 })).toBe('1 case is overdue');
    expect(i18n.translate('queue.late', { n: 12345 })).toBe('12,345 cases are overdue');
    expect(i18n.translate('queue.own', { own: 37, branches: 412 })).toBe('37 of 412 branches set their own');
    await i18n.changeLocale('zh');
    expect(i18n.translate('queue.late', { n: 12345 })).toBe('12,345 单已超时');
  });

  it('falls back to the given text, else to the key', () => {
    const i18n = createI18nProvider([messages], 'en');
    expect(i18n.translate('no.such.key', { _: 'As given' })).toBe('As given');
    expect(i18n.translate('no.such.key')).toBe('no.such.key');
  });

  it('ignores a language it does not have', async () => {
    const i18n = createI18nProvider([messages], 'zh');
    await i18n.changeLocale('fr');
    expect(i18n.getLocale()).toBe('zh');
  });
});

describe('the first language', () => {
  it.each([
    [['zh-Hant-HK', 'en'], 'zh'],
    [['en-US', 'zh-CN'], 'en'],
    [['fr-FR', 'en-GB'], 'en'],
    [['fr-FR'], 'zh'],
    [[], 'zh'],
  ] as const)('for a browser that asks for %j is %s', (languages, locale) => {
    expect(preferredLocale(languages)).toBe(locale);
  });
});
