import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, createTable, index, integer, primary, ref } from './table.js';

/** P9: when units were archived that have been restored since. */
export class OrgArchives1795426400000 implements MigrationInterface {
  name = 'OrgArchives1795426400000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'org_archive',
      [ref('id', primary), ref('node_id'), bigint('from'), bigint('to'), integer('epoch')],
      [index('ix_org_archive_node', 'node_id', 'from')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('org_archive', true);
  }
}
