import { DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CasePollers } from '../after-sales/pollers.service.js';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CommonModule } from '../common/common.module.js';
import type { Config } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { DatabaseModule } from '../database/database.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TreeModule } from '../tree/tree.module.js';
import { DemoModule } from './demo.module.js';
import { withFastWrites } from './fast-writes.js';
import { DemoPlanter, type Planting } from './planter.service.js';

@Module({})
class PlantingModule {
  static with(config: Config, database: Database): DynamicModule {
    const ground = [ConfigModule.with(config), CommonModule, DatabaseModule.with(database)];
    return { module: PlantingModule, imports: [...ground, TreeModule, AuthModule, AuditModule, PoliciesModule, DemoModule] };
  }
}

/** Plants the demo chain in an empty database, with services and a clock of its own. */
export async function plantDemo(config: Config, database: Database, planting: Planting): Promise<void> {
  // Closing the services would close the database, which the caller goes on with.
  const kept = Object.assign(new Database(database.writer, database.reader), { close: () => Promise.resolve() });
  const services = await NestFactory.createApplicationContext(PlantingModule.with(config, kept), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  // The history has its own time: clocks and payouts look when it says so, not every second.
  await services.get(CasePollers, { strict: false }).onModuleDestroy();
  try {
    await withFastWrites(database, () => services.get(DemoPlanter).plant(planting));
  } finally {
    await services.close();
  }
}
