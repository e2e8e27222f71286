import { claimedByHand, landed, periodOf, sharesByHand, type ClaimShare, type PostingContext } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { StaffActor } from '../../auth/actor.js';
import { authorize, may, targetOf } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { BadInput, NotFound } from '../../common/errors.js';
import { newId } from '../../common/ids.js';
import { ancestorColumns } from '../../database/ancestors.js';
import { Database } from '../../database/database.js';
import { rowsWhere } from '../../database/rows.js';
import { LedgerClaim } from '../../money/claims/claim.entity.js';
import { ClaimAboveCost, ClaimPostingChanged } from '../../money/claims/claim.errors.js';
import { readText, REASON_MAX } from '../../money/claims/claim-text.js';
import { LedgerService } from '../../money/ledger.service.js';
import { closedThrough } from '../../money/periods/closed-through.js';
import { insertRows } from '../../orders/insert-rows.js';
import { caseRef } from '../case-ref.js';
import { AfterSalesCase } from '../case.entity.js';
import { ClaimableCases, type Claimable } from './claimable-cases.service.js';

/** What is to be claimed for a case: of a carrier by name, or of a supplier; exactly one of them. */
export interface AskedClaim {
  readonly caseId: string;
  readonly carrier?: string | null;
  readonly supplierId?: string | null;
  /** Fen. */
  readonly amount: number;
  readonly reason: string;
  /** Of the posting that was seen: what is posted is exactly that, and once. */
  readonly digest: string;
}

/** What opening a claim would post. */
export interface ClaimPreview extends Claimable {
  readonly currency: string;
  /** The month in which it lands; null where the amount may not be claimed. */
  readonly period: string | null;
  /** What each bearer is given back; none there. */
  readonly shares: readonly ClaimShare[];
}

type Of = Pick<LedgerClaim, 'party' | 'carrier' | 'supplierNodeId'> & { readonly party: 'carrier' | 'supplier' };

/** A preview is of any party: the parts are the same. */
const nobody = { party: 'supplier', carrier: null, claim: '' } as const;

/** M1: claims that somebody opens by hand, for what a case has cost. */
@Injectable()
export class ClaimOpening {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(ClaimableCases) private readonly claimable: ClaimableCases,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** @param amount fen; null: none was named yet @throws NotFound */
  async preview(actor: StaffActor, caseId: string, amount: number | null): Promise<ClaimPreview> {
    const manager = this.database.read;
    const [row] = await rowsWhere(manager, AfterSalesCase, { id: caseId });
    if (!row || !may(actor, 'money.openClaim', targetOf('case', row))) throw new NotFound('case', caseId);
    const claimable = await this.claimable.of(manager, row);
    const seen = { ...claimable, currency: row.currency };
    if (amount === null || amount < 1 || amount > claimable.most) return { ...seen, period: null, shares: [] };
    const event = { ...caseRef(row), ...nobody, amount, borne: claimable.borne };
    const { period } = landed(claimedByHand(event, this.contextOf(actor, row)), await closedThrough(manager));
    return { ...seen, period, shares: sharesByHand(amount, claimable.borne) };
  }

  /**
   * The claim, its entry and the log in one transaction. The same again is refused: the books of the case have changed by it.
   * @throws NotFound, Forbidden, BadInput, ClaimAboveCost, ClaimPostingChanged
   */
  open(actor: StaffActor, asked: AskedClaim): Promise<LedgerClaim> {
    const reason = readText('reason', asked.reason, REASON_MAX);
    return this.database.inTransaction(async (tx) => {
      const [row] = await rowsWhere(tx, AfterSalesCase, { id: asked.caseId }, { held: true });
      if (!row) throw new NotFound('case', asked.caseId);
      authorize(actor, 'money.openClaim', targetOf('case', row));
      const claimable = await this.claimable.of(tx, row, true);
      const { name, ...of } = readParty(asked, claimable);
      const { amount } = asked;
      if (claimable.digest !== asked.digest) throw new ClaimPostingChanged();
      if (amount < 1 || amount > claimable.most) throw new ClaimAboveCost(amount, claimable.most);
      const now = this.clock.now();
      const claim = await this.insert(tx, actor, row, { ...of, reason }, now);
      const event = { ...caseRef(row), ...of, amount, borne: claimable.borne, claim };
      await this.ledger.post(tx, [claimedByHand(event, this.contextOf(actor, row))], now);
      const subject = { type: 'claim', id: claim };
      const data = { code: row.code, party: of.party, name, amount, reason };
      await this.audit.record(tx, { actor, action: 'claim.open', subject, nodeId: row.nodeId, data });
      const [opened] = await rowsWhere(tx, LedgerClaim, { id: claim });
      if (!opened) throw new NotFound('claim', claim);
      return opened;
    });
  }

  private contextOf(actor: StaffActor, { nodeId, subsidyPromise: promiseHash }: AfterSalesCase): PostingContext {
    const { timeZone } = actor.snapshot.require(nodeId);
    return { period: periodOf(this.clock.now(), timeZone), policyVersion: null, promiseHash };
  }

  /** Nothing is claimed yet: its entry says what. */
  private async insert(
    tx: EntityManager,
    { snapshot }: StaffActor,
    { id: caseId, orderId, nodeId, currency }: AfterSalesCase,
    of: Of & { readonly reason: string },
    openedAt: number,
  ): Promise<string> {
    const id = newId(openedAt);
    const nothing = { amount: 0, recovered: 0, writtenOff: 0, status: 'withdrawn', settledAt: null, version: 0 } as const;
    const stands = ancestorColumns(snapshot.path(nodeId).map((node) => node.id));
    const facts = { id, caseId, orderId, shipmentId: null, nodeId, currency, openedAt, entryKey: '' };
    await insertRows(tx, LedgerClaim, [{ ...facts, ...of, ...nothing, ...stands }]);
    return id;
  }
}

/** Of whom, and what it is called. @throws BadInput */
function readParty({ carrier = null, supplierId = null }: AskedClaim, claimable: Claimable): Of & { readonly name: string } {
  if ((carrier === null) === (supplierId === null)) {
    throw new BadInput('carrier', 'It is claimed of a carrier or of a supplier: name one.', ['carrier', 'supplierId']);
  }
  if (carrier !== null) {
    const { carriers } = claimable;
    if (!carriers.includes(carrier)) throw new BadInput('carrier', 'No parcel of this case went with that carrier.', carriers);
    return { party: 'carrier', carrier, supplierNodeId: null, name: carrier };
  }
  const supplier = [...claimable.ownSuppliers, ...claimable.otherSuppliers].find(({ id }) => id === supplierId);
  if (!supplier) throw new BadInput('supplierId', 'This is no supplier of the chain.', 'a unit that is a supplier');
  return { party: 'supplier', carrier: null, supplierNodeId: supplier.id, name: supplier.name };
}
