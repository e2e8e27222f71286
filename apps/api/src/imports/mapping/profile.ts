import { billKinds } from '@headwater/ledger';
import { nodeTypes } from '@headwater/org-tree';
import { z } from 'zod';
import { valueSpec, wordMap } from './value-spec.js';

const name = z
  .string()
  .regex(/^[A-Za-z0-9][\w-]{0,39}$/, 'must be 1 to 40 letters, digits, _ and -, the first a letter or digit');

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
const zone = z.string().refine((it) => zones.has(it), 'must be a time zone such as Asia/Shanghai');

function canDecode(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
const encoding = z.string().refine(canDecode, 'must be an encoding such as utf-8 or gb18030');

const place = { province: valueSpec.optional(), provinceCode: valueSpec.optional(), timeZone: valueSpec.optional() };

const level = z.strictObject({
  level: name,
  type: z.enum(['region', 'mall', 'partner']).default('region'),
  key: valueSpec,
  code: valueSpec.optional(),
  name: valueSpec,
  optional: z.boolean().default(false),
  ...place,
});

const units = z.strictObject({
  file: name.optional(),
  type: z.enum(nodeTypes.filter((type) => type !== 'headquarters')).default('store'),
  key: valueSpec,
  code: valueSpec.optional(),
  name: valueSpec,
  ownership: valueSpec.optional(),
  city: valueSpec.optional(),
  address: valueSpec.optional(),
  postcode: valueSpec.optional(),
  phone: valueSpec.optional(),
  longitude: valueSpec.optional(),
  latitude: valueSpec.optional(),
  since: valueSpec.optional(),
  ...place,
  levels: z.array(level).max(7, 'has at most 7 entries: with the units themselves that is 8 levels under HQ').default([]),
});

/** Another file whose rows are found by a column of the same name. */
const joined = z.strictObject({ file: name, on: z.string().min(1) });

const order = z.strictObject({
  status: valueSpec.optional(),
  channel: valueSpec.optional(),
  currency: valueSpec.optional(),
  buyer: valueSpec.optional(),
  buyerName: valueSpec.optional(),
  buyerPhone: valueSpec.optional(),
  shipTo: valueSpec.optional(),
  placedAt: valueSpec,
  paidAt: valueSpec.optional(),
  shippedAt: valueSpec.optional(),
  deliveredAt: valueSpec.optional(),
  promisedAt: valueSpec.optional(),
  completedAt: valueSpec.optional(),
  cancelledAt: valueSpec.optional(),
});

const lines = z.strictObject({
  file: name.optional(),
  on: z.string().min(1).optional(),
  lookups: z.array(joined).default([]),
  storeBy: z.enum(['code', 'key']).default('code'),
  store: valueSpec,
  sku: valueSpec,
  name: valueSpec.optional(),
  category: valueSpec.optional(),
  quantity: valueSpec.optional(),
  price: valueSpec,
  cost: valueSpec.optional(),
  freight: valueSpec.optional(),
  noReasonExcluded: valueSpec.optional(),
  supplier: valueSpec.optional(),
  campaigns: valueSpec.optional(),
  supplierBy: z.enum(['code', 'key']).default('code'),
});

const payments = z.strictObject({
  file: name.optional(),
  on: z.string().min(1).optional(),
  sequence: valueSpec.optional(),
  method: valueSpec.optional(),
  amount: valueSpec,
});

const orders = z.strictObject({
  file: name.optional(),
  key: z.string().min(1),
  lookups: z.array(joined).default([]),
  order,
  lines,
  payments: payments.optional(),
});

/** A bill: a carrier's with one line a parcel, an insurer's with one line a covered order. */
const bill = z.strictObject({
  kind: z.enum(billKinds).default('carrier'),
  number: valueSpec,
  amount: valueSpec,
  currency: valueSpec.optional(),
  date: valueSpec.optional(),
  grams: valueSpec.optional(),
  zone: valueSpec.optional(),
});

/** A carrier's price card, one line a zone. */
const priceCard = z.strictObject({
  zone: valueSpec,
  firstGrams: valueSpec,
  firstPrice: valueSpec,
  stepGrams: valueSpec,
  stepPrice: valueSpec,
});

/** The words of a mapping profile: docs/import-profiles.md says what each means. */
export const profileShape = z.strictObject({
  profile: name,
  title: z.string().max(200).default(''),
  encoding: encoding.default('utf-8'),
  delimiter: z.string().length(1, 'must be one character').default(','),
  decimalMark: z.enum(['.', ',']).default('.'),
  timeZone: zone.default('Asia/Shanghai'),
  files: z.record(name, z.string().min(1)).default({}),
  tables: z.record(name, wordMap).default({}),
  units: units.optional(),
  orders: orders.optional(),
  bill: bill.optional(),
  priceCard: priceCard.optional(),
});

export type Profile = z.output<typeof profileShape>;
export type UnitMapping = z.output<typeof units>;
export type LevelMapping = z.output<typeof level>;
export type OrderMapping = z.output<typeof orders>;
export type BillMapping = z.output<typeof bill>;
export type PriceCardMapping = z.output<typeof priceCard>;
export type JoinedFile = z.output<typeof joined>;
