import { Module } from '@nestjs/common';
import { AfterSalesModule } from '../after-sales/after-sales.module.js';
import { ChangesModule } from '../changes/changes.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { MoneyModule } from '../money/money.module.js';
import { RolloutsModule } from '../rollouts/rollouts.module.js';
import { HomeResolver } from './home.resolver.js';
import { HomeService } from './home.service.js';

@Module({
  imports: [AfterSalesModule, ChangesModule, MoneyModule, JobsModule, RolloutsModule],
  providers: [HomeResolver, HomeService],
})
export class HomeModule {}
