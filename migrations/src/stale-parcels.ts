import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { bigint, nullable } from './table.js';

/** A8: cases whose parcel has been silent for too long. */
export class StaleParcels1795419200000 implements MigrationInterface {
  name = 'StaleParcels1795419200000';

  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('after_sales_case', 'stale_since')) return;
    await runner.addColumn('after_sales_case', new TableColumn(bigint('stale_since', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('after_sales_case', 'stale_since')) await runner.dropColumn('after_sales_case', 'stale_since');
  }
}
