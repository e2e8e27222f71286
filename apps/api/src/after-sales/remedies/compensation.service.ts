import { compensationLeft, compensationRefused } from '@headwater/after-sales';
import { compensated, compensationPaid, type Compensation } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, StaffActor } from '../../auth/actor.js';
import { may, targetOf } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/database.js';
import type { Refund } from '../../money/ledger.entity.js';
import { LedgerService } from '../../money/ledger.service.js';
import { RefundService } from '../../money/refund.service.js';
import { caseRef, postingOf } from '../case-ref.js';
import { CaseRules, type Ground } from '../case-rules.service.js';
import type { Seen } from '../case-writes.service.js';
import type { AfterSalesCase } from '../case.entity.js';
import { BesideState, type Beside } from './beside-state.service.js';
import { CompensationRefused } from './remedy.errors.js';

/** A grant in the words of the ledger. */
const grantOf = (row: AfterSalesCase, { id, amount }: Refund): Compensation => ({ ...caseRef(row), amount, grant: id });

/** Money for what went wrong, beside the refund: granted in any state, paid by the same gateway, borne by the branch. */
@Injectable()
export class Compensations {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(BesideState) private readonly beside: BesideState,
    @Inject(RefundService) private readonly refunds: RefundService,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(CaseRules) private readonly rules: CaseRules,
  ) {}

  /**
   * @param amount fen
   * @throws NotFound, Forbidden, StaleVersion, CompensationRefused
   */
  grant(actor: StaffActor, seen: Seen, amount: number, reason: string): Promise<AfterSalesCase> {
    return this.database.inTransaction(async (tx) => {
      const it = await this.beside.begin(tx, actor, 'case.compensate', seen, this.clock.now());
      const question = await this.question(tx, actor, it.row, it.ground);
      const refused = compensationRefused(amount, question);
      if (refused !== null) throw new CompensationRefused(refused, compensationLeft(question));
      await this.post(tx, it, amount);
      return this.beside.record(tx, it, { verb: 'compensate', reason, data: { amount } });
    });
  }

  /** How much more this person may give for the case, in fen. */
  async left(tx: EntityManager, actor: Actor, row: AfterSalesCase, ground: Ground): Promise<number> {
    return compensationLeft(await this.question(tx, actor, row, ground));
  }

  /** It was paid out. */
  async paid(tx: EntityManager, row: AfterSalesCase, refund: Refund, now: number): Promise<void> {
    const ground = await this.rules.ground(row, now);
    await this.ledger.post(tx, [compensationPaid(grantOf(row, refund), postingOf({ ground, now }, row.rulesPromise))], now);
  }

  private async question(tx: EntityManager, actor: Actor, row: AfterSalesCase, { rules }: Ground) {
    return {
      granted: await this.refunds.compensatedOf(tx, row.id),
      limit: rules.compensationLimit,
      maxAmount: row.facts.maxAmount,
      above: may(actor, 'case.compensateAbove', targetOf('case', row)),
    };
  }

  private async post(tx: EntityManager, { row, ground, now }: Beside, amount: number): Promise<void> {
    const { id: caseId, orderId, currency } = row;
    const decision = { caseId, orderId, currency, amount, purpose: 'compensation' as const };
    // One version is seen once: the key tells the grants of a case apart, and none is paid twice.
    const refund = await this.refunds.decide(tx, { ...decision, key: `${caseId}:${String(row.version)}` }, now);
    await this.ledger.post(tx, [compensated(grantOf(row, refund), postingOf({ ground, now }, row.rulesPromise))], now);
  }
}
