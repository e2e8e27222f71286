import type { ActionVerb, CaseAction, CaseFacts, InspectedItem, Transition } from '@headwater/after-sales';
import type { Ground } from './case-rules.service.js';
import type { AfterSalesCase } from './case.entity.js';
import type { Doer } from './doer.js';

/** Words that decide nothing: kept with the event, and shown with it. */
export interface Said {
  /** A reason where the verb does not ask for one. */
  readonly reason?: string | undefined;
  /** The buyer's words about his application. */
  readonly text?: string | undefined;
  /** A5: his answer to what his reason asks; null: none. */
  readonly followUpAnswer?: string | null | undefined;
  readonly note?: string | undefined;
  /** A9: item by item. */
  readonly inspection?: readonly InspectedItem[] | undefined;
}

/** What is to be done to a case. */
export interface CaseWork<V extends ActionVerb = ActionVerb> {
  readonly id: string;
  /** The version that was seen; null for the product itself, which has just looked. */
  readonly version: number | null;
  readonly action: CaseAction<V>;
  readonly said?: Said | undefined;
  /** A15: why the step is taken against the limits that refuse it; by staff who may. */
  readonly overrule?: string | undefined;
}

/** A step that is being carried out, within its transaction. */
export interface Step {
  /** As it was before the step. */
  readonly row: AfterSalesCase;
  readonly before: CaseFacts;
  readonly after: CaseFacts;
  readonly transition: Transition;
  readonly ground: Ground;
  readonly doer: Doer;
  readonly now: number;
}
