/** Accounts of the books. Debits are positive, credits negative. */
export const accounts = [
  'expense',
  'returnedSales',
  'carrierPayable',
  'insurerPayable',
  'buyerPayable',
  'supplierReceivable',
  'carrierReceivable',
  'insurerReceivable',
  'buyerReceivable',
  'cashClearing',
] as const;
export type Account = (typeof accounts)[number];

export const components = [
  'freight-subsidy',
  'freight-fault',
  'freight-over-cap',
  'premium',
  'goods-loss',
  'compensation',
  'recovery',
  'goods-recovery',
  'refund',
] as const;
export type Component = (typeof components)[number];

/** The three components return freight is made of. */
export const freightComponents = ['freight-subsidy', 'freight-fault', 'freight-over-cap'] as const satisfies readonly Component[];
export type FreightComponent = (typeof freightComponents)[number];

/** Who bears a cost; the order breaks ties when amounts are split. */
export const bearers = ['HQ', 'branch', 'supplier', 'partner'] as const;
export type Bearer = (typeof bearers)[number];

/** Who bears what nobody else does. */
export type FallbackBearer = Extract<Bearer, 'HQ' | 'branch'>;

/** Of whom something is claimed. */
export const claimParties = ['insurer', 'carrier', 'supplier'] as const;
export type ClaimParty = (typeof claimParties)[number];

/** The events that post; one rule each. */
export const causes = [
  'orderCovered',
  'claimOpened',
  'claimRecovered',
  'claimRefused',
  'returnShipped',
  'buyerReimbursed',
  'returnAbandoned',
  'billed',
  'replacementShipped',
  'refundDecided',
  'deduction',
  'goodsLost',
  'refundPaid',
  'manualVoucher',
  'compensated',
  'compensationPaid',
  'reversal',
] as const;
export type Cause = (typeof causes)[number];
