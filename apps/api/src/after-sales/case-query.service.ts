import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, targetOf } from '../auth/authorize.js';
import { NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import { LedgerService, noCost, type CaseCost } from '../money/ledger.service.js';
import { Refund, RefundAttempt } from '../money/ledger.entity.js';
import { TreeService } from '../tree/tree.service.js';
import { Batch, byId, listsBy } from '../orders/batch.js';
import { AfterSalesCase, CaseEvent, Shipment, ShipmentCase, TrackingEvent } from './case.entity.js';

/** A parcel of a case, with what its carrier reported. */
export interface CaseShipment {
  readonly shipment: Shipment;
  readonly carried: ShipmentCase;
  readonly events: TrackingEvent[];
}

export interface CaseRefund {
  readonly refund: Refund;
  readonly attempts: RefundAttempt[];
}

const none = () => [];

/** Single cases, and what hangs on them, a query for all rows of a page. */
@Injectable()
export class CaseQuery {
  private readonly cases = new Batch<AfterSalesCase | null>(
    (ids) => this.byIds(ids),
    () => null,
  );
  private readonly ofOrders = new Batch<AfterSalesCase[]>((ids) => this.byOrders(ids), none);
  private readonly events = new Batch<CaseEvent[]>((ids) => this.eventsOfAll(ids), none);
  private readonly shipments = new Batch<CaseShipment[]>((ids) => this.shipmentsOfAll(ids), none);
  private readonly refunds = new Batch<CaseRefund[]>((ids) => this.refundsOfAll(ids), none);
  private readonly costs = new Batch<CaseCost>(
    (ids) => this.ledger.costsOfCases(ids),
    () => noCost,
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** Everything about it may then be asked, names of units included. @throws NotFound */
  async get(actor: Actor, id: string): Promise<AfterSalesCase> {
    const [row] = await Promise.all([this.cases.load(id), this.tree.current()]);
    if (!row) throw new NotFound('case', id);
    authorize(actor, 'case.read', targetOf('case', row));
    return row;
  }

  /** For fields of records that were authorized with their cases. */
  find(id: string): Promise<AfterSalesCase | null> {
    return this.cases.load(id);
  }

  ofOrder(orderId: string): Promise<AfterSalesCase[]> {
    return this.ofOrders.load(orderId);
  }

  eventsOf(caseId: string): Promise<CaseEvent[]> {
    return this.events.load(caseId);
  }

  shipmentsOf(caseId: string): Promise<CaseShipment[]> {
    return this.shipments.load(caseId);
  }

  refundsOf(caseId: string): Promise<CaseRefund[]> {
    return this.refunds.load(caseId);
  }

  costOf(caseId: string): Promise<CaseCost> {
    return this.costs.load(caseId);
  }

  private async byIds(ids: string[]): Promise<ReadonlyMap<string, AfterSalesCase>> {
    return byId(await this.database.read.findBy(AfterSalesCase, { id: In(ids) }));
  }

  private async byOrders(ids: string[]): Promise<ReadonlyMap<string, AfterSalesCase[]>> {
    const rows = await this.database.read.find(AfterSalesCase, {
      where: { orderId: In(ids) },
      order: { appliedAt: 'DESC', id: 'DESC' },
    });
    return listsBy(rows, ({ orderId }) => orderId);
  }

  private async eventsOfAll(ids: string[]): Promise<ReadonlyMap<string, CaseEvent[]>> {
    const rows = await this.database.read.find(CaseEvent, { where: { caseId: In(ids) }, order: { seq: 'ASC' } });
    return listsBy(rows, ({ caseId }) => caseId);
  }

  private async shipmentsOfAll(ids: string[]): Promise<ReadonlyMap<string, CaseShipment[]>> {
    const { read } = this.database;
    const carried = await read.find(ShipmentCase, { where: { caseId: In(ids) }, order: { id: 'ASC' } });
    const shipmentIds = carried.map(({ shipmentId }) => shipmentId);
    const shipments = byId(await read.findBy(Shipment, { id: In(shipmentIds) }));
    const events = await read.find(TrackingEvent, { where: { shipmentId: In(shipmentIds) }, order: { at: 'ASC', id: 'ASC' } });
    const byShipment = listsBy(events, ({ shipmentId }) => shipmentId);
    const all = carried.flatMap((each) => {
      const shipment = shipments.get(each.shipmentId);
      return shipment ? [{ shipment, carried: each, events: byShipment.get(shipment.id) ?? [] }] : [];
    });
    return listsBy(all, (each) => each.carried.caseId);
  }

  private async refundsOfAll(ids: string[]): Promise<ReadonlyMap<string, CaseRefund[]>> {
    const { read } = this.database;
    const refunds = await read.find(Refund, { where: { caseId: In(ids) }, order: { id: 'ASC' } });
    const where = { refundId: In(refunds.map(({ id }) => id)) };
    const attempts = listsBy(
      await read.find(RefundAttempt, { where, order: { at: 'ASC', id: 'ASC' } }),
      ({ refundId }) => refundId,
    );
    const all = refunds.map((refund) => ({ refund, attempts: attempts.get(refund.id) ?? [] }));
    return listsBy(all, ({ refund }) => refund.caseId);
  }
}
