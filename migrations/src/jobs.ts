import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, createTable, index, integer, nullable, primary, ref, text, unique, varchar } from './table.js';

/** P5: one action on many branches, and what became of it at each. */
export class Jobs1795350800000 implements MigrationInterface {
  name = 'Jobs1795350800000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'job',
      [
        ref('id', primary),
        ref('person_id'),
        varchar('person_name', 100),
        varchar('idempotency_key', 64),
        varchar('action', 16),
        ref('node_id'),
        varchar('reason', 500, nullable),
        bigint('until', nullable),
        text('detail', nullable),
        integer('total'),
        bigint('created_at'),
        bigint('finished_at', nullable),
        bigint('claimed_until', nullable),
        integer('version', { default: '1' }),
      ],
      [index('ix_job_open', 'finished_at', 'created_at'), unique('ux_job_key', 'person_id', 'idempotency_key')],
    );
    await createTable(
      runner,
      'job_row',
      [
        ref('id', primary),
        ref('job_id'),
        integer('seq'),
        ref('node_id'),
        varchar('state', 16),
        varchar('code', 64, nullable),
        varchar('message', 500, nullable),
        bigint('at', nullable),
      ],
      [unique('ux_job_row', 'job_id', 'seq'), index('ix_job_row_state', 'job_id', 'state', 'seq')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['job_row', 'job']) await runner.dropTable(name, true);
  }
}
