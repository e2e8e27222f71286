import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: { title: '找不到内容', text: '网址有误，内容已不在，或不在可见范围内。', back: '回到首页' },
  en: {
    title: 'Nothing here',
    text: 'The address is wrong, what it led to is gone, or it lies outside what can be seen from here.',
    back: 'Back to start',
  },
});
