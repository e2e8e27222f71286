import type { Mode } from '@headwater/policy';
import type { Fen } from '../facts.js';
import type { TraceEntry } from '../result.js';

/** The subsidy an order was promised at payment, for one line. */
export interface PromisedSubsidy {
  /** Enabled and not suspended. */
  readonly on: boolean;
  /** The scope covers the line. */
  readonly covered: boolean;
  readonly mode: Mode;
  /** The reason is one of those that are subsidised. */
  readonly reason: boolean;
  /** What is used up already: the order's one parcel, or the buyer's count; null: nothing. */
  readonly spent: SubsidySpent | null;
}

export type SubsidySpent = 'order' | 'buyer';

export interface SubsidyLimit {
  /** The most it pays for one shipment, in fen: the cap, or the flat amount; null: nothing was promised. */
  readonly limit: Fen | null;
  readonly trace: readonly TraceEntry[];
}

/** S1, S2, P6: up to what the promised subsidy pays; beyond its limits as if there were none. The ledger's `freightParts` and `splitFreight` take the limit. */
export function subsidyLimit({ on, covered, mode, reason, spent }: PromisedSubsidy): SubsidyLimit {
  const amount = mode.kind === 'selfShip' ? mode.flat : mode.cap;
  const limit = on && covered && reason && spent === null ? amount : null;
  const facts = { on, covered, reason, spent, mode: mode.kind, amount };
  const trace = [{ rule: 'returnShippingSubsidy', passes: limit !== null, facts }];
  return { limit, trace };
}
