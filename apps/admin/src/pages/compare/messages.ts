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
    mode: { units: '组织与日期', versions: '版本' },
    kind: '规则类型',
    chooseTwo: '选两个版本对比：同一个方案的，或同一规则类型的两个方案。',
    sameVersion: '两边是同一个版本：换一个再对比。',
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
    mode: { units: 'Units and dates', versions: 'Versions' },
    kind: 'Kind',
    chooseTwo: 'Choose two versions, of one policy or of two policies of one kind.',
    sameVersion: 'Both sides are the same version: choose another one.',
  },
});
