import { defineMessages } from '../../../i18n/messages';

/** Claiming by hand what a case has cost. */
export const claimMessages = defineMessages({
  zh: {
    claim: {
      verb: '索赔',
      effect:
        '把售后单 {code} 的成本向快递公司或供货商索赔：记为应收，按现在的承担比例冲减各方成本。到账或拒赔在“理赔”里登记；没有到账时可以撤回。',
      of: '索赔对象',
      ownSupplier: '供货商，来自订单',
      noParty: '没有匹配的快递公司或供货商',
      amount: '索赔金额（元）',
      atMost: '最多 {most}：本单成本减去已索赔的部分',
      notAmount: '金额须为大于 0 的数字，最多两位小数',
      shares: '冲减成本，记入 {month}',
      reason: '索赔原因',
      failed: '可索赔的金额没有载入',
      done: '{code} 已向{party}索赔 {amount}',
    },
  },
  en: {
    claim: {
      verb: 'Claim',
      effect:
        'What case {code} costs is claimed of a carrier or a supplier: receivable, and taken off the cost of whoever bears it, in the same proportions. A payment or a refusal is recorded under Claims; until something is paid it can be withdrawn.',
      of: 'Claimed of',
      ownSupplier: 'Supplier, from the order',
      noParty: 'No such carrier or supplier',
      amount: 'Amount (¥)',
      atMost: 'At most {most}: what the case costs less what is claimed already',
      notAmount: 'An amount is above 0 and has digits and at most two decimals',
      shares: 'Taken off the cost in {month}',
      reason: 'Why it is claimed',
      failed: 'What can be claimed did not load',
      done: '{code}: {amount} claimed of {party}',
    },
  },
});
