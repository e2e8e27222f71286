import type { Field } from './field.js';
import { days, hours } from './numbers.js';

/** A year. The catalogue leaves these clocks open above; without a ceiling a case could hang (A13). */
const YEAR = 365;

/** A13: how long a branch may take. */
export const branchClockFields: readonly Field[] = [
  hours({
    key: 'respondHours',
    default: 48,
    bounds: { min: 1, max: 72 },
    class: 'operation',
    branch: 'shorter',
    forBuyer: 'less',
    group: 'branchClocks',
    label: { zh: '商家处理时限', en: 'Time to respond' },
    help: {
      zh: '商家超时未处理，自动同意，责任归分店。',
      en: 'Unanswered in time, the application is approved and the branch is liable.',
    },
  }),
  days({
    key: 'inspectDays',
    default: 3,
    bounds: { min: 1, max: 7 },
    class: 'operation',
    branch: 'shorter',
    forBuyer: 'less',
    group: 'branchClocks',
    label: { zh: '验收时限', en: 'Time to inspect' },
    help: {
      zh: '退货送达后，超时未验收即视为收货，责任归分店；不得晚于退款时限。',
      en: 'Not inspected in time after delivery, the goods count as received and the branch is liable. Never later than the refund is due.',
    },
  }),
  days({
    key: 'refundDueDays',
    default: 7,
    bounds: { min: 1, max: 7 },
    class: 'promise',
    branch: 'shorter',
    forBuyer: 'less',
    group: 'branchClocks',
    label: { zh: '退款时限', en: 'Refund due' },
    help: {
      zh: '自收到退货起，最晚几天内退款；法定不超过 7 天。',
      en: 'Days from receiving the goods until the refund is due; the law allows at most 7.',
    },
  }),
  hours({
    key: 'resumeHours',
    default: 12,
    bounds: { min: 1, max: 48 },
    class: 'operation',
    branch: 'no',
    forBuyer: 'internal',
    group: 'branchClocks',
    label: { zh: '恢复后最少时限', en: 'Least time after a pause' },
    help: {
      zh: '等待买家后重新计时，商家至少还有这么多小时。',
      en: 'When the clock runs again after waiting for the buyer, the branch has at least this long.',
    },
  }),
];

/** A13: how long a buyer may take. */
export const buyerClockFields: readonly Field[] = [
  days({
    key: 'shipDays',
    default: 7,
    bounds: { min: 1, max: YEAR },
    class: 'promise',
    branch: 'longer',
    forBuyer: 'more',
    group: 'buyerClocks',
    label: { zh: '买家退货时限', en: 'Time to send back' },
    help: { zh: '同意后，买家超时未寄出，售后单关闭。', en: 'Not sent back in time after approval, the case closes.' },
  }),
  days({
    key: 'infoDays',
    default: 7,
    bounds: { min: 1, max: YEAR },
    class: 'promise',
    branch: 'longer',
    forBuyer: 'more',
    group: 'buyerClocks',
    label: { zh: '补充资料时限', en: 'Time to add information' },
    help: { zh: '买家超时未补充资料，售后单关闭。', en: 'Where the buyer adds nothing in time, the case closes.' },
  }),
  hours({
    key: 'consentHours',
    default: 72,
    bounds: { min: 1, max: YEAR * 24 },
    class: 'promise',
    branch: 'longer',
    forBuyer: 'more',
    group: 'buyerClocks',
    label: { zh: '协商确认时限', en: 'Time to consent' },
    help: {
      zh: '买家超时未确认协商扣款，回到协商前的环节。',
      en: 'Where the buyer does not answer a proposal in time, the case goes back to the step before it.',
    },
  }),
  days({
    key: 'reconsiderDays',
    default: 7,
    bounds: { min: 1, max: YEAR },
    class: 'promise',
    branch: 'longer',
    forBuyer: 'more',
    group: 'buyerClocks',
    label: { zh: '拒绝后考虑时限', en: 'Time to reconsider' },
    help: {
      zh: '拒绝或拒收后，买家可修改申请或申请平台介入的天数。',
      en: 'Days after a rejection or a refused receipt in which the buyer may change the application or escalate.',
    },
  }),
];

