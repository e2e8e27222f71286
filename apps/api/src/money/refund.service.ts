import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { updateVersioned } from '../database/database.js';
import { currentRead } from '../database/current-read.js';
import { rowsWhere } from '../database/rows.js';
import { insertRows } from '../orders/insert-rows.js';
import { OrderPayment } from '../orders/order.entity.js';
import { Refund, RefundAttempt } from './ledger.entity.js';
import { PayoutUnderWay, RefundTooHigh } from './money.errors.js';
import type { PayoutResult } from './payout-port.js';
import { repay, type TenderShare } from './tenders.js';

/** A refund to be decided for a case, in fen above 0. */
export interface RefundDecision {
  readonly caseId: string;
  readonly orderId: string;
  readonly currency: string;
  readonly amount: number;
  readonly purpose: Refund['purpose'];
  /** Tells several of one purpose apart; absent: there is one a case. */
  readonly key?: string;
}

/** What the refund of a case consists of. */
const ofRefund = In(['goods', 'freight']);

const MINUTE = 60_000;
/** How long after a failed attempt the next one is made by itself; then it is finance's turn. */
const RETRY_AFTER = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE);
/** As much of what a gateway says as there is room for. */
const MAX_MESSAGE = 300;
/** For as long nobody else tries a refund that somebody is trying. */
export const LEASE = 2 * MINUTE;

/**
 * What became of an answer: it was written down; somebody else has gone on meanwhile and it says nothing new; or it says that money left
 * which had left by another way already.
 */
export type Settlement = 'settled' | 'passedOver' | 'paidTwice';

/** Refunds as rows: the decision, what it repays, each attempt to pay it out. The gateway itself is behind `PayoutPort`. */
@Injectable()
export class RefundService {
  /**
   * Decides a refund: sets the payments aside that it repays and makes it due at once. Return freight goes to the buyer too, but repays
   * no payment.
   * @throws RefundTooHigh
   */
  async decide(tx: EntityManager, { key, ...decision }: RefundDecision, now: number): Promise<Refund> {
    const isGoods = decision.purpose === 'goods';
    if (isGoods) await this.addToOrder(tx, decision);
    const refund: Refund = {
      id: newId(now),
      ...decision,
      status: 'decided',
      idempotencyKey: `${decision.purpose}:${key ?? decision.caseId}`,
      attempts: 0,
      nextAttemptAt: now,
      decidedAt: now,
      paidAt: null,
      reference: null,
      voucher: null,
      tenders: isGoods ? await this.setAside(tx, decision) : null,
      version: 1,
    };
    await insertRows(tx, Refund, [refund]);
    return refund;
  }

  /** Due again at once: finance asked for another attempt. What the gateway was asked for and may yet pay keeps its time. */
  async retry(tx: EntityManager, caseId: string, now: number): Promise<void> {
    await tx.update(
      Refund,
      { caseId, paidAt: IsNull(), purpose: ofRefund, status: Not('asked') },
      { nextAttemptAt: now, version: () => 'version + 1' },
    );
  }

  /** Everything still owed for a case was paid by hand. @throws PayoutUnderWay: some of it may just be paid by the gateway */
  async payByVoucher(tx: EntityManager, caseId: string, voucher: string, now: number): Promise<void> {
    if ((await this.owedOf(tx, caseId)).some(({ status }) => status === 'asked')) throw new PayoutUnderWay();
    const paid = { status: 'paid', voucher, paidAt: now, nextAttemptAt: null, version: () => 'version + 1' } as const;
    await tx.update(Refund, { caseId, paidAt: IsNull(), purpose: ofRefund }, paid);
  }

  /** What the refund of a case still waits for: its compensations are paid beside it. */
  async owedOf(tx: EntityManager, caseId: string): Promise<Refund[]> {
    return (await this.unpaidOf(tx, caseId)).filter(({ purpose }) => purpose !== 'compensation');
  }

  /** Granted for a case so far beside its refund, paid or not, in fen. */
  async compensatedOf(tx: EntityManager, caseId: string): Promise<number> {
    const granted = await tx.find(Refund, {
      where: { caseId, purpose: 'compensation' },
      ...(tx.queryRunner?.isTransactionActive && currentRead(tx)),
    });
    return granted.reduce((sum, { amount }) => sum + amount, 0);
  }

  async unpaidOf(tx: EntityManager, caseId: string): Promise<Refund[]> {
    const refunds = await rowsWhere(tx, Refund, { caseId }, { by: 'id', held: true });
    return refunds.filter(({ paidAt }) => paidAt === null);
  }

