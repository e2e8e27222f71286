import { Module } from '@nestjs/common';
import { CostExportController } from './cost-export.controller.js';
import { CostExportService } from './cost-export.service.js';
import { CostGroups } from './cost-groups.service.js';
import { CostLinesService } from './cost-lines.service.js';
import { CostReportService } from './cost-report.service.js';
import { CostResolver } from './cost.resolver.js';
import { LedgerService } from './ledger.service.js';
import { MoneyHomeService } from './money-home.service.js';
import { PayoutPort } from './payout-port.js';
import { RefundService } from './refund.service.js';
import { SimulatedPayouts } from './simulated-payout.js';

/** The books, refunds and their payout, and what returns cost. */
@Module({
  controllers: [CostExportController],
  providers: [
    CostExportService,
    CostGroups,
    CostLinesService,
    CostReportService,
    CostResolver,
    LedgerService,
    MoneyHomeService,
    RefundService,
    SimulatedPayouts,
    { provide: PayoutPort, useExisting: SimulatedPayouts },
  ],
  exports: [CostReportService, LedgerService, MoneyHomeService, PayoutPort, RefundService, SimulatedPayouts],
})
export class MoneyModule {}
