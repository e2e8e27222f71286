import type { Entry } from '@headwater/ledger';

/** The entries of a shipment's freight that stand: neither taken back, nor the taking back itself. */
export function live(entries: readonly Entry[]): Entry[] {
  const takenBack = new Set(entries.filter(({ cause }) => cause === 'reversal').map(({ reverses }) => reverses));
  const isFreight = ({ cause }: Entry) => cause === 'returnShipped' || cause === 'buyerReimbursed';
  return entries.filter((entry) => isFreight(entry) && !takenBack.has(entry.idempotencyKey));
}
