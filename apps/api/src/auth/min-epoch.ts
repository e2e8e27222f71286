import type { FastifyRequest } from 'fastify';
import { BadInput } from '../common/errors.js';

/** Says of any request that it must not be answered from before this epoch: what a client sends after a write, whichever process it reaches. */
export const MIN_EPOCH_HEADER = 'x-min-epoch';

/** The epoch that a request asks for, null where it asks for none. @throws BadInput for what is no epoch */
export function minEpochOf({ headers }: FastifyRequest): number | null {
  const text = headers[MIN_EPOCH_HEADER];
  if (text === undefined) return null;
  if (typeof text !== 'string' || !/^\d{1,15}$/u.test(text)) throw new BadInput(MIN_EPOCH_HEADER, 'An epoch is a whole number.');
  return Number(text);
}
