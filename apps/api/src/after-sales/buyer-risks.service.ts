import { decideBuyerRisk, type BuyerHistory, type BuyerRisk } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SalesOrder } from '../orders/order.entity.js';
import { responsibleFor } from '../org/responsible.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import { CaseRules } from './case-rules.service.js';

const DAY = 86_400_000;

/** Beyond this nobody has to count: no limit is higher, and a reference that many buyers share must not cost more. */
const MOST = 2_000;

/** A buyer's orders by his reference, each with its cases: as many rows as he has orders and cases. */
const APPLIED = `SELECT COUNT(*) AS n FROM (
  SELECT c.id FROM sales_order o JOIN after_sales_case c ON c.order_id = o.id
  WHERE o.buyer_ref = ? AND c.applied_at > ? LIMIT ${String(MOST)}) AS seen`;

const BOUGHT = `SELECT COUNT(*) AS n FROM (
  SELECT l.id FROM sales_order o JOIN order_line l ON l.order_id = o.id
  WHERE o.buyer_ref = ? AND o.placed_at > ? LIMIT ${String(MOST)}) AS seen`;

/** I3: how often the buyer of an order applied and bought, at all units of the chain, and what the limits in force say to that. */
@Injectable()
export class BuyerRisks {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(CaseRules) private readonly rules: CaseRules,
  ) {}

  /** For an application that is about to be written: it counts too. */
  async of(tx: EntityManager, { nodeId, buyerRef }: SalesOrder, now: number): Promise<BuyerRisk> {
    const { tree } = await this.engine.current();
    const answering = responsibleFor(tree, nodeId)?.id ?? nodeId;
    const { values: limits } = await this.engine.resolve('riskLimits', answering, this.rules.instant(now));
    const history = limits.frequentReturners
      ? await this.history(tx, buyerRef, now - limits.riskWindowDays * DAY)
      : { applications: 0, lines: 0 };
    return decideBuyerRisk(history, limits);
  }

  private async history(tx: EntityManager, buyerRef: string, since: number): Promise<BuyerHistory> {
    const count = async (sql: string) => {
      const [row] = await tx.query<{ n: number | string }[]>(sql, [buyerRef, since]);
      return Number(row?.n ?? 0);
    };
    return { applications: (await count(APPLIED)) + 1, lines: await count(BOUGHT) };
  }
}
