import type { CaseInputs, FreightRow, Parcel, ScopeRow, Shares, Store, SubsidyPromise } from './case-inputs.js';
import { componentWords } from './cost-files.js';
import { parcelKey, type Settled } from './settled.js';
import { Sums } from './sums.js';

const WHOLE = 10_000;

/** The first of two parts by basis points; the odd hundredth goes to the larger remainder, to the first where they are equal. */
export const firstPart = (amount: number, bps: number): number => Math.floor((amount * bps + WHOLE / 2) / WHOLE);

const among = (list: readonly string[] | null, word: string | null) => list === null || (word !== null && list.includes(word));
const between = (amount: number, from: number | null, to: number | null) => amount >= (from ?? 0) && (to === null || amount < to);

/** `2026-03`, by the clock of the store. */
export const monthOf = (at: string, { timeZone }: Store): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(new Date(at));

function promiseOf(it: CaseInputs, kind: string): CaseInputs['order']['promises'][number] {
  const promise = it.order.promises.find((each) => each.kind === kind);
  if (promise === undefined) throw new Error(`${it.code}: its order was promised nothing of ${kind}`);
  return promise;
}

export function subsidyOf(it: CaseInputs): { values: SubsidyPromise; suspended: boolean } {
  const { values, suspended } = promiseOf(it, 'returnShippingSubsidy');
  return { values: values as SubsidyPromise, suspended };
}

/** Sums over the lines of a case would have to be split over them; the demo chain sends back one at a time. */
function onlyLine(it: CaseInputs): CaseInputs['lines'][number] {
  const [line] = it.lines;
  if (line === undefined || it.lines.length > 1) throw new Error(`${it.code} sends back ${String(it.lines.length)} lines`);
  return line;
}

export type Goods = Pick<CaseInputs['lines'][number]['orderLine'], 'category' | 'unitPrice'>;

/** The most that free returns pay of a parcel; null: nothing. */
function limitOf(it: CaseInputs): number | null {
  const { values, suspended } = subsidyOf(it);
  if (values.oncePerOrder || values.perBuyer !== null || values.mode.kind === 'selfShip')
    throw new Error(`${it.code} was promised what this arithmetic does not know`);
  const isOn = !suspended && values.reasons.includes(it.reason.class);
  return isOn && isCovered(values, it.order.channel, onlyLine(it).orderLine) ? values.mode.cap : null;
}

/** Free returns are on, and their scope means goods like these. */
export function isCovered(values: SubsidyPromise, channel: string, { category, unitPrice }: Goods): boolean {
  const isMeant = ({ categories, channels, priceFrom, priceTo }: ScopeRow) =>
    among(categories, category) && among(channels, channel) && between(unitPrice, priceFrom, priceTo);
  return values.enabled && (values.scope.length === 0 || (values.scope.find(isMeant)?.covered ?? false));
}

/** Whom history had found at fault when a parcel went out: HQ by its verdict, else the store whose time to answer ran out. */
function faultAt(it: CaseInputs, at: string): 'branch' | 'buyer' | 'carrier' | 'none' {
  const before = it.events.filter((event) => event.at < at);
  const named = before.findLast(({ verb }) => verb === 'verdict')?.data?.['liable'];
  if (typeof named === 'string') return named === 'buyer' || named === 'carrier' ? named : 'branch';
  if (before.some(({ verb, from, actorKind }) => verb === 'timeout' && from === 'APPLIED' && actorKind === 'system'))
    return 'branch';
  if (it.reason.class === 'expectation') return 'none';
  return it.reason.class === 'logistics' ? 'carrier' : 'branch';
}

/** The merchant's basis points of what free returns leave: by the table that was promised, but never the buyer's for another's fault. */
function merchantBps(it: CaseInputs, at: string): number {
  const { freightPayer } = promiseOf(it, 'afterSalesRules').values as { freightPayer: readonly FreightRow[] };
  const { quantity, orderLine } = onlyLine(it);
  const worth = Math.floor((orderLine.paidAmount * quantity) / orderLine.quantity);
  const row = freightPayer.find(
    (each) =>
      (each.reasonClass ?? it.reason.class) === it.reason.class &&
      (each.category ?? orderLine.category) === orderLine.category &&
      between(worth, each.amountFrom, each.amountTo),
  );
  const fault = faultAt(it, at);
  if (row?.payer === 'merchant' || fault === 'branch' || fault === 'carrier') return WHOLE;
  return row?.payer === 'shared' ? (row.merchantBps ?? 0) : 0;
}

