import {
  decideFreightPayer,
  faultOf,
  subsidyLimit,
  type FreightPayerDecision,
  type Liability,
  type SubsidySpent,
} from '@headwater/after-sales';
import {
  sharesOver,
  splitFreight,
  type BearerShare,
  type BearerUnits,
  type FreightParts,
  type FreightShare,
} from '@headwater/ledger';
import {
  bearerShares,
  subsidyCovers,
  type Channel,
  type FreightPayerTable,
  type PromiseContent,
  type ReasonClass,
} from '@headwater/policy';
import { soldGoods } from '../orders/sold-goods.js';

/** A line of a case as freight rules see it; amounts in fen. */
export interface FreightLine {
  readonly category: string | null;
  readonly unitPrice: number;
  /** What the case's pieces of it are worth. */
  readonly value: number;
  /** S4: null: none is known. */
  readonly supplier: string | null;
  readonly campaigns: readonly string[] | null;
}

interface Fault {
  readonly reasonClass: ReasonClass;
  readonly liability: Liability | null;
}

/** Who pays the return freight of a case. Its lines may be of several categories: then the answer kindest to the buyer holds. */
export function freightDecision(lines: readonly FreightLine[], fault: Fault, table: FreightPayerTable): FreightPayerDecision {
  const amount = lines.reduce((sum, { value }) => sum + value, 0);
  const categories = [...new Set(lines.map(({ category }) => category))];
  const [first, ...others] = categories.map((category) => decideFreightPayer({ ...fault, category, amount }, table));
  const start = first ?? decideFreightPayer({ ...fault, category: null, amount }, table);
  return others.reduce((kindest, each) => (each.merchantBps > kindest.merchantBps ? each : kindest), start);
}

type Subsidy = PromiseContent<'returnShippingSubsidy'>;

/** One case in a parcel. */
export interface FreightCase {
  readonly caseId: string;
  readonly payer: FreightShare['payer'];
  readonly merchantBps: number;
  readonly channel: Channel;
  readonly lines: readonly FreightLine[];
  /** Null: the order was never paid. */
  readonly subsidy: Subsidy | null;
  readonly reasonClass: ReasonClass;
  /** What other parcels have used up of the order's or the buyer's subsidies. */
  readonly spent: SubsidySpent | null;
}

/** What decides whether free returns pay for goods of a case. */
type Covered = Pick<FreightCase, 'subsidy' | 'channel' | 'reasonClass' | 'spent'>;

function limitFor({ subsidy, channel, reasonClass, spent }: Covered, line: FreightLine): number | null {
  if (subsidy === null) return null;
  const { values, suspended } = subsidy;
  const { covered } = subsidyCovers(values, soldGoods(line, channel));
  const reason = values.reasons.includes(reasonClass);
  return subsidyLimit({ on: values.enabled && !suspended, covered, mode: values.mode, reason, spent }).limit;
}

/** The flat sums promised for what free returns cover of a case; null where another mode pays for any of it, or nothing does. */
function flatSums(freightCase: FreightCase): number[] | null {
  const limits = freightCase.lines.map((line) => limitFor(freightCase, line)).filter((limit) => limit !== null);
  return limits.length > 0 && freightCase.subsidy?.values.mode.kind === 'selfShip' ? limits : null;
}

/**
 * S2: the freight that counts for a parcel, in fen; null while it is not known. A flat sum is paid for the tracking number,
 * whatever the parcel cost: where all that it carries was promised one, the freight counts as no less.
 */
export function countedFreight(paid: number | null, cases: readonly FreightCase[]): number | null {
  const flat = cases.map(flatSums);
  return flat.every((sums) => sums !== null) ? Math.max(paid ?? 0, ...flat.flat()) : paid;
}

/** What free returns cover of a parcel's freight at most, in fen; null where they cover nothing of the case. */
export function coveredAtMost(freightCase: Covered & Pick<FreightCase, 'lines'>): number | null {
  const limits = new Set(freightCase.lines.map((line) => limitFor(freightCase, line)).filter((limit) => limit !== null));
  return limits.size === 0 ? null : [...limits].reduce((sum, limit) => sum + limit, 0);
}

/** Covered lines and others of one case are two shares of the freight: the subsidy pays for what it covers. */
function sharesOf(freightCase: FreightCase): FreightShare[] {
  const { caseId, payer, merchantBps, lines } = freightCase;
  const byLimit = new Map<number | null, number>();
  for (const line of lines) {
    const limit = limitFor(freightCase, line);
    byLimit.set(limit, (byLimit.get(limit) ?? 0) + line.value);
  }
  return [...byLimit].map(([limit, value]) => ({ caseId, value, limit, payer, merchantBps }));
}

export const nothing: FreightParts = { subsidy: 0, fault: 0, overCap: 0, buyer: 0 };

export const addParts = (a: FreightParts, b: FreightParts): FreightParts => ({
  subsidy: a.subsidy + b.subsidy,
  fault: a.fault + b.fault,
  overCap: a.overCap + b.overCap,
  buyer: a.buyer + b.buyer,
});

/** What of a freight is ours, and so the buyer's to get back where he paid it; fen. */
export const ours = ({ subsidy, fault, overCap }: FreightParts): number => subsidy + fault + overCap;

/** A8: the freight of a parcel (fen) split over its cases by value, each case's part by its own promise. */
export function splitParcel(freight: number, cases: readonly FreightCase[]): Map<string, FreightParts> {
  const parts = new Map<string, FreightParts>();
  for (const { caseId, subsidy, fault, overCap, buyer } of splitFreight(freight, cases.flatMap(sharesOf))) {
    parts.set(caseId, addParts(parts.get(caseId) ?? nothing, { subsidy, fault, overCap, buyer }));
  }
  return parts;
}

/**
 * S4: who bears the subsidy of a case, as promised at payment: suppliers by what the goods are worth that it covers.
 * @param fault whose it is, as judged by now
 */
export function subsidyBearers(freightCase: FreightCase, fault: Fault, units: Omit<BearerUnits, 'goods'>): BearerShare[] {
  const { subsidy, lines } = freightCase;
  if (subsidy === null) return [{ bearer: 'HQ', nodeId: units.HQ, bps: 10_000 }];
  const { bearers } = subsidy.values;
  const { shares } = bearerShares(bearers, fault.reasonClass, faultOf(fault.reasonClass, fault.liability));
  const goods = lines.filter((line) => limitFor(freightCase, line) !== null);
  return sharesOver({ shares, fallback: bearers.fallback }, { ...units, goods });
}
