import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { integer, nullable, ref } from './table.js';

const columns = [ref('case_id', nullable), integer('case_version', nullable)];

/** A17: jobs whose rows are cases. */
export class CaseJobs1795430000000 implements MigrationInterface {
  name = 'CaseJobs1795430000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns)
      if (!(await runner.hasColumn('job_row', column.name))) await runner.addColumn('job_row', new TableColumn(column));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of columns) if (await runner.hasColumn('job_row', name)) await runner.dropColumn('job_row', name);
  }
}
