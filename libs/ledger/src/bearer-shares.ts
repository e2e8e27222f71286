import type { Amount } from './entry.js';
import type { BearerPart, BearerShare } from './events.js';
import { bearers, type Bearer, type FallbackBearer } from './vocabulary.js';

/** S4: what a policy states, in basis points that sum to 10000; absent: nothing. */
export interface StatedShares {
  readonly shares: Readonly<Partial<Record<Bearer, number>>>;
  /** Bears the share of a supplier or a partner where there is none. */
  readonly fallback: FallbackBearer;
}

/** Goods that a share is about: what they are worth in fen, and the unit that supplied them; null: nobody knows of any. */
export interface SuppliedGoods {
  readonly supplier: string | null;
  readonly value: Amount;
}

/** Who stands for each bearer of an order. */
export interface BearerUnits {
  readonly HQ: string;
  readonly branch: string;
  /** The nearest partner above the branch; null: there is none. */
  readonly partner: string | null;
  readonly goods: readonly SuppliedGoods[];
}

type Instead = Omit<BearerPart, 'weight'>;

/**
 * S4: the units that bear what a policy states. Suppliers bear their share by what the goods of each are worth; what has no supplier, or no
 * partner, falls to the stated fallback, so that nothing is lost.
 */
export function sharesOver({ shares, fallback }: StatedShares, units: BearerUnits): BearerShare[] {
  const instead: Instead = { bearer: fallback, nodeId: units[fallback] };
  return bearers
    .map((bearer) => ({ bearer, bps: shares[bearer] ?? 0 }))
    .filter(({ bps }) => bps > 0)
    .map((share): BearerShare => {
      if (share.bearer === 'supplier') return { ...share, between: suppliersOf(units.goods, instead) };
      const nodeId = units[share.bearer];
      return nodeId === null ? { ...share, between: [{ ...instead, weight: 1 }] } : { ...share, nodeId };
    });
}

/** Each supplier once, by the worth of all that it supplied. */
function suppliersOf(goods: readonly SuppliedGoods[], instead: Instead): BearerPart[] {
  if (goods.length === 0) return [{ ...instead, weight: 1 }];
  const worth = new Map<string | null, Amount>();
  for (const { supplier, value } of goods) worth.set(supplier, (worth.get(supplier) ?? 0) + value);
  return [...worth].map(([supplier, weight]) =>
    supplier === null ? { ...instead, weight } : { bearer: 'supplier', nodeId: supplier, weight },
  );
}
