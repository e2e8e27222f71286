import type { Amount, Line } from './entry.js';
import { accounts, type Account } from './vocabulary.js';

export interface CurrencyAmount {
  readonly currency: string;
  readonly amount: Amount;
}

function sumByCurrency(lines: readonly Line[]): CurrencyAmount[] {
  const sums = new Map<string, Amount>();
  for (const { currency, amount } of lines) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}

/** Per currency, what does not sum to zero; empty: balanced. */
export const checkBalanced = (lines: readonly Line[]): CurrencyAmount[] =>
  sumByCurrency(lines).filter(({ amount }) => amount !== 0);

export interface Balance extends CurrencyAmount {
  readonly account: Account;
}

/** M1: the balance of each account that has lines, per currency, in the order of `accounts`; together zero in each currency. */
export const trialBalance = (lines: readonly Line[]): Balance[] =>
  accounts.flatMap((account) =>
    sumByCurrency(lines.filter((line) => line.account === account)).map((balance) => ({ account, ...balance })),
  );

/** M1: the cost that lines stand for, per currency: expense; a recovery is a negative expense. Returned sales are no cost. */
export const costOf = (lines: readonly Line[]): CurrencyAmount[] =>
  sumByCurrency(lines.filter(({ account }) => account === 'expense'));
