import type { Fault, FreightPayerRow, FreightPayerTable, Payer, ReasonClass } from '@headwater/policy';
import type { Fen, Liability } from '../facts.js';
import type { TraceEntry } from '../result.js';

export interface FreightQuestion {
  readonly reasonClass: ReasonClass;
  readonly category: string | null;
  /** What the case's goods are worth, in fen. */
  readonly amount: Fen;
  /** Judged so far; null while nobody is at fault beyond what the reason says. */
  readonly liability: Liability | null;
}

export interface FreightPayerDecision {
  readonly payer: Payer;
  /** The merchant's share in basis points: 10000, 0, or the row's where shared. */
  readonly merchantBps: number;
  /** Index of the row that decided; null: another rule did. */
  readonly row: number | null;
  readonly trace: readonly TraceEntry[];
}

/**
 * Whose fault a return is, for the tables that ask: by liability where it was judged, else by the reason. That HQ was slow to decide
 * says nothing about why goods come back.
 */
export function faultOf(reasonClass: ReasonClass, liability: Liability | null): Fault {
  if (liability && liability.party !== 'hq')
    return liability.party === 'buyer' || liability.party === 'carrier' ? liability.party : 'merchant';
  if (reasonClass === 'expectation') return 'none';
  return reasonClass === 'logistics' ? 'carrier' : 'merchant';
}

const matches = (row: FreightPayerRow, { reasonClass, category, amount }: FreightQuestion): boolean =>
  (row.reasonClass === null || row.reasonClass === reasonClass) &&
  (row.category === null || row.category === category) &&
  (row.amountFrom === null || amount >= row.amountFrom) &&
  (row.amountTo === null || amount < row.amountTo);

const shares: Readonly<Record<Exclude<Payer, 'shared'>, number>> = { merchant: 10_000, buyer: 0 };

function byTable(question: FreightQuestion, table: FreightPayerTable): Omit<FreightPayerDecision, 'trace'> {
  const index = table.findIndex((row) => matches(row, question));
  const row = table[index];
  if (!row) return { payer: 'buyer', merchantBps: shares.buyer, row: null };
  return { payer: row.payer, merchantBps: row.payer === 'shared' ? (row.merchantBps ?? 0) : shares[row.payer], row: index };
}

/**
 * Who pays the return freight: the first row of `freightPayer` that matches, the buyer where none does. But where the fault is
 * not the buyer's, by the reason or because somebody else was judged liable, it is never the buyer, whatever the table says.
 */
export function decideFreightPayer(question: FreightQuestion, table: FreightPayerTable): FreightPayerDecision {
  const { reasonClass, category, amount, liability } = question;
  const decided = byTable(question, table);
  const fault = faultOf(reasonClass, liability);
  const looked = {
    rule: 'freightPayer',
    passes: decided.row !== null,
    facts: { reasonClass, category, amount, row: decided.row },
  };
  if (fault === 'none' || fault === 'buyer' || decided.payer === 'merchant') return { ...decided, trace: [looked] };
  const floor = { rule: 'faultNeverBuyer', passes: true, facts: { fault, liability: liability?.rule ?? null } };
  return { payer: 'merchant', merchantBps: shares.merchant, row: null, trace: [looked, floor] };
}
