import { createHash } from 'node:crypto';
import { mostClaimed, type Bearer, type ClaimShare } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWhere } from '../../database/rows.js';
import type { NodeFacts } from '../../tree/tree-snapshot.js';
import { TreeService } from '../../tree/tree.service.js';
import { CaseLines } from '../case-lines.service.js';
import { Shipment, ShipmentCase, type AfterSalesCase } from '../case.entity.js';

/** What may be claimed by hand for a case now, and of whom. */
export interface Claimable {
  /** What its expense lines add up to for each bearer. */
  readonly borne: readonly ClaimShare[];
  /** Fen; 0: nothing. */
  readonly most: number;
  /** Those of the case's parcels, each once. */
  readonly carriers: readonly string[];
  /** Those of the case's goods. */
  readonly ownSuppliers: readonly NodeFacts[];
  /** The others that stand. */
  readonly otherSuppliers: readonly NodeFacts[];
  /** Says that the books of the case are those that were seen. */
  readonly digest: string;
}

interface Borne extends Record<'bearerNodeId' | 'lastLine', string | null> {
  readonly bearer: Bearer;
  readonly amount: number | string;
}

/** M1: what a case costs and who bears it, with whom it may be claimed of. */
@Injectable()
export class ClaimableCases {
  constructor(
    @Inject(CaseLines) private readonly lines: CaseLines,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** @param held nothing is posted for the case before the transaction ends */
  async of(manager: EntityManager, row: AfterSalesCase, held = false): Promise<Claimable> {
    const lock = held && manager.dataSource.options.type !== 'better-sqlite3' ? ' FOR UPDATE' : '';
    const rows = await manager.query<Borne[]>(
      `SELECT bearer, bearer_node_id AS bearerNodeId, SUM(amount) AS amount, MAX(id) AS lastLine FROM ledger_line
       WHERE case_id = ? AND account = 'expense' AND currency = ? AND bearer IS NOT NULL GROUP BY bearer, bearer_node_id
       ORDER BY bearer, bearer_node_id${lock}`,
      [row.id, row.currency],
    );
    const borne = rows.map(({ bearer, bearerNodeId, amount }) => ({ bearer, bearerNodeId, amount: Number(amount) }));
    const digest = createHash('sha256').update(JSON.stringify([row.id, rows.map(({ lastLine }) => lastLine), borne]));
    return {
      borne,
      most: mostClaimed(borne),
      carriers: await this.carriersOf(manager, row.id),
      ...(await this.suppliersOf(manager, row.id)),
      digest: digest.digest('hex').slice(0, 32),
    };
  }

  private async carriersOf(manager: EntityManager, caseId: string): Promise<string[]> {
    const carried = await rowsWhere(manager, ShipmentCase, { caseId }, { by: 'id' });
    const parcels = await rowsWhere(manager, Shipment, { id: carried.map(({ shipmentId }) => shipmentId) }, { by: 'id' });
    return [...new Set(parcels.map(({ carrier }) => carrier))].filter((carrier) => carrier !== '');
  }

  private async suppliersOf(manager: EntityManager, caseId: string): Promise<Pick<Claimable, 'ownSuppliers' | 'otherSuppliers'>> {
    const own = new Set((await this.lines.held(manager, caseId)).map(({ orderLine }) => orderLine.supplierNodeId));
    const all = [...this.tree.snapshot.nodes.values()].filter(({ type }) => type === 'supplier');
    return {
      ownSuppliers: all.filter(({ id }) => own.has(id)),
      otherSuppliers: all.filter(({ id, archivedAt }) => !own.has(id) && archivedAt === null),
    };
  }
}
