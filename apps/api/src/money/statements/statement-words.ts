import { isReasonCode, reasonOf } from '@headwater/after-sales';
import type { Cause } from '@headwater/ledger';
import type { Language } from '../../auth/views.js';
import type { Cell, Column } from '../../common/table-file.js';
import { localDay } from '../../common/local-day.js';
import { costWords } from '../cost-words.js';
import type { StatementAccountView, StatementLineView } from './statement.view.js';

const columns = (heads: readonly string[], amount: string): Column[] => [
  ...heads.map((head) => ({ head, kind: 'text' as const })),
  { head: amount, kind: 'amount' },
];

export const statementColumns: Readonly<Record<Language, readonly Column[]>> = {
  zh: columns(['记账日期', '事项', '售后单', '费用项', '承担方', '原因', '快递公司', '所属月份', '币种'], '金额（元）'),
  en: columns(['Posted', 'Event', 'Case', 'Component', 'Bearer', 'Reason', 'Carrier', 'Belongs to', 'Currency'], 'Amount (¥)'),
};

const causeWords: Readonly<Record<Language, Readonly<Record<Cause | 'opening' | 'closing', string>>>> = {
  zh: {
    opening: '期初余额',
    closing: '期末余额',
    orderCovered: '订单投保',
    claimOpened: '索赔',
    claimRecovered: '理赔到账',
    claimRefused: '理赔被拒',
    returnShipped: '退货寄出',
    buyerReimbursed: '买家垫付',
    returnAbandoned: '退货取消',
    billed: '快递或保险账单差额',
    replacementShipped: '换货寄出',
    refundDecided: '确定退款',
    deduction: '扣款',
    goodsLost: '货损',
    refundPaid: '退款到账',
    manualVoucher: '人工付款',
    compensated: '补偿',
    compensationPaid: '补偿到账',
    reversal: '冲销',
  },
  en: {
    opening: 'Opening balance',
    closing: 'Closing balance',
    orderCovered: 'Order insured',
    claimOpened: 'Claim opened',
    claimRecovered: 'Claim paid',
    claimRefused: 'Claim refused',
    returnShipped: 'Return shipped',
    buyerReimbursed: 'Paid by the buyer first',
    returnAbandoned: 'Return given up',
    billed: 'Difference of a bill',
    replacementShipped: 'Replacement shipped',
    refundDecided: 'Refund decided',
    deduction: 'Deduction',
    goodsLost: 'Goods lost',
    refundPaid: 'Refund paid',
    manualVoucher: 'Paid by hand',
    compensated: 'Compensation',
    compensationPaid: 'Compensation paid',
    reversal: 'Reversal',
  },
};

const causeWord = (language: Language, cause: string): string =>
  (causeWords[language] as Readonly<Record<string, string>>)[cause] ?? cause;

const reasonWord = (language: Language, reason: string): string =>
  isReasonCode(reason) ? reasonOf(reason).label[language] : reason;

/** A line of the month as it stands in the file. */
export function statementCells(language: Language, line: StatementLineView, timeZone: string): Cell[] {
  const words = costWords[language];
  return [
    localDay(line.postedAt, timeZone),
    causeWord(language, line.cause),
    line.caseCode,
    words[line.component] ?? line.component,
    [words[line.bearer] ?? line.bearer, line.bearerName].filter((word) => word !== null).join(' '),
    reasonWord(language, line.reason),
    line.carrier,
    line.causePeriod,
    line.currency,
    line.amount,
  ];
}

/** What a bearer has borne before the month, or after it. */
export function statementTotals(language: Language, which: 'opening' | 'closing', account: StatementAccountView): Cell[] {
  const bearer = costWords[language][account.bearer] ?? account.bearer;
  return [null, causeWord(language, which), null, null, bearer, null, null, null, account.currency, account[which]];
}
