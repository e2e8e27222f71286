import type { CaseCommand } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import { at, caseIn, context, DAY, moved, NOW, say } from '../testing/cases.js';
import { caseTypes, type CaseState, type CaseType } from '../vocabulary.js';
import { confirmationFrom } from './clocks.js';
import { lifecycle } from './table.js';

type Example = readonly [
  ...[type: CaseType, state: CaseState, command: CaseCommand, to: CaseState],
  ...[given?: Partial<CaseFacts>, under?: (now: number) => CaseContext],
];

const inTransit = { shippedAt: NOW - DAY, goodsHeldBy: 'carrierToBranch' } as const;
const atBranch = { ...inTransit, deliveredAt: NOW - 1, receivedAt: NOW - 1, goodsHeldBy: 'branch' } as const;
const askedThere = { ...atBranch, cameFrom: 'AWAIT_RECEIPT' } as const;
const owed = { reshipSince: NOW - 3 * DAY } as const;
const onItsWay = { dispatchedAt: NOW - DAY, goodsHeldBy: 'carrierToBuyer' } as const;
const handedOver = { ...onItsWay, buyerReceivedAt: NOW - 1, goodsHeldBy: 'buyer' } as const;
const toConfirm = { ...handedOver, deadline: confirmationFrom(NOW - 1, context).deadline };
const proposedAt = (
  cameFrom: 'APPLIED' | 'AWAIT_RECEIPT' | 'AWAIT_RESHIP',
  resolution: 'refund' | 'returnRefund' = 'refund',
) => ({
  cameFrom,
  proposal: { resolution, amount: 10_000 },
});
const declinedOnce = { askInfo: 0, modify: 0, propose: 1, decline: 1, changeLogistics: 0, escalate: 0, sendBack: 0 };
const decided = { approvedAmount: 18_900, refundDecidedAt: NOW, payoutAttempts: 1 } as const;
const failed = { ...decided, payoutFailed: true } as const;
const byFinance = { actor: 'finance' } as const;
const byStaff = { actor: 'branch' } as const;
const bySystem = { actor: 'system' } as const;
const extend: CaseCommand = { verb: 'extend', actor: 'HQ', until: NOW + 30 * DAY };
const closing: CaseCommand = { verb: 'recount', actor: 'system', before: [], after: ['2026-11-23'], since: NOW };
const ruling = (to: 'AWAIT_RETURN' | 'AWAIT_RECEIPT' | 'AWAIT_RESHIP' | 'CLOSED'): CaseCommand => ({ ...say.verdict, to });

/** Where nothing but money is left to decide a dispute with. */
const defaulted = { RO: {}, RR: inTransit, EX: inTransit, RP: inTransit, RS: onItsWay } as const;

/** The lifecycle as after-sales.md tells it, written down a second time: one line per move. */
const all: readonly Example[] = caseTypes.flatMap((type): Example[] => [
  [type, 'APPLIED', say.reject, 'REJECTED'],
  [type, 'APPLIED', say.askInfo, 'NEED_INFO'],
  [type, 'APPLIED', say.offer, 'AWAIT_CONSENT'],
  [type, 'APPLIED', say.withdraw, 'CLOSED'],
  [type, 'APPLIED', extend, 'APPLIED'],
  [type, 'APPLIED', closing, 'APPLIED'],
  [type, 'NEED_INFO', say.supplyInfo, 'APPLIED'],
  [type, 'NEED_INFO', say.withdraw, 'CLOSED'],
  [type, 'NEED_INFO', say.timeout, 'CLOSED'],
  [type, 'NEED_INFO', extend, 'NEED_INFO'],
  [type, 'AWAIT_CONSENT', say.accept, 'REFUNDING', proposedAt('APPLIED')],
  [type, 'AWAIT_CONSENT', say.decline, 'APPLIED', proposedAt('APPLIED')],
  [type, 'AWAIT_CONSENT', say.escalate, 'DISPUTED', { ...proposedAt('APPLIED'), counts: declinedOnce }],
  [type, 'AWAIT_CONSENT', say.timeout, 'APPLIED', proposedAt('APPLIED')],
  [type, 'AWAIT_CONSENT', extend, 'AWAIT_CONSENT', proposedAt('APPLIED')],
  [type, 'REJECTED', say.modify, 'APPLIED'],
  [type, 'REJECTED', say.escalate, 'DISPUTED'],
  [type, 'REJECTED', say.withdraw, 'CLOSED'],
  [type, 'REJECTED', say.timeout, 'CLOSED'],
  [type, 'REJECTED', extend, 'REJECTED'],
  [type, 'REFUNDING', say.paid, 'REFUNDED', decided],
  [type, 'REFUNDING', { ...say.paid, ...byFinance }, 'REFUNDED', decided],
  [type, 'REFUNDING', say.payoutFailed, 'REFUNDING', decided],
  [type, 'REFUNDING', { ...say.payoutFailed, ...byFinance }, 'REFUNDING', decided],
  [type, 'REFUNDING', say.retry, 'REFUNDING', failed],
  [type, 'REFUNDING', { ...say.retry, ...bySystem }, 'REFUNDING', failed],
  [type, 'REFUNDING', say.manualVoucher, 'REFUNDED', failed],
  [type, 'REFUNDING', say.timeout, 'REFUNDING', decided],
  [type, 'DISPUTED', say.verdict, 'REFUNDING'],
  [type, 'DISPUTED', ruling('CLOSED'), 'CLOSED'],
  [type, 'DISPUTED', say.withdraw, 'CLOSED'],
  [type, 'DISPUTED', say.timeout, 'REFUNDING', defaulted[type]],
  [type, 'DISPUTED', extend, 'DISPUTED'],
]);

