import type { CaseFacts } from './facts.js';

/** The goods still have to be sent: they are with the buyer, or on their way back to the buyer. */
export const goodsToBeSent = ({ goodsHeldBy }: Pick<CaseFacts, 'goodsHeldBy'>): boolean =>
  goodsHeldBy === 'buyer' || goodsHeldBy === 'carrierToBuyer';
