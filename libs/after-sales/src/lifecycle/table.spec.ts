import type { CaseCommand } from '../commands.js';
import type { CaseFacts } from '../facts.js';
import { at, caseIn, context, DAY, moved, NOW, say } from '../testing/cases.js';
import type { CaseState, CaseType } from '../vocabulary.js';
import { lifecycle } from './table.js';

type Example = readonly [type: CaseType, state: CaseState, command: CaseCommand, to: CaseState, given?: Partial<CaseFacts>];

const inTransit = { shippedAt: NOW - DAY, goodsHeldBy: 'carrierToBranch' } as const;
const atBranch = { ...inTransit, deliveredAt: NOW - 1, receivedAt: NOW - 1, goodsHeldBy: 'branch' } as const;
const proposedAt = (cameFrom: 'APPLIED' | 'AWAIT_RECEIPT', resolution: 'refund' | 'returnRefund' = 'refund') => ({
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
const ruling = (to: 'AWAIT_RETURN' | 'AWAIT_RECEIPT' | 'CLOSED'): CaseCommand => ({ ...say.verdict, to });

/** The lifecycle as after-sales.md tells it, written down a second time: one line per move. */
const both: readonly Example[] = (['RO', 'RR'] as const).flatMap((type): Example[] => [
  [type, 'APPLIED', say.reject, 'REJECTED'],
  [type, 'APPLIED', say.askInfo, 'NEED_INFO'],
  [type, 'APPLIED', say.offer, 'AWAIT_CONSENT'],
  [type, 'APPLIED', say.withdraw, 'CLOSED'],
  [type, 'APPLIED', extend, 'APPLIED'],
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
  [type, 'DISPUTED', say.timeout, 'REFUNDING', type === 'RR' ? inTransit : {}],
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

const returns: readonly Example[] = [
  ['RR', 'APPLIED', say.approve, 'AWAIT_RETURN'],
  ['RR', 'APPLIED', say.approve, 'AWAIT_RECEIPT', atBranch],
  ['RR', 'APPLIED', say.timeout, 'AWAIT_RETURN'],
  ['RR', 'APPLIED', say.timeout, 'AWAIT_RECEIPT', inTransit],
  ['RR', 'NEED_INFO', say.timeout, 'DISPUTED', atBranch],
  ['RR', 'AWAIT_CONSENT', say.accept, 'AWAIT_RETURN', proposedAt('APPLIED', 'returnRefund')],
  ['RR', 'AWAIT_CONSENT', say.accept, 'AWAIT_RECEIPT', { ...proposedAt('APPLIED', 'returnRefund'), ...atBranch }],
  ['RR', 'AWAIT_CONSENT', say.decline, 'AWAIT_RECEIPT', { ...proposedAt('AWAIT_RECEIPT'), ...atBranch }],
  ['RR', 'AWAIT_CONSENT', say.timeout, 'AWAIT_RECEIPT', { ...proposedAt('AWAIT_RECEIPT'), ...atBranch }],
  ['RR', 'REJECTED', say.timeout, 'DISPUTED', atBranch],
  ['RR', 'AWAIT_RETURN', say.ship, 'AWAIT_RECEIPT'],
  ['RR', 'AWAIT_RETURN', say.modify, 'APPLIED'],
  ['RR', 'AWAIT_RETURN', say.withdraw, 'CLOSED'],
  ['RR', 'AWAIT_RETURN', say.timeout, 'CLOSED'],
  ['RR', 'AWAIT_RETURN', extend, 'AWAIT_RETURN'],
  ['RR', 'AWAIT_RECEIPT', say.receive, 'REFUNDING', atBranch],
  ['RR', 'AWAIT_RECEIPT', say.offer, 'AWAIT_CONSENT', atBranch],
  ['RR', 'AWAIT_RECEIPT', say.refuse, 'RECEIPT_REFUSED', atBranch],
  ['RR', 'AWAIT_RECEIPT', say.reportLost, 'REFUNDING', inTransit],
  ['RR', 'AWAIT_RECEIPT', say.changeLogistics, 'AWAIT_RECEIPT', inTransit],
  ['RR', 'AWAIT_RECEIPT', say.timeout, 'REFUNDING', atBranch],
  ['RR', 'AWAIT_RECEIPT', say.timeout, 'DISPUTED', inTransit],
  ['RR', 'AWAIT_RECEIPT', extend, 'AWAIT_RECEIPT', inTransit],
  ['RR', 'RECEIPT_REFUSED', say.changeLogistics, 'AWAIT_RECEIPT', inTransit],
  ['RR', 'RECEIPT_REFUSED', say.modify, 'APPLIED', atBranch],
  ['RR', 'RECEIPT_REFUSED', say.escalate, 'DISPUTED', atBranch],
  ['RR', 'RECEIPT_REFUSED', say.withdraw, 'CLOSED', inTransit],
  ['RR', 'RECEIPT_REFUSED', say.timeout, 'CLOSED', inTransit],
  ['RR', 'RECEIPT_REFUSED', say.timeout, 'DISPUTED', atBranch],
  ['RR', 'RECEIPT_REFUSED', extend, 'RECEIPT_REFUSED', atBranch],
  ['RR', 'DISPUTED', ruling('AWAIT_RETURN'), 'AWAIT_RETURN'],
  ['RR', 'DISPUTED', ruling('AWAIT_RECEIPT'), 'AWAIT_RECEIPT', atBranch],
  ['RR', 'DISPUTED', say.timeout, 'AWAIT_RETURN'],
  ...parcelStates.map((state): Example => ['RR', state, say.delivered, state, inTransit]),
  ...parcelStates.map((state): Example => ['RR', state, { ...say.delivered, ...byStaff }, state, inTransit]),
  ...heldStates.map((state): Example => ['RR', state, say.shipBack, state, atBranch]),
];

const examples = [...both, ...refundOnly, ...returns];

const name = (type: CaseType, state: CaseState | null, verb: string, actor: string, to: CaseState) =>
  `${type} ${state} ${verb} by ${actor} → ${to}`;

it.each(
  examples.map((example) => [name(example[0], example[1], example[2].verb, example[2].actor, example[3]), example] as const),
)('%s', (_name, [type, state, command, to, given]) => {
  const facts = caseIn(state, { type, ...given });
  const now = command.verb === 'timeout' ? at(facts.deadline!.at) : context;
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
    { types: ['RO', 'RR'], verb: 'apply', actors: ['buyer', 'branch'], to: ['APPLIED'] },
  ]);
});
