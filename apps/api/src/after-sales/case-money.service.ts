import type { CaseEffect } from '@headwater/after-sales';
import { deduction, manualVoucher, refundDecided, refundPaid, returnAbandoned, type Entry } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LedgerService } from '../money/ledger.service.js';
import { RefundService } from '../money/refund.service.js';
import { CaseParcels } from './case-parcels.service.js';
import { caseRef, postingOf } from './case-ref.js';
import type { AfterSalesCase } from './case.entity.js';
import { ours } from './freight-terms.js';
import { live } from './live-entries.js';
import type { Step } from './step.js';

type ParcelEffect =
  'returnShipped' | 'logisticsChanged' | 'droppedIn' | 'shippedBack' | 'replacementShipped' | 'replacementCorrected';
type MoneyEffect = Exclude<CaseEffect, { kind: ParcelEffect | 'refundAlert' }>;
type EffectOf<K extends MoneyEffect['kind']> = Extract<MoneyEffect, { kind: K }>;

/** What a step of a case means for money: entries and refunds, posted in the step's transaction. */
@Injectable()
export class CaseMoney {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(RefundService) private readonly refunds: RefundService,
    @Inject(CaseParcels) private readonly parcels: CaseParcels,
  ) {}

  carryOut(tx: EntityManager, step: Step, row: AfterSalesCase, effect: MoneyEffect): Promise<void> {
    const context = postingOf(step, row.rulesPromise);
    switch (effect.kind) {
      case 'refundDecided':
        return this.post(tx, step, [refundDecided({ ...caseRef(row), amount: effect.amount }, context)]);
      case 'deduction':
        return this.post(tx, step, [deduction({ ...caseRef(row), amount: effect.amount }, context)]);
      case 'payoutRequested':
        return this.request(tx, step, row, effect);
      case 'refundPaid':
      case 'manualVoucher':
        return this.paid(tx, step, row, effect);
      case 'returnAbandoned':
        return this.abandon(tx, step, row);
    }
  }

  /** The first request decides what is paid: the refund, and the return freight that the buyer advanced and is ours. */
  private async request(
    tx: EntityManager,
    { now }: Step,
    row: AfterSalesCase,
    effect: EffectOf<'payoutRequested'>,
  ): Promise<void> {
    const { id: caseId, orderId, currency } = row;
    if (effect.attempt > 1) return this.refunds.retry(tx, caseId, now);
    const decision = { caseId, orderId, currency };
    await this.refunds.decide(tx, { ...decision, amount: effect.amount, purpose: 'goods' }, now);
    const freight = row.facts.shippedAt === null ? 0 : ours(await this.parcels.freightOf(tx, caseId));
    if (freight > 0) await this.refunds.decide(tx, { ...decision, amount: freight, purpose: 'freight' }, now);
  }

  private async paid(
    tx: EntityManager,
    step: Step,
    row: AfterSalesCase,
    { kind, amount, reference }: EffectOf<'refundPaid' | 'manualVoucher'>,
  ): Promise<void> {
    if (kind === 'manualVoucher') await this.refunds.payByVoucher(tx, row.id, reference, step.now);
    const payout = { ...caseRef(row), amount, freight: await this.parcels.freightOf(tx, row.id) };
    const post = kind === 'refundPaid' ? refundPaid : manualVoucher;
    await this.post(tx, step, [post(payout, postingOf(step, row.rulesPromise))]);
  }

  private async abandon(tx: EntityManager, step: Step, row: AfterSalesCase): Promise<void> {
    const context = postingOf(step, row.subsidyPromise);
    for (const shipmentId of await this.parcels.advanced(tx, row.id)) {
      const entries = live(await this.ledger.entriesOfShipment(tx, shipmentId));
      const released = entries.map((entry) => returnAbandoned(entry, row.id, context)).filter((entry) => entry !== null);
      await this.post(tx, step, released);
    }
  }

  private post(tx: EntityManager, { now }: Step, entries: readonly Entry[]): Promise<void> {
    return this.ledger.post(tx, entries, now);
  }
}
