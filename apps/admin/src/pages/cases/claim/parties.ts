import type { ClaimPreview } from './documents';

/** Of whom it may be claimed. */
export interface Party {
  readonly kind: 'carrier' | 'supplier';
  readonly id: string;
  readonly name: string;
  /** The goods of the case came from it. */
  readonly isOwn: boolean;
}

/** Those the case has to do with first; a supplier that its goods came from before a carrier. */
export function partiesOf({ carriers, ownSuppliers, otherSuppliers }: ClaimPreview): Party[] {
  const supplier = (isOwn: boolean) => (unit: { id: string; name: string }) => ({ kind: 'supplier', ...unit, isOwn }) as const;
  return [
    ...ownSuppliers.map(supplier(true)),
    ...otherSuppliers.map(supplier(false)),
    ...carriers.map((name) => ({ kind: 'carrier', id: name, name, isOwn: false }) as const),
  ];
}

/** Known from the order; else nobody can say for whoever claims. */
export const suggested = (parties: readonly Party[]): Party | null => parties.find(({ isOwn }) => isOwn) ?? null;
