import { Module } from '@nestjs/common';
import { AfterSalesModule } from '../after-sales/after-sales.module.js';
import { MoneyModule } from '../money/money.module.js';
import { HomeResolver } from './home.resolver.js';
import { HomeService } from './home.service.js';

@Module({ imports: [AfterSalesModule, MoneyModule], providers: [HomeResolver, HomeService] })
export class HomeModule {}
