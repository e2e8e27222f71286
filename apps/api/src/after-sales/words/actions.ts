import { restockingFeeOf, returningTypes, type AllowedAction, type CaseVerb } from '@headwater/after-sales';
import type { AfterSalesRules } from '@headwater/policy';
import { factsOf } from '../case-facts.js';
import type { AfterSalesCase } from '../case.entity.js';
import { money, plural, type Label } from './format.js';
import { payerNames, stateNames } from './states.js';

/** What a button's sentence is about. */
export interface ActionFacts {
  readonly row: AfterSalesCase;
  readonly rules: AfterSalesRules;
  readonly action: AllowedAction;
}

type Sentence = (facts: ActionFacts) => Label;

const agreed = ({ row }: ActionFacts): string => money(row.approvedAmount ?? row.requestedAmount);

/** What is kept of the refund once the goods are back. */
const feeOf = ({ row, rules }: ActionFacts): number =>
  restockingFeeOf(factsOf(row), row.approvedAmount ?? row.requestedAmount, rules);

/** Said only where something is. */
const feeNote = (facts: ActionFacts): Label => {
  const fee = feeOf(facts);
  if (fee === 0) return { zh: '', en: '' };
  return { zh: `；退款时扣除退货手续费 ${money(fee)}`, en: ` A restocking fee of ${money(fee)} is kept of the refund.` };
};

/** Where a verb without input leads: to money at once, to a parcel for the buyer, or to the goods first. */
const refundsAtOnce = ({ action }: ActionFacts): boolean => action.to.includes('REFUNDING');
const owesParcel = ({ action }: ActionFacts): boolean => action.to.includes('AWAIT_RESHIP');

/** The goods stay with the buyer although the type would have them back. */
function approveReturnless(facts: ActionFacts): Label {
  const { row, rules } = facts;
  const amount = money(row.requestedAmount);
  return row.type === 'RR'
    ? { zh: `同意退款 ${amount}，无需退货，原路退回`, en: `Refunds ${amount} to the original payment; the buyer keeps the item` }
    : {
        zh: `同意换货，无需退货，${rules.reshipHours} 小时内发货`,
        en: `Sends the other item within ${plural(rules.reshipHours, 'hour')}; the buyer keeps this one`,
      };
}

function approve(facts: ActionFacts): Label {
  const { row, rules } = facts;
  const amount = money(row.requestedAmount);
  const goesPastGoods = refundsAtOnce(facts) || owesParcel(facts);
  if (goesPastGoods && returningTypes.includes(row.type)) return approveReturnless(facts);
  if (refundsAtOnce(facts)) return { zh: `同意退款 ${amount}，原路退回`, en: `Refunds ${amount} to the original payment` };
  if (owesParcel(facts)) {
    return {
      zh: `同意补寄，${rules.reshipHours} 小时内发货`,
      en: `Agrees to send what is missing, within ${plural(rules.reshipHours, 'hour')}`,
    };
  }
  const [freight, fee] = [freightPaidBy(row), feeNote(facts)];
  return {
    zh: `同意退货，买家 ${rules.shipDays} 天内寄回；${freight.zh}${fee.zh}`,
    en: `Agrees to the return; the buyer has ${plural(rules.shipDays, 'day')} to send it. ${freight.en}${fee.en && `.${fee.en}`}`,
  };
}

/** Whatever we do not pay anyway is covered by free returns first. */
function freightPaidBy({ freightPayer, freightCoveredAtMost: most }: AfterSalesCase): Label {
  const payer = payerNames[freightPayer];
  if (freightPayer === 'merchant' || most === null) return { zh: `运费由${payer.zh}承担`, en: `Freight is paid by ${payer.en}` };
  return {
    zh: `退货包运费承担运费，最高 ${money(most)}，超出部分由${payer.zh}承担`,
    en: `Free returns pay the freight up to ${money(most)}; above that it is paid by ${payer.en}`,
  };
}

function accept(facts: ActionFacts): Label {
  const amount = money(facts.row.facts.proposal?.amount ?? facts.row.requestedAmount);
  if (refundsAtOnce(facts)) return { zh: `接受后退款 ${amount}，原路退回`, en: `Refunds ${amount} to the original payment` };
  return { zh: `接受后寄回商品，退款 ${amount}`, en: `The goods go back, then ${amount} is refunded` };
}

