import { Module } from '@nestjs/common';
import { MoneyModule } from '../money/money.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ImportService } from './import.service.js';
import { OrderImportService } from './orders/order-import.service.js';
import { UnitImportService } from './units/unit-import.service.js';

/** O3, X3: a chain's own lists of units and orders, by mapping profiles. */
@Module({
  imports: [MoneyModule, OrdersModule],
  providers: [ImportService, UnitImportService, OrderImportService],
  exports: [ImportService],
})
export class ImportsModule {}
