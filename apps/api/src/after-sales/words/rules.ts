import { caseStates, type CaseState, type TraceEntry } from '@headwater/after-sales';
import { money, plural, type Label } from './format.js';
import { approvalSentences } from './approval.js';
import { liabilityRuleText, partyNames } from './liability.js';
import { stateNames } from './states.js';

type Facts = TraceEntry['facts'];
type Sentence = (facts: Facts, passes: boolean) => Label;

const text = (facts: Facts, key: string): string => String(facts[key] ?? '');
const count = (facts: Facts, key: string): number => Number(facts[key] ?? 0);
const either = (passes: boolean, yes: Label, no: Label): Label => (passes ? yes : no);
const day = (facts: Facts, key: string): string => new Date(count(facts, key)).toISOString().slice(0, 10);
const stateOf = (facts: Facts, key: string): Label => {
  const state = caseStates.find((each: CaseState) => each === facts[key]);
  return state ? stateNames[state] : { zh: '–', en: '–' };
};

/** How many photos of which kind. */
const missing = (facts: Facts, names: { readonly goods: string; readonly invoice: string }, unit: string, and: string): string =>
  (['goods', 'invoice'] as const)
    .filter((kind) => count(facts, `${kind}Missing`) > 0)
    .map((kind) =>
      unit === ''
        ? `${count(facts, `${kind}Missing`)} ${names[kind]}`
        : `${names[kind]} ${count(facts, `${kind}Missing`)}${unit}`,
    )
    .join(and);

const eligibility: Record<string, Sentence> = {
  orderPaid: (_, ok) =>
    either(ok, { zh: '订单已付款', en: 'The order was paid' }, { zh: '订单未付款', en: 'The order was not paid' }),
  orderNotCancelled: (facts, ok) =>
    either(
      ok,
      { zh: '订单未取消', en: 'The order was not cancelled' },
      {
        zh: `订单已于 ${day(facts, 'cancelledAt')} 取消，不能申请售后`,
        en: `The order was cancelled on ${day(facts, 'cancelledAt')}; nothing can be applied for`,
      },
    ),
  typeAllowed: (facts, ok) =>
    either(
      ok,
      { zh: '下单承诺支持该类型', en: 'The promise allows this type' },
      {
        zh: '下单承诺不支持该类型，可改选其他类型',
        en: `The promise does not allow this type; allowed: ${text(facts, 'allowed')}`,
      },
    ),
  reasonKnown: (_, ok) =>
    either(ok, { zh: '原因有效', en: 'The reason is known' }, { zh: '没有这个原因', en: 'There is no such reason' }),
  reasonFitsStage: (_, ok) =>
    either(
      ok,
      { zh: '原因与订单进度相符', en: 'The reason fits how far the order has come' },
      { zh: '原因与订单进度不符，可改选其他原因', en: 'The reason does not fit how far the order has come; choose another' },
    ),
  receivedForReturn: (_, ok) =>
    either(
      ok,
      { zh: '商品已签收，或无需退货', en: 'The goods were received, or need not come back' },
      { zh: '尚未签收，只能申请仅退款', en: 'Not received yet: only a refund can be asked for' },
    ),
  evidence: (facts, ok) =>
    either(
      ok,
      { zh: '凭证照片齐全', en: 'The photos asked for are there' },
      {
        zh: `还缺${missing(facts, { goods: '商品照片', invoice: '发票照片' }, ' 张', '、')}`,
        en: `Missing: ${missing(facts, { goods: 'photos of the goods', invoice: 'photos of the invoice' }, '', ', ')}`,
      },
    ),
  noReasonAllowed: (facts, ok) =>
    either(
      ok,
      { zh: '可以无理由退货，或原因与此无关', en: 'May be returned without a reason, or for one that needs no such right' },
      {
        zh: `「${text(facts, 'category')}」不支持无理由退货；质量问题仍可申请，也可联系分店`,
        en: `${text(facts, 'category')} cannot be returned without a reason; quality still can, and the store may open the case`,
      },
    ),
  window: (facts, ok) =>
    either(
      ok,
      { zh: '在售后期内，或由店员代为发起', en: 'Within a window, or opened by staff' },
      facts['window'] === null && facts['basis'] === null
        ? { zh: '已过售后期，可联系分店由店员代为发起', en: 'The windows are over; the store can still open the case' }
        : { zh: '不在售后期内', en: 'Outside the windows' },
    ),
  linesKnown: (_, ok) =>
    either(
      ok,
      { zh: '商品属于该订单', en: 'The lines belong to the order' },
      { zh: '商品不属于该订单，或重复', en: 'A line is missing, unknown or named twice' },
    ),
  quantityLeft: (facts, ok) =>
    either(
      ok,
      { zh: `还可申请 ${count(facts, 'left')} 件`, en: `${plural(count(facts, 'left'), 'piece')} left to apply for` },
      {
        zh: `只剩 ${count(facts, 'left')} 件可申请：已售 ${count(facts, 'sold')}，已退 ${count(facts, 'refunded')}，售后中 ${count(facts, 'inOpenCases')}`,
        en: `Only ${count(facts, 'left')} left: sold ${count(facts, 'sold')}, refunded ${count(facts, 'refunded')}, in open cases ${count(facts, 'inOpenCases')}`,
      },
    ),
  applicationsLeft: (facts, ok) =>
    either(
      ok,
      {
        zh: `已申请 ${count(facts, 'applications')} 次，最多 ${count(facts, 'limit')} 次`,
        en: `${count(facts, 'applications')} of ${count(facts, 'limit')} applications used`,
      },
      {
        zh: `每件商品最多申请 ${count(facts, 'limit')} 次`,
        en: `A line can be applied for ${plural(count(facts, 'limit'), 'time')} at most`,
      },
    ),
  contactFirst: (facts, ok) => {
    if (!ok && facts['by'] === 'branch') {
      return {
        zh: '先客服沟通再售后：请填写与买家的沟通记录',
        en: 'Contact comes first: log how you spoke with the buyer',
      };
    }
    if (!ok) {
      const branch = text(facts, 'branch');
      return { zh: `请先联系「${branch}」客服，沟通后再申请`, en: `Contact ${branch} first; after that it can be applied for` };
    }
    return facts['asked'] === true
      ? { zh: '已与买家沟通', en: 'The buyer was spoken with' }
      : { zh: '无需先联系客服', en: 'No contact is asked for first' };
  },
  amount: (facts, ok) =>
    either(
      ok,
      { zh: `金额不超过 ${money(count(facts, 'maxAmount'))}`, en: `Within ${money(count(facts, 'maxAmount'))}` },
      {
        zh: `金额须大于 0，最高 ${money(count(facts, 'maxAmount'))}`,
        en: `The amount is above 0 and at most ${money(count(facts, 'maxAmount'))}`,
      },
    ),
};

