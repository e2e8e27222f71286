import type { Cause, Entry } from '@headwater/ledger';

/** What a refused claim wrote off goes back with the claim; what was recovered has come in, whatever is claimed now. */
const ofFreight: ReadonlySet<Cause> = new Set<Cause>([
  'returnShipped',
  'buyerReimbursed',
  'claimOpened',
  'claimRefused',
  'replacementShipped',
]);

/** The entries of a shipment's freight that stand: neither taken back, nor the taking back itself. */
export function live(entries: readonly Entry[]): Entry[] {
  const takenBack = new Set(entries.filter(({ cause }) => cause === 'reversal').map(({ reverses }) => reverses));
  return entries.filter((entry) => ofFreight.has(entry.cause) && !takenBack.has(entry.idempotencyKey));
}
