import { firstPart, monthOf, subsidyOf } from './case-costs.js';
import type { CaseEvent, CaseInputs, Parcel, Store } from './case-inputs.js';
import { componentWords } from './cost-files.js';
import { Sums } from './sums.js';

const { 'goods-loss': LOSS, 'goods-recovery': RECOVERED } = componentWords;

/** What is assumed of goods whose cost nobody has said, in basis points of their price: no rule of the demo chain says otherwise. */
const ASSUMED = 5_000;

/** The steps that gave the money back or had other goods sent. */
const settling = ({ events }: CaseInputs): CaseEvent[] =>
  events.filter(({ from, to }) => from !== to && (to === 'REFUNDING' || to === 'AWAIT_RESHIP'));

interface Lost {
  /** Null: in no parcel of the case. */
  readonly parcel: Parcel | null;
}

/** How the goods were lost by then; null: they were not. */
function lostIn(it: CaseInputs, { at, to }: CaseEvent): Lost | null {
  const last = (direction: Parcel['direction']) =>
    it.shipments.findLast((each) => each.direction === direction && each.shippedAt <= at);
  const hasCome = (parcel: Parcel) => parcel.deliveredAt !== null && parcel.deliveredAt <= at;
  const [out, back] = [last('out'), last('return')];
  if (out !== undefined) return { parcel: hasCome(out) ? null : out };
  if (back !== undefined && !hasCome(back)) return { parcel: back };
  // Goods that are turned away at the door go to the buyer again, as do those that are sent back.
  const received = it.events.findLast(({ from, to: then, at: when }) => from === 'AWAIT_RECEIPT' && then !== from && when <= at);
  const goesBack = received?.data?.['goods'] === 'turnedBack' || last('back') !== undefined;
  if (back !== undefined) return goesBack ? { parcel: null } : null;
  const { order, reason, type } = it;
  if (reason.code === 'notArrived') return order.shippedAt === null ? null : { parcel: null };
  if (reason.code === 'missingItem' || (type === 'RS' && to === 'AWAIT_RESHIP')) return null;
  return order.deliveredAt === null && order.completedAt === null ? null : { parcel: null };
}

function bearerOf(it: CaseInputs): string {
  const named: Partial<Record<string, string>> = { branch: 'Branch', supplier: 'Supplier', hq: 'HQ' };
  const fallback = subsidyOf(it).values.bearers.fallback === 'HQ' ? 'HQ' : 'Branch';
  return named[it.liability?.party ?? ''] ?? fallback;
}

/** So many of the units that were paid for together; an odd half goes to them. */
const part = (amount: number, units: number, of: number): number => Math.floor((2 * amount * units + of) / (2 * of));

/** By bearer and component. */
function lossOf(it: CaseInputs, step: CaseEvent): Sums {
  const sums = new Sums();
  const lost = lostIn(it, step);
  if (lost === null) return sums;
  const paid = it.lines.reduce(
    (sum, { quantity, orderLine }) => sum + part(orderLine.paidAmount, quantity, orderLine.quantity),
    0,
  );
  const loss = firstPart(Math.min(it.approvedAmount ?? it.requestedAmount, paid), ASSUMED);
  const bearer = bearerOf(it);
  sums.add([bearer, LOSS], loss);
  if (lost.parcel === null || it.liability?.party !== 'carrier') return sums;
  sums.add([bearer, RECOVERED], -loss);
  const { direction, freightPaid, tracking } = lost.parcel;
  if (direction === 'out' || it.returnLabel?.tracking === tracking) sums.add(['Branch', RECOVERED], -(freightPaid ?? 0));
  return sums;
}

/** What the goods of a case cost that did not come back, by month, bearer and component; what a carrier lost is claimed of it. */
function goodsCosts(it: CaseInputs, store: Store): Sums {
  const sums = new Sums();
  let standing = new Sums();
  for (const step of settling(it)) {
    const loss = lossOf(it, step);
    sums.addUnder([monthOf(step.at, store)], standing, -1);
    sums.addUnder([monthOf(step.at, store)], loss);
    standing = loss;
  }
  return sums;
}

/** The same of all cases, by store as well. */
export function goodsCostsOf(cases: readonly CaseInputs[], stores: readonly Store[]): Sums {
  const sums = new Sums();
  for (const store of stores)
    for (const it of cases) if (it.node.id === store.id) sums.addUnder([store.code], goodsCosts(it, store));
  return sums;
}
