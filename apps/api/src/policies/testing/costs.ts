import { newId } from '../../common/ids.js';
import { ancestorColumns } from '../../database/ancestors.js';
import type { Database } from '../../database/database.js';
import { LedgerSummary } from '../../money/ledger.entity.js';
import { unitId } from '../../testing/organization.js';

export interface Posted {
  /** Codes from the root to the store that it was posted at. */
  readonly path: readonly string[];
  readonly period: string;
  readonly amount: number;
  readonly component?: string;
}

/** What returns of a store cost in a month, as postings sum it up. */
export const postCost = (database: Database, { path, period, amount, component = 'freight-subsidy' }: Posted): Promise<unknown> =>
  database.inTransaction((tx) =>
    tx.insert(LedgerSummary, {
      ...{ id: newId(), summaryKey: newId(), originNodeId: unitId(path.at(-1) ?? ''), period, amount, lineCount: 1 },
      ...{ currency: 'CNY', component, bearer: 'HQ', reasonClass: 'expectation', reason: 'unfit', carrier: 'SF' },
      ...ancestorColumns(path.map(unitId)),
    }),
  );
