import { reasonOf, windowDays, windowsFor, withNoReasonRight, type ServiceWindow } from '@headwater/after-sales';
import type { KindKey, PromiseContent } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { PromiseService } from '../policies/promise.service.js';
import { TreeService } from '../tree/tree.service.js';
import { orderFacts } from './order-facts.js';
import type { OrderLine, SalesOrder } from './order.entity.js';
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

  /** A4: the windows in which the buyer may apply for all of an order, with their ends once they have begun. */
  async windowsOf(order: SalesOrder, lines: readonly OrderLine[]): Promise<OrderWindowView[]> {
    const promise = await this.read('afterSalesRules', order.rulesPromise);
    if (!promise) return [];
    const facts = orderFacts(order, lines, this.tree.snapshot.require(order.nodeId).timeZone);
    const right = { ...facts, lines: withNoReasonRight(facts, promise.values) };
    const begun = tellingReasons
      // Of an order of which nothing may be returned without a reason, no window says so.
      .filter((reason) => right.lines.length > 0 || reasonOf(reason).class !== 'expectation')
      .flatMap((reason) =>
        windowsFor(reasonOf(reason).class === 'expectation' ? right : facts, reasonOf(reason), promise.values, this.clock.now()),
      );
    if (begun.length > 0) return unique(begun).map(({ key, days, until, open }) => ({ key, days, endsAt: until, open }));
    const keys = [order.channel === 'inStore' ? 'inStoreDays' : 'noReasonDays', 'qualityDays', 'selfServiceDays'] as const;
    return keys
      .filter((key) => key !== 'noReasonDays' || right.lines.length > 0)
      .map((key) => ({ key, days: windowDays(key, facts.lines, promise.values), endsAt: null, open: false }));
  }
}

const unique = (windows: readonly ServiceWindow[]): ServiceWindow[] => [
  ...new Map(windows.map((each) => [each.key, each])).values(),
];
