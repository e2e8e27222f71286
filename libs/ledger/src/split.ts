import type { Amount } from './entry.js';
import { LedgerError } from './errors.js';
import type { BearerShare, BearerUnit } from './events.js';
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

/** What a unit bears of an amount, in fen. */
export interface Borne extends BearerUnit {
  readonly amount: Amount;
}

function borneOf(share: BearerShare, amount: Amount): Borne[] {
  if (!('between' in share)) return [{ bearer: share.bearer, nodeId: share.nodeId, amount }];
  const amounts = split(
    amount,
    share.between.map(({ weight }) => weight),
  );
  return share.between.map(({ bearer, nodeId }, index) => ({ bearer, nodeId, amount: amounts[index] ?? 0 }));
}

/** One sum for each unit and role, in the order of bearers. */
function summed(parts: readonly Borne[]): Borne[] {
  const sums = new Map<string, Borne>();
  for (const part of parts) {
    const key = `${part.bearer} ${part.nodeId}`;
    sums.set(key, { ...part, amount: (sums.get(key)?.amount ?? 0) + part.amount });
  }
  return [...sums.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = ({ bearer }: Pick<BearerUnit, 'bearer'>): number => bearers.indexOf(bearer);

/**
 * S4: splits fen over bearers by basis points, and what several units bear between them by their weights, each by largest remainder; ties
 * go to HQ, branch, supplier, partner in that order, and to the earlier unit. Answers in that order, each unit once in each role.
 * @throws LedgerError SHARES_INVALID where the shares are not 10000 together, WEIGHTS_INVALID
 */
export function allocate(total: Amount, shares: readonly BearerShare[]): Borne[] {
  const ordered = [...shares].sort((a, b) => placeOf(a) - placeOf(b));
  if (ordered.reduce((sum, share) => sum + share.bps, 0) !== WHOLE_BPS) {
    throw new LedgerError('SHARES_INVALID', `Shares add up to ${WHOLE_BPS} basis points`);
  }
  const amounts = split(
    total,
    ordered.map((share) => share.bps),
  );
  return summed(ordered.flatMap((share, index) => borneOf(share, amounts[index] ?? 0)));
}
