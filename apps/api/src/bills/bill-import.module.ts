import { Module } from '@nestjs/common';
import { MoneyModule } from '../money/money.module.js';
import { BillBooks } from './bill-books.service.js';
import { BillImport } from './bill-import.service.js';
import { PriceCardImport } from './cards/price-card-import.service.js';
import { CarrierBooks } from './carrier-books.service.js';
import { InsurerBooks } from './insurer-books.service.js';

/** M4, I5: bills taken in and matched, price cards taken in; nothing is decided here, so the command line may do it too. */
@Module({
  imports: [MoneyModule],
  providers: [BillBooks, BillImport, CarrierBooks, InsurerBooks, PriceCardImport],
  exports: [BillBooks, BillImport, PriceCardImport],
})
export class BillImportModule {}
