import { isTerminal, returningTypes, shippingTypes, type CaseAction, type CaseActor } from '@headwater/after-sales';
import type { AfterSalesCase } from '../../after-sales/case.entity.js';
import type { Said } from '../../after-sales/step.js';
import type { Random } from '../random.js';
import { abnormal } from '../world/abnormal.js';
import * as texts from '../world/texts.js';
import type { Scenario } from './scenario.js';

/** What somebody does next with a case, and how long he takes to. `report`: news of the carrier. */
export type Next =
  | {
      readonly kind: 'act';
      readonly after: number;
      readonly by: Exclude<CaseActor, 'system'>;
      readonly action: CaseAction;
      readonly said?: Said;
    }
  | { readonly kind: 'report'; readonly after: number; readonly news: 'accepted' | 'delivered' }
  /** Nobody does anything: the clock will. */
  | { readonly kind: 'wait' };

/** What an agent knows beside the row. */
export interface Situation {
  readonly row: AfterSalesCase;
  readonly scenario: Scenario;
  /** The case's own stream. */
  readonly own: Random;
  /** Whether the carrier has taken the parcel in. */
  readonly accepted: boolean;
}

type Agent = (situation: Situation) => Next;

const WAIT: Next = { kind: 'wait' };

const act = (by: Exclude<CaseActor, 'system'>, after: number, action: CaseAction, said?: Said): Next => ({
  kind: 'act',
  after,
  by,
  action,
  ...(said && { said }),
});

/** Stores answer by day, most within one; the silent one does not. */
const answering = (own: Random): number => own.hours(0.7, own.chance(0.7) ? 22 : 46);

const applied: Agent = ({ row, scenario: { course, type }, own }) => {
  const { counts } = row.facts;
  const first = counts.askInfo + counts.propose + counts.modify === 0;
  if (course === 'storeSilent') return WAIT;
  // What is only sent cannot be withdrawn later on.
  if (course === 'withdraw' && first && (type === 'RS' || own.chance(0.5)))
    return act('buyer', own.hours(0.5, 14), { verb: 'withdraw' }, { reason: own.pick(texts.withdrawals) });
  if (course === 'reject' && first) return act('branch', answering(own), { verb: 'reject', reason: own.pick(texts.rejections) });
  if ((course === 'info' || course === 'infoSilent') && counts.askInfo === 0)
    return act('branch', answering(own), { verb: 'askInfo', question: own.pick(texts.questions) });
  if (course === 'settle' && counts.propose === 0) {
    const reason = texts.noOther;
    return act('branch', answering(own), { verb: 'propose', resolution: 'refund', amount: row.requestedAmount, reason });
  }
  if (course === 'bargain' && counts.propose === 0) {
    const isKept = !returningTypes.includes(type);
    const amount = part(own, row.requestedAmount, isKept ? 0.5 : 0.15, isKept ? 0.8 : 0.4);
    const reason = isKept ? own.pick(texts.proposals) : texts.proposals[0];
    return act('branch', answering(own), { verb: 'propose', resolution: 'refund', amount, reason });
  }
  return act('branch', answering(own), { verb: 'approve' });
};

/** Whole yuan, at least one. */
const part = (own: Random, amount: number, from: number, to: number): number =>
  Math.min(amount, Math.max(100, Math.round((amount * (from + own.next() * (to - from))) / 100) * 100));

const needInfo: Agent = ({ scenario, own }) =>
  scenario.course === 'infoSilent'
    ? WAIT
    : act('buyer', own.hours(1, 60), { verb: 'supplyInfo', answer: own.pick(texts.answers) });

const awaitConsent: Agent = ({ row, scenario: { course }, own }) => {
  if (course === 'settle' || course === 'outOfStock') return act('buyer', own.hours(0.5, 40), { verb: 'accept' });
  return own.weighted<() => Next>([
    [() => act('buyer', own.hours(0.5, 50), { verb: 'accept' }), 62],
    [
      () => act('buyer', own.hours(0.5, 40), { verb: 'decline' }, { reason: own.pick(texts.declines) }),
      row.facts.counts.decline === 0 ? 24 : 6,
    ],
    [() => WAIT, 14],
  ])();
};

