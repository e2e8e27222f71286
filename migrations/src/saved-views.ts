import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, createTable, index, integer, nullable, primary, ref, text, varchar } from './table.js';

/** A17: views of the queue that people keep, for themselves or for a unit. */
export class SavedViews1795379600000 implements MigrationInterface {
  name = 'SavedViews1795379600000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'case_saved_view',
      [
        ref('id', primary),
        ref('owner_id'),
        varchar('owner_name', 100),
        ref('node_id', nullable),
        varchar('name', 60),
        text('filter'),
        varchar('sort', 16),
        bigint('created_at'),
        integer('version', { default: '1' }),
      ],
      [index('ix_case_saved_view_owner', 'owner_id', 'id'), index('ix_case_saved_view_node', 'node_id', 'id')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_saved_view', true);
  }
}
