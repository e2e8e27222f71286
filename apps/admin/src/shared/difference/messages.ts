import { defineMessages } from '../../i18n/messages';

export const differenceMessages = defineMessages({
  zh: {
    difference: {
      none: '两者相同',
      kinder: '对买家更宽松（{n, number}）',
      stricter: '对买家更严格（{n, number}）',
      changed: '对买家有变化（{n, number}）',
      internal: '仅内部（{n, number}）',
      open: '取决于下发到哪里（{n, number}）',
    },
  },
  en: {
    difference: {
      none: 'The two are the same',
      kinder: 'Kinder to buyers ({n, number})',
      stricter: 'Stricter to buyers ({n, number})',
      changed: 'Different for buyers ({n, number})',
      internal: 'Internal only ({n, number})',
      open: 'Depends on where it is assigned ({n, number})',
    },
  },
});
