import { isReasonCode, reasonOf, type CaseActor, type CaseVerb } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ApplyService } from '../../after-sales/apply.service.js';
import { AfterSalesCase } from '../../after-sales/case.entity.js';
import { CaseRefused } from '../../after-sales/case.errors.js';
import { CaseService } from '../../after-sales/case.service.js';
import type { Doer } from '../../after-sales/doer.js';
import { PhotoUploads } from '../../after-sales/photos/photo-uploads.service.js';
import { TrackingService } from '../../after-sales/tracking.service.js';
import { systemActor } from '../../auth/actor.js';
import { atWork, HOUR } from '../calendar.js';
import type { Cast } from '../cast.js';
import type { Random } from '../random.js';
import { drawnGoods } from './drawn-goods.js';
import { nextOf, type Next } from './agents.js';
import type { Scenario } from './scenario.js';

/** Who complains of the goods sends a picture of them. */
const showsGoods = (reason: string): boolean => isReasonCode(reason) && reasonOf(reason).class === 'quality';

/** One case on its way through the history. */
export interface CaseRun {
  readonly scenario: Scenario;
  readonly orderId: string;
  readonly own: Random;
  caseId: string | null;
  accepted: boolean;
  /** What was decided to be done when its turn comes; null: look first. */
  pending: Exclude<Next, { kind: 'wait' }> | null;
}

const startsParcel: ReadonlySet<CaseVerb> = new Set<CaseVerb>(['ship', 'changeLogistics', 'dispatch', 'receiveAndDispatch']);

/** Thousands of times the same question: asked plainly. */
const latestParcel = 'SELECT shipment_id AS shipmentId FROM shipment_case WHERE case_id = ? ORDER BY id DESC LIMIT 1';
const linesInOrder = 'SELECT id FROM order_line WHERE order_id = ? ORDER BY line_no';

/** How long after its clock has rung somebody looks at a case again. */
const LOOK_AGAIN = 4 * HOUR;
const GATEWAY_GIVES_UP = 26 * HOUR;

/** Lets the people of a case do what they do, through the services that the API itself uses. */
@Injectable()
export class CaseLife {
  constructor(
    @Inject(ApplyService) private readonly applications: ApplyService,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(TrackingService) private readonly tracking: TrackingService,
    @Inject(PhotoUploads) private readonly photos: PhotoUploads,
  ) {}

  /** One step of a case at its time. @returns when to come back (UTC epoch ms); null: never */
  async step(tx: EntityManager, run: CaseRun, cast: Cast, now: number): Promise<number | null> {
    const row = run.caseId === null ? await this.open(tx, run, cast, now) : await this.goOn(tx, run, run.caseId, cast, now);
    return this.arrange(run, row, now);
  }

  private async open(tx: EntityManager, run: CaseRun, cast: Cast, now: number): Promise<AfterSalesCase> {
    const { scenario, orderId } = run;
    const lines = await tx.query<{ id: string }[]>(linesInOrder, [orderId]);
    const claimed = scenario.lines.map(({ index, quantity }) => ({ orderLineId: lines[index]?.id ?? '', quantity }));
    const { type, reason, text, followUpAnswer, amount } = scenario;
    const doer = doerOf(scenario.by, scenario, cast);
    const photos = showsGoods(reason)
      ? [await this.photos.plantWaiting(tx, doer, orderId, 'goods', drawnGoods(orderId), now)]
      : [];
    const said = { reason, text, followUpAnswer };
    const row = await this.applications.applyAs(tx, doer, { orderId, type, ...said, lines: claimed, amount, photos }, now);
    run.caseId = row.id;
    return row;
  }

  private async goOn(tx: EntityManager, run: CaseRun, id: string, cast: Cast, now: number): Promise<AfterSalesCase> {
    const { pending } = run;
    run.pending = null;
    try {
      if (pending) return await this.carryOut(tx, run, id, cast, pending, now);
    } catch (error) {
      // Meanwhile the clock or somebody else was faster: look at what there is now.
      if (!(error instanceof CaseRefused)) throw error;
    }
    return tx.findOneByOrFail(AfterSalesCase, { id });
  }

  private async carryOut(
    tx: EntityManager,
    run: CaseRun,
    id: string,
    cast: Cast,
    step: NonNullable<CaseRun['pending']>,
    now: number,
  ): Promise<AfterSalesCase> {
    if (step.kind === 'report') return this.report(tx, run, id, step.news, now);
    const { action, said, by } = step;
    if (startsParcel.has(action.verb)) run.accepted = false;
    const doer = doerOf(by, run.scenario, cast);
    if (action.verb === 'refuseReceipt') await this.photos.plant(tx, doer, id, 'refusal', drawnGoods(id), now);
    return this.cases.carryOut(tx, doer, { id, version: null, action, said }, now);
  }

  private async report(tx: EntityManager, run: CaseRun, caseId: string, kind: string, now: number): Promise<AfterSalesCase> {
    const [last] = await tx.query<{ shipmentId: string }[]>(latestParcel, [caseId]);
    run.accepted = true;
    return this.tracking.recordIn(tx, systemActor('物流轨迹'), { shipmentId: last?.shipmentId ?? '', kind, at: now }, now);
  }

  private arrange(run: CaseRun, row: AfterSalesCase, now: number): number | null {
    const next = nextOf({ row, scenario: run.scenario, own: run.own, accepted: run.accepted });
    if (next.kind !== 'wait') {
      run.pending = next;
      return workingTime(next, now + next.after);
    }
    if (row.state === 'REFUNDING')
      return run.scenario.course === 'payoutFails' && !row.payoutFailed ? now + GATEWAY_GIVES_UP : null;
    return row.deadlineAt === null ? null : row.deadlineAt + LOOK_AGAIN;
  }
}

/** Stores are open into the evening, offices are not; buyers and carriers have no hours. */
function workingTime(next: Exclude<Next, { kind: 'wait' }>, at: number): number {
  if (next.kind === 'report' || next.by === 'buyer') return at;
  return next.by === 'branch' ? atWork(at, 9.5, 21.5) : atWork(at, 9, 18);
}

function doerOf(capacity: Exclude<CaseActor, 'system'>, { order }: Scenario, cast: Cast): Doer {
  if (capacity === 'buyer') return { capacity, kind: 'buyer', id: null, name: order.buyer.name };
  const { id, name } = cast.whoIs(capacity, order.store.id);
  return { capacity, kind: 'staff', id, name };
}
