import { isReasonCode, openCase, reasonOf, type Application, type CaseType, type OpenedCase } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize } from '../auth/authorize.js';
import { NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { shortCode } from '../orders/code.js';
import { currentRead } from '../orders/current-read.js';
import { insertRows } from '../orders/insert-rows.js';
import { OrderLine, SalesOrder } from '../orders/order.entity.js';
import { holdOrder, orderTarget } from '../orders/order.service.js';
import { judge, overLines, type Judged } from './case-application.js';
import { countMove } from './case-counts.js';
import { CaseEvents } from './case-events.js';
import { columnsOf } from './case-facts.js';
import { openInOrder, takeLines } from './case-order.js';
import { CaseRules, type Ground } from './case-rules.service.js';
import { AfterSalesCase, CaseLine } from './case.entity.js';
import { ApplicationRefused } from './case.errors.js';
import { doerOf, type Doer } from './doer.js';

/** An application as it comes in. */
export interface NewApplication {
  readonly orderId: string;
  readonly type: CaseType;
  readonly reason: string;
  readonly text?: string | null;
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[];
  /** Fen; absent: all that may be refunded for these lines. */
  readonly amount?: number | null;
}

interface Asked {
  readonly order: SalesOrder;
  readonly application: Application;
  readonly judged: Judged;
  readonly ground: Ground;
}

/** A3, A5: opens cases, by the buyer, or by staff for a buyer. */
@Injectable()
export class ApplyService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(CaseEvents) private readonly events: CaseEvents,
  ) {}

  /** Whether an application may be made, and why; nothing is written. @throws NotFound, Forbidden */
  async check(actor: Actor, input: NewApplication, now: number): Promise<Judged> {
    const order = await this.database.read.findOneBy(SalesOrder, { id: input.orderId });
    if (!order) throw new NotFound('order', input.orderId);
    authorize(actor, 'order.read', orderTarget(order));
    const lines = await this.database.read.find(OrderLine, linesOf(order));
    const { judged } = await this.ask(order, lines, input, actor.kind === 'buyer' ? 'buyer' : 'branch', now);
    return judged;
  }

  /** @throws NotFound, Forbidden, ApplicationRefused */
  async apply(tx: EntityManager, actor: Actor, input: NewApplication, now: number): Promise<AfterSalesCase> {
    const order = await this.held(tx, input.orderId);
    authorize(actor, 'case.apply', orderTarget(order));
    return this.open(tx, doerOf(actor, 'apply', order.buyerName), order, input, now);
  }

  /** For callers that answer for the doer; he acts as buyer or branch. @throws NotFound, ApplicationRefused */
  async applyAs(tx: EntityManager, doer: Doer, input: NewApplication, now: number): Promise<AfterSalesCase> {
    return this.open(tx, doer, await this.held(tx, input.orderId), input, now);
  }

  private async held(tx: EntityManager, orderId: string): Promise<SalesOrder> {
    await holdOrder(tx, orderId);
    const order = await tx.findOne(SalesOrder, { where: { id: orderId }, ...currentRead(tx) });
    if (!order) throw new NotFound('order', orderId);
    return order;
  }

  private async open(
    tx: EntityManager,
    doer: Doer,
    order: SalesOrder,
    input: NewApplication,
    now: number,
  ): Promise<AfterSalesCase> {
    const by = doer.capacity === 'buyer' ? 'buyer' : 'branch';
    const lines = await tx.find(OrderLine, { ...linesOf(order), ...currentRead(tx) });
    const asked = await this.ask(order, lines, input, by, now);
    const { eligibility } = asked.judged;
    const refused = eligibility.checks.find(({ passes }) => !passes);
    if (refused) throw new ApplicationRefused(refused, eligibility.checks);
    const amount = input.amount ?? eligibility.maxAmount;
    const reason = knownReason(input.reason);
    const opened = openCase({ type: input.type, reason, amount, maxAmount: eligibility.maxAmount }, by, asked.ground.context);
    return this.write(tx, doer, asked, opened, input, now);
  }

  private async ask(
    order: SalesOrder,
    orderLines: readonly OrderLine[],
    input: NewApplication,
    by: 'buyer' | 'branch',
    now: number,
  ): Promise<Asked> {
    const { type, reason, amount = null } = input;
    const lines = input.lines.map(({ orderLineId, quantity }) => ({ lineId: orderLineId, quantity }));
    const application: Application = { by, type, reason, lines, amount };
    const ground = await this.rules.ground(order, now);
    const subsidy = await this.rules.subsidyPromise(order);
    return { order, application, ground, judged: judge(order, orderLines, application, { ...ground, subsidy }) };
  }

  private async write(
    tx: EntityManager,
    doer: Doer,
    { order, judged, ground }: Asked,
    { facts, transition }: OpenedCase,
    input: NewApplication,
    now: number,
  ): Promise<AfterSalesCase> {
    const id = newId(now);
    const { payer, merchantBps, trace } = judged.freight;
    const row = Object.assign(new AfterSalesCase(), {
      id,
      code: shortCode(now, id),
      ...ancestorsOf(order),
      orderId: order.id,
      nodeId: order.nodeId,
      buyerName: order.buyerName,
      reasonClass: reasonOf(facts.reason).class,
      text: input.text ?? null,
      currency: order.currency,
      ...columnsOf(facts, transition.reminders ?? [], ground.context),
      proposalNote: null,
      freightPayer: payer,
      freightMerchantBps: merchantBps,
      freightCoveredAtMost: judged.coveredAtMost,
      freightTrace: trace,
      returnAddress: null,
      rulesPromise: order.rulesPromise,
      subsidyPromise: order.subsidyPromise,
      lastSeq: 1,
      version: 1,
    });
    const amounts = overLines(facts.amount, judged.claims);
    const lines = judged.claims.map(({ line, quantity, claimed }, index) => ({
      id: newId(now),
      caseId: id,
      orderLineId: line.id,
      quantity,
      amount: amounts[index] ?? 0,
      claimed,
    }));
    await takeLines(tx, lines);
    await insertRows(tx, AfterSalesCase, [row]);
    await insertRows(tx, CaseLine, lines);
    const data = {
      amount: facts.amount,
      reason: facts.reason,
      basis: judged.eligibility.basis,
      checks: judged.eligibility.checks,
    };
    await this.events.open(tx, row, doer, ground.policyEpoch, data);
    await countMove(tx, row, null, facts.state);
    await openInOrder(tx, order.id);
    return row;
  }
}

const linesOf = ({ id }: SalesOrder) => ({ where: { orderId: id }, order: { lineNo: 'ASC' } }) as const;

/** Eligibility has said so before. */
function knownReason(reason: string) {
  if (!isReasonCode(reason)) throw new TypeError(`unknown reason ${reason}`);
  return reason;
}

const ancestorsOf = ({ a0, a1, a2, a3, a4, a5, a6, a7, a8 }: SalesOrder) => ({ a0, a1, a2, a3, a4, a5, a6, a7, a8 });
