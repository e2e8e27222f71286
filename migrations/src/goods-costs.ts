import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { bigint, nullable } from './table.js';

const TABLE = 'order_line';
const NAME = 'unit_cost';

/** M1: what one of a line cost the chain, where its source says so. Can be made again. */
export class GoodsCosts1795730000000 implements MigrationInterface {
  name = 'GoodsCosts1795730000000';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn(TABLE, NAME))) await runner.addColumn(TABLE, new TableColumn(bigint(NAME, nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(TABLE, NAME)) await runner.dropColumn(TABLE, NAME);
  }
}
