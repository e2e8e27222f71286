import { TableColumn, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { bigint, createTable, index, integer, nullable, primary, ref, text, varchar } from './table.js';

const added: readonly TableColumnOptions[] = [text('cohort', nullable), ref('rollout_id', nullable)];

/** P11: staged rollouts, and the cohort of the assignment that a step makes. */
export class Rollouts1795361600000 implements MigrationInterface {
  name = 'Rollouts1795361600000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'policy_rollout',
      [
        ref('id', primary),
        varchar('kind', 32),
        ref('policy_id'),
        ref('version_id'),
        ref('node_id'),
        varchar('track', 8),
        varchar('status', 16),
        integer('current_step'),
        text('steps'),
        varchar('reason', 500),
        varchar('end_reason', 500, nullable),
        ref('author_id', nullable),
        varchar('author_name', 100),
        bigint('started_at'),
        bigint('ended_at', nullable),
        integer('version', { default: '1' }),
      ],
      [index('ix_policy_rollout_node', 'node_id', 'kind', 'status'), index('ix_policy_rollout_started', 'started_at', 'id')],
    );
    for (const column of added) {
      if (!(await runner.hasColumn('policy_assignment', column.name)))
        await runner.addColumn('policy_assignment', new TableColumn(column));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of added) await runner.dropColumn('policy_assignment', name);
    await runner.dropTable('policy_rollout', true);
  }
}