const payers: Record<string, Label> = {
  freightPayer: { zh: '按下单承诺的运费规则', en: 'By the freight table of the promise' },
  faultNeverBuyer: { zh: '非买家责任，运费不由买家付', en: 'Not the buyer’s fault: the buyer does not pay the freight' },
};

const bounds = (facts: Facts): Label => ({
  zh: `已用 ${count(facts, 'used')} 次，最多 ${count(facts, 'limit')} 次`,
  en: `${count(facts, 'used')} of ${count(facts, 'limit')} used`,
});

const others: Record<string, Sentence> = {
  ...approvalSentences,
  lifecycle: (facts) => ({
    zh: `「${stateOf(facts, 'state').zh}」→「${stateOf(facts, 'to').zh}」`,
    en: `${stateOf(facts, 'state').en} → ${stateOf(facts, 'to').en}`,
  }),
  modifyMax: bounds,
  repeatMax: bounds,
  modifyAfterTransitDays: (facts) => ({
    zh: `寄出 ${count(facts, 'limit')} 天后（${day(facts, 'at')} 起）才可改为退款`,
    en: `A refund may be asked for instead ${plural(count(facts, 'limit'), 'day')} after the return went out, from ${day(facts, 'at')}`,
  }),
  reshipHours: (facts) => ({
    zh: `等待发货满 ${count(facts, 'limit')} 小时（${day(facts, 'at')} 起）才可改为退款`,
    en: `A refund may be asked for instead once the parcel is owed for ${plural(count(facts, 'limit'), 'hour')}, from ${day(facts, 'at')}`,
  }),
  restockingFee: (facts) => ({
    zh: `退货手续费 ${count(facts, 'bps') / 100}%：从 ${money(count(facts, 'amount'))} 中扣除 ${money(count(facts, 'fee'))}`,
    en: `Restocking fee of ${count(facts, 'bps') / 100}%: ${money(count(facts, 'fee'))} is kept of ${money(count(facts, 'amount'))}`,
  }),
  liability: (facts) => {
    const party = (partyNames as Readonly<Partial<Record<string, Label>>>)[text(facts, 'party')] ?? { zh: '–', en: '–' };
    const why = liabilityRuleText({ rule: text(facts, 'rule') });
    return { zh: `判责：${party.zh}（${why.zh}）`, en: `Liable: ${party.en} (${why.en})` };
  },
  freightPayer: (facts, ok) =>
    ok
      ? {
          zh: `${payers['freightPayer']?.zh ?? ''}，第 ${count(facts, 'row') + 1} 行`,
          en: `${payers['freightPayer']?.en ?? ''}, row ${count(facts, 'row') + 1}`,
        }
      : { zh: '运费规则没有匹配的行，由买家付', en: 'No row of the freight table matches: the buyer pays' },
  faultNeverBuyer: () => payers['faultNeverBuyer'] ?? { zh: '', en: '' },
  ...eligibility,
};

/** A rule that had a say, as a sentence. */
export function ruleText({ rule, facts, passes }: TraceEntry): Label {
  const sentence = others[rule];
  if (sentence) return sentence(facts, passes);
  return facts['value'] === undefined
    ? { zh: rule, en: rule }
    : { zh: `${rule}：${text(facts, 'value')}`, en: `${rule}: ${text(facts, 'value')}` };
}
