import { Global, Module } from '@nestjs/common';
import { AssignmentService } from './assignment.service.js';
import { CalendarResolver } from './calendar.resolver.js';
import { CalendarService } from './calendar.service.js';
import { ComparisonResolver } from './comparison.resolver.js';
import { ComparisonService } from './comparison.service.js';
import { CoverageBoardService } from './coverage-board.service.js';
import { CoverageResolver } from './coverage.resolver.js';
import { CoverageService } from './coverage.service.js';
import { DriftResolver } from './drift.resolver.js';
import { DriftService } from './drift.service.js';
import { ExemptionListService } from './exemption-list.service.js';
import { ExemptionResolver } from './exemption.resolver.js';
import { ExemptionService } from './exemption.service.js';
import { LintResolver } from './lint.resolver.js';
import { LintService } from './lint.service.js';
import { LibraryResolver } from './library.resolver.js';
import { LibraryService } from './library.service.js';
import { LibraryViewService } from './library-view.service.js';
import { NodeImpactResolver } from './node-impact.resolver.js';
import { OwnRulesService } from './own-rules.service.js';
import { PolicyEngine } from './policy-engine.service.js';
import { PolicyWriter } from './policy-writer.service.js';
import { PromiseService } from './promise.service.js';
import { RulesResolver } from './rules.resolver.js';
import { RulesViewService } from './rules-view.service.js';
import { SuspensionService } from './suspension.service.js';

const shared = [
  PolicyEngine,
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
  DriftService,
];

/** The rules of the chain: library, assignments, own rules, coverage, and the promise that orders keep. */
@Global()
@Module({
  providers: [
    ...shared,
    CalendarService,
    CalendarResolver,
    ComparisonService,
    LintService,
    LintResolver,
    ComparisonResolver,
    PolicyWriter,
    RulesViewService,
    LibraryResolver,
    RulesResolver,
    CoverageResolver,
    ExemptionResolver,
    DriftResolver,
    NodeImpactResolver,
  ],
  exports: shared,
})
export class PoliciesModule {}
