import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AfterSalesCase, Shipment, ShipmentCase } from '../after-sales/case.entity.js';
import { Database } from '../database/database.js';
import { TreeService } from '../tree/tree.service.js';
import type { BillLine } from './bill.entity.js';
import type { BilledCaseView, BilledParcelView, BillLineView } from './bill.view.js';

/** Our side of lines: the parcels they were matched with, and the cases in these. */
@Injectable()
export class BilledSide {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  async views(lines: readonly BillLine[]): Promise<BillLineView[]> {
    const ids = [...new Set(lines.flatMap(({ shipmentId }) => shipmentId ?? []))];
    const parcels = await this.parcels(ids);
    return lines.map((line) => ({ ...line, parcel: parcels.get(line.shipmentId ?? '') ?? null }));
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

  private cases(ids: readonly string[]): Promise<Pick<AfterSalesCase, 'id' | 'code' | 'nodeId'>[]> {
    const select = { id: true, code: true, nodeId: true } as const;
    return this.database.read.find(AfterSalesCase, { where: { id: In(ids) }, select });
  }
}
