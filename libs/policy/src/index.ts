export { canonicalJson, contentHash, documentHash, hashOf, sameValue } from './canonical.js';
export { areDirectives, checkDirectives } from './check/check-directives.js';
export { checkValue } from './check/check-value.js';
export { normaliseDirectives, normaliseValue } from './check/normalise.js';
export type { Allowed, ChangeProblemCode, PolicyProblem, PolicyProblemCode, ValueProblemCode } from './check/problem.js';
export type { NewlyAdjusted } from './change/adjusted.js';
export type { Span } from './change/anchors-within.js';
export { checkAssignment, checkDocuments } from './change/check-assignment.js';
export { checkBranchChange } from './change/check-branch-change.js';
export type { BranchChange } from './change/check-branch-change.js';
export { bindingAncestors, checkExemption } from './change/check-exemption.js';
export type { ProposedExemption } from './change/check-exemption.js';
export { checkSuspension } from './change/check-suspension.js';
export type { ProposedSuspension } from './change/check-suspension.js';
export { coverageOf, coverageState } from './change/coverage.js';
export type { Coverage, CoverageState } from './change/coverage.js';
export { withChanges } from './change/directives.js';
export type { DirectiveChanges } from './change/directives.js';
export { documentDifferences, versionDifferences } from './change/difference.js';
export type { BuyerEffect, Difference, DirectiveDifference } from './change/difference.js';
export { driftAt, driftClasses } from './change/drift.js';
export type { Drift, DriftClass } from './change/drift.js';
export { effectOf } from './change/effect.js';
export type { Effect, EffectGroup } from './change/effect.js';
export type { NoEffect, Outcome } from './change/outcome.js';
export { supposing } from './change/proposal.js';
export type { Proposal } from './change/proposal.js';
export { PolicyError } from './errors.js';
export type { Finding, LintRule } from './lint/finding.js';
export { china } from './lint/floors.js';
export type { LegalFloor } from './lint/floors.js';
export { lint } from './lint/lint.js';
export type { PolicyErrorCode } from './errors.js';
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
export { fieldOf, isKindKey, kindKeys, kindOf, kinds } from './kinds/registry.js';
export { explain } from './resolve/explain.js';
export type { Question } from './resolve/explain.js';
export { stateOf } from './resolve/fold.js';
export { replay } from './resolve/replay.js';
export type * from './resolve/types.js';
export type { Facts } from './snapshot/facts-input.js';
export { PolicySnapshot, buildSnapshot } from './snapshot/snapshot.js';
export type { SnapshotInput } from './snapshot/snapshot.js';
export { templates } from './templates/templates.js';
export type { Industry, Template } from './templates/template.js';
export type { Epoch, Instant } from './time.js';
export { freightPayerFor } from './use/freight.js';
export type { FreightAnswer, FreightQuestion } from './use/freight.js';
export { promiseDocument } from './use/promise.js';
export type { PromiseContent, PromiseDocument, PromisedOf } from './use/promise.js';
export { bearerShares, subsidyCovers } from './use/subsidy.js';
export type { BearerShares, Cover, Goods } from './use/subsidy.js';
export type * from './values/types.js';
export { bearers, caseTypes, channels, faults, merchantFaultClasses, payers, reasonClasses } from './values/words.js';
export type { Bearer, CaseType, Channel, Fault, Payer, ReasonClass } from './values/words.js';
