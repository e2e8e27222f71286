import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ancestorIndexes, ancestors, bigint, createTable, index, nullable, primary, ref, unique, varchar } from './table.js';

/** P17: what branches have seen and accepted. */
export class Acknowledgements1795343600000 implements MigrationInterface {
  name = 'Acknowledgements1795343600000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'policy_acknowledgement',
      [
        ...ancestors(),
        ref('id', primary),
        ref('assignment_id'),
        ref('version_id'),
        ref('node_id'),
        bigint('seen_at'),
        bigint('accepted_at', nullable),
        ref('person_id', nullable),
        varchar('person_name', 100),
      ],
      [
        index('ix_policy_acknowledgement_node', 'node_id'),
        unique('ux_policy_acknowledgement', 'assignment_id', 'node_id'),
        ...ancestorIndexes('ix_policy_acknowledgement', 'assignment_id', 'accepted_at'),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('policy_acknowledgement', true);
  }
}
