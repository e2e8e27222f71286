import type { Amount } from './entry.js';
import { LedgerError } from './errors.js';
import type { BearerShare } from './events.js';
import { bearers } from './vocabulary.js';

/** Basis points of a whole. */
export const WHOLE_BPS = 10_000;

function assertWeights(weights: readonly number[]): void {
  if (weights.length === 0 || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new LedgerError('WEIGHTS_INVALID', `Weights are whole numbers from 0, at least one: ${weights.join(', ')}`);
  }
}

/** The first `count` places in line for a leftover unit: largest remainder first, ties to the earlier part. */
function nextInLine(remainders: readonly bigint[], count: number): Set<number> {
  const line = [...remainders.keys()].sort((a, b) => {
    const difference = (remainders[b] ?? 0n) - (remainders[a] ?? 0n);
    return difference === 0n ? a - b : Number(difference > 0n) - Number(difference < 0n);
  });
  return new Set(line.slice(0, count));
}

/**
 * Splits fen in proportion to weights by largest remainder, ties to the earlier part; the parts add up exactly. A negative
 * total splits as its positive does; weights that are all 0 count as equal. Integers of any size: products are exact.
 * @throws LedgerError AMOUNT_INVALID, WEIGHTS_INVALID
 */
export function split(total: Amount, weights: readonly number[]): Amount[] {
  if (!Number.isSafeInteger(total)) throw new LedgerError('AMOUNT_INVALID', `Not a whole amount: ${total}`);
  assertWeights(weights);
  const shares = weights.some((weight) => weight > 0) ? weights.map(BigInt) : weights.map(() => 1n);
  const whole = shares.reduce((sum, share) => sum + share, 0n);
  const products = shares.map((share) => BigInt(Math.abs(total)) * share);
  const floors = products.map((product) => Number(product / whole));
  const left = Math.abs(total) - floors.reduce((sum, floor) => sum + floor, 0);
  const raised = nextInLine(
    products.map((product) => product % whole),
    left,
  );
  const parts = floors.map((floor, index) => floor + (raised.has(index) ? 1 : 0));
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}

/**
 * Splits fen over bearers by basis points; ties go to HQ, branch, supplier, partner in that order. Answers in that order.
 * @throws LedgerError SHARES_INVALID where the shares are not 10000 together
 */
export function allocate(total: Amount, shares: readonly BearerShare[]): { share: BearerShare; amount: Amount }[] {
  const ordered = [...shares].sort((a, b) => bearers.indexOf(a.bearer) - bearers.indexOf(b.bearer));
  if (ordered.reduce((sum, share) => sum + share.bps, 0) !== WHOLE_BPS) {
    throw new LedgerError('SHARES_INVALID', `Shares add up to ${WHOLE_BPS} basis points`);
  }
  const amounts = split(
    total,
    ordered.map((share) => share.bps),
  );
  return ordered.map((share, index) => ({ share, amount: amounts[index] ?? 0 }));
}
