import { Module } from '@nestjs/common';
import { MoneyModule } from '../money/money.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { AppliedRules } from './applied-rules.service.js';
import { ApplyService } from './apply.service.js';
import { BuyerVerbsResolver } from './buyer-verbs.resolver.js';
import { CaseActions } from './case-actions.service.js';
import { CaseClock } from './case-clock.service.js';
import { CaseCounter } from './case-counter.service.js';
import { CaseEffects } from './case-effects.service.js';
import { CaseEvents } from './case-events.js';
import { CaseFieldsResolver } from './case-fields.resolver.js';
import { CaseLines } from './case-lines.service.js';
import { CaseListService } from './case-list.service.js';
import { CaseMoney } from './case-money.service.js';
import { CaseParcels } from './case-parcels.service.js';
import { CaseQuery } from './case-query.service.js';
import { CaseRules } from './case-rules.service.js';
import { CaseResolver } from './case.resolver.js';
import { CaseService } from './case.service.js';
import { CaseWrites } from './case-writes.service.js';
import { LedgerLineCaseResolver, MoneyHomeCasesResolver } from './money-cases.resolver.js';
import { OrderCasesResolver } from './order-cases.resolver.js';
import { ParcelFreight } from './parcel-freight.service.js';
import { PayoutWorker } from './payout-worker.service.js';
import { CasePollers } from './pollers.service.js';
import { StaffVerbsResolver } from './staff-verbs.resolver.js';
import { StaleCase } from './stale-case.js';
import { TrackingService } from './tracking.service.js';

/** Cases: what libs/after-sales decides, saved, counted, posted, and asked for. */
@Module({
  imports: [OrdersModule, MoneyModule],
  providers: [
    AppliedRules,
    ApplyService,
    BuyerVerbsResolver,
    CaseActions,
    CaseClock,
    CaseCounter,
    CaseEffects,
    CaseEvents,
    CaseFieldsResolver,
    CaseLines,
    CaseListService,
    CaseMoney,
    CaseParcels,
    CasePollers,
    CaseQuery,
    CaseResolver,
    CaseRules,
    CaseService,
    CaseWrites,
    LedgerLineCaseResolver,
    MoneyHomeCasesResolver,
    OrderCasesResolver,
    ParcelFreight,
    PayoutWorker,
    StaffVerbsResolver,
    StaleCase,
    TrackingService,
  ],
  exports: [ApplyService, CaseClock, CaseCounter, CaseService, PayoutWorker, TrackingService],
})
export class AfterSalesModule {}
