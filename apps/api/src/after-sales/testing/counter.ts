import type { Loose } from '../../testing/client.js';
import { DAY, does, forAll, seen, type Caller, type Desk, type Sale, type SoldOrder } from './desk.js';

/** Fresh cases of one shop, each played up to a step; the buyer is that of the latest. */
export function counterOf(desk: () => Desk) {
  let sold: SoldOrder;
  const buyer = (): Promise<Caller> => desk().buyer(sold);
  const clerk = (): Caller => desk().as('clerk1@example.com');

  /** Of an order that was delivered yesterday, unless the sale says otherwise. */
  const toApplied = async (more: object = {}, sale: Sale = {}): Promise<Loose> => {
    sold = await desk().sell(sale);
    desk().pass(4 * DAY);
    return does(await buyer(), 'apply', forAll(sold, more));
  };
  const toApproved = async (more: object = {}): Promise<Loose> => does(clerk(), 'approve', seen(await toApplied(more)));
  const toShipped = async (more: object = {}): Promise<Loose> => {
    const it = await toApproved(more);
    return does(await buyer(), 'ship', { ...seen(it), carrier: '中通', tracking: `ZT${it.code}`, freightPaid: 1_000 });
  };
  const toDisputed = async (): Promise<Loose> => {
    const rejected = await does(clerk(), 'reject', { ...seen(await toApplied()), reason: '吊牌已拆' });
    return does(await buyer(), 'escalate', { ...seen(rejected), reason: '吊牌完好，有照片' });
  };
  /** An exchange, a reship or a repair whose parcel to the buyer is owed. */
  const toOwed = async (type: 'EX' | 'RS' | 'RP'): Promise<Loose> => {
    if (type === 'RS') return toApproved({ type, reason: 'missingItem' });
    return does(clerk(), 'receive', seen(await toShipped({ type, reason: 'sizeMismatch' })));
  };
  const toDispatched = async (type: 'EX' | 'RS' | 'RP'): Promise<Loose> => {
    const owed = await toOwed(type);
    return does(clerk(), 'dispatch', { ...seen(owed), carrier: '顺丰', tracking: `SF${owed.code}`, freightPaid: 900 });
  };
  return { buyer, clerk, toOwed, toDispatched, toApplied, toApproved, toShipped, toDisputed };
}
