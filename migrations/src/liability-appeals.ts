import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ancestorIndexes, ancestors, bigint, createTable, index, nullable, primary, ref, text, varchar } from './table.js';

/** A14: appeals of branches against their liability. */
export class LiabilityAppeals1795404800000 implements MigrationInterface {
  name = 'LiabilityAppeals1795404800000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'liability_appeal',
      [
        ref('id', primary),
        ref('case_id'),
        ref('node_id'),
        varchar('status', 16),
        text('contested'),
        text('reason'),
        bigint('opened_at'),
        ref('opened_by'),
        varchar('opened_by_name', 100),
        text('answer', nullable),
        bigint('answered_at', nullable),
        varchar('answered_by_name', 100, nullable),
        varchar('named', 16, nullable),
        ...ancestors(),
      ],
      [
        index('ix_liability_appeal_case', 'case_id', 'id'),
        index('ix_liability_appeal_node', 'node_id'),
        ...ancestorIndexes('ix_liability_appeal', 'status', 'id'),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('liability_appeal', true);
  }
}
