import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { RolloutsModule } from '../rollouts/rollouts.module.js';
import { AfterSalesModule } from '../after-sales/after-sales.module.js';
import { ChangesModule } from '../changes/changes.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { MoneyModule } from '../money/money.module.js';
import { BillsModule } from '../bills/bills.module.js';
import { BudgetDesk } from './money/budget-desk.service.js';
import { CaseLife } from './cases/case-life.service.js';
import { MoneyDesk } from './money/money-desk.service.js';
import { DemoPlanter } from './planter.service.js';
import { PolicyDesk } from './policies/policy-desk.service.js';

/** The demo chain. No part of the API: it is planted before the API begins. */
@Module({
  imports: [OrdersModule, MoneyModule, BillsModule, AfterSalesModule, ChangesModule, JobsModule, RolloutsModule],
  providers: [BudgetDesk, DemoPlanter, CaseLife, MoneyDesk, PolicyDesk],
  exports: [DemoPlanter],
})
export class DemoModule {}
