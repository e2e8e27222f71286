import fc from 'fast-check';
import { checkDirectives } from '../check/check-directives.js';
import { normaliseDirectives } from '../check/normalise.js';
import type { Directive, Directives, Guard } from '../facts/types.js';
import type { Field, FieldType } from '../kinds/field.js';
import { kindOf } from '../kinds/registry.js';
import { exclusionGrounds } from '../values/exclusions.js';
import type { FieldValue, FreightPayerRow, KindKey } from '../values/types.js';
import {
  channels,
  fallbackBearers,
  faults,
  merchantFaultClasses,
  reasonClasses,
  returnRoutes,
  riskLevels,
} from '../values/words.js';
import { once } from './once.js';

const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const category = fc.constantFrom('shoes', 'snacks', 'toys');
const campaign = fc.constantFrom('618', 'D11');
const split = fc
  .array(fc.nat(10_000), { minLength: 3, maxLength: 3 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map(([first = 0, second = 0, third = 0]) => ({
    ...{ HQ: first, branch: second - first },
    ...{ supplier: third - second, partner: 10_000 - third },
  }));
const tier = fc.constantFrom<[number | null, number | null]>([null, null], [null, 5000], [5000, null], [1000, 20_000]);

/** Near the bounds, so that guards and values meet. */
const amount = ({ bounds }: Field) =>
  fc.integer({ min: bounds?.min ?? 0, max: Math.min(bounds?.max ?? 30, (bounds?.min ?? 0) + 12) });

const row = fc.record({
  reasonClass: orNull(fc.constantFrom(...reasonClasses)),
  category: orNull(category),
  tier,
  share: fc.nat(10_000),
});
type Draw = {
  reasonClass: FreightPayerRow['reasonClass'];
  category: string | null;
  tier: [number | null, number | null];
  share: number;
};

/** The merchant's own faults first, so that whatever follows keeps the law. */
const freightTable = fc
  .array(row, { maxLength: 3 })
  .map((draws) => [
    ...merchantFaultClasses.map((reasonClass) => freightRow({ reasonClass, category: null, tier: [null, null], share: 10_000 })),
    ...draws.map(freightRow),
  ]);

const freightRow = ({ tier: [amountFrom, amountTo], share, ...when }: Draw): FreightPayerRow => ({
  ...{ ...when, amountFrom, amountTo },
  payer: share === 10_000 ? 'merchant' : share < 3000 ? 'buyer' : 'shared',
  merchantBps: share === 10_000 || share < 3000 ? null : share,
});

const scope = fc.array(
  fc.record({
    categories: orNull(fc.uniqueArray(category, { minLength: 1, maxLength: 2 })),
    channels: orNull(fc.uniqueArray(fc.constantFrom(...channels), { minLength: 1, maxLength: 2 })),
    range: tier,
    campaign: orNull(campaign),
    covered: fc.boolean(),
  }),
  { maxLength: 3 },
);

const conditions = fc.array(
  fc.record({
    category: orNull(category),
    items: fc.uniqueArray(fc.constantFrom('intact', 'tagsOn', '无磨损'), { minLength: 1 }),
  }),
  { minLength: 1, maxLength: 3 },
);

const address = orNull(
  fc.constantFrom('1', '2').map((number) => ({
    ...{
      recipient: '售后',
      phone: `010-${number}`,
      province: '浙江',
      city: '杭州',
      district: '西湖',
      street: `${number} 号`,
      instructions: '',
    },
  })),
);

const text = fc.constantFrom(
  { zh: '', en: '' },
  { zh: '包运费', en: 'On us' },
  { zh: '{subsidyCap}', en: '{subsidyCap}' },
  { zh: '运费补', en: 'Paid' },
);

const days = (min: number) => orNull(fc.integer({ min, max: min + 12 }));
const categoryWindows = fc.uniqueArray(
  fc.record({ category, noReasonDays: days(7), selfServiceDays: days(0), qualityDays: days(7) }),
  { maxLength: 3, selector: (each) => each.category },
);

const autoApprove = fc.array(
  fc.record({
    amountUpTo: fc.nat(20_000),
    reasonClasses: orNull(
      fc
        .uniqueArray(fc.constantFrom(...reasonClasses), { minLength: 1 })
        .map((classes) => reasonClasses.filter((each) => classes.includes(each))),
    ),
    riskUpTo: fc.constantFrom(...riskLevels),
  }),
  { maxLength: 3 },
);

const returnless = orNull(
  fc.oneof(
    fc.record({ by: fc.constant('amount' as const), amount: fc.nat(5000) }),
    fc.record({ by: fc.constant('cost' as const), handlingCost: fc.nat(2000), resaleBps: fc.nat(10_000) }),
  ),
);

const photos = fc.nat(9);
const evidence = fc.uniqueArray(fc.record({ reasonClass: fc.constantFrom(...reasonClasses), goods: photos, invoice: photos }), {
  maxLength: 3,
  selector: (each) => each.reasonClass,
});
const exclusions = fc.uniqueArray(fc.record({ category, ground: fc.constantFrom(...exclusionGrounds) }), {
  maxLength: 3,
  selector: (each) => each.category,
});
const restockingFee = fc.oneof(
  fc.constant([]),
  fc.nat(2000).map((bps) => [{ reasonClass: 'expectation' as const, bps }]),
);
const returnRouting = fc
  .uniqueArray(fc.record({ amountFrom: fc.nat(20_000), to: fc.constantFrom(...returnRoutes) }), {
    maxLength: 3,
    selector: (each) => each.amountFrom,
  })
  .map((rows) => rows.sort((one, other) => one.amountFrom - other.amountFrom));

const arbitraries: Record<FieldType, (field: Field) => fc.Arbitrary<FieldValue>> = {
  money: amount,
  days: amount,
  hours: amount,
  count: amount,
  boolean: () => fc.boolean(),
  date: () => orNull(fc.constantFrom('2026-03-12', '2027-02-28')),
  set: ({ options }) =>
    fc.uniqueArray(fc.constantFrom(...options!.map((option) => option.value)), { minLength: 1 }) as fc.Arbitrary<FieldValue>,
  scope: () =>
    scope.map((rows) =>
      rows.map(({ range: [priceFrom, priceTo], campaign: code, ...rest }) => ({
        ...{ ...rest, priceFrom, priceTo },
        ...(code !== null && { campaign: code }),
      })),
    ),
  mode: () =>
    fc.tuple(fc.constantFrom('actual', 'pickup', 'selfShip'), fc.nat(12)).map(([kind, fen]): FieldValue => {
      return kind === 'actual' || kind === 'pickup' ? { kind, cap: fen } : { kind: 'selfShip', flat: fen };
    }),
  bearers: () =>
    fc.record({
      rows: fc.array(
        fc.record({
          reasonClass: orNull(fc.constantFrom(...reasonClasses)),
          fault: orNull(fc.constantFrom(...faults)),
          shares: split,
        }),
        {
          maxLength: 2,
        },
      ),
      otherwise: split,
      fallback: fc.constantFrom(...fallbackBearers),
    }),
  perBuyer: () => orNull(fc.record({ count: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 1, max: 90 }) })),
  freightPayer: () => freightTable,
  categoryWindows: () => categoryWindows,
  conditions: () => conditions,
  autoApprove: () => autoApprove,
  returnless: () => returnless,
  evidence: () => evidence,
  exclusions: () => exclusions,
  restockingFee: () => restockingFee,
  returnRouting: () => returnRouting,
  address: () => address,
  text: () => text,
};

