import { graphql } from '../../providers/graphql';
import { requestWith, type Document } from '../../providers/request';
import type { TypedTime } from '../../shared/fields';

const approve = graphql(`
  mutation Approve($id: ID!, $version: Int!, $returnReason: String) {
    approve(id: $id, version: $version, returnReason: $returnReason) {
      id
    }
  }
`);
const reject = graphql(`
  mutation Reject($id: ID!, $version: Int!, $reason: String!) {
    reject(id: $id, version: $version, reason: $reason) {
      id
    }
  }
`);
const askInfo = graphql(`
  mutation AskInfo($id: ID!, $version: Int!, $question: String!, $checklist: [InspectedItemInput!], $overrule: String) {
    askInfo(id: $id, version: $version, question: $question, checklist: $checklist, overrule: $overrule) {
      id
    }
  }
`);
const propose = graphql(`
  mutation Propose(
    $id: ID!
    $version: Int!
    $resolution: String!
    $amount: Fen!
    $note: String!
    $checklist: [InspectedItemInput!]
    $overrule: String
  ) {
    propose(
      id: $id
      version: $version
      resolution: $resolution
      amount: $amount
      note: $note
      checklist: $checklist
      overrule: $overrule
    ) {
      id
    }
  }
`);
const receive = graphql(`
  mutation Receive($id: ID!, $version: Int!, $inspection: String, $checklist: [InspectedItemInput!]) {
    receive(id: $id, version: $version, inspection: $inspection, checklist: $checklist) {
      id
    }
  }
`);
const receiveAndDispatch = graphql(`
  mutation ReceiveAndDispatch(
    $id: ID!
    $version: Int!
    $carrier: String!
    $tracking: String!
    $freightPaid: Fen
    $inspection: String
    $checklist: [InspectedItemInput!]
  ) {
    receiveAndDispatch(
      id: $id
      version: $version
      carrier: $carrier
      tracking: $tracking
      freightPaid: $freightPaid
      inspection: $inspection
      checklist: $checklist
    ) {
      id
    }
  }
`);
const dispatch = graphql(`
  mutation Dispatch($id: ID!, $version: Int!, $carrier: String!, $tracking: String!, $freightPaid: Fen) {
    dispatch(id: $id, version: $version, carrier: $carrier, tracking: $tracking, freightPaid: $freightPaid) {
      id
    }
  }
`);
const outOfStock = graphql(`
  mutation OutOfStock($id: ID!, $version: Int!, $note: String, $overrule: String) {
    outOfStock(id: $id, version: $version, note: $note, overrule: $overrule) {
      id
    }
  }
`);
const correctLogistics = graphql(`
  mutation CorrectLogistics($id: ID!, $version: Int!, $carrier: String!, $tracking: String!) {
    correctLogistics(id: $id, version: $version, carrier: $carrier, tracking: $tracking) {
      id
    }
  }
`);
const registerDropIn = graphql(`
  mutation RegisterDropIn($code: String!, $inspection: String, $checklist: [InspectedItemInput!]) {
    registerDropIn(code: $code, inspection: $inspection, checklist: $checklist) {
      code
    }
  }
`);
const refuseReceipt = graphql(`
  mutation RefuseReceipt($id: ID!, $version: Int!, $reason: String!, $goods: RefusedGoods!, $checklist: [InspectedItemInput!]) {
    refuseReceipt(id: $id, version: $version, reason: $reason, goods: $goods, checklist: $checklist) {
      id
    }
  }
`);
const reportLost = graphql(`
  mutation ReportLost($id: ID!, $version: Int!, $reason: String!) {
    reportLost(id: $id, version: $version, reason: $reason) {
      id
    }
  }
`);
const shipBack = graphql(`
  mutation ShipBack($id: ID!, $version: Int!, $carrier: String!, $tracking: String!) {
    shipBack(id: $id, version: $version, carrier: $carrier, tracking: $tracking) {
      id
    }
  }
`);
const verdict = graphql(`
  mutation Verdict($id: ID!, $version: Int!, $to: CaseState!, $amount: Fen, $liable: String, $reason: String!) {
    verdict(id: $id, version: $version, to: $to, amount: $amount, liable: $liable, reason: $reason) {
      id
    }
  }
`);
const retryPayout = graphql(`
  mutation RetryPayout($id: ID!, $version: Int!) {
    retryPayout(id: $id, version: $version) {
      id
    }
  }
`);
const manualVoucher = graphql(`
  mutation ManualVoucher($id: ID!, $version: Int!, $voucher: String!) {
    manualVoucher(id: $id, version: $version, voucher: $voucher) {
      id
    }
  }
`);
const extend = graphql(`
  mutation Extend($id: ID!, $version: Int!, $until: Instant!, $reason: String!) {
    extend(id: $id, version: $version, until: $until, reason: $reason) {
      id
    }
  }
`);
const issueLabel = graphql(`
  mutation IssueLabel($id: ID!, $version: Int!, $carrier: String!, $tracking: String!, $freightPaid: Fen!) {
    issueLabel(id: $id, version: $version, carrier: $carrier, tracking: $tracking, freightPaid: $freightPaid) {
      id
    }
  }
`);
const compensate = graphql(`
  mutation Compensate($id: ID!, $version: Int!, $amount: Fen!, $reason: String!) {
    compensate(id: $id, version: $version, amount: $amount, reason: $reason) {
      id
    }
  }
`);
const appeal = graphql(`
  mutation AppealLiability($id: ID!, $version: Int!, $reason: String!) {
    appeal(id: $id, version: $version, reason: $reason) {
      id
    }
  }
`);
const answerAppeal = graphql(`
  mutation AnswerAppeal($id: ID!, $version: Int!, $liable: String, $reason: String!) {
    answerAppeal(id: $id, version: $version, liable: $liable, reason: $reason) {
      id
    }
  }
`);
const recordTracking = graphql(`
  mutation RecordTracking($shipmentId: ID!, $kind: String!, $at: Instant, $note: String) {
    recordTracking(shipmentId: $shipmentId, kind: $kind, at: $at, note: $note) {
      id
    }
  }
`);
const modify = graphql(`
  mutation ModifyOverruling($id: ID!, $version: Int!, $amount: Fen, $text: String, $overrule: String) {
    modify(id: $id, version: $version, amount: $amount, text: $text, overrule: $overrule) {
      id
    }
  }
`);
const escalate = graphql(`
  mutation EscalateOverruling($id: ID!, $version: Int!, $reason: String!, $overrule: String) {
    escalate(id: $id, version: $version, reason: $reason, overrule: $overrule) {
      id
    }
  }
`);
const changeLogistics = graphql(`
  mutation ChangeLogisticsOverruling(
    $id: ID!
    $version: Int!
    $carrier: String!
    $tracking: String!
    $freightPaid: Fen
    $overrule: String
  ) {
    changeLogistics(
      id: $id
      version: $version
      carrier: $carrier
      tracking: $tracking
      freightPaid: $freightPaid
      overrule: $overrule
    ) {
      id
    }
  }
`);
const changeIntent = graphql(`
  mutation ChangeIntentOverruling($id: ID!, $version: Int!, $overrule: String) {
    changeIntent(id: $id, version: $version, overrule: $overrule) {
      id
    }
  }
`);

