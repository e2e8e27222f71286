import type { Bearer, PromiseContent } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PromiseService } from '../../policies/promise.service.js';

type Subsidy = PromiseContent<'returnShippingSubsidy'>;

interface CaseFacts {
  readonly id: string;
  readonly code: string;
  readonly orderId: string;
  readonly promiseHash: string | null;
}

/** What a claim has to know of its case. */
export interface ClaimedCase extends CaseFacts {
  /** S4: bears what cannot be recovered, as promised at payment. */
  readonly fallback: Bearer;
}

/** The cases that something is claimed for, with who bears what is refused. */
@Injectable()
export class ClaimBearers {
  constructor(@Inject(PromiseService) private readonly promises: PromiseService) {}

  /** @param held the cases' steps wait from here on, and were waited for */
  async of(manager: EntityManager, caseIds: readonly string[], held = false): Promise<Map<string, ClaimedCase>> {
    if (caseIds.length === 0) return new Map();
    const lock = held && manager.dataSource.options.type !== 'better-sqlite3' ? ' FOR UPDATE' : '';
    const rows = await manager.query<CaseFacts[]>(
      `SELECT id, code, order_id AS orderId, subsidy_promise AS promiseHash FROM after_sales_case
       WHERE id IN (${caseIds.map(() => '?').join(', ')}) ORDER BY id${lock}`,
      [...caseIds],
    );
    const cases = await Promise.all(
      rows.map(async (row) => ({ ...row, fallback: await this.fallback(manager, row.promiseHash) })),
    );
    return new Map(cases.map((row) => [row.id, row]));
  }

  /** HQ where nothing was promised. */
  private async fallback(manager: EntityManager, hash: string | null): Promise<Bearer> {
    if (hash === null) return 'HQ';
    const { values } = (await this.promises.readIn(manager, hash)) as Subsidy;
    return values.bearers.fallback;
  }
}
