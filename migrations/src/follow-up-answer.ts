import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { nullable, varchar } from './table.js';

/** A5: what the buyer answered to the follow-up question of his reason. */
export class FollowUpAnswer1795437200000 implements MigrationInterface {
  name = 'FollowUpAnswer1795437200000';

  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('after_sales_case', 'follow_up_answer')) return;
    await runner.addColumn('after_sales_case', new TableColumn(varchar('follow_up_answer', 500, nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('after_sales_case', 'follow_up_answer'))
      await runner.dropColumn('after_sales_case', 'follow_up_answer');
  }
}
