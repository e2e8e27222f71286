import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AfterSalesCase, Shipment, ShipmentCase } from '../after-sales/case.entity.js';
import { Database } from '../database/database.js';
import { SalesOrder } from '../orders/order.entity.js';
import { TreeService } from '../tree/tree.service.js';
import type { BillLine } from './bill.entity.js';
import { CardPrices } from './cards/card-prices.service.js';
import type { BilledCaseView, BilledOrderView, BilledParcelView, BillLineView } from './bill.view.js';

type Sides = Pick<BillLineView, 'parcel' | 'orders' | 'byPriceCard'>;

/** Our side of lines: the parcels they were matched with and the cases in these, or the orders under their numbers. */
@Injectable()
export class BilledSide {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(CardPrices) private readonly prices: CardPrices,
  ) {}

  async views(lines: readonly BillLine[]): Promise<BillLineView[]> {
    const of = (kind: BillLine['kind']) => lines.filter((line) => line.kind === kind);
    const parcels = await this.parcels([...new Set(of('carrier').flatMap(({ subjectId }) => subjectId ?? []))]);
    const orders = await this.orders([...new Set(of('insurer').map(({ number }) => number))]);
    const prices = await this.prices.ofLines(of('carrier'));
    const sides = (line: BillLine): Sides =>
      line.kind === 'carrier'
        ? { parcel: parcels.get(line.subjectId ?? '') ?? null, orders: [], byPriceCard: prices.get(line.id) ?? null }
        : { parcel: null, orders: orders.get(line.number) ?? [], byPriceCard: null };
    return lines.map((line) => ({ ...line, ...sides(line) }));
  }

  /** Codes of cases by their ids. */
  async codes(caseIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.cases([...new Set(caseIds)]);
    return new Map(rows.map(({ id, code }) => [id, code]));
  }

  private async parcels(ids: readonly string[]): Promise<Map<string, BilledParcelView>> {
    if (ids.length === 0) return new Map();
    const manager = this.database.read;
    const parcels = await manager.findBy(Shipment, { id: In(ids) });
    const carried = await manager.find(ShipmentCase, { where: { shipmentId: In(ids) }, order: { id: 'ASC' } });
    const rows = new Map((await this.cases(carried.map(({ caseId }) => caseId))).map((row) => [row.id, row]));
    const casesOf = (shipmentId: string): BilledCaseView[] =>
      carried
        .filter((each) => each.shipmentId === shipmentId)
        .flatMap(({ caseId }) => rows.get(caseId) ?? [])
        .map(({ id, code, nodeId }) => ({ id, code, node: this.tree.snapshot.require(nodeId) }));
    return new Map(parcels.map((parcel) => [parcel.id, { ...parcel, cases: casesOf(parcel.id) }]));
  }

  private async orders(numbers: readonly string[]): Promise<Map<string, BilledOrderView[]>> {
    const byNumber = new Map<string, BilledOrderView[]>();
    if (numbers.length === 0) return byNumber;
    const rows = await this.database.read.find(SalesOrder, { where: { externalNo: In(numbers) }, order: { id: 'ASC' } });
    for (const { id, code, externalNo, nodeId, paidAt, cancelledAt } of rows) {
      const view = { id, code, paidAt, cancelledAt, node: this.tree.snapshot.require(nodeId) };
      byNumber.set(externalNo, [...(byNumber.get(externalNo) ?? []), view]);
    }
    return byNumber;
  }

  private cases(ids: readonly string[]): Promise<Pick<AfterSalesCase, 'id' | 'code' | 'nodeId'>[]> {
    const select = { id: true, code: true, nodeId: true } as const;
    return this.database.read.find(AfterSalesCase, { where: { id: In(ids) }, select });
  }
}
