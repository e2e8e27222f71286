import { lifecycle, remindersAfterNews, replacementUnderWay, returnUnderWay } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, targetOf } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, updateVersioned } from '../database/database.js';
import { currentRead } from '../database/current-read.js';
import { hint } from '../database/hint.js';
import { insertRows } from '../orders/insert-rows.js';
import { holdOrder } from '../orders/order.service.js';
import { CaseEvents } from './case-events.js';
import { CaseParcels } from './case-parcels.service.js';
import { factsOf, wakeAt } from './case-facts.js';
import { CaseRules } from './case-rules.service.js';
import { AfterSalesCase, Shipment, ShipmentCase, TrackingEvent, type ParcelAlert } from './case.entity.js';
import { TrackingRefused } from './case.errors.js';
import { CaseService } from './case.service.js';
import { doerOf } from './doer.js';
import { GoodsLosses } from './goods-loss.service.js';
import { oneOf } from './read-args.js';
import { markedAfterNews, parcelAlert } from './reminded.js';

export const trackingKinds = ['accepted', 'inTransit', 'delivered', 'lost', 'returned'] as const;
export type TrackingKind = (typeof trackingKinds)[number];

/** What a carrier reports about a parcel, as staff record it. */
export interface TrackingReport {
  readonly shipmentId: string;
  readonly kind: string;
  /** UTC epoch ms; absent: now. */
  readonly at?: number | null;
  readonly note?: string | null;
}

/** Where a case waits for its parcel, so that silence counts. */
const waiting: ReadonlySet<string> = new Set(['AWAIT_RECEIPT', 'AWAIT_BUYER_RECEIPT']);

const tracked = lifecycle.filter(({ verb }) => verb === 'recordTracking');

/** The case still waits for a parcel in this direction, and the carrier has not brought it yet. */
function expectsParcel(row: AfterSalesCase, direction: Shipment['direction']): boolean {
  const isUnderWay = { return: returnUnderWay, out: replacementUnderWay, back: () => false }[direction];
  return tracked.some(({ state, types }) => state === row.state && types.includes(row.type)) && isUnderWay(factsOf(row));
}

