import { DynamicModule, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { BillImportModule } from '../bills/bill-import.module.js';
import { CommonModule } from '../common/common.module.js';
import { ConfigModule } from '../config/config.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { OrgModule } from '../org/org.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TreeModule } from '../tree/tree.module.js';
import { type Session, withDatabase } from './session.js';

/** The features a command may ask, without the API around them and without anything that works by itself. */
@Module({})
class CommandModule {
  static with({ config, database }: Session): DynamicModule {
    const ground = [ConfigModule.with(config), CommonModule, DatabaseModule.with(database)];
    const features = [
      TreeModule,
      AuthModule,
      AuditModule,
      PeopleModule,
      OrgModule,
      PoliciesModule,
      ImportsModule,
      BillImportModule,
    ];
    return { module: CommandModule, imports: [...ground, ...features] };
  }
}

/** The services over a database that is open; closing them closes it. */
export function servicesOver(session: Session): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(CommandModule.with(session), { logger: ['error', 'fatal'], abortOnError: false });
}

/** Opens the database and makes the services over it, for as long as `work` takes. */
export function withServices<T>(work: (services: INestApplicationContext, session: Session) => Promise<T>): Promise<T> {
  return withDatabase(async (session) => {
    const services = await servicesOver(session);
    try {
      return await work(services, session);
    } finally {
      await services.close();
    }
  });
}
