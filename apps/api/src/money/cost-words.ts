import type { CostDimension } from './cost-enums.js';

type Heads = Readonly<Record<CostDimension | 'storeCode' | 'cases' | 'amount' | 'total', string>>;

/** Column heads of the export (console.md, glossary). */
export const costHeads: Readonly<Record<'zh' | 'en', Heads>> = {
  zh: {
    storeCode: '分店编号',
    store: '分店',
    month: '月份',
    bearer: '承担方',
    component: '费用项',
    reason: '原因',
    carrier: '承运商',
    cases: '售后单数',
    amount: '成本（元）',
    total: '合计',
  },
  en: {
    storeCode: 'Store code',
    store: 'Store',
    month: 'Month',
    bearer: 'Bearer',
    component: 'Component',
    reason: 'Reason',
    carrier: 'Carrier',
    cases: 'Cases',
    amount: 'Cost (¥)',
    total: 'Total',
  },
};

/** Codes in words. */
export const costWords: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>> = {
  zh: {
    HQ: '总部',
    branch: '分店',
    supplier: '供货商',
    partner: '合伙人',
    none: '无',
    'freight-subsidy': '运费补贴',
    'freight-fault': '责任运费',
    'freight-over-cap': '超出封顶',
    'goods-loss': '货损',
    compensation: '补偿',
    premium: '保费',
    recovery: '追回',
    'goods-recovery': '货损追回',
    refund: '退款',
  },
  en: {
    HQ: 'HQ',
    branch: 'Branch',
    supplier: 'Supplier',
    partner: 'Partner',
    none: 'None',
    'freight-subsidy': 'Freight subsidy',
    'freight-fault': 'Freight by fault',
    'freight-over-cap': 'Freight over the cap',
    'goods-loss': 'Goods loss',
    compensation: 'Compensation',
    premium: 'Premium',
    recovery: 'Recovery',
    'goods-recovery': 'Recovery of goods',
    refund: 'Refund',
  },
};
