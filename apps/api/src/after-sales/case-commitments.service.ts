import { caseStates, isTerminal } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Commitments, type CommitmentSource } from '../money/budgets/commitments.service.js';

const open = caseStates.filter((state) => !isTerminal(state));

/**
 * What free returns may still cost at most: of each open case that has none of it in the books yet, the most it covers of a parcel's
 * freight, as promised at payment. Read by the index of open cases.
 */
@Injectable()
export class CaseCommitments implements CommitmentSource {
  constructor(@Inject(Commitments) commitments: Commitments) {
    commitments.add(this);
  }

  async committed(
    manager: EntityManager,
    { column, nodeId }: { column: string; nodeId: string },
    currency: string,
  ): Promise<Map<string, number>> {
    const rows = await manager.query<{ unit: string; amount: number | string }[]>(
      `SELECT c.node_id AS unit, SUM(c.freight_covered_at_most) AS amount FROM after_sales_case c
       WHERE c.${column} = ? AND c.state IN (${open.map(() => '?').join(', ')}) AND c.currency = ? AND c.freight_covered_at_most > 0
       AND NOT EXISTS (SELECT 1 FROM ledger_line l WHERE l.case_id = c.id AND l.account = 'expense' AND l.component = 'freight-subsidy')
       GROUP BY c.node_id`,
      [nodeId, ...open, currency],
    );
    return new Map(rows.map(({ unit, amount }) => [unit, Number(amount)]));
  }
}
