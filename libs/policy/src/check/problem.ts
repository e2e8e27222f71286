import type { NodeId } from '@headwater/org-tree';
import type { Instant } from '../time.js';
import type { FieldValue, KindKey } from '../values/types.js';

/** What is wrong with a value or directive by itself. */
export type ValueProblemCode =
  | 'UNKNOWN_FIELD'
  | 'WRONG_TYPE'
  | 'OUT_OF_BOUNDS'
  | 'EMPTY_RANGE'
  | 'REPEATED'
  | 'SHARES_DO_NOT_ADD_UP'
  | 'SHARE_NOT_EXPECTED'
  | 'MERCHANT_FAULT_ON_BUYER'
  | 'SAID_BEFORE'
  | 'FEE_ON_MERCHANT_FAULT'
  | 'UNKNOWN_PLACEHOLDER'
  | 'UNCLOSED_BRACE'
  | 'LANGUAGE_MISSING'
  | 'EMPTY_DIRECTIVE'
  | 'SET_AND_RESET'
  | 'GUARD_NOT_ALLOWED'
  | 'GUARD_CONFLICT';

/** What is wrong with a change where it would stand. */
export type ChangeProblemCode =
  | 'UNKNOWN_NODE'
  | 'ARCHIVED'
  | 'EMPTY_INTERVAL'
  | 'NOT_SUSPENDABLE'
  | 'HQ_ONLY'
  | 'REASON_MISSING'
  | 'FIELDS_MISSING'
  | 'NOT_AN_ANCESTOR'
  | 'NOTHING_TO_LIFT'
  | 'SAID_TWICE'
  | 'LOCKED'
  | 'COMPULSORY_FROM_DEFAULT'
  | 'RETURN_ADDRESS_MISSING'
  | 'INSPECTION_AFTER_REFUND_DUE'
  | 'BRANCH_MAY_NOT_SET'
  | 'BRANCH_MAY_NOT_LOCK'
  | 'BRANCH_LONGER_ONLY'
  | 'BRANCH_SHORTER_ONLY'
  | 'BRANCH_LOWER_ONLY'
  | 'BRANCH_KINDER_ONLY';

export type PolicyProblemCode = ValueProblemCode | ChangeProblemCode;

/** What would do instead. Money in fen, ends included; `maxLength` of texts and tables. */
export interface Allowed {
  readonly type?: string;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly oneOf?: readonly string[];
  readonly maxLength?: number;
  readonly sum?: number;
}

/** One reason for a refusal: a code, the field and the place within its value, what is allowed, and who set that limit. */
export interface PolicyProblem {
  readonly code: PolicyProblemCode;
  readonly kind: KindKey;
  readonly field: string | null;
  /** Place within the value, such as `rows.2.shares`; empty for the value itself. */
  readonly path: string;
  readonly allowed: Allowed | null;
  /** The value that was refused, where it is the problem. */
  readonly value?: FieldValue;
  /** The unit where the rules would be broken. */
  readonly nodeId?: NodeId;
  /** The unit whose lock or guard is in the way; null for a bound of the product itself. */
  readonly setBy?: NodeId | null;
  /** From when the problem holds. */
  readonly at?: Instant;
  /** How many branches would have this broken document. */
  readonly branches?: number;
}