const refundOnly: readonly Example[] = [
  ['RO', 'APPLIED', say.approve, 'REFUNDING'],
  ['RO', 'APPLIED', say.timeout, 'REFUNDING'],
];

const parcelStates = [
  'APPLIED',
  'NEED_INFO',
  'AWAIT_CONSENT',
  'REJECTED',
  'AWAIT_RECEIPT',
  'RECEIPT_REFUSED',
  'DISPUTED',
] as const;
const heldStates = ['APPLIED', 'NEED_INFO', 'REJECTED', 'RECEIPT_REFUSED', 'DISPUTED'] as const;

const returns: readonly Example[] = (['RR', 'EX', 'RP'] as const).flatMap((type): Example[] => [
  [type, 'APPLIED', say.approve, 'AWAIT_RETURN'],
  [type, 'APPLIED', say.approve, 'AWAIT_RECEIPT', atBranch],
  [type, 'APPLIED', say.timeout, 'AWAIT_RETURN'],
  [type, 'APPLIED', say.timeout, 'AWAIT_RECEIPT', inTransit],
  [type, 'NEED_INFO', say.timeout, 'DISPUTED', atBranch],
  [type, 'AWAIT_CONSENT', say.accept, 'AWAIT_RETURN', proposedAt('APPLIED', 'returnRefund')],
  [type, 'AWAIT_CONSENT', say.accept, 'AWAIT_RECEIPT', { ...proposedAt('APPLIED', 'returnRefund'), ...atBranch }],
  [type, 'AWAIT_CONSENT', say.decline, 'AWAIT_RECEIPT', { ...proposedAt('AWAIT_RECEIPT'), ...atBranch }],
  [type, 'AWAIT_CONSENT', say.timeout, 'AWAIT_RECEIPT', { ...proposedAt('AWAIT_RECEIPT'), ...atBranch }],
  [type, 'REJECTED', say.timeout, 'DISPUTED', atBranch],
  [type, 'AWAIT_RETURN', say.ship, 'AWAIT_RECEIPT'],
  [type, 'AWAIT_RETURN', say.bookPickup, 'AWAIT_RETURN'],
  [type, 'AWAIT_RETURN', say.dropIn, 'AWAIT_RECEIPT'],
  [type, 'AWAIT_RETURN', say.modify, 'APPLIED'],
  [type, 'AWAIT_RETURN', say.withdraw, 'CLOSED'],
  [type, 'AWAIT_RETURN', say.timeout, 'CLOSED'],
  [type, 'AWAIT_RETURN', extend, 'AWAIT_RETURN'],
  [type, 'AWAIT_RECEIPT', say.offer, 'AWAIT_CONSENT', atBranch],
  [type, 'AWAIT_RECEIPT', say.refuse, 'RECEIPT_REFUSED', atBranch],
  [type, 'AWAIT_RECEIPT', say.askInfo, 'NEED_INFO', atBranch],
  [type, 'NEED_INFO', say.supplyInfo, 'AWAIT_RECEIPT', askedThere],
  [type, 'NEED_INFO', say.timeout, 'AWAIT_RECEIPT', askedThere],
  [type, 'AWAIT_RECEIPT', say.changeLogistics, 'AWAIT_RECEIPT', inTransit],
  [type, 'AWAIT_RECEIPT', say.timeout, 'DISPUTED', inTransit],
  [type, 'AWAIT_RECEIPT', extend, 'AWAIT_RECEIPT', inTransit],
  [type, 'AWAIT_RECEIPT', closing, 'AWAIT_RECEIPT', atBranch],
  [type, 'RECEIPT_REFUSED', say.changeLogistics, 'AWAIT_RECEIPT', inTransit],
  [type, 'RECEIPT_REFUSED', say.modify, 'APPLIED', atBranch],
  [type, 'RECEIPT_REFUSED', say.escalate, 'DISPUTED', atBranch],
  [type, 'RECEIPT_REFUSED', say.withdraw, 'CLOSED', inTransit],
  [type, 'RECEIPT_REFUSED', say.timeout, 'CLOSED', inTransit],
  [type, 'RECEIPT_REFUSED', say.timeout, 'DISPUTED', atBranch],
  [type, 'RECEIPT_REFUSED', extend, 'RECEIPT_REFUSED', atBranch],
  [type, 'DISPUTED', ruling('AWAIT_RETURN'), 'AWAIT_RETURN'],
  [type, 'DISPUTED', ruling('AWAIT_RECEIPT'), 'AWAIT_RECEIPT', atBranch],
  [type, 'DISPUTED', say.timeout, 'AWAIT_RETURN'],
  ...parcelStates.map((state): Example => [type, state, say.delivered, state, inTransit]),
  ...parcelStates.map((state): Example => [type, state, { ...say.delivered, ...byStaff }, state, inTransit]),
  ...heldStates.map((state): Example => [type, state, say.shipBack, state, atBranch]),
]);

