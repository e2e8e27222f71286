export { endOfWindow } from './calendar.js';
export type {
  ActionInputs,
  ActionVerb,
  CaseAction,
  CaseCommand,
  Modification,
  Parcel,
  RefusedGoods,
  Verdict,
  VerdictTarget,
} from './commands.js';
export type { CaseContext } from './context.js';
export { MAX_EXTENSION_DAYS } from './deciders/clock.js';
export { checkApplication, checkModification } from './eligibility/check.js';
export type { Basis, Eligibility } from './eligibility/check.js';
export { DEFAULT_MAX_APPLICATIONS } from './eligibility/lines.js';
export { quantityLeft, refundableFor, stageOf } from './eligibility/order.js';
export type { Application, OrderFacts, OrderLineFacts } from './eligibility/order.js';
export type { EligibilityCheck, EligibilityRule } from './eligibility/rule.js';
export { windowsFor } from './eligibility/windows.js';
export type { ServiceWindow, WindowKey } from './eligibility/windows.js';
export type {
  CaseFacts,
  CasePatch,
  Counts,
  Deadline,
  Fen,
  GoodsHolder,
  Instant,
  Liability,
  LiableParty,
  Pauses,
  Proposal,
  Reminder,
  Resolution,
} from './facts.js';
export { decideFreightPayer, faultOf } from './freight/payer.js';
export type { FreightPayerDecision, FreightQuestion } from './freight/payer.js';
export { subsidyLimit } from './freight/subsidy.js';
export type { PromisedSubsidy, SubsidyLimit } from './freight/subsidy.js';
export { allowedActions, nextByItself } from './lifecycle/actions.js';
export type { AllowedAction, NextByItself } from './lifecycle/actions.js';
export { refundDueAt } from './lifecycle/clocks.js';
export { applyTransition, decide, timeout } from './lifecycle/decide.js';
export { lifecycleDiagram } from './lifecycle/diagram.js';
export { goodsToBeSent } from './lifecycle/guards.js';
export { openCase } from './lifecycle/open.js';
export type { NewCase, OpenedCase } from './lifecycle/open.js';
export type { Bound, GuardName, LifecycleRow } from './lifecycle/row.js';
export { lifecycle } from './lifecycle/table.js';
export { priorityOf } from './priority.js';
export { isReasonCode, orderStages, reasonClassLabels, reasonCodes, reasonOf, reasons, reasonsAt } from './reasons.js';
export type { Label, OrderStage, Reason, ReasonCode, ReasonOwner } from './reasons.js';
export { refusalCodes } from './result.js';
export type { CaseEffect, Decision, Refusal, RefusalCode, Refused, TraceEntry, Transition } from './result.js';
export type { ApplicationRules, BoundField, CaseRules, ClockField } from './rules.js';
export { orderUmbrella, umbrella } from './umbrella.js';
export type { CaseStatus } from './umbrella.js';
export {
  caseActors,
  caseOutcomes,
  caseStates,
  caseTypeKeys,
  caseTypes,
  caseVerbs,
  clockOutcomes,
  isTerminal,
  stateCodes,
  statesOf,
  terminalStates,
  umbrellas,
} from './vocabulary.js';
export type {
  CaseActor,
  CaseOutcome,
  CaseState,
  CaseType,
  CaseVerb,
  ClockOutcome,
  TerminalState,
  Umbrella,
} from './vocabulary.js';
