import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { bigint, createTable, index, nullable, primary, ref, text, unique, varchar } from './table.js';

/** A13: days on which units are closed, and the extensions that follow from them. */
export class ClosedDays1795422800000 implements MigrationInterface {
  name = 'ClosedDays1795422800000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'closed_day',
      [
        ref('id', primary),
        ref('node_id'),
        varchar('day', 10),
        varchar('name', 100),
        bigint('created_at'),
        varchar('person_name', 100),
      ],
      [unique('ux_closed_day', 'node_id', 'day'), index('ix_closed_day_day', 'day', 'id')],
    );
    if (await runner.hasColumn('case_extension', 'closed_days')) return;
    await runner.addColumn('case_extension', new TableColumn(text('closed_days', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('case_extension', 'closed_days')) await runner.dropColumn('case_extension', 'closed_days');
    await runner.dropTable('closed_day', true);
  }
}
