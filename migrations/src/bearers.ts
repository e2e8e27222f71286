import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { nullable, ref } from './table.js';

const added = [
  { table: 'sales_order', name: 'partner_node_id' },
  { table: 'order_line', name: 'supplier_node_id' },
] as const;

/** S4: the partner above the store at payment, and the supplier of what was sold: both may bear a part. Each change can be made again. */
export class Bearers1795750000000 implements MigrationInterface {
  name = 'Bearers1795750000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, name } of added)
      if (!(await runner.hasColumn(table, name))) await runner.addColumn(table, new TableColumn(ref(name, nullable)));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, name } of added) if (await runner.hasColumn(table, name)) await runner.dropColumn(table, name);
  }
}
