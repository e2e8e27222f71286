import { Global, Module } from '@nestjs/common';
import { ApprovalResolver } from './approval.resolver.js';
import { ApprovalService } from './approval.service.js';
import { AcknowledgementCounter } from './acknowledgement-counter.service.js';
import { AcknowledgementListService } from './acknowledgement-list.service.js';
import { AcknowledgementResolver } from './acknowledgement.resolver.js';
import { AcknowledgementService } from './acknowledgement.service.js';
import { AssignmentService } from './assignment.service.js';
import { CalendarResolver } from './calendar.resolver.js';
import { CalendarService } from './calendar.service.js';
import { ComparisonResolver } from './comparison.resolver.js';
import { ComparisonService } from './comparison.service.js';
import { CoverageBoardService } from './coverage-board.service.js';
import { CoverageResolver } from './coverage.resolver.js';
import { CoverageService } from './coverage.service.js';
import { AdjustedResolver } from './adjusted.resolver.js';
import { AdjustedService } from './adjusted.service.js';
import { DriftResolver } from './drift.resolver.js';
import { DriftService } from './drift.service.js';
import { ExemptionListService } from './exemption-list.service.js';
import { ExemptionResolver } from './exemption.resolver.js';
import { ExemptionService } from './exemption.service.js';
import { EffectResolver } from './effect.resolver.js';
import { HintedPoll } from './hinted-poll.js';
import { LintResolver } from './lint.resolver.js';
import { LintService } from './lint.service.js';
import { LibraryResolver } from './library.resolver.js';
import { LibraryService } from './library.service.js';
import { LibraryViewService } from './library-view.service.js';
import { OrgModule } from '../org/org.module.js';
import { MoveRules } from './move-rules.service.js';
import { NodeImpactResolver } from './node-impact.resolver.js';
import { OwnRulesService } from './own-rules.service.js';
import { PlannedRules } from './planned-rules.js';
import { PlannedTurns } from './planned-turns.js';
import { PolicyEngine } from './policy-engine.service.js';
import { PolicyWriter } from './policy-writer.service.js';
import { PromiseHolds } from './promise-holds.service.js';
import { PromiseService } from './promise.service.js';
import { ProvenanceReviewResolver } from './review-of.resolver.js';
import { ReviewOfService } from './review-of.service.js';
import { ReviewService } from './review.service.js';
import { RescheduleResolver } from './reschedule.resolver.js';
import { RescheduleService } from './reschedule.service.js';
import { ReviewDatesService } from './review-dates.service.js';
import { RulesResolver } from './rules.resolver.js';
import { RulesViewService } from './rules-view.service.js';
import { ServiceTextResolver } from './service-text.resolver.js';
import { ServiceTextService } from './service-text.service.js';
import { SuspensionService } from './suspension.service.js';
import { TimelineResolver } from './timeline.resolver.js';
import { TimelineService } from './timeline.service.js';
import { TurnService } from './turn.service.js';

const shared = [
  PolicyEngine,
  PromiseHolds,
  PromiseService,
  LibraryService,
  LibraryViewService,
  AssignmentService,
  OwnRulesService,
  CoverageService,
  CoverageBoardService,
  SuspensionService,
  ExemptionService,
  ExemptionListService,
  AdjustedService,
  DriftService,
  ApprovalService,
  ReviewService,
  PolicyWriter,
  ServiceTextService,
  ReviewDatesService,
  CalendarService,
  PlannedTurns,
  PlannedRules,
  ReviewOfService,
  AcknowledgementListService,
  AcknowledgementService,
];

/** The rules of the chain: library, assignments, own rules, coverage, and the promise that orders keep. */
@Global()
@Module({
  imports: [OrgModule],
  providers: [
    ...shared,
    MoveRules,
    AcknowledgementCounter,
    AcknowledgementResolver,
    CalendarResolver,
    ComparisonService,
    LintService,
    LintResolver,
    ComparisonResolver,
    ApprovalResolver,
    ProvenanceReviewResolver,
    HintedPoll,
    RulesViewService,
    LibraryResolver,
    RulesResolver,
    ServiceTextResolver,
    CoverageResolver,
    EffectResolver,
    ExemptionResolver,
    AdjustedResolver,
    DriftResolver,
    NodeImpactResolver,
    RescheduleService,
    RescheduleResolver,
    TimelineService,
    TimelineResolver,
    TurnService,
  ],
  exports: shared,
})
export class PoliciesModule {}
