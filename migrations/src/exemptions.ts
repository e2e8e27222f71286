import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, createTable, index, integer, nullable, primary, ref, text, varchar } from './table.js';

/** P12: exemptions from a lock or guard above. */
export class Exemptions1795305600000 implements MigrationInterface {
  name = 'Exemptions1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'policy_exemption',
      [
        ref('id', primary),
        varchar('kind', 32),
        ref('node_id'),
        ref('ancestor_id'),
        text('fields'),
        bigint('valid_from'),
        bigint('valid_to'),
        integer('recorded_from'),
        integer('recorded_to', nullable),
        varchar('reason', 500),
        ref('author_id', nullable),
        varchar('author_name', 100),
        bigint('recorded_at'),
      ],
      [
        index('ix_policy_exemption_revoked', 'recorded_to'),
        index('ix_policy_exemption_recorded', 'recorded_from'),
        index('ix_policy_exemption_node', 'node_id', 'kind'),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('policy_exemption', true);
  }
}
