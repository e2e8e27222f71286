import { Module } from '@nestjs/common';
import { AfterSalesModule } from '../after-sales/after-sales.module.js';
import { MoneyModule } from '../money/money.module.js';
import { BillDecisionsResolver } from './bill-decisions.resolver.js';
import { BillDecisions } from './bill-decisions.service.js';
import { BillImportModule } from './bill-import.module.js';
import { BillDisputes } from './bill-disputes.service.js';
import { BilledSide } from './billed-side.service.js';
import { BillLists } from './bill-list.service.js';
import { BillPostings } from './bill-posting.service.js';
import { BillOutcomesResolver, BillResolver } from './bill.resolver.js';
import { BillUploadController } from './bill-upload.controller.js';
import { BillWithdrawal } from './bill-withdrawal.service.js';
import { CardPrices } from './cards/card-prices.service.js';
import { PriceCardResolver } from './cards/price-card.resolver.js';
import { PriceCardUploadController } from './cards/price-card-upload.controller.js';
import { PriceCards } from './cards/price-cards.service.js';

/** M4: bills of carriers and insurers, matched with the books and decided line by line; I5: carriers' price cards beside them. */
@Module({
  imports: [AfterSalesModule, MoneyModule, BillImportModule],
  controllers: [BillUploadController, PriceCardUploadController],
  providers: [
    BillDecisions,
    BillDecisionsResolver,
    BillDisputes,
    BilledSide,
    BillLists,
    BillOutcomesResolver,
    BillPostings,
    BillResolver,
    BillWithdrawal,
    CardPrices,
    PriceCardResolver,
    PriceCards,
  ],
  exports: [BillDecisions, BillDisputes, BillImportModule],
})
export class BillsModule {}
