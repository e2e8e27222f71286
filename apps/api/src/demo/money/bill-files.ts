import { dayName } from '../calendar.js';
import type { Random } from '../random.js';

/** A parcel that went out at our cost. */
export interface SentParcel {
  readonly carrier: string;
  readonly tracking: string;
  /** Fen. */
  readonly freight: number;
  /** UTC epoch ms. */
  readonly shippedAt: number;
}

/** An order whose returns are insured. */
export interface InsuredOrder {
  readonly number: string;
  /** Fen. */
  readonly premium: number;
  /** UTC epoch ms. */
  readonly coveredAt: number;
}

/** Who insures the returns of partners' stores. */
export const INSURER = '和风财险';

/** What carriers with a price card ask, in fen: 1 kg, and each 100 g begun beyond it. */
const asked: Readonly<Record<string, { readonly first: number; readonly step: number }>> = {
  中通快递: { first: 600, step: 20 },
  圆通速递: { first: 620, step: 20 },
};

const FIRST_GRAMS = 1_000;
const STEP_GRAMS = 100;
/** Carriers without a card write a weight too. */
const usual = { first: 1_000, step: 30 };

/** The parcel's weight by which its agreed freight is what the card asks, or a little less. */
function gramsFor(carrier: string, freight: number): number {
  const { first, step } = asked[carrier] ?? usual;
  return FIRST_GRAMS + Math.max(0, Math.ceil((freight - first) / step)) * STEP_GRAMS;
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const csv = (head: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n`;

/** The price cards that carriers have sent, as CSV, by the carrier. */
export const priceCards: ReadonlyMap<string, string> = new Map(
  Object.entries(asked).map(([carrier, { first, step }]) => [
    carrier,
    csv('区域,首重克,首重价,续重克,续重价', [
      ['', FIRST_GRAMS, yuan(first), STEP_GRAMS, yuan(step)],
      ['新疆西藏', FIRST_GRAMS, yuan(first * 3), STEP_GRAMS, yuan(step * 5)],
    ]),
  ]),
);

/** What a bill has for what is owed: as agreed, dearer, nothing, twice. Its first three lines differ in each way, however short it is. */
function billed(random: Random, at: number, owed: number, dearer: number): readonly number[] {
  const ways = { agreed: [owed], dearer: [owed + dearer], forgotten: [], twice: [owed, owed] };
  return (
    [ways.dearer, ways.forgotten, ways.twice][at] ??
    random.weighted<readonly number[]>([
      [ways.agreed, 80],
      [ways.dearer, 10],
      [ways.forgotten, 6],
      [ways.twice, 4],
    ])
  );
}

/** Beyond what was agreed, in fen: a carrier's first time so little that it is accepted. */
const tooMuch = (random: Random, at: number): number => (at === 0 ? 300 : random.int(1, 9) * 100);

/** A carrier's bill of a month, as CSV: a parcel is forgotten, dearer, or billed twice now and then, and one is not ours. */
export function carrierBill(random: Random, parcels: readonly SentParcel[]): string {
  const lines = parcels.flatMap(({ carrier, tracking, freight, shippedAt }, at) => {
    const own = random.of(tracking);
    const amounts = billed(own, at, freight, tooMuch(own, at));
    return amounts.map((amount) => [tracking, yuan(amount), 'CNY', dayName(shippedAt), gramsFor(carrier, freight)]);
  });
  const strange = parcels
    .slice(0, 1)
    .map(({ shippedAt }) => [`ZX${random.digits(12)}`, '12.00', 'CNY', dayName(shippedAt), FIRST_GRAMS]);
  return csv('运单号,金额,币种,日期,重量克', [...lines, ...strange]);
}

/** The insurer's bill of a month, as CSV: its premiums differ in the same ways, and one order is not ours. */
export function insurerBill(random: Random, orders: readonly InsuredOrder[]): string {
  const lines = orders.flatMap(({ number, premium, coveredAt }, at) => {
    const own = random.of(number);
    return billed(own, at, premium, own.int(1, 3) * 10).map((amount) => [number, yuan(amount), 'CNY', dayName(coveredAt)]);
  });
  const strange = orders
    .slice(0, 1)
    .map(({ premium, coveredAt }) => [`HF${random.digits(10)}`, yuan(premium), 'CNY', dayName(coveredAt)]);
  return csv('订单号,保费,币种,日期', [...lines, ...strange]);
}
