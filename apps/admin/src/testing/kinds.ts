import type { RuleField, RuleKind } from '../shared/rules/documents';

const anything = { category: null, amountFrom: null, amountTo: null, merchantBps: null };

function field(key: string, type: string, zh: string, en: string, more: Partial<RuleField> = {}): RuleField {
  return {
    ...{ key, type, unit: null, default: null, bounds: null, options: null },
    ...{
      group: 'all',
      groupLabel: { zh: '全部', en: 'All' },
      label: { zh, en },
      help: { zh: `${zh}的说明。`, en: `About ${en}.` },
    },
    ...{ atPayment: true, branchMay: 'yes', guardable: null, compulsory: false, maxLength: null, placeholders: null },
    ...more,
  };
}

const days = (key: string, zh: string, en: string, value: number, min: number, max: number, more: Partial<RuleField> = {}) =>
  field(key, 'days', zh, en, { unit: 'day', default: value, bounds: { min, max }, guardable: 'range', ...more });

/** Some fields of every kind, one of each type, as the API describes them. */
export const kinds: readonly RuleKind[] = [
  {
    key: 'returnShippingSubsidy',
    label: { zh: '退货包运费', en: 'Free returns' },
    suspendable: true,
    fields: [
      field('enabled', 'boolean', '退货包运费', 'Free returns', { default: false }),
      field('scope', 'table.scope', '适用范围', 'Scope', { default: [] }),
      field('mode', 'mode', '补贴方式与封顶', 'Mode and cap', {
        ...{ unit: 'fen', default: { kind: 'actual', cap: 1200 }, bounds: { min: 0, max: 10_000 }, guardable: 'range' },
        branchMay: 'lower',
      }),
      field('perBuyer', 'perBuyer', '每位买家的补贴次数', 'Per buyer', { branchMay: 'no' }),
      field('bearers', 'bearers', '承担方', 'Bearers', {
        ...{ default: { rows: [], otherwise: { HQ: 10_000, branch: 0 }, fallback: 'HQ' }, branchMay: 'no' },
      }),
    ],
  },
  {
    key: 'afterSalesRules',
    label: { zh: '售后规则', en: 'After-sales rules' },
    suspendable: false,
    fields: [
      days('noReasonDays', '无理由退货期', 'No-reason window', 7, 7, 90, { branchMay: 'longer', compulsory: true }),
      days('selfServiceDays', '自助售后期', 'Self-service window', 15, 0, 1095),
      field('types', 'set', '售后类型', 'Case types', {
        ...{ default: ['refundOnly', 'returnRefund'], guardable: 'allowed' },
        options: [
          { value: 'refundOnly', label: { zh: '仅退款', en: 'Refund only' } },
          { value: 'returnRefund', label: { zh: '退货退款', en: 'Return and refund' } },
        ],
      }),
      field('modifyMax', 'count', '修改申请次数', 'Changes to an application', {
        ...{ unit: 'count', default: 3, bounds: { min: 1, max: 20 }, guardable: 'range', branchMay: 'no' },
      }),
      field('respondHours', 'hours', '商家处理时限', 'Time to respond', {
        ...{ unit: 'hour', default: 48, bounds: { min: 1, max: 72 }, guardable: 'range', atPayment: false },
      }),
      field('freightPayer', 'table.freightPayer', '退货运费由谁付', 'Who pays return freight', {
        default: [{ reasonClass: 'expectation', payer: 'buyer', ...anything }],
      }),
      field('conditions', 'table.conditions', '验收清单', 'Return conditions', {
        default: [{ category: null, items: ['intact', 'unused'] }],
        options: [
          { value: 'intact', label: { zh: '商品完好', en: 'Intact' } },
          { value: 'unused', label: { zh: '未使用', en: 'Unused' } },
          { value: 'tagsOn', label: { zh: '吊牌未拆', en: 'Tags on' } },
        ],
      }),
      field('autoApprove', 'table.autoApprove', '自动同意', 'Auto-approval', { default: [], atPayment: false }),
      field('returnRouting', 'table.returnRouting', '退货去向', 'Where returns go', { default: [], atPayment: false }),
      field('returnless', 'returnless', '无需退货', 'Keep the item', { atPayment: false, branchMay: 'no' }),
      field('reviewDate', 'date', '复核日期', 'Review date', { atPayment: false, branchMay: 'no' }),
      field('returnAddress', 'address', '退货地址', 'Return address', { atPayment: false }),
    ],
  },
  {
    key: 'serviceScripts',
    label: { zh: '服务话术', en: 'Service scripts' },
    suspendable: false,
    fields: [
      field('checkoutNotice', 'text', '结算页提示', 'Checkout notice', {
        ...{ default: { zh: '{noReasonDays}可退', en: 'Back within {noReasonDays}' }, atPayment: false, branchMay: 'no' },
        maxLength: 300,
        placeholders: [
          { name: 'noReasonDays', label: { zh: '无理由退货期', en: 'No-reason window' } },
          { name: 'subsidyCap', label: { zh: '补贴封顶', en: 'Cap of free returns' } },
        ],
      }),
    ],
  },
];

/** A field of the sample by its key. */
export function fieldOf(key: string): RuleField {
  const found = kinds.flatMap((kind) => kind.fields).find((each) => each.key === key);
  if (!found) throw new RangeError(`The sample has no field ${key}`);
  return found;
}
