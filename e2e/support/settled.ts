import { readAll } from './case-inputs.js';
import type { Client } from './client.js';

/** What finance has decided: claims that the insurer refused, and what carriers billed beyond what was owed and got. */
export interface Settled {
  /** When, by the case. */
  readonly refused: ReadonlyMap<string, string>;
  /** In the bill's month, as no month of the demo chain is closed; by carrier and number of the parcel. */
  readonly accepted: ReadonlyMap<string, { readonly month: string; readonly billed: number }>;
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
  'query ($after: String) { it: bills(page: { first: 100, after: $after }) { nextCursor items { id biller period } } }';
const LINES = `query ($billId: ID!, $after: String) {
  it: billLines(billId: $billId, outcome: amountDiffers, open: false, page: { first: 100, after: $after }) {
    nextCursor items { number status billed } } }`;

export const parcelKey = (carrier: string, tracking: string): string => `${carrier} ${tracking}`;

export async function readSettled(client: Client): Promise<Settled> {
  const refused = await readAll<ClaimRow>(client, REFUSED);
  const bills = await readAll<{ id: string; biller: string; period: string }>(client, BILLS);
  const accepted = new Map<string, { month: string; billed: number }>();
  for (const { id, biller, period } of bills)
    for (const { number, status, billed } of await readAll<LineRow>(client, LINES, { billId: id }))
      if (status === 'accepted') accepted.set(parcelKey(biller, number), { month: period, billed });
  return { refused: new Map(refused.map(({ caseId, settledAt }) => [caseId, settledAt])), accepted };
}
