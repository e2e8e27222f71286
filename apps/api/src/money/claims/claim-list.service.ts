import type { ClaimParty } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { may, targetOf } from '../../auth/authorize.js';
import { branchesWithin } from '../../auth/within.js';
import { cutPage, readPage, type PageInput } from '../../common/pagination.js';
import { Database } from '../../database/database.js';
import { inOrder, pickPage } from '../../database/keyset.js';
import { and } from '../../database/where.js';
import { TreeService } from '../../tree/tree.service.js';
import { ClaimBearers } from './claim-bearers.service.js';
import { claimStatuses, isWithdrawable, leftOf, type ClaimStatus } from './claim-status.js';
import { LedgerClaim } from './claim.entity.js';
import type { ClaimPageView, ClaimView } from './claim.view.js';

/** Below a unit, of one status, and of one party; null: all. */
export interface ClaimsAsked {
  readonly within: string | null;
  readonly status: ClaimStatus | null;
  readonly party: ClaimParty | null;
}

const MOST_COUNTED = 10_000;

const latestFirst = { from: { sql: 'ledger_claim k', params: [] }, alias: 'k', key: 'opened_at', direction: 'DESC' } as const;

/** M1: what is claimed of insurers, carriers and suppliers, within the viewer's scope. */
@Injectable()
export class ClaimList {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(ClaimBearers) private readonly bearers: ClaimBearers,
  ) {}

  /** The latest first. @throws NotFound, BadInput */
  async list(actor: Actor, { within, status, party }: ClaimsAsked, page: PageInput | null): Promise<ClaimPageView> {
    const { first, after } = readPage(page);
    const statuses = status === null ? claimStatuses : [status];
    const branches = branchesWithin(actor, 'money.read', 'k', within);
    const ofParty = party && { sql: 'k.party = ?', params: [party] };
    // One index each: a status, at or below a unit.
    const alternatives = branches.flatMap((branch) =>
      statuses.map((each) => and(branch, { sql: 'k.status = ?', params: [each] }, ofParty)),
    );
    const picked = await pickPage(this.database.read, latestFirst, alternatives, after, first + 1);
    const { items, nextCursor } = cutPage(picked, first, ({ id, sortKey }) => ({ key: sortKey, id }));
    const rows = await this.database.read.findBy(LedgerClaim, { id: In(items.map(({ id }) => id)) });
    return { items: await this.views(actor, inOrder(items, rows)), nextCursor, total: null };
  }

  /** The open ones that a viewer may settle, as far as they are counted. */
  async openOf(actor: Actor): Promise<number> {
    const branches = branchesWithin(actor, 'money.settleClaim', 'k', null);
    const counts = await Promise.all(
      branches.map(({ sql, params }) =>
        this.database.read.query<{ n: number | string }[]>(
          `SELECT COUNT(*) AS n FROM (SELECT k.id FROM ledger_claim k WHERE ${sql} AND k.status = 'open' LIMIT ${String(MOST_COUNTED)}) t`,
          [...params],
        ),
      ),
    );
    return Math.min(
      MOST_COUNTED,
      counts.reduce((sum, [row]) => sum + Number(row?.n ?? 0), 0),
    );
  }

  /** Claims as somebody sees them who may read them. */
  async views(actor: Actor, rows: readonly LedgerClaim[]): Promise<ClaimView[]> {
    const cases = await this.bearers.of(this.database.read, [...new Set(rows.map(({ caseId }) => caseId))]);
    return rows.map((row) => ({
      ...row,
      left: leftOf(row),
      node: this.tree.snapshot.require(row.nodeId),
      supplier: row.supplierNodeId === null ? null : this.tree.snapshot.require(row.supplierNodeId),
      fallbackBearer: cases.get(row.caseId)?.fallback ?? 'HQ',
      canSettle: row.status === 'open' && may(actor, 'money.settleClaim', targetOf('claim', row)),
      canWithdraw: isWithdrawable(row) && may(actor, 'money.openClaim', targetOf('claim', row)),
    }));
  }
}
