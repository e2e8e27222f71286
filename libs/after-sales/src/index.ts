export { decideBuyerRisk } from './approval/buyer-risk.js';
export type { BuyerHistory, BuyerRisk } from './approval/buyer-risk.js';
export { goodsTrace } from './approval/goods-trace.js';
export { returnRouteFor } from './approval/return-route.js';
export type { ReturnRouteDecision } from './approval/return-route.js';
export { returnlessFor } from './approval/returnless.js';
export type { ReturnlessDecision } from './approval/returnless.js';
export { beginningOf, endOfWindow } from './calendar.js';
export type { ClosedDays } from './calendar.js';
export { statutoryHolidays, statutoryYears } from './holidays.js';
export type { Holiday } from './holidays.js';
export type {
  ActionInputs,
  ActionVerb,
  CaseAction,
  CaseCommand,
  Dispatch,
  Modification,
  Parcel,
  RefusedGoods,
  Verdict,
  VerdictTarget,
} from './commands.js';
export type { CaseContext } from './context.js';
export { MAX_EXTENSION_DAYS } from './deciders/clock.js';
export { resolutionsFor } from './deciders/review.js';
export { checkApplication, checkModification } from './eligibility/check.js';
export type { Basis, Eligibility } from './eligibility/check.js';
export { photosWanted } from './eligibility/evidence.js';
export { flipsOf } from './eligibility/flips.js';
export type { Flip } from './eligibility/flips.js';
export { quantityLeft, refundableFor, stageOf } from './eligibility/order.js';
export type { Application, OrderFacts, OrderLineFacts } from './eligibility/order.js';
export { overrulable, setAside, standingAgainst } from './eligibility/overrule.js';
export type { OverrulableRule } from './eligibility/overrule.js';
export type { EligibilityCheck, EligibilityRule } from './eligibility/rule.js';
export { withNoReasonRight } from './eligibility/excluded.js';
export { windowDays, windowsFor } from './eligibility/windows.js';
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
  LiabilityFact,
  LiableParty,
  Pauses,
  Pickup,
  Proposal,
  Reminder,
  Resolution,
} from './facts.js';
export { refundsOutboundFreight } from './freight/outbound.js';
export { decideFreightPayer, faultOf } from './freight/payer.js';
export type { FreightPayerDecision, FreightQuestion } from './freight/payer.js';
export { subsidyLimit } from './freight/subsidy.js';
export type { SubsidySpent } from './freight/subsidy.js';
export type { PromisedSubsidy, SubsidyLimit } from './freight/subsidy.js';
export { allowedActions, nextByItself, overrulableActions } from './lifecycle/actions.js';
export type { CalendarChange } from './lifecycle/recount.js';
export type { AllowedAction, NextByItself, OverrulableAction } from './lifecycle/actions.js';
export { isPaused, refundDueAt, remindersAfterNews } from './lifecycle/clocks.js';
export { applyTransition, decide, timeout } from './lifecycle/decide.js';
export type { Evidence } from './liability/evidence.js';
export { noFault } from './liability/finding.js';
export type { FaultFacts, FourStamps, LiabilityQuestion } from './liability/finding.js';
export { judgeLiability } from './liability/judge.js';
export type { Judgement } from './liability/judge.js';
export { stampsOf as fourStamps } from './liability/standing.js';
export { lifecycleDiagram } from './lifecycle/diagram.js';
export { goodsToBeSent } from './goods.js';
export { goodsLostBy, settlesGoods } from './goods-lost.js';
export type { GoodsLostBy, OrderReceipt } from './goods-lost.js';
export { replacementUnderWay, returnUnderWay } from './lifecycle/guards.js';
export { openCase, uncounted } from './lifecycle/open.js';
export type { NewCase, OpenedCase } from './lifecycle/open.js';
export { overrulableLimits } from './lifecycle/overrule.js';
export type { OverrulableLimit } from './lifecycle/overrule.js';
export type { Bound, GuardName, LifecycleRow } from './lifecycle/row.js';
export { lifecycle } from './lifecycle/table.js';
export { priorityOf } from './priority.js';
export { isReasonCode, orderStages, reasonClassLabels, reasonCodes, reasonOf, reasons, reasonsAt } from './reasons.js';
export type { Label, OrderStage, Reason, ReasonCode, ReasonOwner } from './reasons.js';
export { inspectionRefused } from './inspection.js';
export type { InspectedItem, InspectionRefusal } from './inspection.js';
export { refusalCodes } from './result.js';
export type { CaseEffect, Decision, Refusal, RefusalCode, Refused, TraceEntry, Transition } from './result.js';
export type { ApplicationRules, BoundField, CaseRules, ClockField } from './rules.js';
export { answered, appealRefused } from './remedies/appeal.js';
export type { AppealQuestion, AppealRefusal } from './remedies/appeal.js';
export { compensationLeft, compensationRefused } from './remedies/compensation.js';
export type { CompensationQuestion, CompensationRefusal } from './remedies/compensation.js';
export { labelRefused } from './remedies/label.js';
export type { LabelRefusal } from './remedies/label.js';
export { restockingFeeOf } from './restocking.js';
export { scriptFor } from './script.js';
export type { Situation } from './script.js';
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
  returningTypes,
  shippingTypes,
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
