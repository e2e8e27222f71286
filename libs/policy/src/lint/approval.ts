import type { AutoApproveRow, AutoApproveTable } from '../values/decisions.js';
import { riskLevels } from '../values/words.js';
import { found, type Found } from './found.js';
import type { Rules } from './finding.js';

/** Whether every application that `row` speaks of is spoken of by `other` too. */
const within = (row: AutoApproveRow, other: AutoApproveRow): boolean =>
  row.amountUpTo <= other.amountUpTo &&
  riskLevels.indexOf(row.riskUpTo) <= riskLevels.indexOf(other.riskUpTo) &&
  (other.reasonClasses === null || (row.reasonClasses?.every((each) => other.reasonClasses?.includes(each)) ?? false));

/** The rows of which no earlier one says it all. */
export const approveRowsInUse = (table: AutoApproveTable): ReadonlySet<number> =>
  new Set(table.flatMap((row, index) => (table.slice(0, index).some((earlier) => within(row, earlier)) ? [] : [index])));

/** I3: a row that speaks of frequent returners, whom the limits keep from being approved by rule. */
export function risks({ afterSalesRules, riskLimits }: Rules): Found[] {
  const kept = riskLimits.frequentReturners && riskLimits.riskActions.includes('noAutoApproval');
  return afterSalesRules.autoApprove.flatMap(({ riskUpTo }, row) =>
    kept && riskUpTo === 'frequent' ? [found('riskWithoutEffect', 'autoApprove', withoutEffect(row), row)] : [],
  );
}

const withoutEffect = (row: number) => ({
  zh: `自动同意第 ${row + 1} 行含频繁退货的买家，但风险限制已设为对他们不自动同意：改为一般买家，或由总部改风险限制`,
  en: `Row ${row + 1} of auto-approval includes frequent returners, whom the risk limits keep from it: leave them out, or have HQ change the limits`,
});