  /** Cases with a payout to be tried now, the longest due first. */
  async dueCases(manager: EntityManager, now: number, limit: number): Promise<string[]> {
    const due = await manager.query<{ caseId: string }[]>(
      'SELECT case_id AS caseId FROM refund WHERE next_attempt_at <= ? ORDER BY next_attempt_at, id LIMIT ?',
      [now, limit],
    );
    return [...new Set(due.map(({ caseId }) => caseId))];
  }

  /** When the next payout is due; null: none is. */
  async nextDue(manager: EntityManager): Promise<number | null> {
    const [next] = await manager.find(Refund, {
      select: { id: true, nextAttemptAt: true },
      where: { nextAttemptAt: Not(IsNull()) },
      order: { nextAttemptAt: 'ASC' },
      take: 1,
    });
    return next?.nextAttemptAt ?? null;
  }

  async dueOf(tx: EntityManager, caseId: string, now: number): Promise<Refund[]> {
    const unpaid = await this.unpaidOf(tx, caseId);
    return unpaid.filter(({ nextAttemptAt }) => nextAttemptAt !== null && nextAttemptAt <= now);
  }

  /** Takes refunds that are due for one attempt each; nobody else tries them before the lease ends. @throws StaleVersion */
  async claim(tx: EntityManager, due: readonly Refund[], now: number): Promise<readonly Refund[]> {
    for (const refund of due) {
      const claimed = { status: 'asked' as const, nextAttemptAt: now + LEASE, attempts: refund.attempts + 1 };
      refund.version = await updateVersioned(tx, Refund, refund, claimed, 'refund');
      Object.assign(refund, claimed);
    }
    return due;
  }

  /**
   * Writes down how an attempt went and when the next one is due. An answer that comes after others have gone on changes nothing, unless
   * it says that the money has left: that is so whoever asked.
   * @throws NotFound
   */
  async settle(tx: EntityManager, asked: Refund, result: PayoutResult, now: number): Promise<Settlement> {
    const [refund] = await rowsWhere(tx, Refund, { id: asked.id }, { held: true });
    if (!refund) throw new NotFound('refund', asked.id);
    const isLate = refund.version !== asked.version;
    if (isLate && (result.outcome !== 'paid' || refund.reference === result.reference)) return 'passedOver';
    const message = (result.outcome === 'paid' ? result.reference : result.message).slice(0, MAX_MESSAGE);
    await insertRows(tx, RefundAttempt, [{ id: newId(now), refundId: refund.id, at: now, outcome: result.outcome, message }]);
    if (refund.status === 'paid') return 'paidTwice';
    await updateVersioned(tx, Refund, refund, settled(refund, result, now), 'refund');
    return 'settled';
  }

  attemptsOf(manager: EntityManager, refundIds: readonly string[]): Promise<RefundAttempt[]> {
    return manager.find(RefundAttempt, { where: { refundId: In(refundIds) }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** Adds to what is refunded of an order, unless that were more than was paid. */
  private async addToOrder(tx: EntityManager, { orderId, amount }: RefundDecision): Promise<void> {
    await tx.query('UPDATE sales_order SET refunded_amount = refunded_amount + ? WHERE id = ?', [amount, orderId]);
    const [over] = await tx.query<unknown[]>('SELECT id FROM sales_order WHERE id = ? AND refunded_amount > paid_amount', [
      orderId,
    ]);
    if (over !== undefined) throw new RefundTooHigh(orderId, amount);
  }

  private async setAside(tx: EntityManager, { orderId, amount }: RefundDecision): Promise<TenderShare[]> {
    const payments = await rowsWhere(tx, OrderPayment, { orderId }, { by: 'sequence', held: true });
    const shares = repay(payments, amount);
    for (const share of shares) {
      const payment = payments.find(({ id }) => id === share.paymentId);
      if (payment) await updateVersioned(tx, OrderPayment, payment, { refunded: payment.refunded + share.amount }, 'payment');
    }
    return shares;
  }
}

function settled({ attempts, purpose }: Refund, result: PayoutResult, now: number): Partial<Refund> {
  if (result.outcome === 'paid') return { status: 'paid', paidAt: now, reference: result.reference, nextAttemptAt: null };
  if (result.outcome === 'pending') return { nextAttemptAt: result.askAgainAt };
  // Finance is told of a refund that fails; nobody is of a compensation, so that goes on by itself.
  const wait = RETRY_AFTER[attempts - 1] ?? (purpose === 'compensation' ? RETRY_AFTER.at(-1) : undefined);
  return { status: 'failed', nextAttemptAt: wait === undefined ? null : now + wait };
}
