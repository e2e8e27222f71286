import type { CaseType, ReasonCode } from '@headwater/after-sales';
import { DAY, HOUR, dayName } from '../calendar.js';
import type { PlannedOrder } from '../history/planned-order.js';
import { products } from '../world/products.js';
import type { DemoStore } from '../world/units.js';
import type { Scenario } from './scenario.js';

/** Refunds of these amounts do not go through at the simulated gateway (fen): one for good, one at the third attempt. */
const FAILS = 404_400;
const FAILS_TWICE = 404_200;

type Planted = Pick<Scenario, 'type' | 'amount' | 'course' | 'text'> & { readonly daysAgo: number };

const wrongColour = '团购的四件大衣颜色与样衣不一致，整单退回，已和店长谈好按协商金额退。';
const kept = '团购的大衣有两件抽丝，员工已领走，和店长谈好不退货、按协商金额退款。';

const noOther = '团购的大衣有几件不对，店里已无同款可换、可补、可修，和店长谈好按协商金额退款。';

const cases: readonly Planted[] = [
  { daysAgo: 34, type: 'RR', amount: FAILS, course: 'payoutFails', text: wrongColour },
  { daysAgo: 27, type: 'RR', amount: FAILS_TWICE, course: 'plain', text: wrongColour },
  { daysAgo: 15, type: 'RR', amount: FAILS, course: 'plain', text: wrongColour },
  { daysAgo: 7, type: 'RO', amount: FAILS, course: 'plain', text: kept },
  { daysAgo: 13, type: 'EX', amount: FAILS, course: 'settle', text: noOther },
  { daysAgo: 12, type: 'RS', amount: FAILS, course: 'settle', text: noOther },
  { daysAgo: 11, type: 'RP', amount: FAILS, course: 'settle', text: noOther },
];

const reasonOf = {
  RR: 'colourMismatch',
  RO: 'manufacturingDefect',
  EX: 'sizeMismatch',
  RS: 'wrongItem',
  RP: 'manufacturingDefect',
} as const satisfies Record<CaseType, ReasonCode>;

/** Four coats for a company, returned; what the gateway makes of such a refund is for finance to see. */
export function plantedCases(store: DemoStore, today: number): { order: PlannedOrder; scenario: Scenario }[] {
  return cases.map(({ daysAgo, ...planted }, index) => {
    const order = companyOrder(store, today - daysAgo * DAY + (10 + index) * HOUR, index);
    const scenario = {
      ...planted,
      order,
      reason: reasonOf[planted.type],
      appliedAt: (order.life.deliveredAt ?? order.paidAt) + 20 * HOUR,
      lines: [{ index: 0, quantity: 4 }],
      by: 'branch',
      followUpAnswer: null,
      stay: null,
      stayUntil: null,
    } as const;
    return { order, scenario };
  });
}

function companyOrder(store: DemoStore, paidAt: number, index: number): PlannedOrder {
  const [coat] = products;
  const price = coat?.price ?? 129_900;
  const line = {
    sku: `${coat?.sku ?? ''}-03`,
    name: `${coat?.name ?? ''} M`,
    category: '女装',
    quantity: 4,
    unitPrice: price,
    paidAmount: price * 4,
    freightAmount: 0,
  } as const;
  const shippedAt = paidAt + 20 * HOUR;
  const deliveredAt = shippedAt + 44 * HOUR;
  return {
    number: `YT${dayName(paidAt).replaceAll('-', '')}T${String(index + 1).padStart(3, '0')}`,
    store,
    buyer: {
      ref: `T${String(index + 1).padStart(6, '0')}`,
      name: ['北辰科技行政', '沐光传媒', '合一律所', '青禾设计', '云图物业', '长风教育', '明德医疗'][index] ?? '团购',
      phone: null,
      region: store.province ?? null,
    },
    channel: 'express',
    paidAt,
    lines: [line],
    payments: [{ method: '对公转账', amount: price * 4 }],
    life: { shippedAt, deliveredAt, promisedAt: paidAt + 5 * DAY, completedAt: deliveredAt + 10 * DAY, cancelledAt: null },
  };
}
