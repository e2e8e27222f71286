export { canonicalJson, contentHash, documentHash, hashOf, sameValue } from './canonical.js';
export { areDirectives, checkDirectives } from './check/check-directives.js';
export { checkValue } from './check/check-value.js';
export { normaliseDirectives, normaliseValue } from './check/normalise.js';
export type { Allowed, ChangeProblemCode, PolicyProblem, PolicyProblemCode, ValueProblemCode } from './check/problem.js';
export { conflictsSince } from './change-set/conflicts.js';
export type { Conflict } from './change-set/conflicts.js';
export { changeSetHash, impactHash } from './change-set/impact.js';
export { checkMovedRules, plannedFrom } from './change-set/moves.js';
export type { MoveProblem } from './change-set/moves.js';
export type {
  AssignOperation,
  ChangeSetContent,
  ExemptOperation,
  MoveOperation,
  Operation,
  RuleOperation,
  SetOwnOperation,
} from './change-set/operation.js';
export { stepsOf } from './change-set/steps.js';
export type { Recording, Step } from './change-set/steps.js';
export type { NewlyAdjusted } from './change/adjusted.js';
export { adjustedValues } from './change/adjusted-values.js';
export type { AdjustedValue } from './change/adjusted-values.js';
export type { Span } from './change/anchors-within.js';
export { checkAssignment, checkDocuments, checkSpoken } from './change/check-assignment.js';
export { checkBranchChange } from './change/check-branch-change.js';
export type { BranchChange } from './change/check-branch-change.js';
export { bindingAncestors, checkExemption } from './change/check-exemption.js';
export type { ProposedExemption } from './change/check-exemption.js';
export { checkSuspension } from './change/check-suspension.js';
export type { ProposedSuspension } from './change/check-suspension.js';
export { coverageOf, coverageState, isDecidedByPilot } from './change/coverage.js';
export type { Coverage, CoverageState } from './change/coverage.js';
export { checkOwn, checkRebased, newProblems, ownDirectivesAt, ownTrack } from './change/check-own.js';
export { checkChanges, withChanges } from './change/directives.js';
export type { DirectiveChanges } from './change/directives.js';
export { documentDifferences, versionDifferences } from './change/difference.js';
export type { BuyerEffect, Difference, DirectiveDifference } from './change/difference.js';
export { driftAt, driftClasses } from './change/drift.js';
export type { Drift, DriftClass } from './change/drift.js';
export { effectOf } from './change/effect.js';
export { valueChanges, type ValueChange } from './change/value-changes.js';
export type { Effect, EffectGroup } from './change/effect.js';
export type { NoEffect, Outcome } from './change/outcome.js';
export { holdingOf, isReached, reached, reachOf } from './change/reach.js';
export type { Holding, Reach } from './change/reach.js';
export { supposing } from './change/proposal.js';
export { unturned } from './change/unturned.js';
export type { TurnEvent } from './change/unturned.js';
export type { Proposal } from './change/proposal.js';
export { rebasedOver } from './change/rebase-own.js';
export type { Rebased } from './change/rebase-own.js';
export { PolicyError } from './errors.js';
export type { Finding, LintRule } from './lint/finding.js';
export { findingsBrought, type BroughtFinding } from './lint/brought.js';
export type { Market } from './lint/floors.js';
export { lint } from './lint/lint.js';
export type { PolicyErrorCode } from './errors.js';
export { isPilot } from './facts/cohort.js';
export type { Assigned, NodeFacts } from './facts/node-facts.js';
export type {
  Assignment,
  Directive,
  Directives,
  Exemption,
  Guard,
  PolicyVersion,
  Recorded,
  Suspension,
  Track,
} from './facts/types.js';
export { tracks } from './facts/types.js';
export { assignmentId, exemptionId, policyId, suspensionId, versionId } from './ids.js';
export type { AssignmentId, ExemptionId, PolicyId, SuspensionId, VersionId } from './ids.js';
export type { BranchRule, Field, FieldGroup, FieldType, Kind, Option, Range, Text, Unit } from './kinds/field.js';
export { conditionOptions } from './kinds/conditions.js';
export { exclusionOptions } from './kinds/excluded.js';
export { fieldOf, isKindKey, kindKeys, kindOf, kinds } from './kinds/registry.js';
export { explain } from './resolve/explain.js';
export type { Question } from './resolve/explain.js';
export { fieldTimeline, joined } from './resolve/field-timeline.js';
export type { FieldStretch, TimelineQuestion } from './resolve/field-timeline.js';
export { stateOf } from './resolve/fold.js';
export { replay } from './resolve/replay.js';
export type * from './resolve/types.js';
export type { Facts } from './snapshot/facts-input.js';
export { PolicySnapshot, buildSnapshot } from './snapshot/snapshot.js';
export type { SnapshotInput } from './snapshot/snapshot.js';
export { placeholders } from './texts/placeholders.js';
export type { Placeholder } from './texts/placeholders.js';
export { render } from './texts/render.js';
export { serviceText, textFields } from './texts/service-texts.js';
export type { HiddenReason, ServiceText, TextField, TextPart } from './texts/service-texts.js';
export { textValues } from './texts/values.js';
export type { TextGround, TextValues } from './texts/values.js';
export { templates } from './templates/templates.js';
export type { Industry, Template } from './templates/template.js';
export type { Epoch, Instant } from './time.js';
export { checklistFor } from './use/conditions.js';
export { drawCohort } from './use/draw-cohort.js';
export { freightPayerFor } from './use/freight.js';
export type { FreightAnswer, FreightQuestion } from './use/freight.js';
export { promiseDocument, wholePromise, withheld } from './use/promise.js';
export type { PromiseContent, PromiseDocument, PromisedOf } from './use/promise.js';
export { bearerShares, subsidyCovers } from './use/subsidy.js';
export type { BearerShares, Cover, Goods } from './use/subsidy.js';
export { conditionText } from './values/conditions.js';
export type * from './values/decisions.js';
export type * from './values/types.js';
export {
  bearers,
  caseTypes,
  channels,
  fallbackBearers,
  faults,
  merchantFaultClasses,
  payers,
  reasonClasses,
  returnMethods,
  returnRoutes,
  riskLevels,
} from './values/words.js';
export type {
  Bearer,
  CaseType,
  Channel,
  FallbackBearer,
  Fault,
  Payer,
  ReasonClass,
  ReturnMethod,
  ReturnRoute,
  RiskLevel,
} from './values/words.js';
