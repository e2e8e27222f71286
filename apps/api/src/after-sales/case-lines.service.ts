import { reasonOf, type ReasonCode } from '@headwater/after-sales';
import type { ReasonClass } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import { rowsWhere } from '../database/rows.js';
import { Batch, byId, listsBy } from '../orders/batch.js';
import { OrderLine } from '../orders/order.entity.js';
import { CaseLine } from './case.entity.js';
import type { FreightLine } from './freight-terms.js';

/** A line of a case with the order line it is about. */
export interface LineOfCase {
  readonly caseLine: CaseLine;
  readonly orderLine: OrderLine;
}

/** The lines of cases, with what was sold. */
@Injectable()
export class CaseLines {
  private readonly batch = new Batch<LineOfCase[]>(
    (ids) => this.byCase(this.database.read, ids),
    () => [],
  );

  constructor(@Inject(Database) private readonly database: Database) {}

  of(caseId: string): Promise<LineOfCase[]> {
    return this.batch.load(caseId);
  }

  /** As they are in the caller's transaction. */
  async held(tx: EntityManager, caseId: string): Promise<LineOfCase[]> {
    return (await this.byCase(tx, [caseId])).get(caseId) ?? [];
  }

  async freightLines(tx: EntityManager, caseId: string): Promise<FreightLine[]> {
    const lines = await this.held(tx, caseId);
    return lines.map(({ caseLine, orderLine }) => ({
      category: orderLine.category,
      unitPrice: orderLine.unitPrice,
      value: caseLine.claimed,
      supplier: orderLine.supplierNodeId,
      campaigns: orderLine.campaigns,
    }));
  }

  classed(reason: ReasonCode): { reasonClass: ReasonClass } {
    return { reasonClass: reasonOf(reason).class };
  }

  private async byCase(manager: EntityManager, caseIds: readonly string[]): Promise<Map<string, LineOfCase[]>> {
    const caseLines = await rowsWhere(manager, CaseLine, { caseId: caseIds }, { by: 'id' });
    const orderLines = byId(await rowsWhere(manager, OrderLine, { id: caseLines.map(({ orderLineId }) => orderLineId) }));
    const lines = caseLines.flatMap((caseLine) => {
      const orderLine = orderLines.get(caseLine.orderLineId);
      return orderLine ? [{ caseLine, orderLine }] : [];
    });
    return listsBy(lines, ({ caseLine }) => caseLine.caseId);
  }
}
