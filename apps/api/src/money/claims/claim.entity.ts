import type { ClaimParty } from '@headwater/ledger';
import { Entity, Index } from 'typeorm';
import { Ancestors } from '../../database/ancestors.js';
import { AncestorIndexes, FenColumn, Id, InstantColumn, RefColumn, TextColumn, VersionColumn } from '../../database/columns.js';
import type { ClaimStatus } from './claim-status.js';

/**
 * What is claimed of somebody for a case's parcel, or by hand for the case, kept in the transaction that posts it; `amount - recovered - writtenOff` is what the
 * books hold receivable of it. The ancestor columns are those of the lines it was opened by.
 */
@Entity('ledger_claim')
@AncestorIndexes('ix_ledger_claim', ['status', 'openedAt', 'id'])
@Index('ux_ledger_claim_case', ['caseId', 'shipmentId', 'party'], { unique: true })
export class LedgerClaim extends Ancestors {
  @Id() id: string;
  @TextColumn(16) party: ClaimParty;
  /** The name of a carrier; null: it is none. */
  @TextColumn(64, { nullable: true }) carrier: string | null;
  /** The unit that is the supplier; null: it is none. */
  @RefColumn({ nullable: true }) supplierNodeId: string | null;
  /** Why somebody opened it by hand; null: it opened with a step of its case. A case may have several by hand. */
  @TextColumn(500, { nullable: true }) reason: string | null;
  @RefColumn() caseId: string;
  /** Null where the entry it was opened by is of several orders. */
  @RefColumn({ nullable: true }) orderId: string | null;
  @RefColumn({ nullable: true }) shipmentId: string | null;
  /** The selling unit. */
  @RefColumn() nodeId: string;
  @TextColumn(3) currency: string;
  @FenColumn() amount: number;
  @FenColumn() recovered: number;
  @FenColumn() writtenOff: number;
  @TextColumn(16) status: ClaimStatus;
  @InstantColumn() openedAt: number;
  @InstantColumn({ nullable: true }) settledAt: number | null;
  /** Idempotency key of the entry that opened it last. */
  @TextColumn(190) entryKey: string;
  @VersionColumn() version: number;
}
