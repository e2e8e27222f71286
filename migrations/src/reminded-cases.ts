import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn, type TableColumnOptions } from 'typeorm';
import { bigint, nullable, varchar } from './table.js';

const CASES = 'after_sales_case';
const reminded = [varchar('reminded_kind', 32, nullable), bigint('reminded_at', nullable)];
const staleSince = [bigint('stale_since', nullable)];

async function add(runner: QueryRunner, columns: readonly TableColumnOptions[]): Promise<void> {
  for (const column of columns)
    if (!(await runner.hasColumn(CASES, column.name))) await runner.addColumn(CASES, new TableColumn(column));
}

async function drop(runner: QueryRunner, columns: readonly TableColumnOptions[]): Promise<void> {
  for (const { name } of columns) if (await runner.hasColumn(CASES, name)) await runner.dropColumn(CASES, name);
}

/** Of what people were reminded last, and when: the silence of a parcel, which was kept alone, is one kind of it. */
export class RemindedCases1795440800000 implements MigrationInterface {
  name = 'RemindedCases1795440800000';

  async up(runner: QueryRunner): Promise<void> {
    await add(runner, reminded);
    if (!(await runner.hasColumn(CASES, 'stale_since'))) return;
    await runner.query(
      `UPDATE ${CASES} SET reminded_kind = 'parcelStale', reminded_at = stale_since WHERE stale_since IS NOT NULL`,
    );
    await drop(runner, staleSince);
  }

  async down(runner: QueryRunner): Promise<void> {
    await add(runner, staleSince);
    if (!(await runner.hasColumn(CASES, 'reminded_kind'))) return;
    await runner.query(`UPDATE ${CASES} SET stale_since = reminded_at WHERE reminded_kind = 'parcelStale'`);
    await drop(runner, reminded);
  }
}
