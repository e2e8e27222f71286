import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { bigint, boolean, createTable, index, integer, nullable, primary, ref, text, unique, varchar } from './table.js';

const FOLLOWED = ['policy_assignment', 'policy_exemption'];

/** P10: change sets, when they need an approval, and which one brought a fact. */
export class ChangeSets1795340000000 implements MigrationInterface {
  name = 'ChangeSets1795340000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'policy_approval', [
      varchar('kind', 32, primary),
      integer('branches_over', nullable),
      boolean('locks'),
      bigint('cost_over', nullable),
      varchar('author_name', 100),
      bigint('updated_at'),
      integer('version', { default: 1 }),
    ]);
    await createTable(
      runner,
      'change_set',
      [
        ref('id', primary),
        integer('number'),
        varchar('title', 100),
        text('notes'),
        ref('node_id'),
        varchar('status', 16),
        text('operations'),
        bigint('effective_at', nullable),
        integer('base_epoch'),
        varchar('content_hash', 64),
        ref('author_id', nullable),
        varchar('author_name', 100),
        text('editors'),
        varchar('impact_hash', 64, nullable),
        bigint('submitted_at', nullable),
        ref('approver_id', nullable),
        varchar('approver_name', 100, nullable),
        bigint('approved_at', nullable),
        bigint('applied_at', nullable),
        text('outcome', nullable),
        varchar('reason', 500, nullable),
        bigint('created_at'),
        bigint('updated_at'),
        integer('version', { default: 1 }),
      ],
      [
        unique('ux_change_set_number', 'number'),
        index('ix_change_set_node', 'node_id', 'number'),
        index('ix_change_set_status', 'status', 'number'),
      ],
    );
    await createTable(
      runner,
      'policy_review',
      [
        ref('id', primary),
        varchar('kind', 32),
        ref('node_id'),
        varchar('act', 16),
        varchar('reason', 500, nullable),
        text('thresholds'),
        ref('author_id', nullable),
        varchar('author_name', 100),
        bigint('at'),
        bigint('reviewed_at', nullable),
        varchar('reviewer_name', 100, nullable),
      ],
      [index('ix_policy_review_open', 'reviewed_at', 'at')],
    );
    for (const table of FOLLOWED)
      if (!(await runner.hasColumn(table, 'change_set_id')))
        await runner.addColumn(table, new TableColumn(ref('change_set_id', nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FOLLOWED) await runner.dropColumn(table, 'change_set_id');
    await runner.dropTable('policy_review', true);
    await runner.dropTable('change_set', true);
    await runner.dropTable('policy_approval', true);
  }
}
