import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { boolean } from './table.js';

const TABLE = 'ledger_line';
const NAME = 'assumed';

/** M1: whether a line of the books rests on a share of the price, as goods lost may. Can be made again. */
export class GoodsLosses1795730100000 implements MigrationInterface {
  name = 'GoodsLosses1795730100000';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn(TABLE, NAME))) await runner.addColumn(TABLE, new TableColumn(boolean(NAME, { default: '0' })));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(TABLE, NAME)) await runner.dropColumn(TABLE, NAME);
  }
}
