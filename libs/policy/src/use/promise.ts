import { hashOf } from '../canonical.js';
import { kindOf } from '../kinds/registry.js';
import { stateOf } from '../resolve/fold.js';
import type { PolicyDocument } from '../resolve/types.js';
import type { FieldValue, KindKey, RulesOf } from '../values/types.js';

type SubsidyPromised = Pick<RulesOf['returnShippingSubsidy'], 'enabled' | 'scope' | 'mode' | 'bearers'>;
type RulesPromised = Pick<
  RulesOf['afterSalesRules'],
  | 'noReasonDays'
  | 'inStoreDays'
  | 'selfServiceDays'
  | 'qualityDays'
  | 'types'
  | 'modifyMax'
  | 'freightPayer'
  | 'refundDueDays'
  | 'shipDays'
  | 'infoDays'
  | 'consentHours'
  | 'reconsiderDays'
>;

/** The fields of a kind that an order keeps from payment on. */
export interface PromisedOf {
  readonly returnShippingSubsidy: SubsidyPromised;
  readonly afterSalesRules: RulesPromised;
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

/** Freezes the promise fields, and the bearers, of the rules in force at payment. */
export function promiseDocument<K extends KindKey>(kind: K, resolved: PolicyDocument<K>): PromiseDocument<K> {
  const content = { kind, values: promisedValues(kind, resolved), suspended: resolved.suspension !== null };
  return { content, hash: hashOf(content) };
}

function promisedValues<K extends KindKey>(kind: K, resolved: PolicyDocument<K>): PromisedOf[K] {
  const kept = kindOf(kind).fields.filter((field) => field.atPayment);
  const values: Record<string, FieldValue> = {};
  for (const { key } of kept) values[key] = stateOf(resolved, key)?.value ?? null;
  // PromisedOf names exactly the fields that are kept at payment; a test holds the two to each other.
  return values as unknown as PromisedOf[K];
}
