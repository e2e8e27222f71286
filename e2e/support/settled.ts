import { readAll } from './case-inputs.js';
import type { Client } from './client.js';

/** What finance has decided: claims that the insurer refused, and what carriers and insurers billed beyond what was owed and got. */
export interface Settled {
  /** When, by the case. */
  readonly refused: ReadonlyMap<string, string>;
  /** In the bill's month, as no month of the demo chain is closed; by carrier and number of the parcel. */
  readonly accepted: ReadonlyMap<string, Accepted>;
  /** The same by number of the insured order. */
  readonly premiums: ReadonlyMap<string, Accepted>;
}

interface Accepted {
  readonly month: string;
  readonly billed: number;
}

interface BillRow {
  readonly id: string;
  readonly kind: 'carrier' | 'insurer';
  readonly biller: string;
  readonly period: string;
}

interface ClaimRow {
  readonly caseId: string;
  readonly settledAt: string;
}

interface LineRow {
  readonly number: string;
  readonly status: string;
  readonly billed: number;
}

const REFUSED = `query ($after: String) { it: claims(status: refused, party: insurer, page: { first: 100, after: $after }) {
  nextCursor items { caseId settledAt } } }`;
const BILLS =
  'query ($after: String) { it: bills(page: { first: 100, after: $after }) { nextCursor items { id kind biller period } } }';
const LINES = `query ($billId: ID!, $after: String) {
  it: billLines(billId: $billId, outcome: amountDiffers, open: false, page: { first: 100, after: $after }) {
    nextCursor items { number status billed } } }`;

export const parcelKey = (carrier: string, tracking: string): string => `${carrier} ${tracking}`;

export async function readSettled(client: Client): Promise<Settled> {
  const refused = await readAll<ClaimRow>(client, REFUSED);
  const bills = await readAll<BillRow>(client, BILLS);
  const [accepted, premiums] = [new Map<string, Accepted>(), new Map<string, Accepted>()];
  for (const { id, kind, biller, period: month } of bills)
    for (const { number, status, billed } of await readAll<LineRow>(client, LINES, { billId: id })) {
      if (status !== 'accepted') continue;
      if (kind === 'carrier') accepted.set(parcelKey(biller, number), { month, billed });
      else premiums.set(number, { month, billed });
    }
  return { refused: new Map(refused.map(({ caseId, settledAt }) => [caseId, settledAt])), accepted, premiums };
}
