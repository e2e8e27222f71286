import type { BillOutcome } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import { BadInput } from '../common/errors.js';
import type { Where } from '../database/where.js';

/** Open lines of an outcome that differ by no more than a tolerance (fen), behind a place among them. */
export interface Within {
  readonly outcome: BillOutcome;
  readonly tolerance: number;
  /** `seq` of the line before them; -1: all. */
  readonly after: number;
}

export interface WithinSum {
  readonly lines: number;
  readonly difference: number;
}

function whereOf(billId: string, { outcome, tolerance, after }: Within): Where {
  if (!Number.isSafeInteger(tolerance) || tolerance < 0)
    throw new BadInput('tolerance', 'What a line may differ by, in fen.', { min: 0 });
  return {
    sql: "bill_id = ? AND status = 'open' AND outcome = ? AND difference >= ? AND difference <= ? AND seq > ?",
    params: [billId, outcome, -tolerance, tolerance, after],
  };
}

export const openWithin = {
  /** @throws BadInput */
  async sum(manager: EntityManager, billId: string, within: Within): Promise<WithinSum> {
    const { sql, params } = whereOf(billId, within);
    const [row] = await manager.query<{ n: number | string; difference: number | string | null }[]>(
      `SELECT COUNT(*) AS n, SUM(difference) AS difference FROM bill_line WHERE ${sql}`,
      [...params],
    );
    return { lines: Number(row?.n ?? 0), difference: Number(row?.difference ?? 0) };
  },

  /** Ids of the first of them. @throws BadInput */
  async next(manager: EntityManager, billId: string, within: Within, limit: number): Promise<string[]> {
    const { sql, params } = whereOf(billId, within);
    const rows = await manager.query<{ id: string }[]>(`SELECT id FROM bill_line WHERE ${sql} ORDER BY seq LIMIT ?`, [
      ...params,
      limit,
    ]);
    return rows.map(({ id }) => id);
  },
};
