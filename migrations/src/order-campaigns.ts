import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { nullable, text } from './table.js';

const TABLE = 'order_line';
const NAME = 'campaigns';

/** S1: the campaigns that goods were sold in, by their codes. It can be made again. */
export class OrderCampaigns1795753600000 implements MigrationInterface {
  name = 'OrderCampaigns1795753600000';

  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(TABLE, NAME)) return;
    await runner.addColumn(TABLE, new TableColumn(text(NAME, nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(TABLE, NAME)) await runner.dropColumn(TABLE, NAME);
  }
}