export const refusedGoods = ['branch', 'turnedBack', 'notArrived'] as const;
type RefusedGoods = (typeof refusedGoods)[number];

/** What a dialog may ask for; amounts are fen, instants ISO 8601. */
export interface Inputs {
  readonly reason: string;
  readonly amount: number | null;
  /** What is proposed: the money alone where there is no choice. */
  readonly resolution: string;
  readonly carrier: string;
  readonly tracking: string;
  /** By the branch, for a parcel that goes out; null: not known. Undefined: typed, but no amount. */
  readonly freightPaid: number | null | undefined;
  /** Of the case, as scanned. */
  readonly code: string;
  /** Empty: as found before. */
  readonly liable: string;
  /** Where a refused parcel is; empty until somebody says. */
  readonly goods: RefusedGoods | '';
  /** The goods are asked for although the buyer could keep them; the words say why. */
  readonly wantsReturn: boolean;
  readonly to: string;
  readonly voucher: string;
  readonly until: string;
  readonly shipmentId: string;
  readonly kind: string;
  readonly at: TypedTime;
  /** Item by item, as far as somebody has looked. */
  readonly found: readonly Found[];
  /** A15: why a limit is gone against; empty where none stands in the way. */
  readonly overrule: string;
}

/** An item of the checklist as it was found. */
export interface Found {
  readonly item: string;
  readonly passed: boolean;
  readonly note: string;
}

export interface Target {
  readonly id: string;
  readonly version: number;
}

type Run = (target: Target, inputs: Inputs) => Promise<unknown>;

/** A verb whose document takes exactly these inputs. */
const verb =
  <Result, Variables>(document: Document<Result, Variables>, variables: (target: Target, inputs: Inputs) => Variables): Run =>
  (target, inputs) =>
    requestWith(document, variables(target, inputs));

const seen = ({ id, version }: Target) => ({ id, version });