const moneyForGoods: readonly Example[] = [
  ['RR', 'AWAIT_RECEIPT', say.receive, 'REFUNDING', atBranch],
  ['RR', 'AWAIT_RECEIPT', say.reportLost, 'REFUNDING', inTransit],
  ['RP', 'AWAIT_RECEIPT', say.reportLost, 'REFUNDING', inTransit],
  ['RR', 'AWAIT_RECEIPT', say.timeout, 'REFUNDING', atBranch],
];

const swaps: readonly Example[] = (['EX', 'RP'] as const).flatMap((type): Example[] => [
  [type, 'AWAIT_RECEIPT', say.receive, 'AWAIT_RESHIP', atBranch],
  [type, 'AWAIT_RECEIPT', say.swap, 'AWAIT_BUYER_RECEIPT', atBranch],
  [type, 'AWAIT_RECEIPT', say.timeout, 'AWAIT_RESHIP', atBranch],
  [type, 'DISPUTED', say.timeout, 'AWAIT_RESHIP', atBranch],
]);

const exchanges: readonly Example[] = [
  ['EX', 'AWAIT_RECEIPT', say.reportLost, 'AWAIT_RESHIP', inTransit],
  ['EX', 'AWAIT_RECEIPT', say.changeIntent, 'AWAIT_RECEIPT', { ...inTransit, shippedAt: NOW - 7 * DAY }],
];

const reships: readonly Example[] = [
  ['RS', 'APPLIED', say.approve, 'AWAIT_RESHIP'],
  ['RS', 'APPLIED', say.timeout, 'AWAIT_RESHIP'],
  ['RS', 'DISPUTED', say.timeout, 'AWAIT_RESHIP'],
  ['RS', 'DISPUTED', say.delivered, 'DISPUTED', onItsWay],
  ['RS', 'DISPUTED', { ...say.delivered, ...byStaff }, 'DISPUTED', onItsWay],
];

const replacements: readonly Example[] = (['EX', 'RS', 'RP'] as const).flatMap((type): Example[] => [
  [type, 'AWAIT_CONSENT', say.decline, 'AWAIT_RESHIP', proposedAt('AWAIT_RESHIP')],
  [type, 'AWAIT_CONSENT', say.timeout, 'AWAIT_RESHIP', proposedAt('AWAIT_RESHIP')],
  [type, 'AWAIT_RESHIP', say.dispatch, 'AWAIT_BUYER_RECEIPT', owed],
  [type, 'AWAIT_RESHIP', say.outOfStock, 'AWAIT_CONSENT', owed],
  [type, 'AWAIT_RESHIP', say.changeIntent, 'REFUNDING', owed],
  [type, 'AWAIT_RESHIP', say.timeout, 'REFUNDING', owed],
  [type, 'AWAIT_RESHIP', extend, 'AWAIT_RESHIP', owed],
  [type, 'AWAIT_RESHIP', closing, 'AWAIT_RESHIP', owed],
  [type, 'AWAIT_BUYER_RECEIPT', say.confirm, 'DONE', onItsWay],
  [type, 'AWAIT_BUYER_RECEIPT', say.notReceived, 'DISPUTED', onItsWay],
  [type, 'AWAIT_BUYER_RECEIPT', say.wrongReceived, 'DISPUTED', handedOver],
  [type, 'AWAIT_BUYER_RECEIPT', say.correct, 'AWAIT_BUYER_RECEIPT', onItsWay],
  [type, 'AWAIT_BUYER_RECEIPT', say.delivered, 'AWAIT_BUYER_RECEIPT', onItsWay],
  [type, 'AWAIT_BUYER_RECEIPT', { ...say.delivered, ...byStaff }, 'AWAIT_BUYER_RECEIPT', onItsWay],
  [type, 'AWAIT_BUYER_RECEIPT', say.timeout, 'DISPUTED', onItsWay],
  [type, 'AWAIT_BUYER_RECEIPT', extend, 'AWAIT_BUYER_RECEIPT', onItsWay],
  [type, 'DISPUTED', ruling('AWAIT_RESHIP'), 'AWAIT_RESHIP', onItsWay],
]);

