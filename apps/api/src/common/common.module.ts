import { Global, Module } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import { APP_FILTER } from '@nestjs/core';
import { Config } from '../config/config.js';
import { Clock } from './clock.js';
import { HttpErrorsFilter } from './http-errors.filter.js';
import { FenScalar, InstantScalar, JsonScalar } from './scalars.js';

@Global()
@Module({
  providers: [
    { provide: Clock, useFactory: (config: Config) => new Clock(config.startAt), inject: [CONFIG] },
    { provide: APP_FILTER, useClass: HttpErrorsFilter },
    InstantScalar,
    FenScalar,
    JsonScalar,
  ],
  exports: [Clock],
})
export class CommonModule {}
