import {
  buyerReimbursed,
  returnShipped,
  reverse,
  type Entry,
  type FreightParts,
  type ReturnShipped,
  type ShipmentCase as PostedCase,
} from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { LedgerService } from '../money/ledger.service.js';
import { currentRead } from '../orders/current-read.js';
import { SalesOrder } from '../orders/order.entity.js';
import { TreeService } from '../tree/tree.service.js';
import { CaseLines } from './case-lines.service.js';
import { caseRef, postingOf } from './case-ref.js';
import { CaseRules } from './case-rules.service.js';
import { AfterSalesCase, ShipmentCase, type Shipment } from './case.entity.js';
import { countedFreight, nothing, splitParcel, subsidyBearers, type FreightCase } from './freight-terms.js';
import { live } from './live-entries.js';
import type { Step } from './step.js';

interface Carried {
  readonly row: AfterSalesCase;
  readonly freight: FreightCase;
}

/** The freight of a parcel in the books: split over its cases and their bearers, owed to the buyer who paid the carrier. */
@Injectable()
export class ParcelFreight {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(CaseLines) private readonly lines: CaseLines,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** Posts the freight of a parcel, once it is known. Where it was posted for fewer cases before, that is reversed and all is split anew. */
  async account(tx: EntityManager, step: Step, shipment: Shipment): Promise<void> {
    const carried = await this.carried(tx, shipment);
    const cases = carried.map(({ freight }) => freight);
    const freight = countedFreight(shipment.freightPaid, cases);
    if (freight === null) return;
    const isNew = shipment.version === 1;
    const posted = isNew ? [] : await this.ledger.entriesOfShipment(tx, shipment.id);
    const context = postingOf(step, step.row.subsidyPromise);
    const parts = splitParcel(freight, cases);
    const event = {
      shipmentId: shipment.id,
      carrier: shipment.carrier,
      cases: carried.map((each) => this.postedCase(each, parts)),
    };
    const takenBack = live(posted).map((entry) => reverse(entry, context));
    const anew = this.entries(event, posted.length, context);
    await this.ledger.post(tx, [...takenBack, ...anew], step.now);
    for (const { row } of carried)
      await tx.update(ShipmentCase, { shipmentId: shipment.id, caseId: row.id }, { parts: parts.get(row.id) ?? nothing });
  }

  /** One key per posting of a shipment: a second one is not the first said twice. */
  private entries(event: ReturnShipped, earlier: number, context: ReturnType<typeof postingOf>): Entry[] {
    const entries = [returnShipped(event, context), buyerReimbursed(event, context)].filter((entry) => entry !== null);
    if (earlier === 0) return entries;
    return entries.map((entry) => ({ ...entry, idempotencyKey: `${entry.idempotencyKey}:${String(earlier)}` }));
  }

  private async carried(tx: EntityManager, shipment: Shipment): Promise<Carried[]> {
    const where = { shipmentId: shipment.id };
    const carried = await tx.find(ShipmentCase, { where, order: { id: 'ASC' }, ...currentRead(tx) });
    const ids = In(carried.map(({ caseId }) => caseId));
    const rows = await tx.find(AfterSalesCase, { where: { id: ids }, order: { id: 'ASC' }, ...currentRead(tx) });
    return Promise.all(rows.map(async (row) => ({ row, freight: await this.freightCase(tx, row) })));
  }

  private async freightCase(tx: EntityManager, row: AfterSalesCase): Promise<FreightCase> {
    const order = await tx.findOneOrFail(SalesOrder, { where: { id: row.orderId }, select: { id: true, channel: true } });
    return {
      caseId: row.id,
      payer: row.freightPayer,
      merchantBps: row.freightMerchantBps,
      channel: order.channel,
      lines: await this.lines.freightLines(tx, row.id),
      subsidy: await this.rules.subsidyPromise(row),
    };
  }

  private postedCase({ row, freight }: Carried, parts: ReadonlyMap<string, FreightParts>): PostedCase {
    const nodes = { HQ: this.tree.snapshot.root.id, branch: row.nodeId };
    const fault = { reasonClass: row.reasonClass, liability: row.facts.liability };
    return { ...caseRef(row), parts: parts.get(row.id) ?? nothing, bearers: subsidyBearers(freight.subsidy, fault, nodes) };
  }
}
