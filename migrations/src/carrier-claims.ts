import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { nullable, varchar } from './table.js';

const TABLE = 'ledger_claim';
const NAME = 'carrier';

/** M1: of which carrier something is claimed. Can be made again. */
export class CarrierClaims1795730200000 implements MigrationInterface {
  name = 'CarrierClaims1795730200000';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn(TABLE, NAME))) await runner.addColumn(TABLE, new TableColumn(varchar(NAME, 64, nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(TABLE, NAME)) await runner.dropColumn(TABLE, NAME);
  }
}
