import type { Amount } from './entry.js';
import type { Bearer, ClaimParty } from './vocabulary.js';

/** A unit that bears a cost, and in which role. */
export interface BearerUnit {
  readonly bearer: Bearer;
  readonly nodeId: string;
}

/** One of several units that bear a share between them, in proportion to their weights: whole numbers from 0. */
export interface BearerPart extends BearerUnit {
  readonly weight: number;
}

/** Who bears what share, in basis points that sum to 10000: a unit alone, or several between them. */
export type BearerShare =
  | (BearerUnit & { readonly bps: number })
  | { readonly bearer: Bearer; readonly bps: number; readonly between: readonly BearerPart[] };

/** The case an amount belongs to. */
export interface CaseRef {
  readonly caseId: string;
  readonly orderId: string;
  readonly originNodeId: string;
  readonly reasonClass: string;
  readonly reason: string;
  readonly currency: string;
}

/** How one freight amount falls apart, in fen: `subsidy + fault + overCap + buyer` is the freight. */
export interface FreightParts {
  readonly subsidy: Amount;
  readonly fault: Amount;
  readonly overCap: Amount;
  /** Stays with the buyer: no cost of ours, in no book. */
  readonly buyer: Amount;
}

/** One case's part of a return shipment. The branch bears fault and over-cap; `bearers` share the subsidy. */
export interface ShipmentCase extends CaseRef {
  readonly parts: FreightParts;
  readonly bearers: readonly BearerShare[];
  /** A premium was paid for its order: the subsidy is claimed of the insurer. */
  readonly insured: boolean;
}

/** S3: a paid order that free returns cover, with the premium for it in fen, above 0. */
export interface OrderCovered {
  readonly orderId: string;
  readonly originNodeId: string;
  readonly currency: string;
  readonly amount: Amount;
  readonly bearers: readonly BearerShare[];
}

/** A return parcel went out: its freight is owed to the carrier. */
export interface ReturnShipped {
  readonly shipmentId: string;
  readonly carrier: string;
  readonly cases: readonly ShipmentCase[];
}

/** The buyer paid that carrier first: what was owed to the carrier is owed to the buyer. */
export type BuyerReimbursed = ReturnShipped;

/** Goods went out to the buyer of a case, at the branch's cost. */
export interface ReplacementShipped extends CaseAmount {
  readonly shipmentId: string;
  readonly carrier: string;
}

/** Money decided or moved for one case, in fen, above 0. */
export interface CaseAmount extends CaseRef {
  readonly amount: Amount;
}

/** Money for what went wrong, beside any refund; `grant` tells those of one case apart. */
export interface Compensation extends CaseAmount {
  readonly grant: string;
}

/** One line of goods that do not come back. */
export interface LostGoods {
  /** What is given back for it, or was paid for what is sent again; fen. */
  readonly price: Amount;
  readonly quantity: number;
  /** What one cost, in fen; null: nobody has said. */
  readonly unitCost: Amount | null;
}

/** Goods of a case that do not come back: lost on the way, or left with the buyer. */
export interface GoodsLost extends CaseRef {
  readonly lines: readonly LostGoods[];
  /** Of the price, where the unit cost is not known; basis points. */
  readonly shareBps: number;
  readonly bearer: Bearer;
  /** Null where the bearer is no unit that is known. */
  readonly bearerNodeId: string | null;
  /** The parcel that they were lost in; null: none, or one that is not on record. */
  readonly shipmentId: string | null;
  readonly carrier: string | null;
  /** How many entries of the case's lost goods there were before: tells them apart. */
  readonly posting: number;
}

/** A part of what is claimed, to the good of who bears what it is for; fen, above 0. */
export interface ClaimShare {
  readonly bearer: Bearer;
  readonly bearerNodeId: string | null;
  readonly amount: Amount;
}

/** A carrier has lost the goods of a case; `claim` tells what is claimed of it apart from what was claimed before. */
export interface CarrierClaim extends CaseRef {
  readonly shipmentId: string;
  readonly carrier: string;
  readonly shares: readonly ClaimShare[];
  readonly claim: string;
}

/** Somebody claims an amount for a case, in fen; `borne`: what its expense lines add up to for each bearer; `claim` tells it apart. */
export interface ClaimByHand extends CaseRef {
  readonly party: Exclude<ClaimParty, 'insurer'>;
  /** The name of a carrier; null: it is none. */
  readonly carrier: string | null;
  readonly amount: Amount;
  readonly borne: readonly ClaimShare[];
  readonly claim: string;
}

/** What is claimed of somebody for a case, as it stands before it is settled. */
export interface Claim extends CaseRef {
  readonly shipmentId: string | null;
  readonly party: ClaimParty;
  /** The name of a carrier; null: it is none. */
  readonly carrier: string | null;
  /** What of it is neither recovered nor written off, in fen. */
  readonly left: Amount;
}

/** Money for a claim came in: `amount` in fen, above 0 and at most `left`; `receipt` tells those of one claim apart. */
export interface ClaimRecovered extends Claim {
  readonly amount: Amount;
  readonly receipt: string;
}

/** A claim was refused: `bearer`, as that node, bears what is left; `refusal` tells those of one claim apart. */
export interface ClaimRefused extends Claim {
  readonly refusal: string;
  readonly bearer: Bearer;
  readonly bearerNodeId: string;
}

/** A payout: the refund, and the return freight the buyer is reimbursed with it. */
export interface Payout extends CaseAmount {
  readonly freight: FreightParts | null;
}

/** What one case of a shipment brings to the split of its freight. */
export interface FreightShare {
  readonly caseId: string;
  /** The weight: what the case's goods are worth, in fen. */
  readonly value: Amount;
  /** The promise's cap or flat amount for a whole shipment; null: no subsidy (off, suspended, or not covered). */
  readonly limit: Amount | null;
  readonly payer: 'buyer' | 'merchant' | 'shared';
  /** The merchant's share where `payer` is shared. */
  readonly merchantBps: number;
}

export interface CaseFreight extends FreightParts {
  readonly caseId: string;
  /** The case's part of the shipment's freight. */
  readonly freight: Amount;
}
