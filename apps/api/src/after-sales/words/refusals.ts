import type { Refusal, RefusalCode } from '@headwater/after-sales';
import { money, type Label } from './format.js';
import { stateNames } from './states.js';

type Sentence = (refusal: Refusal) => Label;

const limit = ({ limit: bound }: Refusal): string => String(bound ?? '');
const when = ({ at }: Refusal): string =>
  at === undefined ? '–' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const always =
  (zh: string, en: string): Sentence =>
  () => ({ zh, en });

const sentences: Readonly<Record<RefusalCode, Sentence>> = {
  WRONG_STATE: ({ state }) => ({
    zh: `售后单在「${stateNames[state].zh}」，不能这样做`,
    en: `The case is at “${stateNames[state].en}”, where this cannot be done.`,
  }),
  NOT_ALLOWED_FOR_ACTOR: always('这一步由另一方来做', 'This step is for somebody else to take.'),
  DEADLINE_PASSED: (it) => ({
    zh: `已于 ${when(it)} 截止（${it.field ?? ''}），按超时结果处理`,
    en: `The deadline (${it.field ?? ''}) passed at ${when(it)}; its outcome holds.`,
  }),
  TOO_EARLY: (it) => ({ zh: `${when(it)} 起才可以`, en: `This is possible from ${when(it)}.` }),
  REPEAT_LIMIT: (it) => ({
    zh: `每张售后单最多 ${limit(it)} 次（${it.field ?? ''}）`,
    en: `This can be done ${limit(it)} times a case (${it.field ?? ''}).`,
  }),
  MODIFY_LIMIT: (it) => ({
    zh: `每张售后单最多修改 ${limit(it)} 次，可申请平台介入`,
    en: `An application can be changed ${limit(it)} times (${it.field ?? ''}); it can be escalated.`,
  }),
  REASON_REQUIRED: always('需要填写原因', 'A reason is needed.'),
  QUESTION_REQUIRED: always('需要写明要补充什么', 'Say what information is needed.'),
  ANSWER_REQUIRED: always('需要填写补充内容', 'The answer is empty.'),
  TRACKING_REQUIRED: always('需要承运商和运单号', 'Carrier and tracking number are both needed.'),
  PHOTO_REQUIRED: always('拒收须至少一张照片，未到货除外', 'Refusing receipt takes a photo, unless the parcel has not arrived.'),
  REFERENCE_REQUIRED: always('需要凭证号', 'A reference of the payment is needed.'),
  NOT_AUTO_APPROVED: always('没有自动同意规则匹配，由人处理', 'No rule of auto-approval matches; a person answers.'),
  RETURN_ADDRESS_REQUIRED: always(
    '没有生效的退货地址，先在生效规则中填写',
    'There is no return address in force; set one in the effective rules first.',
  ),
  AMOUNT_INVALID: (it) => ({
    zh: `金额须为大于 0 的整数分${it.limit === undefined ? '' : `，最高 ${money(it.limit)}`}`,
    en: `The amount is a whole number of fen above 0${it.limit === undefined ? '' : `, at most ${money(it.limit)}`}.`,
  }),
  AMOUNT_TOO_HIGH: (it) => ({ zh: `最高 ${money(it.limit ?? 0)}`, en: `At most ${money(it.limit ?? 0)} can be refunded here.` }),
  FREIGHT_INVALID: always('运费须为不小于 0 的整数分', 'The freight is a whole number of fen from 0.'),
  TYPE_NOT_ALLOWED: always('下单承诺不支持该类型', 'The promise of this order does not allow this type.'),
  REASON_UNKNOWN: always('没有这个原因', 'There is no such reason.'),
  NOTHING_CHANGED: always('内容没有变化', 'Nothing was changed.'),
  METHOD_NOT_ALLOWED: always(
    '下单承诺不支持该退货方式，可改选其他方式',
    'The promise of this order does not allow this way of returning; choose another.',
  ),
  PICKUP_NOT_BOOKED: always('先预约上门取件时间', 'Book a time for the pickup first.'),
  PICKUP_INVALID: (it) => ({
    zh: `取件时间须晚于 ${when(it)}，且结束晚于开始`,
    en: `A pickup starts after ${when(it)} and ends after it starts.`,
  }),
  RESOLUTION_NOT_POSSIBLE: always('此时不能这样协商', 'This cannot be proposed here.'),
  TARGET_NOT_POSSIBLE: always('不能判定到这个环节', 'A verdict cannot lead there.'),
  GOODS_HELD: always('商品仍在分店，先寄回或退款', 'The branch holds the goods: ship them back, or refund.'),
  GOODS_NOT_HELD: always('商品不在分店', 'The goods are not at the branch.'),
  GOODS_NOT_WITH_BUYER: always('商品不在买家处，不能改类型', 'The goods are not with the buyer, so the type cannot change.'),
  NO_PARCEL_UNDER_WAY: always('没有在途的包裹', 'No parcel is under way.'),
  ALREADY_DELIVERED: always('包裹已送达', 'The parcel was delivered already.'),
  NOT_DECLINED_BEFORE: always(
    '先回复协商，再次不同意时可申请平台介入',
    'Decline a proposal first; a second one can be escalated.',
  ),
  NO_FAILED_PAYOUT: always('没有失败的打款', 'No payout has failed.'),
  PAYOUT_ALREADY_FAILED: always('打款失败已记录', 'The failure is recorded already.'),
  INSTANT_IN_FUTURE: always('时间不能晚于现在', 'The instant lies in the future.'),
  NOT_LATER: (it) => ({ zh: `须晚于 ${when(it)}`, en: `A deadline is only moved later than ${when(it)}.` }),
  TOO_LATE: (it) => ({ zh: `最晚 ${when(it)}`, en: `The latest possible is ${when(it)}.` }),
  LEGAL_CEILING: (it) => ({
    zh: `${it.field ?? ''} 有法定上限，不能延长`,
    en: `The law sets the latest moment of ${it.field ?? ''}; it cannot be extended.`,
  }),
};

/** Why a step was refused: what, which limit, what instead. */
export const refusalText = (refusal: Refusal): Label => sentences[refusal.code](refusal);
