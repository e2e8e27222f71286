import type { EntityManager } from 'typeorm';
import { ClosedMonth } from '../../money/periods/closed-month.entity.js';
import { contentsOf } from '../../money/periods/month-contents.js';
import { result, type CheckResult, type Finding } from './finding.js';

const said = ({ entries, linesPosted, debits }: Pick<ClosedMonth, 'entries' | 'linesPosted' | 'debits'>): string =>
  `${String(entries)} entries of ${String(linesPosted)} lines, debits ${JSON.stringify(debits)}`;

/** M3: a closed month holds what it held when it was closed. */
export async function checkClosedMonths(manager: EntityManager, rootId: string): Promise<CheckResult> {
  const months = await manager.find(ClosedMonth, { order: { period: 'ASC' } });
  const findings: Finding[] = [];
  for (const month of months) {
    const now = await contentsOf(manager, rootId, month.period);
    if (said(now) !== said(month))
      findings.push({ subject: `closed month ${month.period}`, is: said(now), shouldBe: said(month) });
  }
  return result('closed months', months.length, findings);
}
