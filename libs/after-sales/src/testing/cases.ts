import type { CaseCommand } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import { clockOnEntry } from '../lifecycle/clocks.js';
import { applyTransition, decide } from '../lifecycle/decide.js';
import { openCase } from '../lifecycle/open.js';
import type { Refusal, Transition } from '../result.js';
import type { CaseRules } from '../rules.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** 2026-11-22 10:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 22, 2);
export const SHANGHAI = 'Asia/Shanghai';

/** The catalogue's defaults, with every type and return method, and an address to return to. */
export const rules: CaseRules = {
  types: ['refundOnly', 'returnRefund', 'exchange', 'reship', 'repair'],
  returnMethods: ['parcel', 'pickup', 'dropIn'],
  respondHours: 48,
  infoDays: 7,
  consentHours: 72,
  reconsiderDays: 7,
  shipDays: 7,
  inspectDays: 3,
  modifyAfterTransitDays: 7,
  reshipHours: 48,
  reshipFailDays: 7,
  autoConfirmDays: 10,
  noDeliveryDays: 15,
  staleDays: 5,
  refundDueDays: 7,
  disputeDays: 5,
  disputeDefaultDays: 10,
  modifyMax: 3,
  repeatMax: 2,
  resumeHours: 12,
  returnless: null,
  autoApprove: [],
  restockingFee: [],
  returnRouting: [],
  supplierAddress: null,
  returnAddress: {
    recipient: '退货组',
    phone: '021-55550000',
    province: '上海市',
    city: '上海市',
    district: '浦东新区',
    street: '世纪大道 1 号',
    instructions: '请附纸条写明订单号',
  },
};

export const at = (now: number, changed: Partial<CaseRules> = {}): CaseContext => ({
  now,
  rules: { ...rules, ...changed },
  timeZone: SHANGHAI,
  returnFreight: 1_200,
});

export const context = at(NOW);

/** A fresh return of ¥189.00 for a change of mind, applied for now. */
export const applied = (changed: Partial<CaseFacts> = {}): CaseFacts => ({
  ...openCase({ type: 'RR', reason: 'changedMind', amount: 18_900, maxAmount: 18_900, feeFree: false }, 'buyer', context).facts,
  ...changed,
});

/** A case in a state, with the clock that starts there. */
export function caseIn(state: CaseFacts['state'], changed: Partial<CaseFacts> = {}, now: CaseContext = context): CaseFacts {
  const facts = { ...applied(), ...changed, state };
  return { ...facts, deadline: clockOnEntry[state](facts, now).deadline };
}

export function moved(
  facts: CaseFacts,
  command: CaseCommand,
  now: CaseContext = context,
): { facts: CaseFacts; transition: Transition } {
  const decision = decide(facts, command, now);
  if (!decision.ok) throw new Error(`Refused: ${decision.code} (${command.verb} by ${command.actor} in ${facts.state})`);
  return { facts: applyTransition(facts, decision), transition: decision };
}

/** The case after commands, all at one moment. */
export const after = (facts: CaseFacts, commands: readonly CaseCommand[], now: CaseContext = context): CaseFacts =>
  commands.reduce((current, command) => moved(current, command, now).facts, facts);

export function refused(facts: CaseFacts, command: CaseCommand, now: CaseContext = context): Refusal {
  const decision = decide(facts, command, now);
  if (decision.ok) throw new Error(`Moved to ${decision.to} (${command.verb} by ${command.actor} in ${facts.state})`);
  return decision;
}

/** Commands with the least input that is accepted. */
export const say = {
  approve: { verb: 'approve', actor: 'branch' },
  reject: { verb: 'reject', actor: 'branch', reason: '吊牌已剪' },
  askInfo: { verb: 'askInfo', actor: 'branch', question: '请补充吊牌照片' },
  supplyInfo: { verb: 'supplyInfo', actor: 'buyer', answer: '见照片' },
  offer: { verb: 'propose', actor: 'branch', resolution: 'refund', amount: 10_000, reason: '包装缺失' },
  accept: { verb: 'accept', actor: 'buyer' },
  decline: { verb: 'decline', actor: 'buyer' },
  modify: { verb: 'modify', actor: 'buyer', amount: 15_000 },
  escalate: { verb: 'escalate', actor: 'buyer', reason: '商家不同意' },
  withdraw: { verb: 'withdraw', actor: 'buyer' },
  ship: { verb: 'ship', actor: 'buyer', method: 'parcel', carrier: 'SF', tracking: 'SF1001', freightPaid: 1_200 },
  bookPickup: { verb: 'bookPickup', actor: 'buyer', from: NOW + DAY, until: NOW + DAY + 2 * HOUR },
  dropIn: { verb: 'registerDropIn', actor: 'branch', at: 'store-2' },
  changeIntent: { verb: 'changeIntent', actor: 'buyer' },
  changeLogistics: { verb: 'changeLogistics', actor: 'buyer', carrier: 'YTO', tracking: 'YT2002' },
  delivered: { verb: 'recordTracking', actor: 'system', deliveredAt: NOW },
  receive: { verb: 'receive', actor: 'branch' },
  swap: { verb: 'receiveAndDispatch', actor: 'branch', carrier: 'SF', tracking: 'SF5005', freightPaid: 1_000 },
  refuse: { verb: 'refuseReceipt', actor: 'branch', reason: '有明显使用痕迹', goods: 'branch', photos: 1 },
  reportLost: { verb: 'reportLost', actor: 'branch' },
  shipBack: { verb: 'shipBack', actor: 'branch', carrier: 'SF', tracking: 'SF3003' },
  dispatch: { verb: 'dispatch', actor: 'branch', carrier: 'SF', tracking: 'SF5005', freightPaid: 1_000 },
  outOfStock: { verb: 'outOfStock', actor: 'branch' },
  correct: { verb: 'correctLogistics', actor: 'branch', carrier: 'YTO', tracking: 'YT6006' },
  confirm: { verb: 'confirm', actor: 'buyer' },
  notReceived: { verb: 'notReceived', actor: 'buyer' },
  wrongReceived: { verb: 'wrongReceived', actor: 'buyer', reason: '收到的还是旧尺码' },
  verdict: { verb: 'verdict', actor: 'HQ', to: 'REFUNDING', reason: '支持买家' },
  paid: { verb: 'paid', actor: 'system', reference: 'PAY-1' },
  payoutFailed: { verb: 'payoutFailed', actor: 'system', detail: '账户异常' },
  retry: { verb: 'retry', actor: 'finance' },
  manualVoucher: { verb: 'manualVoucher', actor: 'finance', reference: 'V-77' },
  timeout: { verb: 'timeout', actor: 'system' },
} as const satisfies Record<string, CaseCommand>;
