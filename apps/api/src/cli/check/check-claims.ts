import { claimByHandOf, claimParties, receivableOf } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import { statusOf } from '../../money/claims/claim-status.js';
import { int, result, type CheckResult } from './finding.js';

type Sum = Record<'caseId' | 'shipmentId' | 'account' | 'currency', string> & {
  readonly entryKey: string | null;
  readonly amount: number | string;
};
type Subject = Record<'caseId' | 'shipmentId' | 'account' | 'currency', string> & { readonly byHand: string | null };
type Kept = { readonly byHand: string | null } & Record<'caseId' | 'shipmentId' | 'party' | 'currency' | 'status', string> &
  Record<'amount' | 'recovered' | 'writtenOff', number | string>;

const accountOf: Readonly<Record<string, string>> = receivableOf;
const receivable = claimParties.map((party) => `'${receivableOf[party]}'`).join(', ');

const keyOf = ({ account, caseId, shipmentId, currency, byHand }: Subject): string =>
  `${account} of case ${caseId}, ${byHand === null ? `parcel ${shipmentId}` : `claim ${byHand}`}, ${currency}`;

/** What is booked of each claim; the entries of one by hand are several rows of it. */
function bookedIn(lines: readonly Sum[]): Map<string, string> {
  const sums = new Map<string, number>();
  for (const { entryKey, amount, ...row } of lines) {
    const byHand = entryKey === null ? null : claimByHandOf({ idempotencyKey: entryKey, reverses: null });
    const key = keyOf({ ...row, byHand });
    sums.set(key, (sums.get(key) ?? 0) + int(amount));
  }
  return new Map([...sums].map(([key, sum]) => [key, `${String(sum)} fen receivable`]));
}

/** Keys of entries tell the claims by hand of a case apart, and nothing of others. */
const keyOfHand = `CASE WHEN COALESCE(e.reverses, e.idempotency_key) LIKE 'claim%:hand:%' THEN COALESCE(e.reverses, e.idempotency_key) END`;

/** What claims say is still to come is what the books hold receivable; how they stand is what their sums say. */
export async function checkClaims(manager: EntityManager): Promise<CheckResult> {
  const lines = await manager.query<Sum[]>(
    `SELECT l.case_id AS caseId, COALESCE(e.shipment_id, 'none') AS shipmentId, l.account, l.currency, ${keyOfHand} AS entryKey,
     SUM(l.amount) AS amount
     FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry_id WHERE l.account IN (${receivable}) AND l.case_id IS NOT NULL
     GROUP BY l.case_id, COALESCE(e.shipment_id, 'none'), l.account, l.currency, ${keyOfHand}`,
  );
  const claims = await manager.query<Kept[]>(
    `SELECT case_id AS caseId, COALESCE(shipment_id, 'none') AS shipmentId, party, currency, status, amount, recovered,
     written_off AS writtenOff, CASE WHEN reason IS NULL THEN NULL ELSE id END AS byHand FROM ledger_claim`,
  );
  const booked = bookedIn(lines);
  const told = new Map(claims.map((row) => [keyOf({ ...row, account: accountOf[row.party] ?? row.party }), row]));
  const sums = [...new Set([...booked.keys(), ...told.keys()])]
    .map((subject) => ({ subject, is: leftText(told.get(subject)), shouldBe: booked.get(subject) ?? 'no claim' }))
    .filter(({ is, shouldBe }) => is !== shouldBe);
  const states = [...told].flatMap(([subject, row]) => {
    const shouldBe = statusOf({ amount: int(row.amount), recovered: int(row.recovered), writtenOff: int(row.writtenOff) });
    return row.status === shouldBe ? [] : [{ subject, is: row.status, shouldBe }];
  });
  return result('claims', claims.length, [...sums, ...states]);
}

const leftText = (row: Kept | undefined): string =>
  row ? `${String(int(row.amount) - int(row.recovered) - int(row.writtenOff))} fen receivable` : 'no claim';
