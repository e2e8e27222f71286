import { Module } from '@nestjs/common';
import { MoneyModule } from '../money/money.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { AppliedRules } from './applied-rules.service.js';
import { ApplyService } from './apply.service.js';
import { AutoApprovals } from './auto-approvals.service.js';
import { BilledParcels } from './billed-parcels.service.js';
import { BuyerRisks } from './buyer-risks.service.js';
import { BulkResolver } from './bulk/bulk.resolver.js';
import { BulkService } from './bulk/bulk.service.js';
import { BuyerVerbsResolver } from './buyer-verbs.resolver.js';
import { CaseActions } from './case-actions.service.js';
import { CaseChangesResolver } from './case-changes.resolver.js';
import { CaseClock } from './case-clock.service.js';
import { CaseCostResolver } from './case-cost.resolver.js';
import { CaseCounter } from './case-counter.service.js';
import { CaseEffects } from './case-effects.service.js';
import { CaseEvents } from './case-events.js';
import { CaseFeed } from './case-feed.service.js';
import { CaseFieldsResolver } from './case-fields.resolver.js';
import { CaseLines } from './case-lines.service.js';
import { CaseListService } from './case-list.service.js';
import { CaseMoney } from './case-money.service.js';
import { CaseParcels } from './case-parcels.service.js';
import { CasePresenceResolver } from './case-presence.resolver.js';
import { CasePresences } from './case-presence.service.js';
import { CaseQuery } from './case-query.service.js';
import { CaseRules } from './case-rules.service.js';
import { CaseScript } from './case-script.service.js';
import { CaseResolver } from './case.resolver.js';
import { CaseService } from './case.service.js';
import { CaseWrites } from './case-writes.service.js';
import { ClaimableCases } from './claims/claimable-cases.service.js';
import { ClaimOpeningResolver } from './claims/claim-opening.resolver.js';
import { ClaimOpening } from './claims/claim-opening.service.js';
import { ClosedDayBook } from './closed-days/closed-day-book.service.js';
import { ClosedDaysResolver } from './closed-days/closed-days.resolver.js';
import { ClosedDayService } from './closed-days/closed-days.service.js';
import { DropIns } from './drop-ins.service.js';
import { ExtensionResolver } from './extension/extension.resolver.js';
import { Extensions } from './extension/extension.service.js';
import { ExtensionWorker } from './extension/extension-worker.service.js';
import { GoodsLosses } from './goods-loss.service.js';
import { ClaimCaseResolver, LedgerLineCaseResolver, MoneyHomeCasesResolver } from './money-cases.resolver.js';
import { OrderCasesResolver } from './order-cases.resolver.js';
import { OverrulesResolver } from './overrules/overrules.resolver.js';
import { Overrules } from './overrules/overrules.service.js';
import { ParcelFreight } from './parcel-freight.service.js';
import { SubsidyUse } from './subsidy-use.service.js';
import { PayoutWorker } from './payout-worker.service.js';
import { CaseCommitments } from './case-commitments.service.js';
import { CasePollers } from './pollers.service.js';
import { CasePhotos } from './photos/case-photos.service.js';
import { PhotoController } from './photos/photo.controller.js';
import { PhotoDownloads } from './photos/photo-downloads.service.js';
import { PhotoFiles } from './photos/photo-files.service.js';
import { PhotoUploads } from './photos/photo-uploads.service.js';
import { Appeals } from './remedies/appeal.service.js';
import { BesideState } from './remedies/beside-state.service.js';
import { Compensations } from './remedies/compensation.service.js';
import { ReturnLabels } from './remedies/label.service.js';
import { RemediesResolver } from './remedies/remedies.resolver.js';
import { RemedyActions } from './remedies/remedy-actions.service.js';
import { SavedViewResolver } from './saved-view.resolver.js';
import { SavedViews } from './saved-view.service.js';
import { StaffVerbsResolver } from './staff-verbs.resolver.js';
import { StaleCase } from './stale-case.js';
import { TrackingService } from './tracking.service.js';
import { WhatIfResolver } from './what-if.resolver.js';
import { ReasonFreight } from './reason-freight.service.js';
import { WhatIf } from './what-if.service.js';

/** Cases: what libs/after-sales decides, saved, counted, posted, and asked for. */
@Module({
  imports: [OrdersModule, MoneyModule],
  controllers: [PhotoController],
  providers: [
    Appeals,
    ReturnLabels,
    AppliedRules,
    ApplyService,
    AutoApprovals,
    BilledParcels,
    BuyerRisks,
    BulkResolver,
    BulkService,
    BesideState,
    BuyerVerbsResolver,
    CaseActions,
    CaseChangesResolver,
    CaseClock,
    CaseCostResolver,
    CaseCounter,
    CaseEffects,
    CaseEvents,
    CaseFeed,
    CaseFieldsResolver,
    CaseLines,
    CaseListService,
    CaseMoney,
    CaseParcels,
    CasePhotos,
    CaseCommitments,
    CasePollers,
    CasePresenceResolver,
    CasePresences,
    CaseQuery,
    CaseResolver,
    CaseRules,
    CaseScript,
    CaseService,
    CaseWrites,
    ClosedDayBook,
    ClosedDayService,
    ClosedDaysResolver,
    Compensations,
    DropIns,
    ExtensionResolver,
    Extensions,
    ExtensionWorker,
    GoodsLosses,
    ClaimableCases,
    ClaimCaseResolver,
    ClaimOpening,
    ClaimOpeningResolver,
    LedgerLineCaseResolver,
    MoneyHomeCasesResolver,
    OrderCasesResolver,
    Overrules,
    OverrulesResolver,
    ParcelFreight,
    SubsidyUse,
    PayoutWorker,
    PhotoDownloads,
    PhotoFiles,
    PhotoUploads,
    RemediesResolver,
    RemedyActions,
    SavedViewResolver,
    SavedViews,
    StaffVerbsResolver,
    StaleCase,
    TrackingService,
    ReasonFreight,
    WhatIf,
    WhatIfResolver,
  ],
  exports: [
    Appeals,
    ApplyService,
    BilledParcels,
    CaseClock,
    CaseCounter,
    CaseService,
    ClosedDayService,
    PayoutWorker,
    PhotoUploads,
    TrackingService,
  ],
})
export class AfterSalesModule {}
