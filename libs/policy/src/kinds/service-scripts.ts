import type { Kind, Text } from './field.js';
import { text } from './texts.js';
import type { FieldKey } from '../values/types.js';

const MAX = 300;

const notice = (key: FieldKey, label: Text, help: Text, given: Text, whereCovered = false) =>
  text({ key, group: 'notices', label, help, default: given, maxLength: MAX, whereCovered });

const script = (key: FieldKey, label: Text, help: Text, given: Text) =>
  text({ key, group: 'scripts', label, help, default: given, maxLength: MAX });

/** Said before the script; only for what is the merchant's fault. */
const apology = (key: FieldKey, label: Text, given: Text) =>
  text({
    key,
    group: 'apologies',
    label,
    help: {
      zh: '这一类原因的售后单，说在话术之前；申请被拒绝或退货被拒收时不说。',
      en: 'Said before the script of cases for this class of reason; not where the application or the parcel was turned down.',
    },
    default: given,
    maxLength: MAX,
  });

const notices = [
  notice(
    'checkoutNotice',
    { zh: '结算页提示', en: 'Checkout notice' },
    { zh: '付款前向买家显示。', en: 'Shown to the buyer before payment.' },
    {
      zh: '支持{returnDays}无理由退货，质量问题{qualityDays}内可申请售后。',
      en: 'Return without a reason within {returnDays}; apply for quality problems within {qualityDays}.',
    },
  ),
  notice(
    'subsidyNotice',
    { zh: '包运费说明', en: 'Free-returns notice' },
    {
      zh: '只在退货包运费适用的商品上，接在结算页提示和订单页说明之后。',
      en: 'Follows the checkout and order notices, only where free returns cover the goods.',
    },
    {
      zh: '退货运费由商家补贴，每次最高{subsidyCap}。',
      en: 'Return freight is on us, up to {subsidyCap} each time.',
    },
    true,
  ),
  notice(
    'orderNotice',
    { zh: '订单页说明', en: 'Order-page notice' },
    {
      zh: '付款后显示在订单页，期限以下单承诺为准。',
      en: 'Shown on the order page after payment; its terms are those promised.',
    },
    {
      zh: '自签收次日起{returnDays}内可无理由退货，质量问题{qualityDays}内可申请售后；收到退货后{refundDueDays}内原路退款。',
      en: 'Return without a reason within {returnDays} from the day after receipt, and apply for quality problems within {qualityDays}; the refund follows within {refundDueDays} of your return reaching us.',
    },
  ),
];

const scripts = [
  script(
    'applyScript',
    { zh: '已申请', en: 'Applied' },
    { zh: '待商家处理时，对买家说。', en: 'Told to the buyer while the application awaits the store.' },
    {
      zh: '你的售后申请已收到，我们会在{respondHours}内答复；超时未答复，系统自动同意。',
      en: 'We have your application and will answer within {respondHours}; if we do not, it is approved by itself.',
    },
  ),
  script(
    'approvedScript',
    { zh: '已同意，待寄回', en: 'Approved, to be sent back' },
    { zh: '同意退货后，买家寄出之前。', en: 'After a return was approved, before the buyer sends it.' },
    {
      zh: '申请已通过，{shipDays}内把商品寄到页面上的退货地址，并填写运单号；超时未寄出，售后单会关闭。',
      en: 'Your return is approved. Send the goods to the address shown within {shipDays} and enter the tracking number; otherwise the case closes.',
    },
  ),
  script(
    'keptScript',
    { zh: '已同意，无需退货', en: 'Approved, item kept' },
    { zh: '同意后商品不用寄回时。', en: 'After an approval that lets the buyer keep the item.' },
    {
      zh: '申请已通过，商品你可以留下，不用寄回；退款或换货由我们接着办理。',
      en: 'Your application is approved. Keep the item, there is nothing to send back; we go on with your refund or replacement.',
    },
  ),
  script(
    'rejectedScript',
    { zh: '已拒绝', en: 'Rejected' },
    { zh: '拒绝申请后。', en: 'After an application was rejected.' },
    {
      zh: '这次申请没有通过，原因已写在售后单里。{reconsiderDays}内可以修改申请，或申请平台介入。',
      en: 'We could not approve this application; the reason is on your case. Within {reconsiderDays} you may change it, or escalate it to HQ.',
    },
  ),
  script(
    'receivedScript',
    { zh: '已收货，待退款', en: 'Received, refund to come' },
    { zh: '收到退货后，退款到账之前。', en: 'After the return was received, before the refund arrives.' },
    {
      zh: '退回的商品已收到，退款会在收货后{refundDueDays}内原路退回。',
      en: 'Your return has reached us. The refund goes back the way you paid, within {refundDueDays} of its receipt.',
    },
  ),
  script(
    'refundedScript',
    { zh: '已退款', en: 'Refunded' },
    { zh: '退款完成后。', en: 'After the refund was made.' },
    {
      zh: '退款已原路退回，到账时间以银行或支付平台为准；没有看到的话，随时告诉我们。',
      en: 'The refund is on its way to your original payment; your bank decides when it shows. Tell us if it does not arrive.',
    },
  ),
  script(
    'refusedScript',
    { zh: '已拒收', en: 'Receipt refused' },
    { zh: '拒收退货后。', en: 'After the parcel was refused.' },
    {
      zh: '退回的商品未能验收，原因和照片在售后单里。{reconsiderDays}内可以补充说明，或申请平台介入。',
      en: 'We could not accept the returned goods; reason and photos are on your case. Within {reconsiderDays} you may add to it, or escalate it to HQ.',
    },
  ),
];

const apologies = [
  apology(
    'apologyMismatch',
    { zh: '致歉：与描述不符', en: 'Apology: not as described' },
    {
      zh: '很抱歉，收到的商品和页面描述不一样，这是我们的疏忽。',
      en: 'We are sorry that what you received is not what our page describes; that is our mistake.',
    },
  ),
  apology(
    'apologyQuality',
    { zh: '致歉：质量问题', en: 'Apology: quality' },
    {
      zh: '很抱歉，商品的质量让你失望了，这次的问题我们会反馈给供货商。',
      en: 'We are sorry that the quality let you down; we will take this up with the supplier.',
    },
  ),
  apology(
    'apologyWrongItem',
    { zh: '致歉：错发漏发', en: 'Apology: wrong or missing item' },
    {
      zh: '很抱歉，商品发错或漏发，让你多跑一趟，是我们没有核对好。',
      en: 'We are sorry that an item was wrong or missing; we should have checked the parcel better.',
    },
  ),
  apology(
    'apologyLogistics',
    { zh: '致歉：物流问题', en: 'Apology: delivery' },
    {
      zh: '很抱歉，包裹在运输途中出了问题，由我们和快递公司处理，不用你奔波。',
      en: 'We are sorry that your parcel had trouble on its way; we will settle it with the carrier.',
    },
  ),
];

/** P18: what buyers read and what staff tell them. Numbers come from the rules by placeholder. */
export const serviceScripts: Kind = {
  key: 'serviceScripts',
  suspendable: false,
  label: { zh: '服务话术', en: 'Service scripts' },
  help: {
    zh: '买家看到的说明和店员用的话术，数字由规则填入。',
    en: 'What buyers read and what staff tell them; the rules fill in the numbers.',
  },
  groups: [
    { key: 'notices', label: { zh: '买家看到的', en: 'What buyers see' } },
    { key: 'scripts', label: { zh: '话术', en: 'Scripts' } },
    { key: 'apologies', label: { zh: '致歉', en: 'Apologies' } },
  ],
  fields: [...notices, ...scripts, ...apologies],
};
