import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { bigint, createTable, index, integer, nullable, primary, ref, text, varchar } from './table.js';

const COLUMNS = ['checklist', 'inspection'];

/** A8, A9: photos of goods and parcels; of a case the checklist sent at approval, and what was found by it. Each step can be made again. */
export class CasePhotos1795385500000 implements MigrationInterface {
  name = 'CasePhotos1795385500000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'case_photo',
      [
        ref('id', primary),
        ref('order_id'),
        ref('case_id', nullable),
        varchar('kind', 16),
        varchar('taken_by', 16),
        ref('actor_id', nullable),
        varchar('actor_name', 100),
        varchar('mime_type', 16),
        integer('size'),
        varchar('sha256', 64),
        bigint('created_at'),
        integer('event_seq', nullable),
      ],
      [index('ix_case_photo_case', 'case_id', 'created_at', 'id'), index('ix_case_photo_order', 'order_id', 'case_id')],
    );
    for (const name of COLUMNS)
      if (!(await runner.hasColumn('after_sales_case', name)))
        await runner.addColumn('after_sales_case', new TableColumn(text(name, nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of COLUMNS)
      if (await runner.hasColumn('after_sales_case', name)) await runner.dropColumn('after_sales_case', name);
    await runner.dropTable('case_photo', true);
  }
}