function receive(facts: ActionFacts): Label {
  const { reshipHours } = facts.rules;
  if (owesParcel(facts)) {
    return {
      zh: `确认收货，${reshipHours} 小时内发货给买家`,
      en: `Takes the goods in; the parcel to the buyer is due within ${plural(reshipHours, 'hour')}`,
    };
  }
  const fee = feeOf(facts);
  if (fee > 0) {
    const net = money((facts.row.approvedAmount ?? facts.row.requestedAmount) - fee);
    return {
      zh: `确认收货并退款 ${net}，已扣退货手续费 ${money(fee)}`,
      en: `Takes the goods in and refunds ${net}, less a restocking fee of ${money(fee)}`,
    };
  }
  return { zh: `确认收货并退款 ${agreed(facts)}`, en: `Takes the goods in and refunds ${agreed(facts)}` };
}

function reportLost(facts: ActionFacts): Label {
  if (owesParcel(facts)) return { zh: '按丢件换货，责任归承运商', en: 'Exchanges what was lost; the carrier is liable' };
  return {
    zh: `按丢件退款 ${agreed(facts)}，责任归承运商`,
    en: `Refunds ${agreed(facts)} as lost; the carrier is liable`,
  };
}

function changeIntent(facts: ActionFacts): Label {
  if (refundsAtOnce(facts))
    return {
      zh: `不再等待发货，退款 ${agreed(facts)}，原路退回`,
      en: `Refunds ${agreed(facts)} instead of waiting for the parcel`,
    };
  return {
    zh: `改为退货退款，收货后退款 ${agreed(facts)}`,
    en: `Becomes a return: ${agreed(facts)} is refunded once the goods are in`,
  };
}

/** What happens to a parcel that went out to the buyer. */
const onItsWay = ({ rules }: ActionFacts): Label => ({
  zh: `送达后 ${rules.autoConfirmDays} 天自动确认收货`,
  en: `Receipt counts as confirmed ${plural(rules.autoConfirmDays, 'day')} after delivery`,
});

const toHq = ({ rules }: ActionFacts): Label => ({
  zh: `由总部判定，${rules.disputeDefaultDays} 天未判定则支持买家`,
  en: `HQ decides; without a verdict in ${plural(rules.disputeDefaultDays, 'day')} it is decided for the buyer`,
});

function decline({ action }: ActionFacts): Label {
  const state = stateNames[action.to[0] ?? 'APPLIED'];
  return { zh: `不接受，回到「${state.zh}」`, en: `Goes back to “${state.en}”` };
}

function modify({ action }: ActionFacts): Label {
  const left = action.left ?? 0;
  return {
    zh: `修改后由商家重新处理，还可修改 ${left} 次`,
    en: `The store looks at it again; ${plural(left, 'change')} left`,
  };
}

