import type { Amount, Entry, Line, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { GoodsLost, LostGoods } from './events.js';
import { entryOf, plainLine } from './posting.js';
import { split, WHOLE_BPS } from './split.js';

/** What goods cost, in fen: as far as their source says so, and what is assumed of the others. */
export interface GoodsLoss {
  readonly known: Amount;
  readonly assumed: Amount;
}

const isFen = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0;

function assertGoods({ lines, shareBps }: Pick<GoodsLost, 'lines' | 'shareBps'>): void {
  const fine = lines.every(({ price, quantity, unitCost }) => isFen(price) && isFen(quantity) && isFen(unitCost ?? 0));
  if (!fine) throw new LedgerError('AMOUNT_INVALID', 'Goods have whole prices, quantities and costs from 0');
  if (!isFen(shareBps) || shareBps > WHOLE_BPS) {
    throw new LedgerError('SHARES_INVALID', `A share has 0 to ${WHOLE_BPS} basis points: ${shareBps}`);
  }
}

const sum = (amounts: readonly Amount[]): Amount => amounts.reduce((total, amount) => total + amount, 0);

/**
 * M1: what goods that do not come back cost, in fen: the unit cost of each line times its quantity, never more than is given back for
 * it; of the lines without one, `shareBps` of what is given back for them together, the odd fen by largest remainder.
 * @throws LedgerError AMOUNT_INVALID, SHARES_INVALID
 */
export function goodsLoss({ lines, shareBps }: Pick<GoodsLost, 'lines' | 'shareBps'>): GoodsLoss {
  assertGoods({ lines, shareBps });
  const known = lines.map(({ price, quantity, unitCost }) => (unitCost === null ? 0 : Math.min(price, unitCost * quantity)));
  const unknown = sum(lines.map(({ price, unitCost }: LostGoods) => (unitCost === null ? price : 0)));
  const [assumed = 0] = split(unknown, [shareBps, WHOLE_BPS - shareBps]);
  return { known: sum(known), assumed };
}

/**
 * M1: goods that do not come back, though they were paid back or sent again: a cost of the bearer that the liability names, against
 * returned sales, which are no cost. What is assumed stands in lines of its own, marked so. Once per `posting` of a case; taken back by
 * `reverse` where the goods turn up, or where somebody else is liable. Null where nothing is lost.
 * @throws LedgerError AMOUNT_INVALID, SHARES_INVALID
 */
export function goodsLost(event: GoodsLost, context: PostingContext): Entry | null {
  const { caseId, orderId, shipmentId, carrier, bearer, bearerNodeId, posting } = event;
  const { known, assumed } = goodsLoss(event);
  const lines = [...sides(known, false), ...sides(assumed, true)];
  if (lines.length === 0) return null;
  const key = `goodsLost:${caseId}${posting === 0 ? '' : `:${posting}`}`;
  return entryOf({ cause: 'goodsLost', idempotencyKey: key, caseId, orderId, shipmentId }, lines, context);

  function sides(amount: Amount, isAssumed: boolean): Line[] {
    if (amount === 0) return [];
    const lost = plainLine(event, 'expense', { amount, component: 'goods-loss', carrier });
    const returned = plainLine(event, 'returnedSales', { amount: -amount, component: 'refund' });
    return [
      { ...lost, bearer, bearerNodeId, assumed: isAssumed },
      { ...returned, assumed: isAssumed },
    ];
  }
}
