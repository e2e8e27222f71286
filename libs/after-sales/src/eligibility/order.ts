import type { Channel } from '@headwater/policy';
import type { Fen, Instant } from '../facts.js';
import type { OrderStage } from '../reasons.js';

export interface OrderLineFacts {
  readonly lineId: string;
  /** As its source names it; null: none. */
  readonly category: string | null;
  /** The buyer confirmed at purchase that these goods are not returned without a reason; absent: he did not. */
  readonly noReasonExcludedConfirmed?: boolean;
  readonly sold: number;
  readonly refunded: number;
  readonly inOpenCases: number;
  /** Applications made so far; modifications are none. */
  readonly applications: number;
  /** When the buyer got another one in exchange, the latest of them; null: never. */
  readonly replacedAt: Instant | null;
  /** Paid for the line less what was refunded or is claimed in open cases, in fen. */
  readonly refundable: Fen;
}

/** An order as eligibility sees it. */
export interface OrderFacts {
  readonly channel: Channel;
  readonly paidAt: Instant | null;
  readonly cancelledAt: Instant | null;
  /** Why it was cancelled, as recorded. */
  readonly cancelReason: string | null;
  readonly shippedAt: Instant | null;
  readonly receivedAt: Instant | null;
  /** Null: receipt completes it. */
  readonly completedAt: Instant | null;
  /** IANA name, of the selling branch. */
  readonly timeZone: string;
  /** The selling branch's name, and when somebody there last logged a contact with the buyer about it; absent: nobody did. */
  readonly contact?: { readonly branch: string; readonly at: Instant | null };
  readonly lines: readonly OrderLineFacts[];
}

/** What is applied for, as it comes in: type and reason are checked, not trusted. */
export interface Application {
  readonly by: 'buyer' | 'branch';
  /** A `CaseType`. */
  readonly type: string;
  readonly reason: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  /** In fen; null: all that can be refunded for these lines. */
  readonly amount: Fen | null;
  /** How many photos of the goods come with it; absent: none. */
  readonly photos?: number;
  /** And how many of the invoice. */
  readonly invoicePhotos?: number;
  /** Staff log a contact with it; absent: they do not. */
  readonly withContact?: boolean;
}

export const stageOf = ({ shippedAt, receivedAt }: OrderFacts): OrderStage => {
  if (receivedAt !== null) return 'received';
  return shippedAt === null ? 'unshipped' : 'underWay';
};

export const quantityLeft = ({ sold, refunded, inOpenCases }: OrderLineFacts): number => sold - refunded - inOpenCases;

/** What may be refunded for some pieces of a line, in fen: rounded down, so that the last piece takes the rest. */
export function refundableFor(line: OrderLineFacts, quantity: number): Fen {
  const left = quantityLeft(line);
  if (left <= 0 || quantity <= 0 || !Number.isSafeInteger(quantity)) return 0;
  return quantity >= left ? line.refundable : Number((BigInt(line.refundable) * BigInt(quantity)) / BigInt(left));
}
