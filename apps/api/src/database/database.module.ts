import { DynamicModule, Global, Inject, Module, OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database.js';
import { Hints } from './hints.js';

/** Serves the opened database to every feature and closes it at the end. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(database: Database): DynamicModule {
    const providers = [{ provide: Database, useValue: database }, Hints];
    return { module: DatabaseModule, providers, exports: [Database, Hints] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
