import { reasonOf, windowsFor, type ServiceWindow } from '@headwater/after-sales';
import type { KindKey, PromiseContent } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { PromiseService } from '../policies/promise.service.js';
import { TreeService } from '../tree/tree.service.js';
import { orderFacts } from './order-facts.js';
import type { SalesOrder } from './order.entity.js';
import type { OrderPromiseView, OrderWindowView } from './order.view.js';

/** One reason of each kind of right: what a change of mind opens, and what a fault does. */
const tellingReasons = ['changedMind', 'manufacturingDefect'] as const;

/** What an order was promised at payment. */
@Injectable()
export class OrderPromiseService {
  constructor(
    @Inject(PromiseService) private readonly promises: PromiseService,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async promisesOf(order: SalesOrder): Promise<OrderPromiseView[]> {
    const hashes = [order.subsidyPromise, order.rulesPromise].filter((hash) => hash !== null);
    const contents = await Promise.all(hashes.map(async (hash) => ({ hash, content: await this.promises.read(hash) })));
    return contents.map(({ hash, content: { kind, values, suspended } }) => ({
      kind,
      hash,
      values,
      suspended,
      at: order.paidAt ?? order.placedAt,
    }));
  }

  /** The promise of one kind; null for an order that was never paid. */
  async read<K extends KindKey>(kind: K, hash: string | null): Promise<PromiseContent<K> | null> {
    if (hash === null) return null;
    const content = await this.promises.read(hash);
    if (content.kind !== kind) throw new TypeError(`promise ${hash} is one of ${content.kind}, not of ${kind}`);
    return content as unknown as PromiseContent<K>;
  }

  /** A4: the windows in which the buyer may apply, with their ends once they have begun. */
  async windowsOf(order: SalesOrder): Promise<OrderWindowView[]> {
    const promise = await this.read('afterSalesRules', order.rulesPromise);
    if (!promise) return [];
    const facts = orderFacts(order, [], this.tree.snapshot.require(order.nodeId).timeZone);
    const begun = tellingReasons.flatMap((reason) => windowsFor(facts, reasonOf(reason), promise.values, this.clock.now()));
    if (begun.length > 0) return unique(begun).map(({ key, days, until, open }) => ({ key, days, endsAt: until, open }));
    const keys = [order.channel === 'inStore' ? 'inStoreDays' : 'noReasonDays', 'qualityDays', 'selfServiceDays'] as const;
    return keys.map((key) => ({ key, days: promise.values[key], endsAt: null, open: false }));
  }
}

const unique = (windows: readonly ServiceWindow[]): ServiceWindow[] => [
  ...new Map(windows.map((each) => [each.key, each])).values(),
];
