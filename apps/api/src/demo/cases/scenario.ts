import type { CaseState, CaseType, ReasonCode } from '@headwater/after-sales';
import { atWork, DAY } from '../calendar.js';
import type { PlannedLine, PlannedOrder } from '../history/planned-order.js';
import type { Random } from '../random.js';
import { abnormal } from '../world/abnormal.js';
import type { Category } from '../world/products.js';
import { applications, followUps } from '../world/texts.js';

/** How the people of a case behave; its course follows from that and from the rules. */
export type Course =
  | 'plain'
  | 'info'
  | 'infoSilent'
  | 'bargain'
  | 'deduct'
  | 'reject'
  | 'refuse'
  | 'buyerSilent'
  | 'withdraw'
  | 'lost'
  | 'undelivered'
  | 'storeSilent'
  | 'payoutFails'
  /** All the money is offered at once, and taken. */
  | 'settle'
  /** The goods are handed in at the store, which sends the others at once. */
  | 'counter'
  | 'outOfStock'
  | 'notReceived';

/** A case that will be applied for. */
export interface Scenario {
  readonly order: PlannedOrder;
  readonly type: CaseType;
  readonly reason: ReasonCode;
  readonly text: string;
  /** A5: to the follow-up question of the reason; null: it has none, or he left it open. */
  readonly followUpAnswer: string | null;
  readonly appliedAt: number;
  /** Lines by their place in the order, with how many pieces. */
  readonly lines: readonly { readonly index: number; readonly quantity: number }[];
  /** Fen; null: all that was paid for these pieces. */
  readonly amount: number | null;
  readonly by: 'buyer' | 'branch';
  readonly course: Course;
  /** Where the case still is at the end: from then on nobody does anything. Null: it takes its course. */
  readonly stay: CaseState | null;
  /** Until when its clock may not end that (UTC epoch ms); null: the clock runs as it does. */
  readonly stayUntil: number | null;
}

type Weights<T> = readonly (readonly [T, number])[];

const clothes: Weights<ReasonCode> = [
  ['unfit', 27],
  ['sizeMismatch', 15],
  ['changedMind', 12],
  ['colourMismatch', 9],
  ['manufacturingDefect', 9],
  ['unneeded', 7],
  ['boughtWrong', 7],
  ['wrongItem', 4],
  ['missingItem', 3],
  ['lateDelivery', 3],
  ['functionMismatch', 2],
  ['packagingDamage', 1],
];

const things: Weights<ReasonCode> = [
  ['transportDamage', 17],
  ['colourMismatch', 15],
  ['manufacturingDefect', 13],
  ['changedMind', 13],
  ['packagingDamage', 9],
  ['unneeded', 9],
  ['functionMismatch', 8],
  ['missingItem', 6],
  ['wrongItem', 5],
  ['boughtWrong', 3],
  ['lateDelivery', 2],
];

const byCategory: Readonly<Record<Category, Weights<ReasonCode>>> = {
  女装: clothes,
  男装: clothes,
  童装: clothes,
  内衣: clothes,
  鞋靴: [
    ['unfit', 36],
    ['sizeMismatch', 24],
    ['manufacturingDefect', 12],
    ['changedMind', 10],
    ['colourMismatch', 6],
    ['boughtWrong', 6],
    ['wrongItem', 4],
    ['unneeded', 2],
  ],
  配饰: things.filter(([reason]) => reason !== 'transportDamage'),
  家居: things,
};

const refundOnly: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'missingItem',
  'lateDelivery',
  'notShippedInTime',
  'notArrived',
]);

/** What a buyer of goods that are not right would rather have than money, and how many of them. */
const ratherThanMoney: Readonly<Partial<Record<ReasonCode, readonly [CaseType, number]>>> = {
  unfit: ['EX', 0.3],
  sizeMismatch: ['EX', 0.4],
  colourMismatch: ['EX', 0.2],
  wrongItem: ['RS', 0.7],
  missingItem: ['RS', 0.8],
  packagingDamage: ['RS', 0.6],
  manufacturingDefect: ['RP', 0.5],
  functionMismatch: ['RP', 0.6],
  transportDamage: ['RP', 0.4],
};

/** Drawn apart, so that the rest of a case's story does not hang on it. */
function wishFor(random: Random, order: PlannedOrder, reason: ReasonCode, otherwise: CaseType): CaseType {
  const [type, share] = ratherThanMoney[reason] ?? [otherwise, 0];
  return random.of('wish', order.number).chance(share) ? type : otherwise;
}

const courses: Weights<Course> = [
  ['plain', 640],
  ['info', 45],
  ['infoSilent', 12],
  ['bargain', 45],
  ['deduct', 30],
  ['reject', 75],
  ['refuse', 30],
  ['buyerSilent', 40],
  ['withdraw', 45],
  ['lost', 9],
  ['undelivered', 8],
  ['storeSilent', 25],
];

/** Where a refund is all that is asked for, nothing is sent. */
const coursesOfRefunds: Weights<Course> = courses.filter(([course]) =>
  ['plain', 'info', 'infoSilent', 'bargain', 'reject', 'withdraw', 'storeSilent'].includes(course),
);

const coursesOfReships: Weights<Course> = [...coursesOfRefunds, ['settle', 30], ['outOfStock', 40], ['notReceived', 40]];
const coursesOfSwaps: Weights<Course> = [...courses, ['counter', 320], ['settle', 20], ['outOfStock', 40], ['notReceived', 20]];

