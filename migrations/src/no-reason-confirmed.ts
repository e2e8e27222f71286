import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { boolean } from './table.js';

const TABLE = 'order_line';
const NAME = 'no_reason_excluded_confirmed';

/** A4: whether the buyer confirmed at purchase that goods are not returned without a reason. Can be made again. */
export class NoReasonConfirmed1795388100000 implements MigrationInterface {
  name = 'NoReasonConfirmed1795388100000';

  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(TABLE, NAME)) return;
    await runner.addColumn(TABLE, new TableColumn(boolean(NAME, { default: '0' })));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(TABLE, NAME)) await runner.dropColumn(TABLE, NAME);
  }
}
