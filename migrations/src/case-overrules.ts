import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ancestorIndexes, ancestors, bigint, createTable, index, nullable, primary, ref, text, varchar } from './table.js';

/** A15: rules that staff overruled. */
export class CaseOverrules1795415600000 implements MigrationInterface {
  name = 'CaseOverrules1795415600000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'case_overrule',
      [
        ref('id', primary),
        ref('case_id'),
        varchar('code', 16),
        ref('node_id'),
        varchar('rule', 32),
        text('reason', nullable),
        ref('person_id', nullable),
        varchar('person_name', 100),
        bigint('at'),
        ...ancestors(),
      ],
      [index('ix_case_overrule_case', 'case_id'), ...ancestorIndexes('ix_case_overrule', 'rule', 'at', 'id')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_overrule', true);
  }
}
