import { DynamicModule, Module } from '@nestjs/common';
import { AfterSalesModule } from './after-sales/after-sales.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BillsModule } from './bills/bills.module.js';
import { ChangesModule } from './changes/changes.module.js';
import { CommonModule } from './common/common.module.js';
import { ApiGraphqlModule } from './common/graphql.module.js';
import { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { Database } from './database/database.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthController } from './health/health.controller.js';
import { HomeModule } from './home/home.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LiveModule } from './live/live.module.js';
import { MoneyModule } from './money/money.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { OrgModule } from './org/org.module.js';
import { PeopleModule } from './people/people.module.js';
import { PoliciesModule } from './policies/policies.module.js';
import { RolloutsModule } from './rollouts/rollouts.module.js';
import { TreeModule } from './tree/tree.module.js';

/** The features, earliest first: a later one may use an earlier one, never the other way. */
const features: NonNullable<DynamicModule['imports']> = [
  TreeModule,
  AuthModule,
  LiveModule,
  AuditModule,
  PeopleModule,
  OrgModule,
  PoliciesModule,
  ChangesModule,
  OrdersModule,
  MoneyModule,
  AfterSalesModule,
  JobsModule,
  RolloutsModule,
  HomeModule,
  BillsModule,
];

@Module({})
export class AppModule {
  static with(config: Config, database: Database): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.with(config), CommonModule, DatabaseModule.with(database), ApiGraphqlModule, ...features],
      controllers: [HealthController],
    };
  }
}
