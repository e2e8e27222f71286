import { isReasonCode, reasonOf, type Liability, type LiabilityFact, type LiableParty } from '@headwater/after-sales';
import { plural, type Label } from './format.js';

export const partyNames: Readonly<Record<LiableParty, Label>> = {
  branch: { zh: '分店', en: 'the store' },
  carrier: { zh: '快递公司', en: 'the carrier' },
  supplier: { zh: '供货商', en: 'the supplier' },
  buyer: { zh: '买家', en: 'the buyer' },
  hq: { zh: '总部', en: 'HQ' },
};

const clocks: Readonly<Record<string, Label>> = {
  respondHours: { zh: '超过商家处理时限', en: 'The time to respond ran out' },
  inspectDays: { zh: '超过验收时限', en: 'The time to inspect ran out' },
  reshipFailDays: { zh: '超过未发货退款时限', en: 'Nothing was dispatched in time' },
  disputeDefaultDays: { zh: '超过介入默认判定时限', en: 'The dispute was not decided in time' },
};

const rules: Readonly<Record<string, Label>> = {
  ...clocks,
  verdict: { zh: '总部判定', en: 'Found by HQ' },
  appeal: { zh: '申诉后改判', en: 'Changed on appeal' },
  reportLost: { zh: '退货包裹丢失', en: 'The return parcel was lost' },
  shippedLate: { zh: '商家超过发货时限才发货', en: 'The store dispatched late' },
  shippedWrong: { zh: '商家发错或发来损坏的商品', en: 'The store sent something wrong or broken' },
  notDelivered: { zh: '发给买家的包裹没有送到', en: 'The buyer’s parcel never came' },
  damaged: { zh: '买家同意因商品状况扣款', en: 'The buyer consented to a deduction for the condition of the goods' },
  sentAsShown: { zh: '发货照片完好，途中损坏', en: 'Photographed whole when sent: damaged on the way' },
  inspectionFailed: { zh: '验收发现退回商品不符合要求', en: 'Inspection found what came back not as agreed' },
  inspectionConfirmed: { zh: '验收证实退货原因', en: 'Inspection confirmed the reason of the return' },
  shownByBuyer: { zh: '买家照片证实退货原因', en: 'The buyer’s photos show the reason of the return' },
  byReason: { zh: '按退货原因', en: 'By the reason of the return' },
};

const facts: Readonly<Record<string, Label>> = {
  buyerShipped: { zh: '买家寄出', en: 'Sent by the buyer' },
  branchReceived: { zh: '商家收货', en: 'Received by the store' },
  branchShipped: { zh: '商家发货', en: 'Dispatched by the store' },
  buyerReceived: { zh: '买家收货', en: 'Received by the buyer' },
  dispatchDue: { zh: '最晚发货', en: 'Dispatch was due' },
  lost: { zh: '商家登记丢件', en: 'The store reported it lost' },
  sentWrong: { zh: '买家反馈收到的不对', en: 'The buyer says that it is wrong' },
  missing: { zh: '买家反馈没有收到', en: 'The buyer says that it did not come' },
  damageConsented: { zh: '买家接受扣款', en: 'The buyer accepted the deduction' },
};

const flips: Readonly<Record<string, Label>> = {
  lapsed: { zh: '在时限内处理，就不担责', en: 'Acting in time would have changed it' },
  lost: { zh: '有送达记录，就不是丢件', en: 'A record of delivery would change it' },
  branchShipped: { zh: '在最晚发货时间前发货，就不担责', en: 'Dispatching by then would have changed it' },
  sentWrong: { zh: '证明发的没有错，就不担责', en: 'Proof that the right goods were sent would change it' },
  missing: { zh: '有送达记录，就不是丢件', en: 'A record of delivery would change it' },
  damageConsented: { zh: '买家没有接受扣款，就不担责', en: 'Without the buyer’s consent it would not hold' },
  buyerPhotos: { zh: '买家有没有照片，会改变结果', en: 'Whether the buyer has photos would change it' },
  failedItems: { zh: '验收全部合格，就不成立', en: 'An inspection without findings would change it' },
  agreed: { zh: '证明原因不属实，可以改判', en: 'Proof that the reason is untrue would change it' },
};

/** Facts that are counts. */
const counts: Readonly<Record<string, (n: number) => Label>> = {
  buyerPhotos: (n) => ({ zh: `买家商品照片 ${n} 张`, en: `${plural(n, 'photo')} of the goods by the buyer` }),
  outboundPhotos: (n) => ({ zh: `商家发货照片 ${n} 张`, en: `${plural(n, 'photo')} of what went out by the store` }),
  inspectionPhotos: (n) => ({ zh: `商家验收照片 ${n} 张`, en: `${plural(n, 'photo')} of the inspection by the store` }),
  failedItems: (n) => ({ zh: `验收 ${n} 项不合格`, en: `${plural(n, 'item')} of the checklist not as agreed` }),
};

const unknown = (key: string): Label => ({ zh: key, en: key });

/** Whether a fact is the instant of something that happened. */
export const isInstant = ({ fact, value }: LiabilityFact): boolean => typeof value === 'number' && !(fact in counts);

export const liabilityRuleText = ({ rule }: Pick<Liability, 'rule'>): Label => rules[rule] ?? unknown(rule);

/** What a judgement rests on; an instant comes beside it. */
export function liabilityFactText({ fact, value }: LiabilityFact): Label {
  const word = String(value);
  if (fact === 'lapsed') return clocks[word] ?? unknown(word);
  if (fact === 'reason' && isReasonCode(word)) return reasonOf(word).label;
  if (fact === 'named') return rules['verdict'] ?? unknown(fact);
  return counts[fact]?.(Number(value)) ?? facts[fact] ?? unknown(fact);
}

export const liabilityFlipText = ({ flip }: Liability): Label | null => (flip ? (flips[flip.fact] ?? null) : null);
