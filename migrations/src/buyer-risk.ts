import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { nullable, text } from './table.js';

/** I3: how the buyer's risk was reckoned when he applied, with its numbers. */
export class BuyerRisk1795392000000 implements MigrationInterface {
  name = 'BuyerRisk1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('after_sales_case', 'buyer_risk')) return;
    await runner.addColumn('after_sales_case', new TableColumn(text('buyer_risk', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('after_sales_case', 'buyer_risk')) await runner.dropColumn('after_sales_case', 'buyer_risk');
  }
}
