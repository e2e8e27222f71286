import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { nullable, text } from './table.js';

/** A13: closed days that are opened again, and the deadlines that move with them. */
export class OpenedDays1795444400000 implements MigrationInterface {
  name = 'OpenedDays1795444400000';

  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('case_extension', 'opened_days')) return;
    await runner.addColumn('case_extension', new TableColumn(text('opened_days', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('case_extension', 'opened_days')) await runner.dropColumn('case_extension', 'opened_days');
  }
}
