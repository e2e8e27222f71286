import type { Client } from './client.js';

export interface FreightRow {
  readonly reasonClass: string | null;
  readonly category: string | null;
  readonly amountFrom: number | null;
  readonly amountTo: number | null;
  readonly payer: 'buyer' | 'merchant' | 'shared';
  readonly merchantBps: number | null;
}

export interface ScopeRow {
  readonly categories: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly priceFrom: number | null;
  readonly priceTo: number | null;
  readonly covered: boolean;
}

/** Basis points. */
export interface Shares {
  readonly HQ: number;
  readonly branch: number;
}

/** What an order was promised of free returns, as it was frozen at payment. */
export interface SubsidyPromise {
  readonly enabled: boolean;
  readonly scope: readonly ScopeRow[];
  readonly mode:
    { readonly kind: 'actual' | 'pickup'; readonly cap: number } | { readonly kind: 'selfShip'; readonly flat: number };
  readonly reasons: readonly string[];
  readonly oncePerOrder: boolean;
  readonly perBuyer: unknown;
  readonly premium: number;
  readonly bearers: {
    readonly rows: readonly { readonly reasonClass: string | null; readonly fault: string | null; readonly shares: Shares }[];
    readonly otherwise: Shares;
    readonly fallback: 'HQ' | 'branch';
  };
}

export interface Promised {
  readonly kind: string;
  readonly suspended: boolean;
  readonly values: unknown;
}

export interface Parcel {
  readonly id: string;
  readonly direction: 'return' | 'back' | 'out';
  readonly carrier: string;
  readonly tracking: string;
  /** By who sent it, in the hundredth of the currency; null: not known. */
  readonly freightPaid: number | null;
  readonly shippedAt: string;
  readonly deliveredAt: string | null;
}

export interface CaseEvent {
  readonly at: string;
  readonly verb: string;
  readonly actorKind: string;
  readonly from: string | null;
  readonly to: string;
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** What people and clocks did with a case, and by which rules; nothing that the product has reckoned in money. */
export interface CaseInputs {
  readonly id: string;
  readonly code: string;
  /** refundOnly, returnRefund … */
  readonly type: string;
  readonly reason: { readonly code: string; readonly class: string };
  /** Whom the case's facts, or HQ, found liable. */
  readonly liability: { readonly party: string } | null;
  readonly requestedAmount: number;
  readonly approvedAmount: number | null;
  readonly node: { readonly id: string };
  readonly lines: readonly {
    readonly quantity: number;
    readonly orderLine: {
      readonly category: string | null;
      readonly unitPrice: number;
      readonly quantity: number;
      readonly paidAmount: number;
    };
  }[];
  readonly order: {
    readonly channel: string;
    readonly shippedAt: string | null;
    readonly deliveredAt: string | null;
    readonly completedAt: string | null;
    readonly promises: readonly Promised[];
  };
  readonly returnLabel: { readonly carrier: string; readonly tracking: string } | null;
  readonly shipments: readonly Parcel[];
  readonly events: readonly CaseEvent[];
}

const QUERY = `query ($after: String) { it: cases(filter: { view: "all" }, sort: appliedAt, page: { first: 40, after: $after }) { nextCursor items {
  id code type reason { code class } liability { party } requestedAmount approvedAmount node { id }
  lines { quantity orderLine { category unitPrice quantity paidAmount } }
  order { channel shippedAt deliveredAt completedAt promises { kind suspended values } }
  returnLabel { carrier tracking }
  shipments { id direction carrier tracking freightPaid shippedAt deliveredAt }
  events { at verb actorKind from to data }
} } }`;

/** All rows of a list, page by page; the query calls the list `it`. */
export async function readAll<Row>(client: Client, query: string, variables: object = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const page: { it: { items: Row[]; nextCursor: string | null } } = await client.ask(query, { ...variables, after });
    rows.push(...page.it.items);
    after = page.it.nextCursor;
  }
  return rows;
}

/** All cases of a chain. */
export const readCases = (client: Client): Promise<CaseInputs[]> => readAll(client, QUERY);

export interface Store {
  readonly id: string;
  readonly code: string;
  readonly timeZone: string;
}

const STORES = `query ($after: String) { it: orgNodes(types: [store], page: { first: 200, after: $after }) { nextCursor items { id code timeZone } } }`;

export const readStores = (client: Client): Promise<Store[]> => readAll(client, STORES);
