import { performance } from 'node:perf_hooks';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import type { Refund } from '../money/ledger.entity.js';
import { PayoutPort, type PayoutResult } from '../money/payout-port.js';
import { LEASE, RefundService } from '../money/refund.service.js';
import { SalesOrder } from '../orders/order.entity.js';
import { CaseService } from './case.service.js';
import type { AfterSalesCase } from './case.entity.js';
import { systemDoer } from './doer.js';
import { inParts, inWords } from './in-parts.js';
import { loadHeld } from './load-case.js';
import { Compensations } from './remedies/compensation.service.js';

/** Cases asked for at once. */
const BATCH = 50;

const doer = systemDoer('payout');

interface Claimed {
  readonly caseId: string;
  readonly orderNo: string;
  readonly refunds: readonly Refund[];
}

interface Answered {
  readonly caseId: string;
  readonly answers: readonly { readonly refund: Refund; readonly result: PayoutResult }[];
}

/**
 * A16: pays decided refunds. An attempt is claimed in one transaction, made outside of any, and settled in another; an answer that
 * is lost on the way is asked for again under the same idempotency key, so that nothing is paid twice.
 */
@Injectable()
export class PayoutWorker {
  private readonly log = new Logger(PayoutWorker.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PayoutPort) private readonly port: PayoutPort,
    @Inject(RefundService) private readonly refunds: RefundService,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(Compensations) private readonly compensations: Compensations,
  ) {}

  /**
   * Every payout that is due at `now` (UTC epoch ms).
   * @returns how many attempts were made
   */
  async runDue(now: number): Promise<number> {
    let attempts = 0;
    for (;;) {
      const due = await this.refunds.dueCases(this.database.read, now, BATCH);
      const made = due.length === 0 ? 0 : await this.attempt(due, now);
      attempts += made;
      if (made === 0) return attempts;
    }
  }

  /** When the next payout is due; null: none is. */
  next(): Promise<number | null> {
    return this.refunds.nextDue(this.database.read);
  }

  private async attempt(due: readonly string[], now: number): Promise<number> {
    const failed = (what: string) => (caseId: string, error: unknown) =>
      this.log.error(`${what} of case ${caseId} failed: ${inWords(error)}`);
    const claim = (part: EntityManager, caseId: string) => this.claim(part, caseId, now);
    const claimed = await this.database.inTransaction((tx) => inParts(tx, due, claim, failed('the claim')));
    const asked = performance.now();
    const answered: Answered[] = [];
    for (const each of claimed) {
      // A slow gateway: what is left is asked for by whoever comes when the lease has ended.
      if (performance.now() - asked >= LEASE) break;
      answered.push(await this.pay(each, now));
    }
    const settle = (part: EntityManager, each: Answered) => this.settle(part, each, now);
    await this.database.inTransaction((tx) =>
      inParts(
        tx,
        answered.filter(({ answers }) => answers.length > 0),
        settle,
        ({ caseId }, error) => failed('the payout')(caseId, error),
      ),
    );
    return answered.reduce((sum, { answers }) => sum + answers.length, 0);
  }

  /** Takes the due refunds of a case; one that failed before is tried again as a step of its case. */
  private async claim(tx: EntityManager, caseId: string, now: number): Promise<Claimed> {
    const row = await loadHeld(tx, caseId);
    const due = await this.refunds.dueOf(tx, caseId, now);
    const payable = due.filter(({ purpose }) => purpose === 'compensation' || row.state === 'REFUNDING');
    if (payable.length === 0) return { caseId, orderNo: '', refunds: [] };
    const order = await tx.findOneOrFail(SalesOrder, { where: { id: row.orderId }, select: { id: true, code: true } });
    if (row.payoutFailed && payable.some(isRefund)) await this.retry(tx, caseId, now);
    const claimed = (await this.refunds.dueOf(tx, caseId, now)).filter(({ id }) => payable.some((each) => each.id === id));
    return { caseId, orderNo: order.code, refunds: await this.refunds.claim(tx, claimed, now) };
  }

  private async retry(tx: EntityManager, id: string, now: number): Promise<void> {
    await this.cases.carryOut(tx, doer, { id, version: null, action: { verb: 'retry' } }, now);
  }

  /** Asks the gateway, outside of any transaction. Without an answer the refund stays claimed until its lease ends. */
  private async pay({ caseId, orderNo, refunds }: Claimed, now: number): Promise<Answered> {
    const answers: { refund: Refund; result: PayoutResult }[] = [];
    for (const refund of refunds) {
      try {
        answers.push({ refund, result: await this.port.pay(requestOf(refund, orderNo, now)) });
      } catch (error) {
        this.log.error(`no answer to the payout of case ${caseId}: ${inWords(error)}`);
      }
    }
    return { caseId, answers };
  }

  /** What the gateway said: the attempts, and the step of the case once all of it is paid, or when something has failed. */
  private async settle(tx: EntityManager, { caseId, answers }: Answered, now: number): Promise<void> {
    const row = await loadHeld(tx, caseId);
    const results: PayoutResult[] = [];
    for (const { refund, result } of answers) {
      const settlement = await this.refunds.settle(tx, refund, result, now);
      if (settlement === 'paidTwice') this.log.error(`a refund of case ${caseId} was paid by another way already`, result);
      if (settlement !== 'settled') continue;
      if (isRefund(refund)) results.push(result);
      else if (result.outcome === 'paid') await this.compensations.paid(tx, row, refund, now);
    }
    if (results.length > 0) await this.goOn(tx, row, results, now);
  }

  private async goOn(
    tx: EntityManager,
    { id, payoutFailed }: AfterSalesCase,
    results: readonly PayoutResult[],
    now: number,
  ): Promise<void> {
    const work = { id, version: null };
    const failure = results.find((result) => result.outcome === 'failed');
    if (failure && !payoutFailed) {
      await this.cases.carryOut(tx, doer, { ...work, action: { verb: 'payoutFailed', detail: failure.message } }, now);
    }
    const paid = results.find((result) => result.outcome === 'paid');
    if (failure || !paid || (await this.refunds.owedOf(tx, id)).length > 0) return;
    await this.cases.carryOut(tx, doer, { ...work, action: { verb: 'paid', reference: paid.reference } }, now);
  }
}

const isRefund = ({ purpose }: Refund): boolean => purpose !== 'compensation';

const requestOf = ({ idempotencyKey, amount, currency, tenders, attempts }: Refund, orderNo: string, now: number) => ({
  idempotencyKey,
  orderNo,
  amount,
  currency,
  tenders,
  attempt: attempts,
  now,
  until: now + LEASE,
});
