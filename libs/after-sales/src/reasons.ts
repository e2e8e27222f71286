import type { ReasonClass } from '@headwater/policy';

/** Who can remove the cause. */
export type ReasonOwner = 'listing' | 'supplier' | 'packaging' | 'carrier' | 'branch' | 'buyer';

/** How far the order has come; a reason is offered only where it can be true. */
export const orderStages = ['unshipped', 'underWay', 'received'] as const;
export type OrderStage = (typeof orderStages)[number];

export interface Label {
  readonly zh: string;
  readonly en: string;
}

export interface Reason {
  /** First level of the tree (A5): what policy tables are written by. */
  readonly class: ReasonClass;
  readonly owner: ReasonOwner;
  readonly stages: readonly OrderStage[];
  readonly label: Label;
  /** Asked after the choice, for product feedback; null where there is nothing to learn. */
  readonly followUp: Label | null;
}

export const reasonClassLabels: Readonly<Record<ReasonClass, Label>> = {
  mismatch: { zh: '与描述不符', en: 'Not as described' },
  quality: { zh: '质量问题', en: 'Quality' },
  wrongItem: { zh: '错发漏发', en: 'Wrong or missing item' },
  expectation: { zh: '不想要了', en: 'Not wanted' },
  logistics: { zh: '物流问题', en: 'Delivery' },
};

const anyTime: readonly OrderStage[] = orderStages;
const onceReceived: readonly OrderStage[] = ['received'];

export const reasons = {
  sizeMismatch: {
    class: 'mismatch',
    owner: 'listing',
    stages: onceReceived,
    label: { zh: '尺寸与描述不符', en: 'Size differs from the description' },
    followUp: { zh: '实际尺寸比标注偏大还是偏小？', en: 'Is it larger or smaller than stated?' },
  },
  colourMismatch: {
    class: 'mismatch',
    owner: 'listing',
    stages: onceReceived,
    label: { zh: '颜色与图片不符', en: 'Colour differs from the pictures' },
    followUp: { zh: '与哪张图片差别最大？', en: 'Which picture differs most?' },
  },
  functionMismatch: {
    class: 'mismatch',
    owner: 'listing',
    stages: onceReceived,
    label: { zh: '功能与描述不符', en: 'Does not do what was described' },
    followUp: { zh: '页面上的哪一句与实物不一致？', en: 'Which statement on the page is untrue?' },
  },
  manufacturingDefect: {
    class: 'quality',
    owner: 'supplier',
    stages: onceReceived,
    label: { zh: '做工或性能有缺陷', en: 'Made badly or does not work' },
    followUp: { zh: '问题在哪个部位，使用多久后出现？', en: 'Which part, and after how long in use?' },
  },
  transportDamage: {
    class: 'quality',
    owner: 'carrier',
    stages: onceReceived,
    label: { zh: '运输中损坏', en: 'Damaged on the way' },
    followUp: { zh: '外箱收到时是否已经破损？', en: 'Was the outer box already damaged?' },
  },
  packagingDamage: {
    class: 'quality',
    owner: 'packaging',
    stages: onceReceived,
    label: { zh: '包装不当导致损坏', en: 'Damaged because poorly packed' },
    followUp: { zh: '内包装缺了什么保护？', en: 'What protection was missing inside?' },
  },
  wrongItem: {
    class: 'wrongItem',
    owner: 'branch',
    stages: onceReceived,
    label: { zh: '发错商品', en: 'Wrong item sent' },
    followUp: { zh: '收到的是哪一款？', en: 'Which item arrived?' },
  },
  missingItem: {
    class: 'wrongItem',
    owner: 'branch',
    stages: onceReceived,
    label: { zh: '少件或漏发', en: 'Item or part missing' },
    followUp: { zh: '缺少哪一件？', en: 'What is missing?' },
  },
  boughtWrong: {
    class: 'expectation',
    owner: 'buyer',
    stages: anyTime,
    label: { zh: '拍错了', en: 'Ordered by mistake' },
    followUp: { zh: '本来想买哪一款？', en: 'Which item was intended?' },
  },
  unneeded: {
    class: 'expectation',
    owner: 'buyer',
    stages: anyTime,
    label: { zh: '不需要了', en: 'No longer needed' },
    followUp: null,
  },
  unfit: {
    class: 'expectation',
    owner: 'buyer',
    stages: onceReceived,
    label: { zh: '不合适', en: 'Does not suit' },
    followUp: { zh: '偏大、偏小，还是风格不合适？', en: 'Too large, too small, or the style?' },
  },
  changedMind: {
    class: 'expectation',
    owner: 'buyer',
    stages: anyTime,
    label: { zh: '改变主意', en: 'Changed mind' },
    followUp: null,
  },
  notShippedInTime: {
    class: 'logistics',
    owner: 'branch',
    stages: ['unshipped'],
    label: { zh: '未按约定时间发货', en: 'Not dispatched in time' },
    followUp: null,
  },
  lateDelivery: {
    class: 'logistics',
    owner: 'carrier',
    stages: ['underWay', 'received'],
    label: { zh: '送达太晚', en: 'Delivered late' },
    followUp: { zh: '承诺的送达时间是哪一天？', en: 'Which day was promised?' },
  },
  notArrived: {
    class: 'logistics',
    owner: 'carrier',
    stages: ['underWay'],
    label: { zh: '一直没有收到', en: 'Never arrived' },
    followUp: { zh: '物流最后停在哪里？', en: 'Where did tracking stop?' },
  },
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof reasons;

export const reasonCodes = Object.keys(reasons) as readonly ReasonCode[];

export const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(reasons, code);

export const reasonOf = (code: ReasonCode): Reason => reasons[code];

/** The reasons a buyer may choose from at this stage, in the tree's order. */
export const reasonsAt = (stage: OrderStage): ReasonCode[] => reasonCodes.filter((code) => reasonOf(code).stages.includes(stage));
