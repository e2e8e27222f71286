import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '规则对比',
    failed: '对比没有载入',
    from: '从',
    to: '到',
    unit: '组织',
    date: '日期',
    same: '两边是同一个组织的同一天：换一个组织或日期再对比。',
    swap: '左右互换',
    change: '{field}：{before} → {after}',
    was: '原来',
    is: '现在',
  },
  en: {
    title: 'Compare rules',
    failed: 'The comparison did not load',
    from: 'From',
    to: 'To',
    unit: 'Unit',
    date: 'Date',
    same: 'Both sides are the same unit on the same day: choose another unit or date.',
    swap: 'Swap sides',
    change: '{field}: {before} → {after}',
    was: 'Before',
    is: 'After',
  },
});
