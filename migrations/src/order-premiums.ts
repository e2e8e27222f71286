import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { nullable, ref } from './table.js';

/** S3: lines of the books that belong to an order before any return of it. Each change can be made again. */
export class OrderPremiums1795462400000 implements MigrationInterface {
  name = 'OrderPremiums1795462400000';

  async up(runner: QueryRunner): Promise<void> {
    await retype(runner, true);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE ledger_line SET case_id = '' WHERE case_id IS NULL");
    await retype(runner, false);
  }
}

/** MySQL changes the column in place, where TypeORM would drop it and make it anew; SQLite has to copy the table. */
async function retype(runner: QueryRunner, isNullable: boolean): Promise<void> {
  const old = (await runner.getTable('ledger_line'))?.findColumnByName('case_id');
  if (!old || old.isNullable === isNullable) return;
  if (runner.dataSource.options.type === 'better-sqlite3')
    await runner.changeColumn('ledger_line', 'case_id', new TableColumn(ref('case_id', isNullable ? nullable : {})));
  else await runner.query(`ALTER TABLE ledger_line MODIFY case_id varchar(26) ${isNullable ? 'NULL' : 'NOT NULL'}`);
}
