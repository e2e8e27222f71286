import type { AutoApproveRow, AutoApproveTable, ReasonClass, RiskLevel } from '@headwater/policy';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Fen } from '../facts.js';
import { reasonOf } from '../reasons.js';
import type { TraceEntry } from '../result.js';
import { shippingTypes } from '../vocabulary.js';
import type { BuyerRisk } from './buyer-risk.js';
import type { Flip } from './returnless.js';

export interface ApprovalQuestion {
  /** What the chain stands to give, in fen. */
  readonly amount: Fen;
  readonly reasonClass: ReasonClass;
  /** Null: not reckoned; then nothing is approved by rule. */
  readonly risk: Pick<BuyerRisk, 'level' | 'actions'> | null;
}

export interface AutoApproval {
  /** The id of the row that approves, `autoApprove.1` for the first; null: a person answers. */
  readonly rule: string | null;
  readonly flip: Flip | null;
  readonly trace: readonly TraceEntry[];
}

const rank: Readonly<Record<RiskLevel, number>> = { normal: 0, frequent: 1 };

/** All of a row but its amount. */
const speaksOf = ({ reasonClasses, riskUpTo }: AutoApproveRow, reasonClass: ReasonClass, level: RiskLevel): boolean =>
  (reasonClasses === null || reasonClasses.includes(reasonClass)) && rank[level] <= rank[riskUpTo];

/** The amount that turns the answer, all else the same: above every row that speaks of it, or down to the highest of them. */
function flipOf(rows: readonly AutoApproveRow[], approved: boolean): Flip | null {
  if (rows.length === 0) return null;
  const highest = Math.max(...rows.map(({ amountUpTo }) => amountUpTo));
  return { fact: 'amount', at: approved ? highest + 1 : highest };
}

/** A7: the first row of the table that matches; a buyer whom the limits keep from it, or whose risk is not known, waits for a person. */
export function decideAutoApproval({ amount, reasonClass, risk }: ApprovalQuestion, table: AutoApproveTable): AutoApproval {
  const kept = risk === null || risk.actions.includes('noAutoApproval');
  const possible = kept ? [] : table.filter((row) => speaksOf(row, reasonClass, risk.level));
  const row = possible.find(({ amountUpTo }) => amount <= amountUpTo);
  const rule = row ? `autoApprove.${table.indexOf(row) + 1}` : null;
  const flip = flipOf(possible, rule !== null);
  const facts = {
    ...{ amount, reasonClass, risk: risk?.level ?? null, rows: table.length, keptByLimits: kept },
    ...{ id: rule, row: row ? table.indexOf(row) : null, amountUpTo: row?.amountUpTo ?? null, flipsAt: flip?.at ?? null },
  };
  return { rule, flip, trace: [{ rule: 'autoApprove', passes: rule !== null, facts }] };
}

/** What the chain stands to give: the money asked for, or where goods go out the worth of those they stand for. */
const atStake = ({ type, amount, maxAmount }: CaseFacts): Fen => (shippingTypes.includes(type) ? maxAmount : amount);

export const autoApprovalFor = (facts: CaseFacts, { rules, buyerRisk = null }: CaseContext): AutoApproval =>
  decideAutoApproval({ amount: atStake(facts), reasonClass: reasonOf(facts.reason).class, risk: buyerRisk }, rules.autoApprove);