const coursesOf: Readonly<Record<CaseType, Weights<Course>>> = {
  RO: coursesOfRefunds,
  RR: courses,
  EX: coursesOfSwaps,
  RS: coursesOfReships,
  RP: coursesOfSwaps,
};

function reasonFor(own: Random, order: PlannedOrder, line: PlannedLine): ReasonCode {
  if (order.store.code === abnormal.manyReturns && own.chance(0.72)) return 'sizeMismatch';
  return own.weighted(byCategory[line.category]);
}

function courseFor(own: Random, order: PlannedOrder, type: CaseType): Course {
  if (order.store.code === abnormal.silent && own.chance(0.6)) return 'storeSilent';
  return own.weighted(coursesOf[type]);
}

/** Part of what was paid, in whole yuan: who keeps the goods does not get all of it back. */
function partOf(own: Random, paid: number, from: number, to: number): number {
  return Math.max(100, Math.round((paid * (from + own.next() * (to - from))) / 100) * 100);
}

/** The case an order will have; null where the order gives no occasion before the end of the history. */
export function planCase(random: Random, order: PlannedOrder, end: number): { scenario: Scenario; order: PlannedOrder } | null {
  const own = random.of('case', order.number);
  if (order.life.cancelledAt !== null) return null;
  const early = order.channel === 'express' ? own.next() : 1;
  const planned = early < 0.06 ? beforeShipment(own, order) : early < 0.09 ? underWay(own, order) : received(random, own, order);
  if (planned === null || planned.scenario.appliedAt >= end) return null;
  return { ...planned, scenario: { ...planned.scenario, followUpAnswer: answerTo(random, order, planned.scenario.reason) } };
}

type Planned = { scenario: Omit<Scenario, 'followUpAnswer'>; order: PlannedOrder };

/** Half of the buyers answer; drawn apart, like a wish. */
function answerTo(random: Random, { number }: PlannedOrder, reason: ReasonCode): string | null {
  const own = random.of('answer', number);
  const answers = followUps[reason];
  return answers && own.chance(0.5) ? own.pick(answers) : null;
}

const wholeOrder = (order: PlannedOrder): Scenario['lines'] => order.lines.map(({ quantity }, index) => ({ index, quantity }));

/** An order given up before its goods arrived: the buyer asks for all of its money. */
function givenUp(own: Random, order: PlannedOrder, reason: ReasonCode, appliedAt: number): Planned {
  const course = courseFor(own, order, 'RO');
  const text = own.pick(applications[reason]);
  const whole = { type: 'RO', lines: wholeOrder(order), amount: null, by: 'buyer', stay: null, stayUntil: null } as const;
  return { order, scenario: { order, reason, text, appliedAt, course, ...whole } };
}

function beforeShipment(own: Random, before: PlannedOrder): Planned {
  const order = { ...before, life: { ...before.life, shippedAt: null, deliveredAt: null, completedAt: null } };
  const late = own.chance(0.45);
  const reason = late ? 'notShippedInTime' : own.pick(['changedMind', 'boughtWrong', 'unneeded'] as const);
  const appliedAt = order.paidAt + (late ? own.hours(50, 110) : own.hours(0.3, 30));
  return givenUp(own, order, reason, appliedAt);
}

function underWay(own: Random, before: PlannedOrder): Planned {
  const order = { ...before, life: { ...before.life, deliveredAt: null, completedAt: null } };
  const appliedAt = (order.life.shippedAt ?? order.paidAt) + own.hours(120, 260);
  return givenUp(own, order, 'notArrived', appliedAt);
}

/** A15: now and then a store opens a case for somebody whose windows are over; drawn apart, like a wish. Null: not for this order. */
function longAfter(random: Random, { number }: PlannedOrder, deliveredAt: number): number | null {
  const late = random.of('late', number);
  return late.chance(0.1) ? deliveredAt + late.hours(35 * 24, 50 * 24) : null;
}

function received(random: Random, own: Random, order: PlannedOrder): Planned | null {
  const { deliveredAt } = order.life;
  const index = own.int(0, order.lines.length - 1);
  const line = order.lines[index];
  if (deliveredAt === null || !line) return null;
  const reason = reasonFor(own, order, line);
  const money = refundOnly.has(reason) || (reason === 'manufacturingDefect' && own.chance(0.18)) ? 'RO' : 'RR';
  const type = wishFor(random, order, reason, money);
  const quantity = own.chance(0.85) ? line.quantity : 1;
  const paid = Math.floor((line.paidAmount * quantity) / line.quantity);
  const text = own.pick(applications[reason]);
  const soon = deliveredAt + own.hours(1, own.chance(0.8) ? 90 : 144);
  const scenario = {
    order,
    type,
    reason,
    text,
    lines: [{ index, quantity }],
    amount: type === 'RO' && reason !== 'missingItem' ? Math.min(paid, partOf(own, paid, 0.1, 0.4)) : null,
    by: own.chance(0.09) ? ('branch' as const) : ('buyer' as const),
    course: courseFor(own, order, type),
    stay: null,
    stayUntil: null,
  };
  const inTime = Math.min(soon, deliveredAt + 6 * DAY);
  const isOpenedByStore = scenario.by === 'branch';
  const appliedAt = isOpenedByStore ? atWork(longAfter(random, order, deliveredAt) ?? inTime, 9.5, 21.5) : inTime;
  return { order, scenario: { ...scenario, appliedAt } };
}
