import { billed, periodOf, splitFreight, type Entry, type FreightParts, type Line } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { currentRead } from '../database/current-read.js';
import { rowsWhere } from '../database/rows.js';
import { LedgerService } from '../money/ledger.service.js';
import { TreeService } from '../tree/tree.service.js';
import { CaseLines } from './case-lines.service.js';
import { caseRef } from './case-ref.js';
import { CaseRules } from './case-rules.service.js';
import { AfterSalesCase, Shipment, ShipmentCase } from './case.entity.js';
import { nothing } from './freight-terms.js';

/** A line of a carrier's bill that is accepted. */
export interface BilledParcel {
  readonly billLineId: string;
  readonly shipmentId: string;
  /** What it asks beyond what the books owe for the parcel, in fen; below 0 where it asks less. */
  readonly difference: number;
}

/** A parcel whose freight we owe the carrier ourselves: by our label, or with what we send out. Any other the buyer has paid. */
const isOwed = ({ direction, prepaid }: Shipment): boolean => prepaid || direction === 'out';

const isFreight = ({ account, component }: Line): boolean =>
  (account === 'expense' || account === 'carrierPayable') && component.startsWith('freight-');

/** What is posted of what the carrier gets from us: of a parcel that the buyer has paid, only what bills have added. */
function postedOf(shipment: Shipment, entries: readonly Entry[]): Line[] {
  const counted = isOwed(shipment) ? entries : entries.filter(({ cause }) => cause === 'billed');
  return counted.flatMap(({ lines }) => lines.filter(isFreight));
}

const owedIn = (lines: readonly Line[]): number =>
  lines.reduce((sum, { account, amount }) => (account === 'carrierPayable' ? sum - amount : sum), 0);

/** M4: the freight of parcels as their carrier bills it, split over their cases; the branch bears it. */
@Injectable()
export class BilledParcels {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(CaseLines) private readonly lines: CaseLines,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /**
   * What accepting the line adds to the books; nothing is posted yet. Null where nothing differs.
   * @param period of the bill
   */
  async entry(tx: EntityManager, line: BilledParcel, period: string, now: number): Promise<Entry | null> {
    const shipment = await tx.findOneOrFail(Shipment, { where: { id: line.shipmentId }, ...currentRead(tx) });
    const rows = await this.carried(tx, shipment.id);
    const posted = postedOf(shipment, await this.ledger.entriesOfShipment(tx, shipment.id));
    const parts = await this.split(tx, rows, owedIn(posted) + line.difference);
    const cases = rows.map((row) => {
      const { fault, ...rest } = parts.get(row.id) ?? nothing;
      const borne: FreightParts = isOwed(shipment) ? { fault, ...rest } : { ...nothing, overCap: fault };
      return { ...caseRef(row), parts: borne, bearers: [], insured: false };
    });
    const event = { billLineId: line.billLineId, shipmentId: shipment.id, carrier: shipment.carrier, cases, posted };
    return billed(event, await this.context(rows, shipment, period, now));
  }

  private async carried(tx: EntityManager, shipmentId: string): Promise<AfterSalesCase[]> {
    const held = { by: 'id', held: true } as const;
    const carried = await rowsWhere(tx, ShipmentCase, { shipmentId }, held);
    return rowsWhere(tx, AfterSalesCase, { id: carried.map(({ caseId }) => caseId) }, held);
  }

  /** By what the goods of each case are worth; nothing of it is promised to anybody. */
  private async split(tx: EntityManager, rows: readonly AfterSalesCase[], freight: number): Promise<Map<string, FreightParts>> {
    const shares = [];
    for (const { id: caseId } of rows) {
      const lines = await this.lines.freightLines(tx, caseId);
      const value = lines.reduce((sum, line) => sum + line.value, 0);
      shares.push({ caseId, value, limit: null, payer: 'merchant' as const, merchantBps: 10_000 });
    }
    return new Map(splitFreight(freight, shares).map((part) => [part.caseId, part]));
  }

  private async context(rows: readonly AfterSalesCase[], { shippedAt, toNodeId }: Shipment, period: string, now: number) {
    const [first] = rows;
    const ground = first && (await this.rules.ground(first, now));
    return {
      period,
      causePeriod: periodOf(shippedAt, this.tree.snapshot.require(toNodeId).timeZone),
      policyVersion: ground ? `epoch ${String(ground.policyEpoch)}` : null,
      promiseHash: rows.length === 1 ? (first?.rulesPromise ?? null) : null,
    };
  }
}
