import { graphql } from '../../providers/graphql';
import { requestWith, type Document } from '../../providers/request';
import type { TypedTime } from '../../shared/TimeField';

const approve = graphql(`
  mutation Approve($id: ID!, $version: Int!) {
    approve(id: $id, version: $version) {
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
  mutation AskInfo($id: ID!, $version: Int!, $question: String!) {
    askInfo(id: $id, version: $version, question: $question) {
      id
    }
  }
`);
const propose = graphql(`
  mutation Propose($id: ID!, $version: Int!, $amount: Fen!, $note: String!) {
    propose(id: $id, version: $version, amount: $amount, note: $note) {
      id
    }
  }
`);
const receive = graphql(`
  mutation Receive($id: ID!, $version: Int!, $inspection: String) {
    receive(id: $id, version: $version, inspection: $inspection) {
      id
    }
  }
`);
const refuseReceipt = graphql(`
  mutation RefuseReceipt($id: ID!, $version: Int!, $reason: String!, $goodsHeld: Boolean!) {
    refuseReceipt(id: $id, version: $version, reason: $reason, goodsHeld: $goodsHeld) {
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
  mutation Verdict($id: ID!, $version: Int!, $to: CaseState!, $amount: Fen, $reason: String!) {
    verdict(id: $id, version: $version, to: $to, amount: $amount, reason: $reason) {
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
const recordTracking = graphql(`
  mutation RecordTracking($shipmentId: ID!, $kind: String!, $at: Instant, $note: String) {
    recordTracking(shipmentId: $shipmentId, kind: $kind, at: $at, note: $note) {
      id
    }
  }
`);

/** What a dialog may ask for; amounts are fen, instants ISO 8601. */
export interface Inputs {
  readonly reason: string;
  readonly amount: number | null;
  readonly carrier: string;
  readonly tracking: string;
  readonly goodsHeld: boolean;
  readonly to: string;
  readonly voucher: string;
  readonly until: string;
  readonly shipmentId: string;
  readonly kind: string;
  readonly at: TypedTime;
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

/** The verbs that people of the chain have on a case, each by its own mutation. The buyer's verbs come by his link. */
export const verbs: Readonly<Record<string, Run>> = {
  approve: verb(approve, seen),
  reject: verb(reject, (target, { reason }) => ({ ...seen(target), reason })),
  askInfo: verb(askInfo, (target, { reason }) => ({ ...seen(target), question: reason })),
  propose: verb(propose, (target, { amount, reason }) => ({ ...seen(target), amount: amount ?? 0, note: reason })),
  receive: verb(receive, (target, { reason }) => ({ ...seen(target), inspection: reason === '' ? null : reason })),
  refuseReceipt: verb(refuseReceipt, (target, { reason, goodsHeld }) => ({ ...seen(target), reason, goodsHeld })),
  reportLost: verb(reportLost, (target, { reason }) => ({ ...seen(target), reason })),
  shipBack: verb(shipBack, (target, { carrier, tracking }) => ({ ...seen(target), carrier, tracking })),
  verdict: verb(verdict, (target, { to, amount, reason }) => ({
    ...seen(target),
    to: to as 'REFUNDING',
    amount: to === 'REFUNDING' ? amount : null,
    reason,
  })),
  retryPayout: verb(retryPayout, seen),
  manualVoucher: verb(manualVoucher, (target, { voucher }) => ({ ...seen(target), voucher })),
  extend: verb(extend, (target, { until, reason }) => ({ ...seen(target), until, reason })),
  recordTracking: verb(recordTracking, (_, { shipmentId, kind, at, reason }) => ({
    shipmentId,
    kind,
    // Left empty it is now, by the clock of the API: whole minutes could lie before the parcel went out.
    at: at === '' ? null : at,
    note: reason === '' ? null : reason,
  })),
};

/** Verbs whose free text must not be empty. */
export const needsWords = new Set(['reject', 'askInfo', 'propose', 'refuseReceipt', 'reportLost', 'verdict', 'extend']);
/** Verbs that may carry a remark. */
export const takesWords = new Set([...needsWords, 'receive', 'recordTracking']);
/** Verbs that say no, or end something. */
export const isSevere = new Set(['reject', 'refuseReceipt']);
