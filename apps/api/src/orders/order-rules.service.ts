import { subsidyCovers, type PromiseContent } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Database } from '../database/database.js';
import { committedAt } from '../database/epoch.js';
import { nodeIn } from '../policies/naming.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import { PromiseService } from '../policies/promise.service.js';
import { OrderPromiseService } from './order-promise.service.js';
import type { OrderKindRulesView, OrderLineRulesView, OrderRulesView } from './order-rules.view.js';
import type { OrderLine, SalesOrder } from './order.entity.js';
import { soldGoods } from './sold-goods.js';
import { OrderService } from './order.service.js';
import { PromiseHolds } from '../policies/promise-holds.service.js';
import { kindTrail, type PaidAt } from './promise-trail.js';

type Subsidy = PromiseContent<'returnShippingSubsidy'>;

/** What applied to an order, who set it and who assigned that (P8, P9), from its frozen promise on. */
@Injectable()
export class OrderRulesService {
  constructor(
    @Inject(OrderService) private readonly orders: OrderService,
    @Inject(OrderPromiseService) private readonly promised: OrderPromiseService,
    @Inject(PromiseService) private readonly promises: PromiseService,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(PromiseHolds) private readonly holds: PromiseHolds,
  ) {}

  /** @throws NotFound */
  async of(actor: Actor, orderId: string): Promise<OrderRulesView> {
    const order = await this.orders.get(actor, orderId);
    const state = await this.engine.current();
    authorize(actor, 'rules.read', targetAt(state.tree, order.nodeId, 'order', order.id));
    const { paidAt, promiseEpoch: epoch } = order;
    const knownAt = epoch === null ? null : await committedAt(this.database.read, epoch);
    return {
      ...{ orderId, code: order.code, node: nodeIn(state, order.nodeId), paidAt, epoch, knownAt },
      lines: await this.lines(order),
      kinds: await this.kinds(order),
    };
  }

  private async kinds(order: SalesOrder): Promise<OrderKindRulesView[]> {
    const paid = await this.paid(order);
    const hashes = [order.subsidyPromise, order.rulesPromise].filter((hash) => hash !== null);
    if (paid === null) return [];
    const hold = order.promiseHold === null ? null : await this.holds.told(order.promiseHold);
    return Promise.all(
      hashes.map(async (hash) =>
        kindTrail(paid, hash, await this.promises.read(hash), hash === order.subsidyPromise ? hold : null),
      ),
    );
  }

  private async paid({ nodeId, paidAt: at, promiseEpoch: epoch }: SalesOrder): Promise<PaidAt | null> {
    if (at === null || epoch === null) return null;
    const state = await this.engine.current();
    return { state, snapshot: await this.engine.snapshotAt(state, at), nodeId, at, epoch };
  }

  private async lines(order: SalesOrder): Promise<OrderLineRulesView[]> {
    const subsidy = await this.promised.read('returnShippingSubsidy', order.subsidyPromise);
    const lines = await this.orders.linesOf(order.id);
    return lines.map((line) => {
      const { id, lineNo, name } = line;
      return { id, lineNo, name, freeReturns: subsidy !== null && isCovered(subsidy, order, line) };
    });
  }
}

const isCovered = ({ values, suspended }: Subsidy, { channel }: SalesOrder, line: OrderLine): boolean =>
  !suspended && subsidyCovers(values, soldGoods(line, channel)).covered;
