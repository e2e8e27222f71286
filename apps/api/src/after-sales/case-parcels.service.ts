import type { CaseEffect } from '@headwater/after-sales';
import type { FreightParts } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { updateVersioned } from '../database/database.js';
import { currentRead } from '../database/current-read.js';
import { rowsWhere } from '../database/rows.js';
import { insertRows } from '../orders/insert-rows.js';
import { SalesOrder } from '../orders/order.entity.js';
import { AfterSalesCase, Shipment, ShipmentCase } from './case.entity.js';
import { FreightDiffers, LabelPrepaid } from './case.errors.js';
import { addParts, nothing } from './freight-terms.js';
import { ParcelFreight } from './parcel-freight.service.js';
import type { Step } from './step.js';

type EffectOf<K extends CaseEffect['kind']> = Extract<CaseEffect, { kind: K }>;
type Parcel = Pick<Shipment, 'carrier' | 'tracking' | 'freightPaid'> &
  Partial<Pick<Shipment, 'method' | 'deliveredAt' | 'prepaid'>>;

/** A8: parcels of their own. One may carry several cases of a buyer at a branch; its freight is one, and so is its cap. */
@Injectable()
export class CaseParcels {
  constructor(@Inject(ParcelFreight) private readonly freight: ParcelFreight) {}

  /** A return went out: in a parcel of its own, or in one that another case of this buyer has recorded. */
  async ship(tx: EntityManager, step: Step, row: AfterSalesCase, effect: EffectOf<'returnShipped'>): Promise<void> {
    const { buyerRef } = await tx.findOneOrFail(SalesOrder, { where: { id: row.orderId }, select: { id: true, buyerRef: true } });
    const parcel = byLabel(row, effect);
    const known = await this.underWay(tx, row, buyerRef, effect);
    const shipment = known ? await this.join(tx, known, parcel) : await this.record(tx, step, row, buyerRef, parcel);
    await insertRows(tx, ShipmentCase, [{ id: newId(step.now), shipmentId: shipment.id, caseId: row.id, parts: null }]);
    await this.freight.account(tx, step, shipment);
  }

  /**
   * The same parcel under corrected particulars; what the carrier reported of the wrong number does not count, and the freight in the
   * books goes over to the carrier that it was paid to. A freight that was not known is known from now on. @throws FreightDiffers
   */
  async correct(tx: EntityManager, step: Step, row: AfterSalesCase, effect: EffectOf<'logisticsChanged'>): Promise<void> {
    const { carrier, tracking } = effect;
    const latest = await this.latest(tx, row, 'return');
    const freightPaid = agreedFreight(latest, effect.freightPaid);
    const corrected = await this.corrected(tx, latest, { carrier, tracking, freightPaid, deliveredAt: null });
    if (carrier !== latest.carrier || freightPaid !== latest.freightPaid) await this.freight.account(tx, step, corrected);
  }

  /** A8, M1: handed in at a unit of the chain, by the case's code: no carrier, no freight. */
  async takeIn(tx: EntityManager, step: Step, row: AfterSalesCase, { at }: EffectOf<'droppedIn'>): Promise<void> {
    const parcel = { method: 'dropIn', carrier: '', tracking: row.code, freightPaid: null, deliveredAt: step.now };
    await this.alone(tx, step, { ...row, nodeId: at }, parcel, 'return');
  }

  /** A10: what the buyer gets instead, or repaired, went out; its freight is the branch's. */
  async dispatch(tx: EntityManager, step: Step, row: AfterSalesCase, effect: EffectOf<'replacementShipped'>): Promise<void> {
    const shipment = await this.alone(tx, step, row, effect, 'out');
    await this.freight.accountOutbound(tx, step, row, shipment);
  }

  /** The parcel to the buyer under corrected particulars; its freight goes over to the carrier it is owed to. */
  async correctDispatch(
    tx: EntityManager,
    step: Step,
    row: AfterSalesCase,
    { carrier, tracking }: EffectOf<'replacementCorrected'>,
  ): Promise<void> {
    const latest = await this.latest(tx, row, 'out');
    const corrected = await this.corrected(tx, latest, { carrier, tracking });
    if (carrier !== latest.carrier) await this.freight.accountOutbound(tx, step, row, corrected);
  }

  /** Refused goods went back to the buyer. */
  async sendBack(
    tx: EntityManager,
    step: Step,
    row: AfterSalesCase,
    { carrier, tracking }: EffectOf<'shippedBack'>,
  ): Promise<void> {
    await this.alone(tx, step, row, { carrier, tracking, freightPaid: null }, 'back');
  }

