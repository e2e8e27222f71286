import type { ConditionsTable, Directives, FreightPayerTable, ReturnAddress, Shares } from '@headwater/policy';

/** What the chain's policies say, version by version. Money in fen. */

const warehouse: ReturnAddress = {
  recipient: '云汀生活退货中心',
  phone: '400-820-0618',
  province: '浙江省',
  city: '嘉兴市',
  district: '南湖区',
  street: '顺泽路 188 号 3 号库',
  instructions: '请在包裹内附上售后单号和手机尾号，勿使用到付。',
};

const any = { category: null, amountFrom: null, amountTo: null, merchantBps: null };

const freightPayer: FreightPayerTable = [
  { reasonClass: 'expectation', ...any, amountFrom: 80_000, payer: 'shared', merchantBps: 5_000 },
  { reasonClass: 'expectation', ...any, payer: 'buyer' },
  ...(['mismatch', 'quality', 'wrongItem', 'logistics'] as const).map((reasonClass) => ({
    reasonClass,
    ...any,
    payer: 'merchant' as const,
  })),
];

/** What goods that come back are looked over for. */
const conditions: ConditionsTable = [
  { category: '鞋靴', items: ['intact', 'unused', '鞋底无磨损', 'packagingComplete'] },
  { category: null, items: ['intact', 'unused', 'tagsOn', 'packagingComplete'] },
];

const shares = (hq: number): Shares => ({ HQ: hq, branch: 10_000 - hq });
const anything = { priceFrom: null, priceTo: null };

export const standardSubsidy: readonly { readonly notes: string; readonly directives: Directives }[] = [
  {
    notes: '首版：快递、同城、自提订单包退货运费，内衣除外；总部承担六成，质量问题由门店多担。',
    directives: {
      enabled: { set: true },
      scope: {
        set: [
          { categories: ['内衣'], channels: null, ...anything, covered: false },
          { categories: null, channels: ['express', 'sameCity', 'pickup'], ...anything, covered: true },
        ],
      },
      mode: { set: { kind: 'actual', cap: 1_500 }, guard: { min: 500, max: 3_000 } },
      bearers: {
        set: { rows: [{ reasonClass: 'quality', fault: null, shares: shares(4_000) }], otherwise: shares(6_000), fallback: 'HQ' },
        lock: true,
      },
    },
  },
  {
    notes: '封顶由 15.00 元提到 19.35 元：跨省退货超额投诉多。',
    directives: { mode: { set: { kind: 'actual', cap: 1_935 }, guard: { min: 500, max: 3_000 } } },
  },
  {
    notes: '旺季封顶提到 22.00 元。',
    directives: { mode: { set: { kind: 'actual', cap: 2_200 }, guard: { min: 500, max: 3_000 } } },
  },
  {
    notes: '拟取消低价商品的补贴，待测算。',
    directives: { scope: { set: [{ categories: null, channels: ['express'], priceFrom: 5_000, priceTo: null, covered: true }] } },
  },
];

export const standardRules: readonly { readonly notes: string; readonly directives: Directives }[] = [
  {
    notes: '首版：七天无理由，签收后三十天质量售后，四十八小时内答复。',
    directives: {
      noReasonDays: { set: 7 },
      inStoreDays: { set: 7 },
      selfServiceDays: { set: 15 },
      qualityDays: { set: 30 },
      types: { set: ['refundOnly', 'returnRefund', 'exchange', 'reship', 'repair'] },
      returnMethods: { set: ['parcel', 'dropIn'] },
      respondHours: { set: 48 },
      freightPayer: { set: freightPayer },
      conditions: { set: conditions },
      returnAddress: { set: warehouse },
    },
  },
  {
    notes: '答复时限缩短到三十六小时；自助售后延长到二十天；运费承担规则由总部锁定。',
    directives: {
      noReasonDays: { set: 7, guard: { min: 7, max: 30 } },
      selfServiceDays: { set: 20 },
      respondHours: { set: 36 },
      inspectDays: { set: 2 },
      freightPayer: { set: freightPayer, lock: true },
      conditions: { set: conditions },
    },
  },
];

export const flagshipSubsidy: readonly { readonly notes: string; readonly directives: Directives }[] = [
  { notes: '旗舰店：上门取件，封顶 25.00 元。', directives: { mode: { set: { kind: 'pickup', cap: 2_500 } } } },
  { notes: '取件封顶 28.00 元，先在三家试行。', directives: { mode: { set: { kind: 'pickup', cap: 2_800 } } } },
];

/** Stores of partners are insured: a premium for each order, and the insurer pays what free returns cost. */
export const partnerSubsidy = {
  notes: '合伙人门店投保退货运费险，每单 0.60 元。',
  directives: { premium: { set: 60 } },
} as const;

/** Two days to answer: whoever opens the queue of the shown store finds what came in yesterday, at whatever hour. */
export const flagshipRules: Directives = { noReasonDays: { set: 15 }, qualityDays: { set: 60 }, respondHours: { set: 48 } };

export const flagshipFaster = { notes: '旗舰店二十小时内答复。', directives: { respondHours: { set: 20 } } };

export const franchiseRules: Directives = { respondHours: { set: 24 }, inspectDays: { set: 2 } };

/** The return counter of a store. */
export const counterOf = (name: string, address: string): ReturnAddress => ({
  ...warehouse,
  recipient: `${name}售后台`,
  province: '上海市',
  city: '上海市',
  district: '静安区',
  street: address.replace(/^上海市静安区/u, ''),
  instructions: '寄到门店售后台，营业时间 10:00–22:00。',
});

export const standardScripts: { readonly notes: string; readonly directives: Directives } = {
  notes: '首版：结算页、订单页说明和客服话术统一口径，期限和金额由规则填入。',
  directives: {
    checkoutNotice: {
      set: {
        zh: '云汀生活支持{returnDays}无理由退货，质量问题{qualityDays}内可申请售后。',
        en: 'Return without a reason within {returnDays}, and apply for quality problems within {qualityDays}.',
      },
    },
    applyScript: {
      set: {
        zh: '你好，售后申请已收到，门店会在{respondHours}内答复，请留意订单消息。',
        en: 'Hello, we have your application; the store will answer within {respondHours}. Please watch for our message.',
      },
      lock: true,
    },
  },
};

/** What the east says where goods were of bad quality. */
export const eastScripts: Directives = {
  apologyQuality: {
    set: {
      zh: '很抱歉，商品质量没有达到云汀的标准。华东区客服会优先处理，并由区域经理跟进这批货。',
      en: 'We are sorry that the goods fell short of our standard. Our east team puts your case first, and the regional manager follows up on this batch.',
    },
  },
};
