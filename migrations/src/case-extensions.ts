import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, createTable, index, integer, nullable, primary, ref, text, unique, varchar } from './table.js';

/** A13: mass extensions of deadlines, each with the cursor that it goes on from. */
export class CaseExtensions1795408400000 implements MigrationInterface {
  name = 'CaseExtensions1795408400000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'case_extension',
      [
        ref('id', primary),
        varchar('idempotency_key', 64),
        ref('node_id'),
        varchar('reason_class', 16, nullable),
        integer('days'),
        text('reason'),
        ref('person_id'),
        varchar('person_name', 100),
        bigint('created_at'),
        bigint('finished_at', nullable),
        integer('state_at', { default: '0' }),
        bigint('cursor_rank', nullable),
        ref('cursor_id', nullable),
        integer('extended', { default: '0' }),
        text('left_out'),
        integer('version', { default: '1' }),
      ],
      [index('ix_case_extension_running', 'finished_at', 'id'), unique('ux_case_extension_key', 'idempotency_key')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_extension', true);
  }
}