  /** Ids of the parcels of a case in a direction, first to last. @param isMeant which of them; absent: all */
  async shipments(
    tx: EntityManager,
    caseId: string,
    direction: Shipment['direction'],
    isMeant: (parcel: Shipment) => boolean = () => true,
  ): Promise<string[]> {
    const carried = await rowsWhere(tx, ShipmentCase, { caseId }, { by: 'id' });
    const known = await rowsWhere(tx, Shipment, { id: carried.map(({ shipmentId }) => shipmentId), direction });
    const meant = new Set(known.filter(isMeant).map(({ id }) => id));
    return carried.map(({ shipmentId }) => shipmentId).filter((id) => meant.has(id));
  }

  /** Those whose freight the buyer has paid first: none that went out by a label of the branch's. */
  advanced(tx: EntityManager, caseId: string): Promise<string[]> {
    return this.shipments(tx, caseId, 'return', ({ prepaid }) => !prepaid);
  }

  /** The bearers of what the case's return parcels cost, by the liability as it is now. */
  async bearAnew(tx: EntityManager, step: Pick<Step, 'row' | 'ground' | 'now'>, { id }: AfterSalesCase): Promise<void> {
    for (const shipmentId of await this.shipments(tx, id, 'return'))
      await this.freight.bearAnew(tx, step, await tx.findOneByOrFail(Shipment, { id: shipmentId }));
  }

  /** How the freight of all return parcels of a case fell apart that the buyer has paid first, together. */
  async freightOf(tx: EntityManager, caseId: string): Promise<FreightParts> {
    const carried = await rowsWhere(tx, ShipmentCase, { caseId }, { held: true });
    if (carried.every(({ parts }) => parts === null)) return nothing;
    const advanced = new Set(await this.advanced(tx, caseId));
    const counted = carried.filter(({ shipmentId }) => advanced.has(shipmentId));
    return counted.reduce((sum, { parts }) => (parts ? addParts(sum, parts) : sum), nothing);
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

  private async join(tx: EntityManager, shipment: Shipment, { freightPaid, prepaid = false }: Parcel): Promise<Shipment> {
    return this.corrected(tx, shipment, {
      freightPaid: agreedFreight(shipment, freightPaid),
      prepaid: shipment.prepaid || prepaid,
    });
  }

  /** The latest parcel of a case in a direction. */
  private async latest(tx: EntityManager, { id }: AfterSalesCase, direction: Shipment['direction']): Promise<Shipment> {
    const ids = await this.shipments(tx, id, direction);
    return tx.findOneOrFail(Shipment, { where: { id: ids.at(-1) ?? '' }, ...currentRead(tx) });
  }

  /** A parcel under other particulars. */
  private async corrected(tx: EntityManager, shipment: Shipment, patch: Partial<Shipment>): Promise<Shipment> {
    const version = await updateVersioned(tx, Shipment, shipment, patch, 'shipment');
    return { ...shipment, ...patch, version };
  }

  /** A parcel that carries this case and no other. */
  private async alone(
    tx: EntityManager,
    step: Step,
    row: AfterSalesCase,
    parcel: Parcel,
    direction: Shipment['direction'],
  ): Promise<Shipment> {
    const { buyerRef } = await tx.findOneOrFail(SalesOrder, { where: { id: row.orderId }, select: { id: true, buyerRef: true } });
    const shipment = await this.record(tx, step, row, buyerRef, parcel, direction);
    await insertRows(tx, ShipmentCase, [{ id: newId(step.now), shipmentId: shipment.id, caseId: row.id, parts: null }]);
    return shipment;
  }

  private async record(
    tx: EntityManager,
    { now }: Step,
    { nodeId, currency }: Pick<AfterSalesCase, 'nodeId' | 'currency'>,
    buyerRef: string,
    { method = 'parcel', carrier, tracking, freightPaid, deliveredAt = null, prepaid = false }: Parcel,
    direction: Shipment['direction'] = 'return',
  ): Promise<Shipment> {
    const parcel = { direction, method, carrier: carrier.trim(), tracking: tracking.trim(), freightPaid, prepaid, currency };
    const shipment = { id: newId(now), ...parcel, toNodeId: nodeId, buyerRef, shippedAt: now, deliveredAt, version: 1 };
    await insertRows(tx, Shipment, [shipment]);
    return shipment;
  }
}

/** A8: a parcel with the label of its case is the branch's to pay. @throws LabelPrepaid where the buyer names a freight all the same */
function byLabel({ returnLabel }: AfterSalesCase, parcel: EffectOf<'returnShipped'>): EffectOf<'returnShipped'> & Parcel {
  const { carrier, tracking, freightPaid } = parcel;
  if (returnLabel?.tracking !== tracking || returnLabel.carrier !== carrier) return parcel;
  if ((freightPaid ?? 0) !== 0) throw new LabelPrepaid();
  return { ...parcel, freightPaid: returnLabel.freight, prepaid: true };
}

/** A parcel has one freight: what is named for it again has to be what was recorded. @throws FreightDiffers */
function agreedFreight({ freightPaid: recorded }: Shipment, named: number | null): number | null {
  if (recorded !== null && named !== null && recorded !== named) throw new FreightDiffers(recorded);
  return recorded ?? named;
}
