import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { nullable, ref, varchar } from './table.js';

const TABLE = 'ledger_claim';
const added = [ref('supplier_node_id', nullable), varchar('reason', 500, nullable)];

/** M1: of which supplier something is claimed, and why it was claimed by hand. Each change can be made again. */
export class ClaimsByHand1795760000000 implements MigrationInterface {
  name = 'ClaimsByHand1795760000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of added)
      if (!(await runner.hasColumn(TABLE, column.name))) await runner.addColumn(TABLE, new TableColumn(column));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of added) if (await runner.hasColumn(TABLE, name)) await runner.dropColumn(TABLE, name);
  }
}
