import {
  buyerReimbursed,
  claimOpened,
  replacementShipped,
  returnShipped,
  reverse,
  type Entry,
  type FreightParts,
  type ShipmentCase as PostedCase,
} from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LedgerService } from '../money/ledger.service.js';
import { rowsWhere } from '../database/rows.js';
import { SalesOrder } from '../orders/order.entity.js';
import { TreeService } from '../tree/tree.service.js';
import { CaseLines } from './case-lines.service.js';
import { caseRef, postingOf } from './case-ref.js';
import { CaseRules } from './case-rules.service.js';
import { AfterSalesCase, ShipmentCase, type Shipment } from './case.entity.js';
import { countedFreight, nothing, splitParcel, subsidyBearers, type FreightCase } from './freight-terms.js';
import { live } from './live-entries.js';
import type { Step } from './step.js';
import { SubsidyUse } from './subsidy-use.service.js';

interface Carried {
  readonly row: AfterSalesCase;
  readonly freight: FreightCase;
  /** S4: the partner above the branch at payment; null: there was none. */
  readonly partner: string | null;
}

/** The freight of a parcel in the books: split over its cases and their bearers, owed to the buyer who paid the carrier. */
@Injectable()
export class ParcelFreight {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(CaseLines) private readonly lines: CaseLines,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(SubsidyUse) private readonly subsidies: SubsidyUse,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** Posts the freight of a parcel, once it is known. Where it was posted for fewer cases before, that is reversed and all is split anew. */
  async account(
    tx: EntityManager,
    step: Pick<Step, 'row' | 'ground' | 'now'>,
    shipment: Shipment,
    isNew = shipment.version === 1,
  ): Promise<void> {
    const carried = await this.carried(tx, shipment);
    const cases = carried.map(({ freight }) => (shipment.prepaid ? paidByBranch(freight) : freight));
    const freight = countedFreight(shipment.freightPaid, cases);
    if (freight === null) return;
    const posted = isNew ? [] : await this.ledger.entriesOfShipment(tx, shipment.id);
    const context = postingOf(step, step.row.subsidyPromise, shipment.shippedAt);
    const parts = splitParcel(freight, cases);
    const event = {
      shipmentId: shipment.id,
      carrier: shipment.carrier,
      cases: carried.map((each) => this.postedCase(each, parts)),
    };
    const takenBack = live(posted).map((entry) => reverse(entry, context));
    const reimbursed = shipment.prepaid ? null : buyerReimbursed(event, context);
    const owed = [returnShipped(event, context), reimbursed, claimOpened(event, context)];
    const anew = numbered(owed, posted.length);
    await this.ledger.post(tx, [...takenBack, ...anew], step.now);
    for (const { row } of carried)
      await tx.update(ShipmentCase, { shipmentId: shipment.id, caseId: row.id }, { parts: parts.get(row.id) ?? nothing });
  }

  /**
   * Who is at fault has changed: what was shared by fault is reversed and posted anew. Who pays the freight stays as it was: the
   * promise to the buyer stands. A parcel whose freight was released is left alone.
   */
  async bearAnew(tx: EntityManager, step: Pick<Step, 'row' | 'ground' | 'now'>, shipment: Shipment): Promise<void> {
    const posted = await this.ledger.entriesOfShipment(tx, shipment.id);
    if (live(posted).length === 0 || posted.some(({ cause }) => cause === 'returnAbandoned')) return;
    await this.account(tx, step, shipment, false);
  }

  /** Posts the freight of a parcel to the buyer, where it is known; under another carrier it is reversed and posted anew. */
  async accountOutbound(tx: EntityManager, step: Step, row: AfterSalesCase, shipment: Shipment): Promise<void> {
    const { id: shipmentId, carrier, freightPaid: amount } = shipment;
    if (amount === null) return;
    const posted = shipment.version === 1 ? [] : await this.ledger.entriesOfShipment(tx, shipmentId);
    const context = postingOf(step, row.rulesPromise, shipment.shippedAt);
    const takenBack = live(posted).map((entry) => reverse(entry, context));
    const anew = replacementShipped({ ...caseRef(row), shipmentId, carrier, amount }, context);
    await this.ledger.post(tx, [...takenBack, ...numbered([anew], posted.length)], step.now);
  }

  private async carried(tx: EntityManager, shipment: Shipment): Promise<Carried[]> {
    const held = { by: 'id', held: true } as const;
    const carried = await rowsWhere(tx, ShipmentCase, { shipmentId: shipment.id }, held);
    const rows = await rowsWhere(tx, AfterSalesCase, { id: carried.map(({ caseId }) => caseId) }, held);
    return Promise.all(rows.map((row) => this.carriedCase(tx, row, shipment)));
  }

  private async carriedCase(tx: EntityManager, row: AfterSalesCase, shipment: Shipment): Promise<Carried> {
    const select = { id: true, channel: true, partnerNodeId: true } as const;
    const order = await tx.findOneOrFail(SalesOrder, { where: { id: row.orderId }, select });
    const subsidy = await this.rules.subsidyPromise(row);
    const use = { orderId: row.orderId, buyerRef: shipment.buyerRef, at: shipment.shippedAt, but: shipment.id };
    const freight = {
      caseId: row.id,
      payer: row.freightPayer,
      merchantBps: row.freightMerchantBps,
      channel: order.channel,
      lines: await this.lines.freightLines(tx, row.id),
      subsidy,
      reasonClass: row.reasonClass,
      spent: await this.subsidies.spent(tx, subsidy, use, { held: true }),
    };
    return { row, freight, partner: order.partnerNodeId };
  }

  private postedCase({ row, freight, partner }: Carried, parts: ReadonlyMap<string, FreightParts>): PostedCase {
    const units = { HQ: this.tree.snapshot.root.id, branch: row.nodeId, partner };
    const fault = { reasonClass: row.reasonClass, liability: row.facts.liability };
    const insured = (freight.subsidy?.values.premium ?? 0) > 0;
    return {
      ...caseRef(row),
      parts: parts.get(row.id) ?? nothing,
      bearers: subsidyBearers(freight, fault, units),
      insured,
    };
  }
}

/** A8: what goes out by a label of the branch's is all its own fault to bear: nothing of it is promised, and nothing the buyer's. */
const paidByBranch = (freight: FreightCase): FreightCase => ({
  ...freight,
  payer: 'merchant',
  merchantBps: 10_000,
  subsidy: null,
});

/** One key per posting of a shipment: a second one is not the first said twice. */
function numbered(posted: readonly (Entry | null)[], earlier: number): Entry[] {
  const entries = posted.filter((entry) => entry !== null);
  if (earlier === 0) return entries;
  return entries.map((entry) => ({ ...entry, idempotencyKey: `${entry.idempotencyKey}:${String(earlier)}` }));
}