/** The dialog lets nobody go on who has not chosen. */
function chosen<T extends string>(value: T | ''): T {
  if (value === '') throw new TypeError('nothing was chosen');
  return value;
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Nothing where nobody looked: an inspection is whole, or there is none. */
export const inspected = ({ found }: Pick<Inputs, 'found'>) => ({
  checklist: found.length === 0 ? null : found.map(({ note, ...each }) => ({ ...each, note: orNull(note.trim()) })),
});

/** A step that a limit of the rules may refuse, and the reason for going against it. */
const limited = (target: Target, { overrule }: Inputs) => ({ ...seen(target), overrule: orNull(overrule.trim()) });

const dispatched = (target: Target, { carrier, tracking, freightPaid = null }: Inputs) => ({
  ...seen(target),
  ...{ carrier, tracking, freightPaid },
});

/**
 * The verbs that people of the chain have on a case, each by its own mutation. The buyer's verbs come by his link; some of them are done for him
 * against a limit that keeps him from it (A15).
 */
export const verbs: Readonly<Record<string, Run>> = {
  approve: verb(approve, (target, { reason, wantsReturn }) => ({ ...seen(target), returnReason: wantsReturn ? reason : null })),
  reject: verb(reject, (target, { reason }) => ({ ...seen(target), reason })),
  askInfo: verb(askInfo, (target, inputs) => ({
    ...limited(target, inputs),
    question: inputs.reason,
    ...inspected(inputs),
  })),
  propose: verb(propose, (target, inputs) => ({
    ...limited(target, inputs),
    resolution: inputs.resolution,
    amount: inputs.amount ?? 0,
    note: inputs.reason,
    ...inspected(inputs),
  })),
  receive: verb(receive, (target, inputs) => ({ ...seen(target), inspection: orNull(inputs.reason), ...inspected(inputs) })),
  receiveAndDispatch: verb(receiveAndDispatch, (target, inputs) => ({
    ...dispatched(target, inputs),
    inspection: orNull(inputs.reason),
    ...inspected(inputs),
  })),
  dispatch: verb(dispatch, dispatched),
  outOfStock: verb(outOfStock, (target, inputs) => ({ ...limited(target, inputs), note: orNull(inputs.reason) })),
  correctLogistics: verb(correctLogistics, (target, { carrier, tracking }) => ({ ...seen(target), carrier, tracking })),
  registerDropIn: verb(registerDropIn, (_, inputs) => ({
    code: inputs.code,
    inspection: orNull(inputs.reason),
    ...inspected(inputs),
  })),
  refuseReceipt: verb(refuseReceipt, (target, inputs) => ({
    ...seen(target),
    reason: inputs.reason,
    goods: chosen(inputs.goods),
    ...inspected(inputs),
  })),
  reportLost: verb(reportLost, (target, { reason }) => ({ ...seen(target), reason })),
  shipBack: verb(shipBack, (target, { carrier, tracking }) => ({ ...seen(target), carrier, tracking })),
  verdict: verb(verdict, (target, { to, amount, liable, reason }) => ({
    ...seen(target),
    to: to as 'REFUNDING',
    amount: to === 'REFUNDING' ? amount : null,
    liable: orNull(liable),
    reason,
  })),
  retryPayout: verb(retryPayout, seen),
  manualVoucher: verb(manualVoucher, (target, { voucher }) => ({ ...seen(target), voucher })),
  extend: verb(extend, (target, { until, reason }) => ({ ...seen(target), until, reason })),
  issueLabel: verb(issueLabel, (target, { carrier, tracking, freightPaid }) => ({
    ...seen(target),
    ...{ carrier, tracking, freightPaid: freightPaid ?? 0 },
  })),
  compensate: verb(compensate, (target, { amount, reason }) => ({ ...seen(target), amount: amount ?? 0, reason })),
  appeal: verb(appeal, (target, { reason }) => ({ ...seen(target), reason })),
  answerAppeal: verb(answerAppeal, (target, { liable, reason }) => ({ ...seen(target), liable: orNull(liable), reason })),
  recordTracking: verb(recordTracking, (_, { shipmentId, kind, at, reason }) => ({
    shipmentId,
    kind,
    // Left empty it is now, by the clock of the API: whole minutes could lie before the parcel went out.
    at: at === '' ? null : at,
    note: orNull(reason),
  })),
  modify: verb(modify, (target, inputs) => ({
    ...limited(target, inputs),
    amount: inputs.amount,
    text: orNull(inputs.reason),
  })),
  escalate: verb(escalate, (target, inputs) => ({ ...limited(target, inputs), reason: inputs.reason })),
  changeLogistics: verb(changeLogistics, (target, inputs) => ({
    ...limited(target, inputs),
    carrier: inputs.carrier,
    tracking: inputs.tracking,
    freightPaid: inputs.freightPaid ?? null,
  })),
  changeIntent: verb(changeIntent, limited),
};

/** Verbs whose free text must not be empty. */
export const needsWords = new Set([
  'reject',
  'askInfo',
  'propose',
  'refuseReceipt',
  'reportLost',
  'verdict',
  'extend',
  'compensate',
  'appeal',
  'answerAppeal',
  'escalate',
]);
/** Verbs that may carry a remark. */
export const takesWords = new Set([
  ...needsWords,
  'receive',
  'receiveAndDispatch',
  'registerDropIn',
  'outOfStock',
  'recordTracking',
  'modify',
]);
/** Verbs that say no, or end something. */
export const isSevere = new Set(['reject', 'refuseReceipt']);