function sharesOf(it: CaseInputs): Shares {
  const { bearers } = subsidyOf(it).values;
  const row = bearers.rows.find(({ reasonClass }) => (reasonClass ?? it.reason.class) === it.reason.class);
  if (bearers.rows.some(({ fault }) => fault !== null)) throw new Error(`${it.code} shares by fault`);
  return row?.shares ?? bearers.otherwise;
}

const { 'freight-subsidy': SUBSIDY, 'freight-fault': FAULT, 'freight-over-cap': OVER_CAP, recovery: RECOVERY } = componentWords;

/** What a return parcel costs, by bearer and component. */
function returnCosts(it: CaseInputs, parcel: Parcel, freight: number, isPrepaid: boolean): Sums {
  const sums = new Sums();
  if (isPrepaid) {
    sums.add(['Branch', FAULT], freight);
    return sums;
  }
  const limit = limitOf(it);
  const subsidy = Math.min(freight, limit ?? 0);
  const hq = firstPart(subsidy, sharesOf(it).HQ);
  sums.add(['HQ', SUBSIDY], hq);
  sums.add(['Branch', SUBSIDY], subsidy - hq);
  if (subsidyOf(it).values.premium > 0) {
    // What is insured comes back to who bears it, as soon as it is claimed.
    sums.add(['HQ', RECOVERY], -hq);
    sums.add(['Branch', RECOVERY], hq - subsidy);
  }
  const bps = merchantBps(it, parcel.shippedAt);
  sums.add(['Branch', limit !== null && bps === WHOLE ? OVER_CAP : FAULT], firstPart(freight - subsidy, bps));
  return sums;
}

/** When a parcel's freight was first named. */
function knownAt(it: CaseInputs, { tracking, shippedAt }: Parcel): string {
  const named = it.events.find(({ at, data }) => at >= shippedAt && typeof data?.['freightPaid'] === 'number');
  if (named === undefined) throw new Error(`${it.code}: nobody named the freight of ${tracking}`);
  return named.at;
}

/** Of a refused claim: what had come back is a cost again, of who was said to bear it then. */
function refusedCosts(it: CaseInputs, costs: Sums): Sums {
  const refused = costs.by(([, component = '']) => [component]).rows[RECOVERY] ?? 0;
  const sums = new Sums();
  sums.add([subsidyOf(it).values.bearers.fallback === 'HQ' ? 'HQ' : 'Branch', RECOVERY], -refused);
  return sums;
}

/** The costs of one case, by month, bearer and component. */
function costsOf(it: CaseInputs, store: Store, { refused, accepted }: Settled): Sums {
  const sums = new Sums();
  const month = (at: string) => monthOf(at, store);
  const closed = it.events.find(({ to }) => to === 'CLOSED');
  const out = it.shipments.filter(({ direction }) => direction === 'out');
  for (const parcel of it.shipments) {
    const { direction, freightPaid } = parcel;
    if (freightPaid === null) continue;
    if (direction === 'out') sums.add([month(parcel.shippedAt), 'Branch', FAULT], freightPaid);
    const bill = accepted.get(parcelKey(parcel.carrier, parcel.tracking));
    if (bill) sums.add([bill.month, 'Branch', FAULT], bill.billed - freightPaid);
    if (direction !== 'return') continue;
    const isPrepaid = it.returnLabel?.tracking === parcel.tracking && it.returnLabel.carrier === parcel.carrier;
    const costs = returnCosts(it, parcel, freightPaid, isPrepaid);
    sums.addUnder([month(isPrepaid ? parcel.shippedAt : knownAt(it, parcel))], costs);
    const refusedAt = refused.get(it.id);
    if (refusedAt !== undefined) sums.addUnder([month(refusedAt)], refusedCosts(it, costs));
    // Who gets no refund gets no freight back either.
    if (closed !== undefined && out.length === 0 && !isPrepaid) sums.addUnder([month(closed.at)], costs, -1);
  }
  for (const { verb, at, data } of it.events)
    if (verb === 'compensate') sums.add([month(at), 'Branch', componentWords.compensation], Number(data?.['amount']));
  return sums;
}

/** What cases cost a chain, lost goods apart, by store, month, bearer and component in the words of the files: arithmetic of its own. */
export function costsOfCases(cases: readonly CaseInputs[], stores: readonly Store[], settled: Settled): Sums {
  const byId = new Map(stores.map((store) => [store.id, store]));
  const parcels = new Set<string>();
  const sums = new Sums();
  for (const it of cases) {
    const store = byId.get(it.node.id);
    if (store === undefined) throw new Error(`${it.code} is of no store`);
    for (const { id } of it.shipments) if (parcels.size === parcels.add(id).size) throw new Error(`${it.code} shares a parcel`);
    sums.addUnder([store.code], costsOf(it, store, settled));
  }
  return sums;
}
