import { defineMessages } from '../../i18n/messages';

/** What buyers read and what staff say, filled from the rules. */
export const textMessages = defineMessages({
  zh: {
    texts: {
      part: { notice: '买家看到的', script: '话术', badge: '角标' },
      hidden: {
        blank: '没有内容，不显示',
        notCovered: '这里未开通退货包运费，不显示',
        valueMissing: '这里没有{names}，整条不显示',
      },
      at: '按{unit}的生效规则填入数字。',
      failed: '话术没有载入',
      invalid: '草稿里有格式不对的内容，改正后这里会更新。',
      insert: '插入数值',
      insertIn: '插入数值 · {language}',
      inLanguage: { zh: '中文', en: '英文' },
      unknown: '没有「{name}」这个数值，用「插入数值」选择',
      loose: '花括号要成对，数值写成 {open}名称{close}',
      length: '最多 {n, number} 个字，数值按最长计',
      copy: '复制话术',
      copied: '已复制话术',
    },
  },
  en: {
    texts: {
      part: { notice: 'Buyer sees', script: 'Scripts', badge: 'Badge' },
      hidden: {
        blank: 'Says nothing, so it does not show',
        notCovered: 'Does not show: free returns are off here',
        valueMissing: 'Does not show: {names} has no value here',
      },
      at: 'Numbers as {unit}’s effective rules have them.',
      failed: 'The texts did not load',
      invalid: 'Something in the draft is malformed; this follows once it is put right.',
      insert: 'Insert a value',
      insertIn: 'Insert a value · {language}',
      inLanguage: { zh: 'Chinese', en: 'English' },
      unknown: 'There is no value “{name}”; choose one by “Insert a value”',
      loose: 'Braces come in pairs: a value is written {open}name{close}',
      length: 'Up to {n, number} characters, values at their longest',
      copy: 'Copy the script',
      copied: 'Script copied',
    },
  },
});
