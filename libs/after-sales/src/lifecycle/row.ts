import type { Counts } from '../facts.js';
import type { BoundField } from '../rules.js';
import type { CaseActor, CaseState, CaseType, CaseVerb } from '../vocabulary.js';

/** Conditions on the facts of a case that a row may ask for; `guards.ts` holds each. */
export const guardNames = [
  'returnAddressKnown',
  'autoApproved',
  'goodsNotAtBranch',
  'goodsAtBranch',
  'parcelUnderWay',
  'notDelivered',
  'notHandedOver',
  'dropInPromised',
  'pickupPromised',
  'intentMayChange',
  'declinedBefore',
  'payoutPending',
  'payoutFailed',
  'extendable',
  'countsOpenTime',
  'clockRunOut',
] as const;
export type GuardName = (typeof guardNames)[number];

/** How often a row may be used on one case. `on`: only where it leads there. */
export interface Bound {
  readonly counter: keyof Counts;
  readonly max: BoundField;
  readonly on: readonly CaseState[] | null;
}

/**
 * One line of the lifecycle. `state` null: no case yet. A row that leads to its own state is a step; it never moves the
 * deadline by itself, so the clock of the state bounds it.
 */
export interface LifecycleRow {
  readonly types: readonly CaseType[];
  readonly state: CaseState | null;
  readonly verb: CaseVerb;
  readonly actors: readonly CaseActor[];
  readonly to: readonly CaseState[];
  readonly guard: GuardName | null;
  readonly bound: Bound | null;
}