const keeping = { returnless: { by: 'amount', amount: 20_000 } } as const;
const keepItem = (now: number) => at(now, keeping);
const calm: NonNullable<CaseContext['buyerRisk']> = {
  ...{ applications: 1, lines: 1, windowDays: 90, flip: null, trace: [] },
  ...{ level: 'normal', actions: [] },
};
const byRule =
  (more: Partial<CaseContext['rules']> = {}) =>
  (now: number) => ({
    ...at(now, { autoApprove: [{ amountUpTo: 20_000, reasonClasses: null, riskUpTo: 'normal' }], ...more }),
    buyerRisk: calm,
  });
const approveByRule: CaseCommand = { verb: 'approve', actor: 'system' };

/** What is approved without anybody, and what is approved without the goods. */
const approvals: readonly Example[] = [
  ['RO', 'APPLIED', approveByRule, 'REFUNDING', {}, byRule()],
  ['RS', 'APPLIED', approveByRule, 'AWAIT_RESHIP', {}, byRule()],
  ...(['RR', 'EX', 'RP'] as const).flatMap((type): Example[] => [
    [type, 'APPLIED', approveByRule, 'AWAIT_RETURN', {}, byRule()],
    [type, 'APPLIED', approveByRule, 'AWAIT_RECEIPT', atBranch, byRule()],
  ]),
  ...(
    [
      ['RR', 'REFUNDING'],
      ['EX', 'AWAIT_RESHIP'],
    ] as const
  ).flatMap(([type, to]): Example[] => [
    [type, 'APPLIED', say.approve, to, {}, keepItem],
    [type, 'APPLIED', say.timeout, to, {}, keepItem],
    [type, 'APPLIED', approveByRule, to, {}, byRule(keeping)],
  ]),
];

/** A clock that starts with the carrier's word. */
const confirmations: readonly Example[] = (['EX', 'RS', 'RP'] as const).map((type): Example => [
  type,
  'AWAIT_BUYER_RECEIPT',
  say.timeout,
  'DONE',
  toConfirm,
]);

const examples = [
  ...[...all, ...refundOnly, ...returns, ...moneyForGoods, ...swaps, ...exchanges, ...reships, ...replacements],
  ...confirmations,
  ...approvals,
];

const name = (type: CaseType, state: CaseState | null, verb: string, actor: string, to: CaseState) =>
  `${type} ${state} ${verb} by ${actor} → ${to}`;

it.each(
  examples.map((example) => [name(example[0], example[1], example[2].verb, example[2].actor, example[3]), example] as const),
)('%s', (_name, [type, state, command, to, given, under = at]) => {
  const facts = { ...caseIn(state, { type, ...given }), ...(given?.deadline && { deadline: given.deadline }) };
  const now = under(command.verb === 'timeout' ? facts.deadline!.at : NOW);
  expect(moved(facts, command, now).facts.state).toBe(to);
});

it('allows no move that is not written down above, and every one that is', () => {
  const inTable = lifecycle.flatMap(({ types, state, verb, actors, to }) =>
    state === null
      ? []
      : types.flatMap((type) => actors.flatMap((actor) => to.map((next) => name(type, state, verb, actor, next)))),
  );
  const written = examples.map(([type, state, { verb, actor }, to]) => name(type, state, verb, actor, to));
  expect([...written].sort()).toEqual([...inTable].sort());
});

it('is opened by the buyer or by staff for a buyer', () => {
  const opening = lifecycle.filter(({ state }) => state === null);
  expect(opening.map(({ types, verb, actors, to }) => ({ types, verb, actors, to }))).toEqual([
    { types: [...caseTypes], verb: 'apply', actors: ['buyer', 'branch'], to: ['APPLIED'] },
  ]);
});
