import type { Account, Bearer, Cause, Component } from './vocabulary.js';

/** Integer minor units (fen); debit positive, credit negative. */
export type Amount = number;
/** An accounting month, `YYYY-MM`. */
export type Period = string;

/** One side of an entry, with every key that reports group by. The API adds the origin's ancestors as they are when it posts. */
export interface Line {
  readonly account: Account;
  readonly amount: Amount;
  readonly currency: string;
  readonly component: Component;
  /** The selling node. */
  readonly originNodeId: string;
  /** On expense lines who bears the cost, and as which node; null elsewhere. */
  readonly bearer: Bearer | null;
  readonly bearerNodeId: string | null;
  readonly reasonClass: string;
  readonly reason: string;
  readonly carrier: string | null;
  /** Null where it is an order's before any return. */
  readonly caseId: string | null;
  /** The amount rests on a share of the price: nobody has said what the goods cost. */
  readonly assumed: boolean;
}

/** What an entry says about itself; immutable once posted. */
export interface EntryHead {
  readonly cause: Cause;
  /** Null where the entry is a shipment's over several cases. */
  readonly caseId: string | null;
  readonly orderId: string | null;
  readonly shipmentId: string | null;
  readonly period: Period;
  /** The month of what it is posted for, where that is another than its own: the late entry of a closed month says so. */
  readonly causePeriod: Period | null;
  /** Same key, same entry: posting it twice posts it once. */
  readonly idempotencyKey: string;
  /** The version of the operation rules it was decided by, and the order's promise. */
  readonly policyVersion: string | null;
  readonly promiseHash: string | null;
  /** The idempotency key of the entry this one takes back, whole or a case's part of it. */
  readonly reverses: string | null;
}

export interface Entry extends EntryHead {
  readonly lines: readonly Line[];
}

/** What the caller knows of the moment and the decision an event is posted for. */
export interface PostingContext {
  readonly period: Period;
  /** The month in which what is posted happened, where it is known late; absent: that of the posting. */
  readonly causePeriod?: Period | null;
  readonly policyVersion: string | null;
  readonly promiseHash: string | null;
}
