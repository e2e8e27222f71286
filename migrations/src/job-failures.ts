import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index, integer } from './table.js';

const failed = integer('failed', { default: '0' });
const created = index('ix_job_created', 'created_at', 'id');

/** P5: jobs are listed, the latest first; at how many branches one failed stands with the job. */
export class JobFailures1795372400000 implements MigrationInterface {
  name = 'JobFailures1795372400000';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('job', failed.name))) await runner.addColumn('job', new TableColumn(failed));
    await runner.query(
      `UPDATE job SET failed = (SELECT COUNT(*) FROM job_row r WHERE r.job_id = job.id AND r.state = 'failed')
       WHERE finished_at IS NOT NULL`,
    );
    const table = await runner.getTable('job');
    if (!table?.indices.some(({ name }) => name === created.name)) await runner.createIndex('job', new TableIndex(created));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('job', 'ix_job_created');
    await runner.dropColumn('job', failed.name);
  }
}