const sentences: Readonly<Record<Exclude<CaseVerb, 'apply' | 'timeout' | 'recount' | 'paid' | 'payoutFailed'>, Sentence>> = {
  approve,
  accept,
  decline,
  modify,
  reject: ({ rules }) => ({
    zh: `拒绝后买家 ${rules.reconsiderDays} 天内可修改申请或申请平台介入`,
    en: `The buyer then has ${plural(rules.reconsiderDays, 'day')} to change the application or escalate to HQ`,
  }),
  askInfo: ({ rules }) => ({
    zh: `买家 ${rules.infoDays} 天内补充资料，期间计时暂停`,
    en: `The buyer has ${plural(rules.infoDays, 'day')} to answer; the clock is paused meanwhile`,
  }),
  propose: ({ rules, action }) => ({
    zh: `提出不超过 ${money(action.maxAmount ?? 0)} 的退款，买家 ${rules.consentHours} 小时内确认`,
    en: `Offers up to ${money(action.maxAmount ?? 0)}; the buyer has ${plural(rules.consentHours, 'hour')} to consent`,
  }),
  supplyInfo: () => ({ zh: '补充后由商家继续处理', en: 'The store goes on with the case' }),
  escalate: toHq,
  withdraw: () => ({ zh: '撤销后售后单关闭，商品可再次申请', en: 'Closes the case; the goods can be applied for again' }),
  ship: ({ row, rules }) =>
    row.type === 'RR'
      ? {
          zh: `填写单号后由商家收货；收货后 ${rules.refundDueDays} 天内退款`,
          en: `The store waits for the parcel and refunds within ${plural(rules.refundDueDays, 'day')} of receiving it`,
        }
      : {
          zh: `填写单号后由商家收货；收货后 ${rules.reshipHours} 小时内发货`,
          en: `The store waits for the parcel and sends the other one within ${plural(rules.reshipHours, 'hour')} of receiving it`,
        },
  bookPickup: () => ({
    zh: '预约上门取件，取件后填写单号',
    en: 'Books a courier; the tracking number follows once the goods are fetched',
  }),
  registerDropIn: ({ rules }) => ({
    zh: `扫描售后单号登记到店退货；${rules.inspectDays} 天内验收`,
    en: `Takes in goods handed over the counter, by the code of the case; inspection is due in ${plural(rules.inspectDays, 'day')}`,
  }),
  changeLogistics: () => ({ zh: '更改承运商或单号', en: 'Changes carrier or tracking number' }),
  recordTracking: ({ rules }) => ({
    zh: `登记物流；送达后 ${rules.inspectDays} 天内验收`,
    en: `Records what the carrier says; inspection is due ${plural(rules.inspectDays, 'day')} after delivery`,
  }),
  receive,
  receiveAndDispatch: (facts) => ({
    zh: `确认收货并发货给买家；${onItsWay(facts).zh}`,
    en: `Takes the goods in and sends the buyer’s parcel. ${onItsWay(facts).en}`,
  }),
  refuseReceipt: ({ rules }) => ({
    zh: `拒收后买家 ${rules.reconsiderDays} 天内可更改物流、修改申请或申请平台介入`,
    en: `The buyer then has ${plural(rules.reconsiderDays, 'day')} to change logistics, change the application or escalate`,
  }),
  reportLost,
  dispatch: (facts) => ({
    zh: `发货给买家，买家立即看到单号；${onItsWay(facts).zh}`,
    en: `Sends the parcel, whose number the buyer sees at once. ${onItsWay(facts).en}`,
  }),
  outOfStock: ({ row, rules }) => ({
    zh: `缺货，提出退款 ${money(row.approvedAmount ?? row.requestedAmount)}，买家 ${rules.consentHours} 小时内确认`,
    en: `Offers ${money(row.approvedAmount ?? row.requestedAmount)} instead; the buyer has ${plural(rules.consentHours, 'hour')} to consent`,
  }),
  correctLogistics: () => ({ zh: '更正发给买家的承运商或单号', en: 'Corrects carrier or tracking number of the buyer’s parcel' }),
  changeIntent,
  confirm: () => ({ zh: '确认收到后售后单完成', en: 'Confirms receipt; the case is done' }),
  notReceived: toHq,
  wrongReceived: toHq,
  shipBack: () => ({ zh: '把拒收的商品寄回买家', en: 'Sends the refused goods back to the buyer' }),
  verdict: ({ action }) => ({
    zh: `判定后立即执行，退款不超过 ${money(action.maxAmount ?? 0)}`,
    en: `Carried out at once; a refund is at most ${money(action.maxAmount ?? 0)}`,
  }),
  retry: (facts) => ({ zh: `再次打款 ${agreed(facts)}`, en: `Tries to pay ${agreed(facts)} again` }),
  manualVoucher: (facts) => ({
    zh: `登记线下打款 ${agreed(facts)}，售后单结束`,
    en: `Records that ${agreed(facts)} was paid by hand; the case ends`,
  }),
  extend: () => ({ zh: '延长截止时间', en: 'Moves the deadline' }),
};

/** What a button will do, said beforehand. */
export function effectText(facts: ActionFacts): Label {
  const { verb } = facts.action;
  return verb in sentences ? sentences[verb as keyof typeof sentences](facts) : { zh: verb, en: verb };
}
