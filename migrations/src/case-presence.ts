import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, createTable, index, primary, ref, varchar } from './table.js';

/** A17: who has which case open just now, a row a person. */
export class CasePresence1795368800000 implements MigrationInterface {
  name = 'CasePresence1795368800000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'case_presence',
      [ref('id', primary), varchar('person_name', 100), ref('case_id'), bigint('live_until')],
      [index('ix_case_presence_case', 'case_id', 'live_until')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_presence', true);
  }
}
