import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { boolean, nullable, text } from './table.js';

/** A8: labels that branches have paid for, and the parcels that went out by them. */
export class ReturnLabels1795448000000 implements MigrationInterface {
  name = 'ReturnLabels1795448000000';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('after_sales_case', 'return_label')))
      await runner.addColumn('after_sales_case', new TableColumn(text('return_label', nullable)));
    if (!(await runner.hasColumn('shipment', 'prepaid')))
      await runner.addColumn('shipment', new TableColumn(boolean('prepaid', { default: '0' })));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('shipment', 'prepaid')) await runner.dropColumn('shipment', 'prepaid');
    if (await runner.hasColumn('after_sales_case', 'return_label')) await runner.dropColumn('after_sales_case', 'return_label');
  }
}