/** A value that the field takes, hard bounds and all. */
export const valueArbitrary = (field: Field): fc.Arbitrary<FieldValue> => arbitraries[field.type](field);

function guardArbitrary(field: Field): fc.Arbitrary<Guard | undefined> {
  if (field.options) return (valueArbitrary(field) as fc.Arbitrary<readonly string[]>).map((allowed) => ({ allowed }));
  if (!field.bounds) return fc.constant(undefined);
  const end = orNull(amount({ ...field, bounds: { min: field.bounds.min, max: field.bounds.max } }));
  return fc.tuple(end, end).map(([min, max]) => ({ min, max }));
}

/** What a directive may be made of: laws about worlds without locks and guards draw none. */
export interface Verbs {
  readonly locks?: boolean;
  readonly guards?: boolean;
}

export function directiveArbitrary(field: Field, { locks = true, guards = true }: Verbs = {}): fc.Arbitrary<Directive> {
  const verb = fc.oneof(
    { weight: 5, arbitrary: valueArbitrary(field).map((set): Directive => ({ set })) },
    { weight: 1, arbitrary: fc.constant<Directive>({ reset: true }) },
    { weight: 3, arbitrary: fc.constant<Directive>({}) },
  );
  const lock = fc.boolean().map((locked): Directive => (locks && locked ? { lock: true } : {}));
  const guard = orNull(guardArbitrary(field)).map((held): Directive => (guards && held ? { guard: held } : {}));
  return fc.tuple(verb, fc.oneof(fc.constant({}), lock), guard).map((parts) => Object.assign({}, ...parts));
}

/** Directives that pass the checks. Few fields, so that units contradict one another. */
export const directivesArbitrary = once((kind: KindKey, keys: readonly string[], verbs?: Verbs): fc.Arbitrary<Directives> => {
  const fields = kindOf(kind).fields.filter(({ key }) => keys.includes(key));
  return fc
    .tuple(...fields.map((field) => orNull(directiveArbitrary(field, verbs))))
    .map((drawn) => Object.fromEntries(fields.flatMap(({ key }, at) => (isFine(kind, key, drawn[at]) ? [[key, drawn[at]]] : []))))
    .map((directives) => normaliseDirectives(kind, directives as Directives));
});

const isFine = (kind: KindKey, key: string, directive: Directive | null | undefined): boolean =>
  directive != null && checkDirectives(kind, { [key]: directive }).length === 0;
