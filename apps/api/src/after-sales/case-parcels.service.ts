import type { CaseEffect } from '@headwater/after-sales';
import type { FreightParts } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { updateVersioned } from '../database/database.js';
import { currentRead } from '../orders/current-read.js';
import { insertRows } from '../orders/insert-rows.js';
import { SalesOrder } from '../orders/order.entity.js';
import { AfterSalesCase, Shipment, ShipmentCase } from './case.entity.js';
import { FreightDiffers } from './case.errors.js';
import { addParts, nothing } from './freight-terms.js';
import { ParcelFreight } from './parcel-freight.service.js';
import type { Step } from './step.js';

type EffectOf<K extends CaseEffect['kind']> = Extract<CaseEffect, { kind: K }>;

/** A8: parcels of their own. One may carry several cases of a buyer at a branch; its freight is one, and so is its cap. */
@Injectable()
export class CaseParcels {
  constructor(@Inject(ParcelFreight) private readonly freight: ParcelFreight) {}

  /** A return went out: in a parcel of its own, or in one that another case of this buyer has recorded. */
  async ship(tx: EntityManager, step: Step, row: AfterSalesCase, effect: EffectOf<'returnShipped'>): Promise<void> {
    const { buyerRef } = await tx.findOneOrFail(SalesOrder, { where: { id: row.orderId }, select: { id: true, buyerRef: true } });
    const known = await this.underWay(tx, row, buyerRef, effect);
    const shipment = known ? await this.join(tx, known, effect.freightPaid) : await this.record(tx, step, row, buyerRef, effect);
    await insertRows(tx, ShipmentCase, [{ id: newId(step.now), shipmentId: shipment.id, caseId: row.id, parts: null }]);
    await this.freight.account(tx, step, shipment);
  }

  /**
   * The same parcel under corrected particulars; what the carrier reported of the wrong number does not count, and the freight in the
   * books goes over to the carrier that it was paid to.
   */
  async correct(tx: EntityManager, step: Step, row: AfterSalesCase, effect: EffectOf<'logisticsChanged'>): Promise<void> {
    const { carrier, tracking } = effect;
    const ids = await this.returnShipments(tx, row.id);
    const shipment = await tx.findOneOrFail(Shipment, { where: { id: ids.at(-1) ?? '' }, ...currentRead(tx) });
    const patch = { carrier, tracking, deliveredAt: null };
    const version = await updateVersioned(tx, Shipment, shipment, patch, 'shipment');
    if (carrier !== shipment.carrier) await this.freight.account(tx, step, { ...shipment, ...patch, version });
  }

  /** Refused goods went back to the buyer. */
  async sendBack(
    tx: EntityManager,
    step: Step,
    row: AfterSalesCase,
    { carrier, tracking }: EffectOf<'shippedBack'>,
  ): Promise<void> {
    const { buyerRef } = await tx.findOneOrFail(SalesOrder, { where: { id: row.orderId }, select: { id: true, buyerRef: true } });
    const parcel = { carrier, tracking, freightPaid: null };
    const { id: shipmentId } = await this.record(tx, step, row, buyerRef, parcel, 'back');
    await insertRows(tx, ShipmentCase, [{ id: newId(step.now), shipmentId, caseId: row.id, parts: null }]);
  }

  /** Ids of the return parcels of a case, first to last. */
  async returnShipments(tx: EntityManager, caseId: string): Promise<string[]> {
    const carried = await tx.find(ShipmentCase, { where: { caseId }, order: { id: 'ASC' } });
    const returns = await tx.findBy(Shipment, { id: In(carried.map(({ shipmentId }) => shipmentId)), direction: 'return' });
    const isReturn = new Set(returns.map(({ id }) => id));
    return carried.map(({ shipmentId }) => shipmentId).filter((id) => isReturn.has(id));
  }

  /** How the freight of all return parcels of a case fell apart, together. */
  async freightOf(tx: EntityManager, caseId: string): Promise<FreightParts> {
    const carried = await tx.find(ShipmentCase, { where: { caseId }, ...currentRead(tx) });
    return carried.reduce((sum, { parts }) => (parts ? addParts(sum, parts) : sum), nothing);
  }

  /** Read under locks: its other cases may be of other orders, and one that ends meanwhile has taken its part of the freight with it. */
  private async underWay(
    tx: EntityManager,
    row: AfterSalesCase,
    buyerRef: string,
    { carrier, tracking }: EffectOf<'returnShipped'>,
  ): Promise<Shipment | null> {
    const same = { carrier, tracking, direction: 'return' as const, toNodeId: row.nodeId, buyerRef, deliveredAt: IsNull() };
    const [shipment] = await tx.find(Shipment, { where: same, order: { id: 'DESC' }, take: 1, ...currentRead(tx) });
    if (!shipment) return null;
    const carried = await tx.find(ShipmentCase, { where: { shipmentId: shipment.id }, ...currentRead(tx) });
    const ids = In(carried.map(({ caseId }) => caseId));
    const cases = await tx.find(AfterSalesCase, { where: { id: ids }, order: { id: 'ASC' }, ...currentRead(tx) });
    return cases.every(({ id, state }) => id !== row.id && state === 'AWAIT_RECEIPT') ? shipment : null;
  }

  private async join(tx: EntityManager, shipment: Shipment, freightPaid: number | null): Promise<Shipment> {
    const recorded = shipment.freightPaid;
    if (recorded !== null && freightPaid !== null && recorded !== freightPaid) throw new FreightDiffers(recorded);
    const patch = { freightPaid: recorded ?? freightPaid };
    const version = await updateVersioned(tx, Shipment, shipment, patch, 'shipment');
    return { ...shipment, ...patch, version };
  }

  private async record(
    tx: EntityManager,
    { now }: Step,
    { nodeId, currency }: AfterSalesCase,
    buyerRef: string,
    { carrier, tracking, freightPaid }: Pick<Shipment, 'carrier' | 'tracking' | 'freightPaid'>,
    direction: Shipment['direction'] = 'return',
  ): Promise<Shipment> {
    const parcel = { direction, method: 'parcel', carrier: carrier.trim(), tracking: tracking.trim(), freightPaid, currency };
    const shipment = { id: newId(now), ...parcel, toNodeId: nodeId, buyerRef, shippedAt: now, deliveredAt: null, version: 1 };
    await insertRows(tx, Shipment, [shipment]);
    return shipment;
  }
}