/** A12, A13: what happens when nobody moves on. */
export const disputeClockFields: readonly Field[] = [
  days({
    key: 'noDeliveryDays',
    default: 15,
    bounds: { min: 5, max: 30 },
    class: 'operation',
    branch: 'no',
    forBuyer: 'less',
    group: 'disputes',
    label: { zh: '未送达介入时限', en: 'No delivery' },
    help: {
      zh: '寄出后这么多天仍无送达记录，由平台介入。',
      en: 'Without a delivery record for this long after dispatch, the case goes to HQ.',
    },
  }),
  days({
    key: 'staleDays',
    default: 5,
    bounds: { min: 2, max: 15 },
    class: 'operation',
    branch: 'no',
    forBuyer: 'internal',
    group: 'disputes',
    label: { zh: '物流停滞提醒', en: 'No news of a parcel' },
    help: {
      zh: '途中的包裹这么多天没有新的物流记录，提醒分店；有新记录后重新计算。',
      en: 'Days without any tracking event after which the branch is alerted about a parcel on its way; each event begins them anew.',
    },
  }),
  days({
    key: 'disputeDays',
    default: 5,
    bounds: { min: 1, max: YEAR },
    class: 'operation',
    branch: 'no',
    forBuyer: 'internal',
    group: 'disputes',
    label: { zh: '介入提醒', en: 'Dispute reminder' },
    help: { zh: '平台介入后这么多天未判定，提醒总部。', en: 'Days without a verdict after which HQ is alerted.' },
  }),
  days({
    key: 'disputeDefaultDays',
    default: 10,
    bounds: { min: 1, max: YEAR },
    class: 'operation',
    branch: 'no',
    forBuyer: 'less',
    group: 'disputes',
    label: { zh: '介入默认判定', en: 'Dispute default' },
    help: {
      zh: '平台介入后这么多天未判定，支持买家。',
      en: 'Days without a verdict after which the case is decided for the buyer.',
    },
  }),
];

/** A8, A10, A11: how goods come back, and how a replacement goes out. */
export const replacementFields: readonly Field[] = [
  {
    key: 'returnMethods',
    type: 'set',
    unit: null,
    default: ['parcel'],
    bounds: null,
    options: [
      { value: 'parcel', label: { zh: '自行寄回', en: 'Parcel' } },
      { value: 'pickup', label: { zh: '上门取件', en: 'Pickup' } },
      { value: 'dropIn', label: { zh: '到店退货', en: 'Drop-in' } },
    ],
    class: 'promise',
    atPayment: true,
    branch: 'yes',
    forBuyer: 'table',
    compulsory: false,
    group: 'application',
    label: { zh: '退货方式', en: 'Return methods' },
    help: {
      zh: '买家可以怎样退回商品，至少一种；到店退货可在任一门店办理。',
      en: 'How a buyer may send goods back; at least one. A drop-in is taken at any store of the chain.',
    },
  },
  days({
    key: 'modifyAfterTransitDays',
    default: 7,
    bounds: { min: 0, max: 30 },
    class: 'promise',
    branch: 'no',
    forBuyer: 'less',
    group: 'buyerClocks',
    label: { zh: '换货改退款等待期', en: 'Wait before exchange becomes refund' },
    help: {
      zh: '退货寄出这么多天后，还没有换出商品的，买家可改为退款。',
      en: 'Days after the return was recorded from which the buyer may ask for a refund instead, while nothing was sent in exchange.',
    },
  }),
  hours({
    key: 'reshipHours',
    default: 48,
    bounds: { min: 1, max: 168 },
    class: 'promise',
    branch: 'shorter',
    forBuyer: 'less',
    group: 'branchClocks',
    label: { zh: '发货时限', en: 'Time to dispatch' },
    help: {
      zh: '换货、补寄、维修的商品应在这么多小时内发出；超时提醒分店，买家可改为退款。',
      en: 'Replacements and repaired goods go out within this time; after it the branch is reminded and the buyer may ask for a refund.',
    },
  }),
  days({
    key: 'reshipFailDays',
    default: 7,
    bounds: { min: 1, max: 30 },
    class: 'promise',
    branch: 'shorter',
    forBuyer: 'less',
    group: 'branchClocks',
    label: { zh: '未发货退款时限', en: 'No dispatch' },
    help: {
      zh: '这么多天仍未发出，自动退款，责任归分店。',
      en: 'Nothing dispatched for this long, the refund is decided and the branch is liable.',
    },
  }),
  days({
    key: 'autoConfirmDays',
    default: 10,
    bounds: { min: 3, max: 30 },
    class: 'promise',
    branch: 'no',
    forBuyer: 'more',
    group: 'buyerClocks',
    label: { zh: '自动确认收货', en: 'Receipt confirmed by itself' },
    help: {
      zh: '换货、补寄、维修的商品送达后，这么多天买家未确认的，自动确认收货。',
      en: 'Days after delivery of a replacement or repaired goods, from which receipt counts as confirmed.',
    },
  }),
];
