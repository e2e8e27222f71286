import type { Directives } from '../facts/types.js';
import type { Text } from '../kinds/field.js';
import type { ServiceScripts } from '../values/types.js';
import { industryLabels, type Industry, type Template } from './template.js';

type Texts = Partial<ServiceScripts>;

const directives = (texts: Texts): Directives =>
  Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, { set: value }]));

const template = (industry: Industry, notes: Text, texts: Texts): Template => ({
  ...{ industry, kind: 'serviceScripts', label: industryLabels[industry], notes, directives: directives(texts) },
});

export const scriptTemplates: readonly Template[] = [
  template(
    'apparel',
    { zh: '提醒试穿时保留吊牌；尺码不合适也能退。', en: 'Keep the tags while trying on; a wrong size may be returned.' },
    {
      checkoutNotice: {
        zh: '尺码不合适也能退：{returnDays}内无理由退货，试穿时请保留吊牌。',
        en: 'A wrong size may be returned: {returnDays} without a reason. Keep the tags on while you try it.',
      },
      approvedScript: {
        zh: '申请已通过，{shipDays}内把衣服连同吊牌、包装一起寄回，并填写运单号。',
        en: 'Your return is approved. Send the garment back with tags and packaging within {shipDays}, and enter the tracking number.',
      },
    },
  ),
  template(
    'snacks',
    { zh: '食品拆封不退，变质、破损当面致歉。', en: 'Opened food stays; an apology for spoiled or crushed goods.' },
    {
      checkoutNotice: {
        zh: '未拆封的商品{returnDays}内可退；收到后有变质或破损，{qualityDays}内联系我们。',
        en: 'Unopened goods may be returned within {returnDays}; tell us within {qualityDays} if anything is spoiled or crushed.',
      },
      apologyQuality: {
        zh: '很抱歉，入口的东西没能让你放心，这一批我们马上检查。',
        en: 'We are sorry: food must be beyond doubt. We are checking this batch right away.',
      },
    },
  ),
  template(
    'general',
    { zh: '结算页只说退货期，其余沿用产品自带的说法。', en: 'The checkout tells the window; all else as the product comes.' },
    {
      checkoutNotice: {
        zh: '{returnDays}无理由退货，商家{respondHours}内答复。',
        en: 'Return without a reason within {returnDays}; stores answer within {respondHours}.',
      },
    },
  ),
  template(
    'education',
    { zh: '教具未使用可退，缺件先补。', en: 'Unused material may be returned; missing parts come first.' },
    {
      checkoutNotice: {
        zh: '教具未使用，{returnDays}内可无理由退货；质量问题{qualityDays}内可申请售后。',
        en: 'Unused material may be returned within {returnDays}; apply for quality problems within {qualityDays}.',
      },
      apologyWrongItem: {
        zh: '很抱歉，教具缺件或发错会耽误上课，我们会优先处理这张售后单。',
        en: 'We are sorry: missing material holds up a class. This case goes first.',
      },
    },
  ),
  template(
    'sameCity',
    { zh: '强调答复快，骑手途中损坏由我们处理。', en: 'A fast answer; damage on the way is ours to settle.' },
    {
      applyScript: {
        zh: '申请已收到，{respondHours}内给你答复，可以先拍照留存。',
        en: 'We have your application and will answer within {respondHours}. Keep a photo of the goods meanwhile.',
      },
      apologyLogistics: {
        zh: '很抱歉，商品在配送途中受损，由我们和骑手处理，不用你出面。',
        en: 'We are sorry that your order was damaged on its way; we will settle it with the courier.',
      },
    },
  ),
];