const rejected: Agent = ({ row, scenario, own }) => {
  if (scenario.stay === 'DISPUTED')
    return act('buyer', own.hours(2, 30), { verb: 'escalate', reason: own.pick(texts.escalations) });
  return own.weighted<() => Next>([
    [
      () =>
        act(
          'buyer',
          own.hours(2, 60),
          { verb: 'modify', amount: part(own, row.requestedAmount, 0.6, 0.9) },
          { text: own.pick(texts.answers) },
        ),
      32,
    ],
    [() => act('buyer', own.hours(2, 70), { verb: 'escalate', reason: own.pick(texts.escalations) }), 34],
    [() => act('buyer', own.hours(2, 80), { verb: 'withdraw' }, { reason: own.pick(texts.withdrawals) }), 10],
    [() => WAIT, 24],
  ])();
};

/** Goods that are brought to the store instead of sent. */
const isHandedIn = ({ course, type }: Scenario): boolean => course === 'counter' || (course === 'refuse' && type !== 'RR');

const parcelOf = ({ order }: Scenario, own: Random) => {
  const isDear = order.store.code === abnormal.dearFreight && own.chance(0.85);
  const { name: carrier, letters, yuan } = isDear ? texts.dearCarrier : own.weighted(texts.carriers);
  return { carrier, tracking: `${letters}${own.digits(12)}`, yuan };
};

/** A parcel of the store's: what it costs is known. */
const dispatching = (scenario: Scenario, own: Random) => {
  const { yuan, ...parcel } = parcelOf(scenario, own);
  return { ...parcel, freightPaid: own.int(yuan[0] * 10, yuan[1] * 10) * 10 };
};

const awaitReturn: Agent = ({ scenario, own }) => {
  const { course, order } = scenario;
  if (course === 'buyerSilent') return WAIT;
  if (isHandedIn(scenario)) {
    const said = { note: own.pick(texts.inspections) };
    return act('branch', own.hours(4, 44), { verb: 'registerDropIn', at: order.store.id }, said);
  }
  if (course === 'withdraw') return act('buyer', own.hours(4, 70), { verb: 'withdraw' }, { reason: own.pick(texts.withdrawals) });
  const { yuan, ...parcel } = parcelOf(scenario, own);
  const freightPaid = own.chance(0.93) ? own.int(yuan[0] * 10, yuan[1] * 10) * 10 : null;
  return act('buyer', own.hours(3, own.chance(0.8) ? 56 : 130), { verb: 'ship', method: 'parcel', ...parcel, freightPaid });
};

const underWay: Agent = ({ scenario: { course }, own, accepted }) => {
  // Staff record the arrival always, the departure now and then.
  if (!accepted && own.chance(0.4)) return { kind: 'report', after: own.hours(1, 9), news: 'accepted' };
  if (course === 'undelivered') return WAIT;
  if (course === 'lost') return act('branch', own.hours(120, 200), { verb: 'reportLost' }, { reason: own.pick(texts.losses) });
  return { kind: 'report', after: own.hours(24, 96), news: 'delivered' };
};

/** Item by item; `failing` counts the one that did not pass. */
const foundIn = ({ checklist }: AfterSalesCase, failing: number | null) =>
  checklist?.map((item, index) => ({ item, passed: index !== failing, note: null }));

const awaitReceipt: Agent = (situation) => {
  const { row, scenario, own } = situation;
  if (row.facts.deliveredAt === null && row.facts.goodsHeldBy === 'carrierToBranch') return underWay(situation);
  if (scenario.course === 'storeSilent') return WAIT;
  if (scenario.course === 'refuse' && row.facts.counts.changeLogistics === 0) {
    const goods = !isHandedIn(scenario) && own.chance(0.6) ? 'turnedBack' : 'branch';
    return act('branch', own.hours(2, 26), { verb: 'refuseReceipt', reason: own.pick(texts.refusals), goods, photos: 1 });
  }
  if (scenario.course === 'deduct' && row.facts.counts.propose === 0) {
    const amount = part(own, row.approvedAmount ?? row.requestedAmount, 0.6, 0.9);
    const offer = { verb: 'propose', resolution: 'refund', amount, reason: own.pick(texts.proposals) } as const;
    return act('branch', own.hours(3, 30), offer, { inspection: foundIn(row, 1) });
  }
  const said = { note: own.pick(texts.inspections), inspection: foundIn(row, null) };
  if (scenario.course === 'counter' && shippingTypes.includes(row.type) && scenario.stay !== 'AWAIT_RESHIP')
    return act('branch', own.hours(0.5, 8), { verb: 'receiveAndDispatch', ...dispatching(scenario, own) }, said);
  return act('branch', own.hours(2, 44), { verb: 'receive' }, said);
};

const awaitReship: Agent = ({ row, scenario, own }) => {
  if (scenario.course === 'storeSilent') return WAIT;
  if (scenario.course === 'outOfStock' && row.facts.counts.propose === 0)
    return act('branch', own.hours(2, 40), { verb: 'outOfStock' }, { note: texts.noOther });
  return act('branch', own.hours(3, 40), { verb: 'dispatch', ...dispatching(scenario, own) });
};