/** A8: tracking events, and what they mean for every case in the parcel. */
@Injectable()
export class TrackingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(CaseParcels) private readonly parcels: CaseParcels,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(CaseEvents) private readonly events: CaseEvents,
    @Inject(GoodsLosses) private readonly goods: GoodsLosses,
  ) {}

  /** The first case of the parcel, as it is afterwards. @throws NotFound, Forbidden, BadInput, TrackingRefused, CaseRefused */
  record(actor: Actor, report: TrackingReport): Promise<AfterSalesCase> {
    return this.database.inTransaction((tx) => this.recordIn(tx, actor, report, this.clock.now()));
  }

  /** The same in the caller's transaction. */
  async recordIn(tx: EntityManager, actor: Actor, report: TrackingReport, now: number): Promise<AfterSalesCase> {
    const kind = oneOf('kind', report.kind, trackingKinds);
    const [shipment, cases] = await this.load(tx, actor, report.shipmentId);
    const at = report.at ?? now;
    refuseOdd(shipment, kind, at, now);
    const recordedBy = actor.kind === 'staff' ? actor.personId : null;
    const event = { id: newId(now), shipmentId: shipment.id, at, kind, note: report.note ?? null, recordedBy };
    await insertRows(tx, TrackingEvent, [event]);
    if (kind === 'delivered') await updateVersioned(tx, Shipment, shipment, { deliveredAt: at }, 'shipment');
    const told: AfterSalesCase[] = [];
    for (const row of cases) told.push(await this.tell(tx, actor, shipment, row, { kind, at, now }));
    if (kind === 'delivered') for (const row of told) await this.goods.turnedUp(tx, row, shipment, now);
    const [first] = told;
    if (!first) throw new NotFound('shipment', shipment.id);
    hint(tx, 'case', first.id);
    return first;
  }

  /** The parcel and its cases as they are now, their orders held: two who report the same do not both tell it. */
  private async load(tx: EntityManager, actor: Actor, shipmentId: string): Promise<[Shipment, AfterSalesCase[]]> {
    const carried = await tx.find(ShipmentCase, { where: { shipmentId }, order: { id: 'ASC' } });
    const these = { where: { id: In(carried.map(({ caseId }) => caseId)) }, order: { id: 'ASC' } } as const;
    const known = await tx.find(AfterSalesCase, these);
    const [first] = known;
    if (!first) throw new NotFound('shipment', shipmentId);
    authorize(actor, 'case.recordTracking', { ...targetOf('shipment', first), id: shipmentId });
    for (const orderId of new Set(known.map((row) => row.orderId).sort())) await holdOrder(tx, orderId);
    const shipment = await tx.findOneOrFail(Shipment, { where: { id: shipmentId }, ...currentRead(tx) });
    return [shipment, await tx.find(AfterSalesCase, { ...these, ...currentRead(tx) })];
  }

  /**
   * Of a case whose goods are in its latest parcel of that direction: delivered moves it, and lost where the branch awaits a return. What
   * else the carrier said last is news, or an alert: lost and returned never go unseen, whichever way and wherever the case stands (A8).
   */
  private async tell(
    tx: EntityManager,
    actor: Actor,
    { id: shipmentId, direction }: Shipment,
    row: AfterSalesCase,
    { kind, at, now }: { kind: TrackingKind; at: number; now: number },
  ): Promise<AfterSalesCase> {
    const isLatest = (await this.parcels.shipments(tx, row.id, direction)).at(-1) === shipmentId;
    if (!isLatest || !expectsParcel(row, direction)) return row;
    const work = { id: row.id, version: null };
    if (kind === 'delivered')
      return this.cases.act(tx, actor, { ...work, action: { verb: 'recordTracking', deliveredAt: at } }, now);
    if (kind === 'lost' && row.state === 'AWAIT_RECEIPT')
      return this.cases.act(tx, actor, { ...work, action: { verb: 'reportLost' } }, now);
    const last = await tx.findOneOrFail(TrackingEvent, { where: { shipmentId }, order: { at: 'DESC', id: 'DESC' } });
    const alert = parcelAlert(last.kind);
    return alert ? this.alert(tx, actor, row, { alert, at: last.at, now }) : this.heard(tx, row, last.at, now);
  }

  /** The case itself stays as it is: who is to see to it is shown so at once, and no longer waits for a silence to be told. */
  private async alert(
    tx: EntityManager,
    actor: Actor,
    row: AfterSalesCase,
    { alert, at, now }: { alert: ParcelAlert; at: number; now: number },
  ): Promise<AfterSalesCase> {
    if (row.remindedKind === alert && row.remindedAt === at) return row;
    const lastSeq = row.lastSeq + 1;
    const doer = doerOf(actor, 'recordTracking', row.buyerName);
    await this.events.notice(tx, { ...row, lastSeq }, doer, alert, await this.rules.ground(row, now));
    const reminders = row.reminders.filter(({ kind }) => kind !== 'parcelStale');
    return this.mark(tx, row, { lastSeq, reminders, remindedKind: alert, remindedAt: at });
  }

  /** News of a parcel on its way ends its silence, and whatever was worse; the case itself stays as it is. */
  private async heard(tx: EntityManager, row: AfterSalesCase, lastWordAt: number, now: number): Promise<AfterSalesCase> {
    if (!waiting.has(row.state)) return this.mark(tx, row, markedAfterNews(row));
    const { context } = await this.rules.ground(row, now);
    const reminders = remindersAfterNews(factsOf(row), row.reminders, lastWordAt, context);
    return this.mark(tx, row, { reminders, ...markedAfterNews(row) });
  }

  private async mark(
    tx: EntityManager,
    row: AfterSalesCase,
    marked: Partial<Pick<AfterSalesCase, 'lastSeq' | 'reminders' | 'remindedKind' | 'remindedAt'>>,
  ): Promise<AfterSalesCase> {
    const patch = { ...marked, wakeAt: wakeAt(row.deadlineAt, marked.reminders ?? row.reminders) };
    await tx.update(AfterSalesCase, { id: row.id, version: row.version }, patch);
    return Object.assign(new AfterSalesCase(), row, patch);
  }
}

function refuseOdd({ deliveredAt, shippedAt }: Shipment, kind: TrackingKind, at: number, now: number): void {
  if (deliveredAt !== null && (kind === 'delivered' || kind === 'lost')) {
    throw new TrackingRefused('ALREADY_DELIVERED', 'This parcel was delivered already.', new Date(deliveredAt).toISOString());
  }
  if (at > now) throw new TrackingRefused('INSTANT_IN_FUTURE', 'The instant lies in the future.', new Date(now).toISOString());
  if (at < shippedAt) {
    throw new TrackingRefused('BEFORE_SHIPMENT', 'The parcel went out after that.', new Date(shippedAt).toISOString());
  }
}
