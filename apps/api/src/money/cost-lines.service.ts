import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { inOrder, pickPage } from '../database/keyset.js';
import { and } from '../database/where.js';
import { byId } from '../orders/batch.js';
import { TreeService } from '../tree/tree.service.js';
import { lineScope } from './cost-scope.js';
import type { CostFilter, LedgerLinePageView, LedgerLineView } from './cost.view.js';
import { LedgerEntry, LedgerLine } from './ledger.entity.js';

/** The lines behind a report's sums; those of one store or one case where they are named. */
export interface Drill {
  readonly store?: string | null;
  readonly caseId?: string | null;
}

const latestFirst = { from: { sql: 'ledger_line l', params: [] }, alias: 'l', key: 'period', direction: 'DESC' } as const;

/** Drill-down: the lines whose amounts add up to what the report with the same filter says. */
@Injectable()
export class CostLinesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** @throws NotFound, UnknownMonth */
  async list(
    actor: Actor,
    filter: CostFilter | null,
    { store, caseId }: Drill,
    page?: PageInput | null,
  ): Promise<LedgerLinePageView> {
    const { first, after } = readPage(page);
    const scope = lineScope(actor, filter);
    if (!scope) return { items: [], nextCursor: null, total: 0 };
    const ofStore = store ? { sql: 'l.origin_node_id = ?', params: [store] } : null;
    const ofCase = caseId ? { sql: 'l.case_id = ?', params: [caseId] } : null;
    const picked = await pickPage(this.database.read, latestFirst, [and(...scope, ofStore, ofCase)], after, first + 1);
    const { items, nextCursor } = cutPage(picked, first, ({ id, sortKey }) => ({ key: sortKey, id }));
    const rows = await this.database.read.findBy(LedgerLine, { id: In(items.map(({ id }) => id)) });
    return { items: await this.views(inOrder(items, rows)), nextCursor, total: null };
  }

  private async views(lines: readonly LedgerLine[]): Promise<LedgerLineView[]> {
    const entries = byId(await this.database.read.findBy(LedgerEntry, { id: In(lines.map(({ entryId }) => entryId)) }));
    const node = (id: string | null) => (id === null ? null : (this.tree.snapshot.node(id) ?? null));
    return lines.map((line) => ({
      ...line,
      cause: entries.get(line.entryId)?.cause ?? '',
      orderId: entries.get(line.entryId)?.orderId ?? null,
      bearerNode: node(line.bearerNodeId),
      origin: this.tree.snapshot.require(line.originNodeId),
    }));
  }
}