const awaitBuyerReceipt: Agent = (situation) => {
  const { row, scenario, own } = situation;
  const { buyerReceivedAt, counts } = row.facts;
  if (scenario.course === 'notReceived' && counts.sendBack === 0)
    return act('buyer', own.hours(70, 160), { verb: 'notReceived' }, { reason: texts.notReceived });
  if (buyerReceivedAt === null) return wayOut(situation);
  return own.chance(0.65) ? act('buyer', own.hours(2, 60), { verb: 'confirm' }) : WAIT;
};

const wayOut: Agent = ({ own, accepted }) =>
  !accepted && own.chance(0.4)
    ? { kind: 'report', after: own.hours(1, 9), news: 'accepted' }
    : { kind: 'report', after: own.hours(24, 96), news: 'delivered' };

const receiptRefused: Agent = ({ row, own }) => {
  const held = row.facts.goodsHeldBy === 'branch';
  const escalate = () => act('buyer', own.hours(3, 60), { verb: 'escalate', reason: own.pick(texts.escalations) });
  if (held)
    return own.chance(0.7)
      ? escalate()
      : act('branch', own.hours(6, 60), { verb: 'shipBack', carrier: '中通快递', tracking: `ZT${own.digits(12)}` });
  return own.weighted<() => Next>([
    [escalate, 40],
    [
      () =>
        act('buyer', own.hours(4, 70), {
          verb: 'changeLogistics',
          carrier: '中通快递',
          tracking: `ZT${own.digits(12)}`,
          freightPaid: 1_000,
        }),
      30,
    ],
    [() => act('buyer', own.hours(4, 70), { verb: 'withdraw' }, { reason: own.pick(texts.withdrawals) }), 12],
    [() => WAIT, 18],
  ])();
};

const disputed: Agent = ({ row, own }) => {
  const verdict = (to: 'REFUNDING' | 'CLOSED' | 'AWAIT_RETURN' | 'AWAIT_RESHIP', reason: string) =>
    act('HQ', own.hours(14, 100), { verb: 'verdict', to, reason });
  const { goodsHeldBy, counts } = row.facts;
  if (row.facts.dispatchedAt != null && counts.sendBack === 0) return verdict('AWAIT_RESHIP', own.pick(texts.verdicts));
  if (row.type === 'RR' && goodsHeldBy === 'buyer' && counts.sendBack === 0 && own.chance(0.45))
    return verdict('AWAIT_RETURN', own.pick(texts.verdicts));
  if (goodsHeldBy !== 'branch' && own.chance(0.3)) return verdict('CLOSED', texts.verdicts[2] ?? texts.verdicts[0]);
  return verdict('REFUNDING', own.pick(texts.verdicts));
};

/** Where the gateway cannot pay, finance pays by hand in the end, as long as somebody looks. */
const refunding: Agent = ({ row, scenario, own }) => {
  if (!row.payoutFailed || scenario.course !== 'payoutFails') return WAIT;
  return act('finance', own.hours(30, 60), { verb: 'manualVoucher', reference: `转账回单 ${own.digits(8)}` });
};

/** Nobody does anything, but a case that is to be seen longer than its clock allows gets more time from HQ. */
const staying: Agent = ({ row, scenario: { stayUntil }, own }) => {
  if (stayUntil === null || row.deadlineAt === null || row.deadlineAt >= stayUntil) return WAIT;
  return act('HQ', own.hours(0.5, 3), { verb: 'extend', until: stayUntil }, { reason: own.pick(texts.extensions) });
};

const agents: Readonly<Partial<Record<AfterSalesCase['state'], Agent>>> = {
  APPLIED: applied,
  NEED_INFO: needInfo,
  AWAIT_CONSENT: awaitConsent,
  REJECTED: rejected,
  AWAIT_RETURN: awaitReturn,
  AWAIT_RECEIPT: awaitReceipt,
  RECEIPT_REFUSED: receiptRefused,
  AWAIT_RESHIP: awaitReship,
  AWAIT_BUYER_RECEIPT: awaitBuyerReceipt,
  DISPUTED: disputed,
  REFUNDING: refunding,
};

/** What happens next with a case, as its people are. */
export function nextOf(situation: Situation): Next {
  const { row, scenario } = situation;
  if (isTerminal(row.state)) return WAIT;
  if (row.state === scenario.stay) return staying(situation);
  return agents[row.state]?.(situation) ?? WAIT;
}
