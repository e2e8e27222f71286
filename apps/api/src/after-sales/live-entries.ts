import { claimByHandOf, type Cause, type Entry } from '@headwater/ledger';

/** What a refused claim wrote off goes back with the claim; what was recovered has come in, whatever is claimed now. */
const ofFreight: ReadonlySet<Cause> = new Set<Cause>([
  'returnShipped',
  'buyerReimbursed',
  'claimOpened',
  'claimRefused',
  'replacementShipped',
]);

/** Those that stand: neither taken back, nor the taking back itself. */
function standing(entries: readonly Entry[]): Entry[] {
  const takenBack = new Set(entries.filter(({ cause }) => cause === 'reversal').map(({ reverses }) => reverses));
  return entries.filter(({ idempotencyKey }) => !takenBack.has(idempotencyKey));
}

/** A claim by hand is none's: it stands until somebody withdraws it. */
const isOfStep = (entry: Entry): boolean => claimByHandOf(entry) === null;

/** What is claimed of a carrier is for goods that it lost, whatever becomes of their freight. */
const isOfCarrier = ({ lines }: Entry): boolean => lines.some(({ account }) => account === 'carrierReceivable');

/** The entries of a shipment's freight that stand. */
export const live = (entries: readonly Entry[]): Entry[] =>
  standing(entries).filter((entry) => ofFreight.has(entry.cause) && !isOfCarrier(entry) && isOfStep(entry));

/** The entries of a case's lost goods that stand: the loss, what is claimed of their carrier, and what a refusal of that wrote off. */
export const liveOfGoods = (entries: readonly Entry[]): Entry[] =>
  standing(entries).filter(
    (entry) =>
      entry.cause === 'goodsLost' ||
      (isOfCarrier(entry) && isOfStep(entry) && (entry.cause === 'claimOpened' || entry.cause === 'claimRefused')),
  );
