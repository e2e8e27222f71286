import { Module } from '@nestjs/common';
import { BilledPremiums } from './billed-premiums.service.js';
import { BudgetBook } from './budgets/budget-book.service.js';
import { BudgetEvaluator } from './budgets/budget-evaluator.service.js';
import { BudgetHolds } from './budgets/budget-holds.service.js';
import { BudgetList } from './budgets/budget-list.service.js';
import { BudgetOutlook } from './budgets/budget-outlook.service.js';
import { BudgetPoller } from './budgets/budget-poller.service.js';
import { BudgetSetter } from './budgets/budget-set.service.js';
import { BudgetTrips } from './budgets/budget-trips.service.js';
import { WithheldPromises } from './budgets/withheld-promises.service.js';
import { CoverageWithheldResolver, RulesWithheldResolver } from './budgets/withheld.resolver.js';
import { BudgetResolver, MoneyHomeBudgetsResolver } from './budgets/budget.resolver.js';
import { Commitments } from './budgets/commitments.service.js';
import { ClaimBearers } from './claims/claim-bearers.service.js';
import { ClaimList } from './claims/claim-list.service.js';
import { ClaimSettlement } from './claims/claim-settlement.service.js';
import { ClaimsResolver } from './claims/claims.resolver.js';
import { CostExportController } from './cost-export.controller.js';
import { CostExportService } from './cost-export.service.js';
import { CostGroups } from './cost-groups.service.js';
import { CostLinesService } from './cost-lines.service.js';
import { CostReportService } from './cost-report.service.js';
import { CostResolver } from './cost.resolver.js';
import { LedgerService } from './ledger.service.js';
import { MonthCloseService } from './periods/month-close.service.js';
import { PeriodsResolver } from './periods/periods.resolver.js';
import { MoneyHomeService } from './money-home.service.js';
import { OrdersModule } from '../orders/orders.module.js';
import { OrderSales } from './order-sales.service.js';
import { OrderPremiums } from './order-premiums.service.js';
import { PayoutPort } from './payout-port.js';
import { RefundService } from './refund.service.js';
import { StatementExportController } from './statements/statement-export.controller.js';
import { StatementResolver } from './statements/statement.resolver.js';
import { StatementRows } from './statements/statement-rows.service.js';
import { StatementService } from './statements/statement.service.js';
import { SubsidyRates } from './subsidy-rates.service.js';
import { UnusualStores } from './unusual-stores.service.js';
import { SimulatedPayouts } from './simulated-payout.js';

/** The books, refunds and their payout, what returns cost, and the budgets for it. */
@Module({
  imports: [OrdersModule],
  controllers: [CostExportController, StatementExportController],
  providers: [
    BilledPremiums,
    BudgetBook,
    BudgetEvaluator,
    BudgetHolds,
    WithheldPromises,
    CoverageWithheldResolver,
    RulesWithheldResolver,
    BudgetList,
    BudgetOutlook,
    BudgetPoller,
    BudgetResolver,
    BudgetSetter,
    BudgetTrips,
    Commitments,
    ClaimBearers,
    ClaimList,
    ClaimSettlement,
    ClaimsResolver,
    CostExportService,
    CostGroups,
    CostLinesService,
    CostReportService,
    CostResolver,
    LedgerService,
    MoneyHomeBudgetsResolver,
    MoneyHomeService,
    MonthCloseService,
    OrderPremiums,
    OrderSales,
    PeriodsResolver,
    RefundService,
    SimulatedPayouts,
    SubsidyRates,
    UnusualStores,
    StatementResolver,
    StatementRows,
    StatementService,
    { provide: PayoutPort, useExisting: SimulatedPayouts },
  ],
  exports: [
    BilledPremiums,
    BudgetEvaluator,
    BudgetList,
    BudgetSetter,
    ClaimList,
    ClaimSettlement,
    Commitments,
    CostReportService,
    LedgerService,
    MoneyHomeService,
    PayoutPort,
    RefundService,
    SimulatedPayouts,
  ],
})
export class MoneyModule {}
