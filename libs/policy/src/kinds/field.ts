import type { Text } from '../values/text.js';
import type { FieldKey, FieldValue, KindKey } from '../values/types.js';

export type { Text } from '../values/text.js';

export type FieldType =
  | 'money'
  | 'days'
  | 'hours'
  | 'count'
  | 'boolean'
  | 'date'
  | 'set'
  | 'scope'
  | 'mode'
  | 'bearers'
  | 'perBuyer'
  | 'freightPayer'
  | 'categoryWindows'
  | 'conditions'
  | 'autoApprove'
  | 'returnless'
  | 'evidence'
  | 'exclusions'
  | 'restockingFee'
  | 'returnRouting'
  | 'address'
  | 'text';

/** `bps`: basis points, ten thousand of them the whole. */
export type Unit = 'fen' | 'day' | 'hour' | 'count' | 'percent' | 'bps';

/** Both ends included; null leaves an end open. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
}

/** An entry of a set field, in the schema's order. */
export interface Option {
  readonly value: string;
  readonly label: Text;
}

/** P18: what holds for a text template. */
export interface TextRule {
  /** How many characters it may come to in a language, its placeholders at their longest. */
  readonly maxLength: number;
  /** Shown only where free returns are on and cover the goods. */
  readonly whereCovered: boolean;
}

/** What a branch's own people may do with a field, against what it inherits. */
export type BranchRule = 'yes' | 'no' | 'longer' | 'shorter' | 'kinder' | 'lowerSameMode' | 'lowerRows';

/** What more of it means to a buyer; `table` where the rows have to be compared, `internal` where he never meets it. */
export type BuyerView = 'more' | 'less' | 'table' | 'internal';

/** One setting of a kind. The default is what applies where nobody ever set it. */
export interface Field {
  readonly key: FieldKey;
  readonly type: FieldType;
  readonly unit: Unit | null;
  readonly default: FieldValue;
  /** Hard bounds of a number, or of the amount within a mode. */
  readonly bounds: Range | null;
  /** Entries a set may hold. */
  readonly options: readonly Option[] | null;
  /** Of a text template, and of no other type. */
  readonly text?: TextRule;
  /** A promise is frozen for an order at payment; an operation field is the one in force when it is used. */
  readonly class: 'promise' | 'operation';
  /** Frozen at payment: every promise, and the bearers and the premium. */
  readonly atPayment: boolean;
  readonly branch: BranchRule;
  readonly forBuyer: BuyerView;
  /** P1: no effective document that an assignment produces may take it from the default. */
  readonly compulsory: boolean;
  readonly group: string;
  readonly label: Text;
  readonly help: Text;
}

export interface FieldGroup {
  readonly key: string;
  readonly label: Text;
}

/** A schema of fields. `suspendable` kinds can be switched off at a unit without touching a field. */
export interface Kind {
  readonly key: KindKey;
  readonly suspendable: boolean;
  /** No unit below HQ is given rules of this kind. */
  readonly hqOnly?: true;
  readonly label: Text;
  readonly help: Text;
  readonly groups: readonly FieldGroup[];
  readonly fields: readonly Field[];
}
