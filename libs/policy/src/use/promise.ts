import { hashOf } from '../canonical.js';
import { kindOf } from '../kinds/registry.js';
import { stateOf } from '../resolve/fold.js';
import type { PolicyDocument } from '../resolve/types.js';
import type { FieldValue, KindKey, RulesOf } from '../values/types.js';

type SubsidyPromised = Pick<
  RulesOf['returnShippingSubsidy'],
  'enabled' | 'scope' | 'mode' | 'reasons' | 'oncePerOrder' | 'perBuyer' | 'bearers' | 'premium'
>;
type RulesPromised = Pick<
  RulesOf['afterSalesRules'],
  | 'noReasonDays'
  | 'inStoreDays'
  | 'selfServiceDays'
  | 'qualityDays'
  | 'windowByCategory'
  | 'types'
  | 'contactFirst'
  | 'maxApplications'
  | 'modifyMax'
  | 'freightPayer'
  | 'conditions'
  | 'refundOutboundFreight'
  | 'refundDueDays'
  | 'shipDays'
  | 'infoDays'
  | 'consentHours'
  | 'reconsiderDays'
  | 'returnMethods'
  | 'modifyAfterTransitDays'
  | 'reshipHours'
  | 'reshipFailDays'
  | 'autoConfirmDays'
  | 'evidence'
  | 'excluded'
  | 'restockingFee'
>;

/** The fields of a kind that an order keeps from payment on. */
export interface PromisedOf {
  readonly returnShippingSubsidy: SubsidyPromised;
  readonly afterSalesRules: RulesPromised;
  /** Texts are those in force when they are shown; what they say comes from the promise. */
  readonly serviceScripts: Readonly<Record<string, never>>;
  /** How the merchant looks at a buyer is promised to nobody. */
  readonly riskLimits: Readonly<Record<string, never>>;
}

/** What an order was promised at payment, to be stored once per distinct content. */
export interface PromiseContent<K extends KindKey = KindKey> {
  readonly kind: K;
  readonly values: PromisedOf[K];
  /** Suspended at payment: nothing was promised, whatever the fields say. */
  readonly suspended: boolean;
}

export interface PromiseDocument<K extends KindKey = KindKey> {
  readonly content: PromiseContent<K>;
  /** SHA-256 of the content's canonical JSON, in lower-case hex. */
  readonly hash: string;
}

/**
 * Freezes the promise fields, and the bearers and the premium, of the rules in force at payment.
 * @param keys the fields to freeze where not all of them: those a promise of before has, to reckon it again
 */
export function promiseDocument<K extends KindKey>(
  kind: K,
  resolved: PolicyDocument<K>,
  keys: readonly string[] = keptKeys(kind),
): PromiseDocument<K> {
  const content = { kind, values: promisedValues(kind, resolved, keys), suspended: resolved.suspension !== null };
  return { content, hash: hashOf(content) };
}

/** The same rules where nothing is promised, though they say so: something else than a suspension withheld it at payment. */
export function withheld<K extends KindKey>({ content }: PromiseDocument<K>): PromiseDocument<K> {
  const none = { ...content, suspended: true };
  return { content: none, hash: hashOf(none) };
}

/** A stored promise, whole: a field that came after it was made was promised to nobody, so it has the product's default. */
export function wholePromise<K extends KindKey>(content: PromiseContent<K>): PromiseContent<K> {
  const defaults = kindOf(content.kind)
    .fields.filter((field) => field.atPayment)
    .map(({ key, default: value }) => [key, value] as const);
  return { ...content, values: { ...Object.fromEntries(defaults), ...content.values } };
}

const keptKeys = (kind: KindKey): string[] =>
  kindOf(kind)
    .fields.filter((field) => field.atPayment)
    .map(({ key }) => key);

function promisedValues<K extends KindKey>(kind: K, resolved: PolicyDocument<K>, keys: readonly string[]): PromisedOf[K] {
  const values: Record<string, FieldValue> = {};
  for (const key of keys) values[key] = stateOf(resolved, key)?.value ?? null;
  // PromisedOf names exactly the fields that are kept at payment; a test holds the two to each other.
  return values as unknown as PromisedOf[K];
}
