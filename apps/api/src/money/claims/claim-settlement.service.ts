import {
  byHand,
  claimRecovered,
  claimRefused,
  periodOf,
  reverse,
  type Claim,
  type Entry,
  type PostingContext,
} from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { StaffActor } from '../../auth/actor.js';
import { authorize, targetOf } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { NotFound, StaleVersion } from '../../common/errors.js';
import { Database } from '../../database/database.js';
import { rowsWhere } from '../../database/rows.js';
import { LedgerService } from '../ledger.service.js';
import { ClaimBearers, type ClaimedCase } from './claim-bearers.service.js';
import { LedgerClaim } from './claim.entity.js';
import { ClaimAmountRefused, ClaimNotWithdrawn, ClaimSettled } from './claim.errors.js';
import { readText, REASON_MAX } from './claim-text.js';
import { isWithdrawable, leftOf } from './claim-status.js';

/** A claim as the caller saw it. */
export interface SeenClaim {
  readonly id: string;
  readonly version: number;
}

/** A claim that may be settled, held. */
interface Open {
  readonly row: LedgerClaim;
  readonly ofCase: ClaimedCase;
  readonly claim: Claim;
  readonly context: PostingContext;
  readonly now: number;
  /** One version is seen once: it tells the postings of a claim apart. */
  readonly key: string;
}

const REFERENCE_MAX = 64;

/** M1: what came in for a claim, that it was refused, or that one by hand is withdrawn: entries, the claim's own row and the log in one transaction. */
@Injectable()
export class ClaimSettlement {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(ClaimBearers) private readonly bearers: ClaimBearers,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /**
   * Money came in, for all that is left of the claim or a part.
   * @param amount fen
   * @param reference the payment's, by which it is found at the bank
   * @throws NotFound, Forbidden, BadInput, StaleVersion, ClaimSettled, ClaimAmountRefused
   */
  recover(actor: StaffActor, seen: SeenClaim, amount: number, reference: string): Promise<LedgerClaim> {
    const named = readText('reference', reference, REFERENCE_MAX);
    return this.database.inTransaction(async (tx) => {
      const open = await this.open(tx, actor, seen);
      const { claim, context, key, now } = open;
      if (amount < 1 || amount > claim.left) throw new ClaimAmountRefused(amount, claim.left);
      await this.ledger.post(tx, [claimRecovered({ ...claim, amount, receipt: key }, context)], now);
      await this.note(tx, actor, open, 'claim.recover', { amount, left: claim.left - amount, reference: named });
      return this.read(tx, seen.id);
    });
  }

  /**
   * What is left of the claim will not come: the bearer stated in the promise bears it.
   * @throws NotFound, Forbidden, BadInput, StaleVersion, ClaimSettled
   */
  refuse(actor: StaffActor, seen: SeenClaim, reason: string): Promise<LedgerClaim> {
    const said = readText('reason', reason, REASON_MAX);
    return this.database.inTransaction(async (tx) => {
      const open = await this.open(tx, actor, seen);
      const { claim, context, key, now, ofCase } = open;
      const bearer = ofCase.fallback;
      const bearerNodeId = bearer === 'HQ' ? actor.snapshot.root.id : claim.originNodeId;
      await this.ledger.post(tx, [claimRefused({ ...claim, refusal: key, bearer, bearerNodeId }, context)], now);
      await this.note(tx, actor, open, 'claim.refuse', { amount: claim.left, bearer, reason: said });
      return this.read(tx, seen.id);
    });
  }

  /**
   * A claim by hand that nothing was paid of was opened in error, or is dropped: the books take it back as if it had not been.
   * @throws NotFound, Forbidden, BadInput, StaleVersion, ClaimSettled, ClaimNotWithdrawn
   */
  withdraw(actor: StaffActor, seen: SeenClaim, reason: string): Promise<LedgerClaim> {
    const said = readText('reason', reason, REASON_MAX);
    return this.database.inTransaction(async (tx) => {
      const open = await this.open(tx, actor, seen, 'money.openClaim');
      const { row, claim, context, now } = open;
      if (!isWithdrawable(row)) throw new ClaimNotWithdrawn(row.reason === null ? 'notByHand' : 'partlyPaid');
      await this.ledger.post(tx, [reverse(await this.openingOf(tx, row), context)], now);
      await this.note(tx, actor, open, 'claim.withdraw', { amount: claim.left, reason: said });
      return this.read(tx, seen.id);
    });
  }

  /** The case's own steps post of its parcels too: whoever holds the case first goes first. */
  private async open(
    tx: EntityManager,
    actor: StaffActor,
    { id, version }: SeenClaim,
    permission: 'money.settleClaim' | 'money.openClaim' = 'money.settleClaim',
  ): Promise<Open> {
    const [found] = await rowsWhere(tx, LedgerClaim, { id });
    if (!found) throw new NotFound('claim', id);
    authorize(actor, permission, targetOf('claim', found));
    const { caseId } = found;
    const ofCase = (await this.bearers.of(tx, [caseId], true)).get(caseId);
    const row = await this.read(tx, id);
    if (row.version !== version) throw new StaleVersion('claim', { seen: version, now: row.version });
    if (row.status !== 'open' || !ofCase) throw new ClaimSettled(row.status);
    const now = this.clock.now();
    const claim = await this.claimOf(tx, row, ofCase);
    const { timeZone } = actor.snapshot.require(row.nodeId);
    const context = { period: periodOf(now, timeZone), policyVersion: null, promiseHash: ofCase.promiseHash };
    const named = row.reason === null ? id : byHand(id);
    return { row, ofCase, claim, context, now, key: `${named}:${String(version)}` };
  }

  /** In the words of the entry it was opened by: its case may have been given another reason since. */
  private async claimOf(tx: EntityManager, row: LedgerClaim, { orderId }: ClaimedCase): Promise<Claim> {
    const { caseId, shipmentId, party, carrier, currency, nodeId: originNodeId, entryKey } = row;
    const entry = await this.openingOf(tx, row);
    const line = entry.lines.find((each) => each.caseId === caseId);
    if (!line) throw new NotFound('entry', entryKey);
    const { reasonClass, reason } = line;
    const of = { caseId, orderId, shipmentId, party, carrier, currency, originNodeId };
    return { ...of, reasonClass, reason, left: leftOf(row) };
  }

  private async openingOf(tx: EntityManager, { entryKey }: LedgerClaim): Promise<Entry> {
    const entry = await this.ledger.entryOf(tx, entryKey);
    if (!entry) throw new NotFound('entry', entryKey);
    return entry;
  }

  private async read(tx: EntityManager, id: string): Promise<LedgerClaim> {
    const [row] = await rowsWhere(tx, LedgerClaim, { id }, { held: true });
    if (!row) throw new NotFound('claim', id);
    return row;
  }

  private note(
    tx: EntityManager,
    actor: StaffActor,
    { row, ofCase }: Open,
    action: 'claim.recover' | 'claim.refuse' | 'claim.withdraw',
    data: object,
  ): Promise<void> {
    const subject = { type: 'claim', id: row.id };
    const { party, nodeId } = row;
    return this.audit.record(tx, { actor, action, subject, nodeId, data: { code: ofCase.code, party, ...data } });
  }
}
